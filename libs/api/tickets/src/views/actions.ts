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

/** The mutations that this reader may try in this status: right, side and transition table agree. */
export function actionsOn({ status, type }: TicketState, { side, permissions }: PersonScope): readonly string[] {
  const incident = type === 'INCIDENT' || type === 'SECURITY_INCIDENT';
  return ACTIONS.filter(
    ({ command, permission }) =>
      permissions.has(permission) &&
      COMMAND_SIDES[command].includes(side) &&
      outcomesOf(status, command).length > 0 &&
      (command !== 'RESTORE' || incident),
  ).map(({ mutation }) => mutation);
}
