import type { TicketCommandKind } from './commands.js';
import type { TicketStatus } from './events.js';

/** Where a command may lead; `SAME` leaves the status as it is. A command that isn't listed is refused. */
type Outcomes = Readonly<Partial<Record<TicketCommandKind, readonly (TicketStatus | 'SAME')[]>>>;

const PEOPLE = {
  ADD_WATCHER: ['SAME'],
  REMOVE_WATCHER: ['SAME'],
  SET_CONFIDENTIAL: ['SAME'],
  CONTEST_WAITING: ['SAME'],
  SETTLE_CONTEST: ['SAME'],
  SET_PERSONAL_DATA: ['SAME'],
  GIVE_NOTICE: ['SAME'],
  RELEASE: ['SAME'],
} as const satisfies Outcomes;

/** What is said about a ticket once it is done. */
const AFTERWARDS = { SET_CHANGE_OUTCOME: ['SAME'], RATE: ['SAME'] } as const satisfies Outcomes;

/** Of what both sides may agree only a rebinding concerns a ticket that is done (ticketing/decide-proposals.ts). */
const REBINDING = { PROPOSE: ['SAME'], ANSWER_PROPOSAL: ['SAME'] } as const satisfies Outcomes;

const UNFINISHED = {
  ...PEOPLE,
  REPLY: ['SAME'],
  WITHDRAW_MESSAGE: ['SAME'],
  ASSIGN: ['SAME'],
  ACCEPT: ['SAME'],
  LOG_RESPONSE: ['SAME'],
  SET_PRIORITY: ['SAME'],
  CLASSIFY: ['SAME'],
  CHANGE_SERVICE: ['SAME'],
  WAIT: ['WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY'],
  SCHEDULE: ['SCHEDULED'],
  RESTORE: ['SAME'],
  RESOLVE: ['RESOLVED'],
  CANCEL: ['CANCELLED'],
  MERGE_INTO: ['MERGED'],
  ABSORB: ['SAME'],
  PROPOSE: ['SAME'],
  ANSWER_PROPOSAL: ['SAME', 'WAITING_ON_CLIENT'],
  MOVE_DATE: ['SAME'],
} as const satisfies Outcomes;

/** The one transition table (domain.md section 4): status x command -> statuses it may lead to, for every channel. */
export const TRANSITIONS: Readonly<Record<TicketStatus, Outcomes>> = {
  NEW: { ...UNFINISHED, REPLY: ['SAME', 'OPEN'], ACCEPT: ['OPEN'], LOG_RESPONSE: ['OPEN'], START_WORK: ['OPEN'] },
  OPEN: { ...UNFINISHED, MARK_NO_ACTION: ['RESOLVED'] },
  WAITING_ON_CLIENT: { ...UNFINISHED, REPLY: ['SAME', 'OPEN'], WITHDRAW_MESSAGE: ['SAME', 'OPEN'], RESUME: ['OPEN'] },
  WAITING_ON_THIRD_PARTY: { ...UNFINISHED, RESUME: ['OPEN'] },
  SCHEDULED: { ...UNFINISHED, RESUME: ['OPEN'] },
  RESOLVED: {
    ...PEOPLE,
    ...REBINDING,
    ...AFTERWARDS,
    REPLY: ['SAME', 'OPEN'],
    WITHDRAW_MESSAGE: ['SAME'],
    ASSIGN: ['SAME'],
    REOPEN: ['OPEN'],
    CLOSE: ['CLOSED'],
  },
  CLOSED: { ...PEOPLE, ...REBINDING, ...AFTERWARDS, REPLY: ['SAME'], WITHDRAW_MESSAGE: ['SAME'] },
  CANCELLED: { ...PEOPLE, REPLY: ['SAME'], WITHDRAW_MESSAGE: ['SAME'] },
  MERGED: { RELEASE: ['SAME'], UNMERGE: ['OPEN', 'RESOLVED'] },
};

/** The statuses a command may lead to from a status; empty when it is refused there. */
export function outcomesOf(status: TicketStatus, command: TicketCommandKind): readonly TicketStatus[] {
  return (TRANSITIONS[status][command] ?? []).map((next) => (next === 'SAME' ? status : next));
}
