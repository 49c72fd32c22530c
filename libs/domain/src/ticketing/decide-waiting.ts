import { DEFAULT_WAITING_RULES } from '../contracts/defaults.js';
import type { WaitingRule, WaitingStatus } from '../contracts/terms.js';
import type { CommandOf } from './commands.js';
import type { DecisionContext } from './decide-conversation.js';
import type { TicketEventBody } from './events.js';
import { accept, reject, type Decision, type TicketProblem } from './problems.js';
import { isPublicWord, openQuestions, type TicketState } from './state.js';

function ruleOf(reason: string, status: WaitingStatus, { terms }: DecisionContext): WaitingRule | TicketProblem {
  const rules = terms?.waiting ?? DEFAULT_WAITING_RULES;
  const rule = rules.find((candidate) => candidate.reason === reason);
  if (rule === undefined) {
    const known = rules.filter((candidate) => candidate.status === status).map((candidate) => candidate.reason);
    return { kind: 'WAITING_REASON_UNKNOWN', field: 'reason', reason, known };
  }
  return rule.status === status
    ? rule
    : { kind: 'WAITING_REASON_MISMATCH', field: 'reason', reason, meantFor: rule.status };
}

/** Waiting on the client needs a public question that stands unanswered (D-SLA-4). */
function questionProblem(state: TicketState, messageId: string | null): TicketProblem | null {
  const field = 'questionMessageId';
  if (messageId === null) return { kind: 'QUESTION_NEEDED', field };
  if (openQuestions(state).some((question) => question.messageId === messageId)) return null;
  const message = state.messages.find((candidate) => candidate.messageId === messageId);
  if (message === undefined) return { kind: 'MESSAGE_UNKNOWN', field, messageId };
  if (message.withdrawn) return { kind: 'MESSAGE_TAKEN_BACK', field, messageId };
  const asked = message.side === 'PROVIDER' && message.question && isPublicWord(message);
  return asked ? { kind: 'QUESTION_ANSWERED', field, messageId } : { kind: 'NOT_A_QUESTION', field, messageId };
}

/** Every stretch of waiting stands alone in the log: what came before is ended first. */
function startWaiting(state: TicketState, waiting: TicketEventBody): Decision {
  if (state.waiting !== null) return accept({ kind: 'RESUMED', v: 1, cause: 'STAFF' }, waiting);
  return state.status === 'NEW' ? accept({ kind: 'WORK_STARTED', v: 1 }, waiting) : accept(waiting);
}

export function decideWait(state: TicketState, command: CommandOf<'WAIT'>, context: DecisionContext): Decision {
  const { status, reason, questionMessageId } = command;
  const rule = ruleOf(reason, status, context);
  if ('kind' in rule) return reject(rule);
  const caseNumber = command.caseNumber?.trim() ? command.caseNumber.trim() : null;
  if (rule.needsCaseNumber && caseNumber === null)
    return reject({ kind: 'CASE_NUMBER_NEEDED', field: 'caseNumber', reason });
  const onClient = status === 'WAITING_ON_CLIENT';
  const problem = onClient ? questionProblem(state, questionMessageId) : null;
  if (problem !== null) return reject(problem);
  const details = {
    questionMessageId: onClient ? questionMessageId : null,
    caseNumber,
    until: null,
    clientConsent: false,
  };
  return startWaiting(state, { kind: 'WAITING_STARTED', v: 1, status, reason, ...details });
}

/** Waiting until an instant; it stops clocks only where the client asked for it and that is on record (D-SLA-4). */
export function decideSchedule(state: TicketState, command: CommandOf<'SCHEDULE'>, context: DecisionContext): Decision {
  const { reason, until, clientConsent } = command;
  const rule = ruleOf(reason, 'SCHEDULED', context);
  if ('kind' in rule) return reject(rule);
  if (until <= context.now) return reject({ kind: 'NOT_IN_FUTURE', field: 'until', until, now: context.now });
  const details = { questionMessageId: null, caseNumber: null, until, clientConsent };
  return startWaiting(state, { kind: 'WAITING_STARTED', v: 1, status: 'SCHEDULED', reason, ...details });
}

/** Ends waiting: staff when they like, the system only a schedule that was reached. */
export function decideResume(state: TicketState, { now, actor }: DecisionContext): Decision {
  if (actor.side !== 'SYSTEM') return accept({ kind: 'RESUMED', v: 1, cause: 'STAFF' });
  const until = state.waiting?.until ?? null;
  if (until === null) return reject({ kind: 'NOT_ALLOWED_FOR_SIDE', command: 'RESUME', side: 'SYSTEM', field: null });
  if (now < until) return reject({ kind: 'TOO_EARLY', command: 'RESUME', notBefore: until });
  return accept({ kind: 'RESUMED', v: 1, cause: 'SCHEDULE_REACHED' });
}
