import { unreachable } from '../unreachable.js';
import { COMMAND_SIDES, type CommandOf, type TicketCommand } from './commands.js';
import { decideContest, decideNoAction, decideSettle } from './decide-contest.js';
import { decideReply, decideWithdraw, type DecisionContext } from './decide-conversation.js';
import {
  decideAbsorb,
  decideCancel,
  decideChangeOutcome,
  decideClose,
  decideMergeInto,
  decideRate,
  decideRelease,
  decideReopen,
  decideResolve,
  decideRestore,
  decideUnmerge,
} from './decide-ending.js';
import { decideAnswer, decideMoveDate, decidePropose } from './decide-proposals.js';
import { decideNotice, decidePersonalData } from './decide-security.js';
import { decideResume, decideSchedule, decideWait } from './decide-waiting.js';
import {
  decideAccept,
  decideAssign,
  decideChangeService,
  decideClassify,
  decideLogResponse,
  decideOpen,
  decideSetConfidential,
  decideSetPriority,
  decideWatcher,
} from './decide-work.js';
import { accept, reject, type Decision, type TicketProblem } from './problems.js';
import type { TicketState } from './state.js';
import { outcomesOf } from './transitions.js';

type CommandOnTicket = Exclude<TicketCommand, { kind: 'OPEN' }>;

function sideProblem(command: TicketCommand, { actor }: DecisionContext): TicketProblem | null {
  if (COMMAND_SIDES[command.kind].includes(actor.side)) return null;
  return { kind: 'NOT_ALLOWED_FOR_SIDE', command: command.kind, side: actor.side, field: null };
}

/** What the transition table says against the command in this status. */
function statusProblem(state: TicketState, command: CommandOnTicket): TicketProblem | null {
  const undoes = command.kind === 'UNMERGE' || command.kind === 'RELEASE';
  if (state.mergedInto !== null && !undoes) return { kind: 'MERGED_ELSEWHERE', survivorId: state.mergedInto };
  if (outcomesOf(state.status, command.kind).length > 0) return null;
  // Reopening something that is over gets the answer that helps: a follow-up.
  if (command.kind === 'REOPEN' && (state.status === 'CLOSED' || state.status === 'CANCELLED')) return null;
  return { kind: 'NOT_ALLOWED_IN_STATUS', command: command.kind, status: state.status };
}

function decideOnTicket(state: TicketState, command: CommandOnTicket, context: DecisionContext): Decision {
  switch (command.kind) {
    case 'REPLY':
      return decideReply(state, command, context);
    case 'WITHDRAW_MESSAGE':
      return decideWithdraw(state, command, context);
    case 'ASSIGN':
      return decideAssign(state, command);
    case 'ACCEPT':
      return decideAccept(state, context);
    case 'START_WORK':
      return accept({ kind: 'WORK_STARTED', v: 1 });
    case 'LOG_RESPONSE':
      return decideLogResponse(state, command);
    case 'SET_PRIORITY':
      return decideSetPriority(state, command);
    case 'CLASSIFY':
      return decideClassify(state, command, context);
    case 'CHANGE_SERVICE':
      return decideChangeService(state, command);
    case 'WAIT':
      return decideWait(state, command, context);
    case 'SCHEDULE':
      return decideSchedule(state, command, context);
    case 'RESUME':
      return decideResume(state, context);
    case 'RESTORE':
      return decideRestore(state);
    case 'RESOLVE':
      return decideResolve(state, command);
    case 'REOPEN':
      return decideReopen(state, context);
    case 'CLOSE':
      return decideClose(state, context);
    case 'CANCEL':
      return decideCancel(context);
    case 'MERGE_INTO':
      return decideMergeInto(state, command);
    case 'ABSORB':
      return decideAbsorb(state, command);
    case 'UNMERGE':
      return decideUnmerge(state);
    case 'RELEASE':
      return decideRelease(state, command);
    case 'SET_CONFIDENTIAL':
      return decideSetConfidential(state, command);
    case 'ADD_WATCHER':
    case 'REMOVE_WATCHER':
      return decideWatcher(state, command);
    default:
      return decideAgreement(state, command, context);
  }
}

/** What the sides agree, contest and owe beside the work itself. */
type AgreementCommand = CommandOf<
  | ('PROPOSE' | 'ANSWER_PROPOSAL' | 'MOVE_DATE' | 'CONTEST_WAITING' | 'SETTLE_CONTEST')
  | ('MARK_NO_ACTION' | 'SET_PERSONAL_DATA' | 'GIVE_NOTICE' | 'SET_CHANGE_OUTCOME' | 'RATE')
>;

function decideAgreement(state: TicketState, command: AgreementCommand, context: DecisionContext): Decision {
  switch (command.kind) {
    case 'PROPOSE':
      return decidePropose(state, command, context);
    case 'ANSWER_PROPOSAL':
      return decideAnswer(state, command, context);
    case 'MOVE_DATE':
      return decideMoveDate(state, command, context);
    case 'CONTEST_WAITING':
      return decideContest(state, command);
    case 'SETTLE_CONTEST':
      return decideSettle(state, command, context);
    case 'MARK_NO_ACTION':
      return decideNoAction(state, command);
    case 'SET_PERSONAL_DATA':
      return decidePersonalData(state, command, context);
    case 'GIVE_NOTICE':
      return decideNotice(state, command, context);
    case 'SET_CHANGE_OUTCOME':
      return decideChangeOutcome(state, command);
    case 'RATE':
      return decideRate(state, command);
    default:
      return unreachable(command);
  }
}

/**
 * What a command means for a ticket: the events to append, all at one instant (`context.now`, or the stated time of a
 * phone call for OPEN, D-TKT-1), or a typed problem. Pure; the caller checks the permission and writes. `state` is null
 * before the ticket exists. `terms` are those the ticket is bound to, null out of contract (D-CON-2).
 */
export function decide(state: TicketState | null, command: TicketCommand, context: DecisionContext): Decision {
  const forbidden = sideProblem(command, context);
  if (forbidden !== null) return reject(forbidden);
  if (command.kind === 'OPEN')
    return state === null ? decideOpen(command, context) : reject({ kind: 'ALREADY_OPENED' });
  if (state === null) return reject({ kind: 'NOT_OPENED', command: command.kind });
  const refused = statusProblem(state, command);
  return refused === null ? decideOnTicket(state, command, context) : reject(refused);
}
