import type { PersonScope } from '@daylight/api-platform';
import {
  COMMAND_SIDES,
  isUnfinished,
  outcomesOf,
  type OfferKind,
  type Permission,
  type TicketCommandKind,
  type TicketState,
} from '@daylight/domain';

interface Action {
  readonly mutation: string;
  readonly command: TicketCommandKind;
  readonly permission: Permission;
}

const ACTIONS: readonly Action[] = [
  { mutation: 'replyToTicket', command: 'REPLY', permission: 'ticket:reply' },
  { mutation: 'withdrawMessage', command: 'WITHDRAW_MESSAGE', permission: 'ticket:withdraw-message' },
  { mutation: 'assignTicket', command: 'ASSIGN', permission: 'ticket:assign' },
  { mutation: 'claimTicket', command: 'ASSIGN', permission: 'ticket:assign' },
  { mutation: 'acceptTicket', command: 'ACCEPT', permission: 'ticket:accept' },
  { mutation: 'startWork', command: 'START_WORK', permission: 'ticket:accept' },
  { mutation: 'logResponse', command: 'LOG_RESPONSE', permission: 'ticket:log-response' },
  { mutation: 'setTicketPriority', command: 'SET_PRIORITY', permission: 'ticket:set-priority' },
  { mutation: 'classifyTicket', command: 'CLASSIFY', permission: 'ticket:classify' },
  { mutation: 'changeTicketService', command: 'CHANGE_SERVICE', permission: 'ticket:change-service' },
  { mutation: 'waitTicket', command: 'WAIT', permission: 'ticket:wait' },
  { mutation: 'scheduleTicket', command: 'SCHEDULE', permission: 'ticket:wait' },
  { mutation: 'resumeTicket', command: 'RESUME', permission: 'ticket:resume' },
  { mutation: 'restoreService', command: 'RESTORE', permission: 'ticket:restore' },
  { mutation: 'resolveTicket', command: 'RESOLVE', permission: 'ticket:resolve' },
  { mutation: 'reopenTicket', command: 'REOPEN', permission: 'ticket:reopen' },
  { mutation: 'closeTicket', command: 'CLOSE', permission: 'ticket:close' },
  { mutation: 'cancelTicket', command: 'CANCEL', permission: 'ticket:cancel' },
  { mutation: 'mergeTickets', command: 'MERGE_INTO', permission: 'ticket:merge' },
  { mutation: 'unmergeTicket', command: 'UNMERGE', permission: 'ticket:merge' },
  { mutation: 'setTicketConfidential', command: 'SET_CONFIDENTIAL', permission: 'ticket:set-confidential' },
  { mutation: 'watchTicket', command: 'ADD_WATCHER', permission: 'ticket:watch' },
  { mutation: 'unwatchTicket', command: 'REMOVE_WATCHER', permission: 'ticket:watch' },
  { mutation: 'proposeDate', command: 'PROPOSE', permission: 'ticket:agree-date' },
  { mutation: 'moveAgreedDate', command: 'MOVE_DATE', permission: 'ticket:wait' },
  { mutation: 'answerDate', command: 'ANSWER_PROPOSAL', permission: 'ticket:agree-date' },
  { mutation: 'proposeResponsibility', command: 'PROPOSE', permission: 'ticket:wait' },
  { mutation: 'answerResponsibility', command: 'ANSWER_PROPOSAL', permission: 'ticket:answer-responsibility' },
  { mutation: 'proposeRebinding', command: 'PROPOSE', permission: 'ticket:rebind' },
  { mutation: 'answerRebinding', command: 'ANSWER_PROPOSAL', permission: 'ticket:rebind' },
  { mutation: 'contestWaiting', command: 'CONTEST_WAITING', permission: 'sla:contest-waiting' },
  { mutation: 'settleContest', command: 'SETTLE_CONTEST', permission: 'sla:settle-waiting' },
  { mutation: 'markNoAction', command: 'MARK_NO_ACTION', permission: 'ticket:resolve' },
  { mutation: 'setPersonalData', command: 'SET_PERSONAL_DATA', permission: 'ticket:classify' },
  { mutation: 'giveStatutoryNotice', command: 'GIVE_NOTICE', permission: 'ticket:give-notice' },
  { mutation: 'setChangeOutcome', command: 'SET_CHANGE_OUTCOME', permission: 'ticket:resolve' },
  { mutation: 'rateTicket', command: 'RATE', permission: 'ticket:rate' },
];

const dated = ({ type, status }: TicketState): boolean =>
  isUnfinished(status) && (type === 'SERVICE_REQUEST' || type === 'CHANGE');
/** Of a ticket that is done only how it is judged is left to be agreed. */
const proposed =
  (kind: OfferKind) =>
  ({ proposals, status }: TicketState): boolean =>
    (kind === 'REBINDING' || isUnfinished(status)) && proposals.some(({ offer }) => offer.kind === kind);

/** When it makes sense to agree, contest or record something. */
const AGREEMENTS: Readonly<Record<string, (state: TicketState) => boolean>> = {
  proposeDate: (state) => dated(state) && !proposed('DATE')(state),
  moveAgreedDate: (state) => dated(state) && !proposed('DATE')(state),
  answerDate: proposed('DATE'),
  proposeResponsibility: (state) => isUnfinished(state.status) && !proposed('CLIENT_ACCOUNTABLE')(state),
  answerResponsibility: proposed('CLIENT_ACCOUNTABLE'),
  proposeRebinding: (state) => !proposed('REBINDING')(state),
  answerRebinding: proposed('REBINDING'),
  contestWaiting: ({ waits }) => waits.some(({ contest }) => contest === 'NONE'),
  settleContest: ({ waits }) => waits.some(({ contest }) => contest === 'OPEN'),
  markNoAction: ({ reopening }) => reopening !== null,
  setPersonalData: ({ type }) => type === 'SECURITY_INCIDENT',
  giveStatutoryNotice: ({ type }) => type === 'SECURITY_INCIDENT',
  setChangeOutcome: ({ type }) => type === 'CHANGE',
};

/** What the state itself rules out although its status would allow it. */
function isPointless(state: TicketState, mutation: string, personId: string): boolean {
  const { type, watchers, messages } = state;
  const sensible = AGREEMENTS[mutation];
  if (sensible !== undefined) return !sensible(state);
  const own = messages.some((message) => message.userId === personId && !message.withdrawn);
  if (mutation === 'restoreService') return type !== 'INCIDENT' && type !== 'SECURITY_INCIDENT';
  if (mutation === 'withdrawMessage') return !own;
  if (mutation === 'watchTicket') return watchers.includes(personId);
  return mutation === 'unwatchTicket' && !watchers.includes(personId);
}

/** The mutations that this reader may try now: right, side, transition table and state agree. */
export function actionsOn(state: TicketState, { side, permissions, personId }: PersonScope): readonly string[] {
  return ACTIONS.filter(
    ({ command, permission, mutation }) =>
      permissions.has(permission) &&
      COMMAND_SIDES[command].includes(side) &&
      outcomesOf(state.status, command).length > 0 &&
      !isPointless(state, mutation, personId),
  ).map(({ mutation }) => mutation);
}
