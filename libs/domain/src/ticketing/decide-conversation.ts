import { DEFAULT_REOPEN_WINDOW_DAYS } from '../contracts/defaults.js';
import type { Terms } from '../contracts/terms.js';
import { DAY, type Instant } from '../time/instant.js';
import type { CommandOf } from './commands.js';
import type { Actor, EventBodyOf, TicketEventBody } from './events.js';
import { accept, reject, type Decision, type TicketProblem } from './problems.js';
import type { TicketState } from './state.js';

/** What a decision may know besides the ticket: the bound terms (null out of contract), the instant, who asks. */
export interface DecisionContext {
  readonly terms: Terms | null;
  readonly now: Instant;
  readonly actor: Actor;
}

type ReopenCause = EventBodyOf<'REOPENED'>['cause'];

/** A reopening within the window of the terms; afterwards the way on is a linked follow-up (domain.md section 4). */
export function reopening(
  state: TicketState,
  cause: ReopenCause,
  context: DecisionContext,
): TicketProblem | EventBodyOf<'REOPENED'> {
  const windowDays = context.terms?.reopenWindowDays ?? DEFAULT_REOPEN_WINDOW_DAYS;
  const endedAt = state.closedAt ?? state.cancelledAt ?? state.resolvedAt ?? state.lastEventAt;
  // Staff may reopen a resolved ticket at any time: it never helps the provider's figures (D-SLA-6).
  const tooLate = cause !== 'STAFF' && context.now >= endedAt + windowDays * DAY;
  if (state.status !== 'RESOLVED' || tooLate)
    return { kind: 'FOLLOW_UP_NEEDED', status: state.status, endedAt, windowDays };
  return { kind: 'REOPENED', v: 1, cause };
}

function replyProblem(
  state: TicketState,
  command: CommandOf<'REPLY'>,
  { actor }: DecisionContext,
): TicketProblem | null {
  const { messageId, visibility, automatic, question } = command;
  if (state.messages.some((message) => message.messageId === messageId)) {
    return { kind: 'MESSAGE_EXISTS', field: 'messageId', messageId };
  }
  if (actor.side === 'CLIENT' && visibility === 'INTERNAL') {
    return { kind: 'NOT_ALLOWED_FOR_SIDE', command: 'REPLY', side: 'CLIENT', field: 'visibility' };
  }
  if (!question) return null;
  if (actor.side !== 'PROVIDER')
    return { kind: 'NOT_ALLOWED_FOR_SIDE', command: 'REPLY', side: actor.side, field: 'question' };
  return visibility === 'INTERNAL' || automatic ? { kind: 'QUESTION_NOT_PUBLIC', field: 'question' } : null;
}

function clientReply(state: TicketState, message: TicketEventBody, context: DecisionContext): Decision {
  if (state.status === 'WAITING_ON_CLIENT') return accept(message, { kind: 'RESUMED', v: 1, cause: 'CLIENT_REPLY' });
  if (state.status !== 'RESOLVED' && state.status !== 'CLOSED' && state.status !== 'CANCELLED') return accept(message);
  const outcome = reopening(state, 'CLIENT_REPLY', context);
  return outcome.kind === 'REOPENED' ? accept(message, outcome) : reject(outcome);
}

/** A message by mail, portal or console. An automatic one changes nothing but the thread (domain.md section 11). */
export function decideReply(state: TicketState, command: CommandOf<'REPLY'>, context: DecisionContext): Decision {
  const problem = replyProblem(state, command, context);
  if (problem !== null) return reject(problem);
  const { messageId, visibility, question } = command;
  const automatic = command.automatic || context.actor.side === 'SYSTEM';
  const message: TicketEventBody = { kind: 'MESSAGE_ADDED', v: 1, messageId, visibility, automatic, question };
  if (automatic || visibility === 'INTERNAL') return accept(message);
  if (context.actor.side === 'CLIENT') return clientReply(state, message, context);
  return state.status === 'NEW' ? accept(message, { kind: 'WORK_STARTED', v: 1 }) : accept(message);
}

/** Takes a message of one's own back. Waiting that rested on a withdrawn question ends with it (D-SLA-4). */
export function decideWithdraw(
  state: TicketState,
  command: CommandOf<'WITHDRAW_MESSAGE'>,
  { actor }: DecisionContext,
): Decision {
  const { messageId } = command;
  const message = state.messages.find((candidate) => candidate.messageId === messageId);
  if (message === undefined) return reject({ kind: 'MESSAGE_UNKNOWN', field: 'messageId', messageId });
  if (message.withdrawn) return reject({ kind: 'MESSAGE_TAKEN_BACK', field: 'messageId', messageId });
  const ownSide = message.side === actor.side || (message.side === 'SYSTEM' && actor.side === 'PROVIDER');
  if (!ownSide || (actor.side === 'CLIENT' && message.userId !== actor.userId)) {
    return reject({ kind: 'MESSAGE_OF_OTHERS', field: 'messageId', messageId });
  }
  const withdrawn: TicketEventBody = { kind: 'MESSAGE_WITHDRAWN', v: 1, messageId };
  if (state.waiting?.questionMessageId !== messageId) return accept(withdrawn);
  return accept(withdrawn, { kind: 'RESUMED', v: 1, cause: 'STAFF' });
}
