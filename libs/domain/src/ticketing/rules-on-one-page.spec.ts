import { COMMAND_SIDES, type TicketCommandKind } from './commands.js';
import type { Side, TicketStatus } from './events.js';
import { isUnfinished } from './state.js';
import { outcomesOf } from './transitions.js';

/** A letter per status, and a column each below: New, Open, waiting on Client, on Third party, Scheduled, Resolved, cLosed, X cancelled, Merged. */
const LETTERS: Readonly<Record<TicketStatus, string>> = {
  ...{ NEW: 'N', OPEN: 'O', WAITING_ON_CLIENT: 'C', WAITING_ON_THIRD_PARTY: 'T', SCHEDULED: 'S' },
  ...{ RESOLVED: 'R', CLOSED: 'L', CANCELLED: 'X', MERGED: 'M' },
};
const COLUMNS: readonly TicketStatus[] = [
  ...(['NEW', 'OPEN', 'WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY', 'SCHEDULED'] as const),
  ...(['RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED'] as const),
];

/** Who may ask it, and what may become of a ticket in each status (domain.md section 4); `-`: refused. */
const rules: readonly (readonly [command: TicketCommandKind, sides: string, outcomes: string])[] = [
  ['OPEN', 'CLIENT PROVIDER SYSTEM', '- - - - - - - - -'],
  ['REPLY', 'CLIENT PROVIDER SYSTEM', 'N/O O C/O T S R/O L X -'],
  ['WITHDRAW_MESSAGE', 'CLIENT PROVIDER', 'N O C/O T S R L X -'],
  ['ASSIGN', 'PROVIDER SYSTEM', 'N O C T S R - - -'],
  ['ACCEPT', 'PROVIDER', 'O O C T S - - - -'],
  ['START_WORK', 'PROVIDER', 'O - - - - - - - -'],
  ['LOG_RESPONSE', 'PROVIDER', 'O O C T S - - - -'],
  ['SET_PRIORITY', 'PROVIDER SYSTEM', 'N O C T S - - - -'],
  ['CLASSIFY', 'PROVIDER SYSTEM', 'N O C T S - - - -'],
  ['CHANGE_SERVICE', 'PROVIDER', 'N O C T S - - - -'],
  ['WAIT', 'PROVIDER', 'C/T C/T C/T C/T C/T - - - -'],
  ['SCHEDULE', 'PROVIDER', 'S S S S S - - - -'],
  ['RESUME', 'PROVIDER SYSTEM', '- - O O O - - - -'],
  ['RESTORE', 'PROVIDER SYSTEM', 'N O C T S - - - -'],
  ['RESOLVE', 'PROVIDER SYSTEM', 'R R R R R - - - -'],
  ['REOPEN', 'CLIENT PROVIDER', '- - - - - O - - -'],
  ['CLOSE', 'CLIENT PROVIDER SYSTEM', '- - - - - L - - -'],
  ['CANCEL', 'CLIENT PROVIDER', 'X X X X X - - - -'],
  ['MERGE_INTO', 'PROVIDER', 'M M M M M - - - -'],
  ['ABSORB', 'PROVIDER', 'N O C T S - - - -'],
  ['SET_CONFIDENTIAL', 'CLIENT PROVIDER', 'N O C T S R L X -'],
  ['ADD_WATCHER', 'CLIENT PROVIDER', 'N O C T S R L X -'],
  ['REMOVE_WATCHER', 'CLIENT PROVIDER', 'N O C T S R L X -'],
  ['UNMERGE', 'PROVIDER', '- - - - - - - - O/R'],
  ['RELEASE', 'PROVIDER', 'N O C T S R L X M'],
  ['PROPOSE', 'CLIENT PROVIDER', 'N O C T S R L - -'],
  ['ANSWER_PROPOSAL', 'CLIENT PROVIDER SYSTEM', 'N/C O/C C/C T/C S/C R L - -'],
  ['MOVE_DATE', 'PROVIDER', 'N O C T S - - - -'],
  ['CONTEST_WAITING', 'CLIENT', 'N O C T S R L X -'],
  ['SETTLE_CONTEST', 'CLIENT PROVIDER', 'N O C T S R L X -'],
  ['MARK_NO_ACTION', 'PROVIDER', '- R - - - - - - -'],
  ['SET_PERSONAL_DATA', 'PROVIDER', 'N O C T S R L X -'],
  ['GIVE_NOTICE', 'CLIENT PROVIDER', 'N O C T S R L X -'],
  ['SET_CHANGE_OUTCOME', 'PROVIDER', '- - - - - R L - -'],
  ['RATE', 'CLIENT', '- - - - - R L - -'],
];

describe('what may be asked of a ticket', () => {
  test.each(rules)('%s by %s leads to %s', (command, sides, outcomes) => {
    const told = COLUMNS.map(
      (status) =>
        outcomesOf(status, command)
          .map((next) => LETTERS[next])
          .join('/') || '-',
    );
    expect(told.join(' ')).toBe(outcomes);
    const asked: readonly Side[] = COMMAND_SIDES[command];
    expect(asked.join(' ')).toBe(sides);
  });

  test('a ticket is unfinished until it is resolved, closed, cancelled or merged', () => {
    expect(
      COLUMNS.filter(isUnfinished)
        .map((status) => LETTERS[status])
        .join(' '),
    ).toBe('N O C T S');
  });
});
