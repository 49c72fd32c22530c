import type { PersonScope } from '@daylight/api-platform';
import { COMMAND_SIDES, outcomesOf, type Permission, type TicketCommandKind, type TicketState } from '@daylight/domain';

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
  { mutation: 'setTicketConfidential', command: 'SET_CONFIDENTIAL', permission: 'ticket:set-confidential' },
  { mutation: 'watchTicket', command: 'ADD_WATCHER', permission: 'ticket:watch' },
  { mutation: 'unwatchTicket', command: 'REMOVE_WATCHER', permission: 'ticket:watch' },
];

/** What the state itself rules out although its status would allow it. */
function isPointless({ type, watchers, messages }: TicketState, mutation: string, personId: string): boolean {
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
