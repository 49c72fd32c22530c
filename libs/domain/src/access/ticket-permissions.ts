import type { TicketCommand, TicketCommandKind } from '../ticketing/commands.js';
import type { Permission } from './permissions.js';

/** The permission per kind of command, as data; of replies the public one. */
export const COMMAND_PERMISSIONS: Readonly<Record<TicketCommandKind, Permission>> = {
  OPEN: 'ticket:open',
  REPLY: 'ticket:reply',
  WITHDRAW_MESSAGE: 'ticket:withdraw-message',
  ASSIGN: 'ticket:assign',
  ACCEPT: 'ticket:accept',
  START_WORK: 'ticket:accept',
  LOG_RESPONSE: 'ticket:log-response',
  SET_PRIORITY: 'ticket:set-priority',
  CLASSIFY: 'ticket:classify',
  CHANGE_SERVICE: 'ticket:change-service',
  WAIT: 'ticket:wait',
  SCHEDULE: 'ticket:wait',
  RESUME: 'ticket:resume',
  RESTORE: 'ticket:restore',
  RESOLVE: 'ticket:resolve',
  REOPEN: 'ticket:reopen',
  CLOSE: 'ticket:close',
  CANCEL: 'ticket:cancel',
  MERGE_INTO: 'ticket:merge',
  ABSORB: 'ticket:merge',
  UNMERGE: 'ticket:merge',
  RELEASE: 'ticket:merge',
  SET_CONFIDENTIAL: 'ticket:set-confidential',
  ADD_WATCHER: 'ticket:watch',
  REMOVE_WATCHER: 'ticket:watch',
  PROPOSE: 'ticket:agree-date',
  ANSWER_PROPOSAL: 'ticket:agree-date',
  MOVE_DATE: 'ticket:wait',
  CONTEST_WAITING: 'sla:contest-waiting',
  SETTLE_CONTEST: 'sla:settle-waiting',
  MARK_NO_ACTION: 'ticket:resolve',
  SET_PERSONAL_DATA: 'ticket:classify',
  GIVE_NOTICE: 'ticket:give-notice',
  SET_CHANGE_OUTCOME: 'ticket:resolve',
  RATE: 'ticket:rate',
};

/** The permission a command needs, before `decide` is asked whether the ticket allows it. */
export function permissionFor(command: TicketCommand): Permission {
  if (command.kind === 'REPLY' && command.visibility === 'INTERNAL') return 'ticket:reply-internal';
  if (command.kind === 'PROPOSE' && command.offer.kind === 'REBINDING') return 'ticket:rebind';
  return COMMAND_PERMISSIONS[command.kind];
}
