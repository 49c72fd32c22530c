import { does, opened, seoul, story } from '../sla/story.fixture.js';
import type { TicketEvent } from './events.js';
import { logProblems, type LogProblem } from './log-problems.js';

const log = story(
  opened('08-03 10:00'),
  ['08-03 11:00', 'PROVIDER', does.reply()],
  ['08-03 12:00', 'PROVIDER', does.resolve()],
);
const [first, second, third] = log;
if (first === undefined || second === undefined || third === undefined) throw new Error('the story is too short');

const rows: readonly (readonly [string, readonly TicketEvent[], readonly LogProblem[]])[] = [
  ['a log as it should be', log, []],
  ['two events of one instant', [first, { ...second, at: first.at }], []],
  ['no events at all', [], [{ kind: 'NO_EVENTS' }]],
  ['a log that begins in the middle', [second, third], [{ kind: 'NOT_OPENED_FIRST', seq: 2 }]],
  ['a ticket that opens twice', [first, { ...first, seq: 2 }], [{ kind: 'OPENED_TWICE', seq: 2 }]],
  ['an event that was sent twice', [first, second, second], [{ kind: 'DUPLICATE', seq: 2 }]],
  ['an opening that was sent twice', [first, first, second], [{ kind: 'DUPLICATE', seq: 1 }]],
  ['events that arrive in the wrong order', [first, third, second], [{ kind: 'OUT_OF_ORDER', seq: 2 }]],
  [
    'an event dated before the one before it',
    [first, second, { ...third, at: seoul('08-03 10:30') }],
    [{ kind: 'STEPS_BACK', seq: 3 }],
  ],
  [
    'only what steps back is named, not what follows in time',
    [first, { ...second, at: seoul('08-03 09:00') }, third],
    [{ kind: 'STEPS_BACK', seq: 2 }],
  ],
  ['an event without an instant', [first, { ...second, at: NaN }], [{ kind: 'NOT_AN_INSTANT', seq: 2 }]],
  ['a number that is none', [{ ...first, seq: 0 }], [{ kind: 'NOT_A_NUMBER', seq: 0 }]],
  ['a number between two', [first, { ...second, seq: 1.5 }], [{ kind: 'NOT_A_NUMBER', seq: 1.5 }]],
];

test.each(rows)('%s', (_name, events, problems) => {
  expect(logProblems(events)).toEqual(problems);
});
