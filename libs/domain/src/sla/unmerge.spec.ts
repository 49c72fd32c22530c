import type { ClockKind } from '../contracts/terms.js';
import { check, clockOf, type Expected } from './expect.fixture.js';
import { does, opened, type Line } from './story.fixture.js';

const atTen = opened('08-03 10:00');
const merged = (at: string): Line => [at, 'PROVIDER', does.merge()];
const apart = (at: string): Line => [at, 'PROVIDER', does.unmerge()];
type Row = readonly [name: string, kind: ClockKind, lines: readonly Line[], asOf: string, expected: Expected];

describe('a merge that is undone (D-SLA-7)', () => {
  const rows: readonly Row[] = [
    [
      'the clock goes on as if it had run all the while',
      'RESOLUTION',
      [atTen, merged('08-03 12:00'), apart('08-03 14:00')],
      '08-03 15:00',
      { state: 'RUNNING', used: 300, due: '08-03 18:00' },
    ],
    [
      'until then it was cancelled',
      'RESOLUTION',
      [atTen, merged('08-03 12:00'), apart('08-03 14:00')],
      '08-03 13:00',
      { state: 'CANCELLED', verdict: null },
    ],
    [
      'what fell due meanwhile is missed when the merge is undone, not before',
      'FIRST_RESPONSE',
      [atTen, merged('08-03 10:10'), apart('08-03 14:00')],
      '08-03 14:01',
      { verdict: 'MISSED', breachedAt: '08-03 14:00' },
    ],
    [
      'an answer at the very instant comes in time',
      'FIRST_RESPONSE',
      [atTen, merged('08-03 10:10'), apart('08-03 14:00'), ['08-03 14:00', 'PROVIDER', does.reply()]],
      '08-03 15:00',
      { verdict: 'MET', metAt: '08-03 14:00' },
    ],
    [
      'a verdict that was reached before stands',
      'FIRST_RESPONSE',
      [atTen, ['08-03 10:20', 'PROVIDER', does.reply()], merged('08-03 10:40'), apart('08-03 14:00')],
      '08-03 15:00',
      { verdict: 'MET', metAt: '08-03 10:20' },
    ],
    [
      'what was missed can be met late again',
      'FIRST_RESPONSE',
      [atTen, merged('08-03 10:40'), apart('08-03 11:00'), ['08-03 11:30', 'PROVIDER', does.reply()]],
      '08-03 12:00',
      { verdict: 'MISSED', breachedAt: '08-03 10:30', metAt: '08-03 11:30' },
    ],
    [
      'waiting ended with the merge: nobody waited for the client meanwhile',
      'RESOLUTION',
      [
        atTen,
        ['08-03 11:00', 'PROVIDER', does.question()],
        ['08-03 11:00', 'PROVIDER', does.waitForClient()],
        merged('08-03 12:00'),
        apart('08-03 14:00'),
      ],
      '08-03 15:00',
      { state: 'RUNNING', used: 240 },
    ],
    [
      'merged for good a second time it is cancelled again',
      'RESOLUTION',
      [atTen, merged('08-03 11:00'), apart('08-03 12:00'), merged('08-03 13:00')],
      '08-03 15:00',
      { state: 'CANCELLED', used: 180 },
    ],
    [
      'a cancelled ticket is not brought back by it',
      'RESOLUTION',
      [atTen, ['08-03 11:00', 'CLIENT', does.cancel()], apart('08-03 12:00')],
      '08-03 15:00',
      { state: 'CANCELLED' },
    ],
  ];

  test.each(rows)('%s', (_name, kind, lines, asOf, expected) => {
    check(clockOf(lines, asOf, kind), expected);
  });
});
