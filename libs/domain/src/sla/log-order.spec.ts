import type { TicketEvent } from '../ticketing/events.js';
import { logUntil } from './log-order.js';
import { does, opened, seoul, story } from './story.fixture.js';

const log = story(
  opened('08-03 10:00'),
  ['08-03 10:05', 'PROVIDER', does.reply('m1')],
  ['08-03 10:05', 'PROVIDER', does.start()],
  ['08-03 11:00', 'PROVIDER', does.resolve()],
);
const [opening, reply, start, resolved] = log;
if (opening === undefined || reply === undefined || start === undefined || resolved === undefined)
  throw new Error('the story has four events');

const NOON = seoul('08-03 12:00');
const read = (events: readonly TicketEvent[], asOf = NOON) => logUntil(events, asOf).map(({ seq, at }) => [seq, at]);
const whole = log.map(({ seq, at }) => [seq, at]);

describe('a log as clocks read it', () => {
  test('one that is in order is taken as it is', () => {
    expect(logUntil(log, NOON)).toBe(log);
  });

  const rows: readonly (readonly [string, readonly TicketEvent[], readonly unknown[]])[] = [
    ['is read by number, also what happened at one instant', [resolved, start, opening, reply], whole],
    ['what came twice in a row is read once', [opening, reply, reply, start, resolved], whole],
    [
      'of two events with one number the first that was given counts',
      [opening, reply, { ...resolved, seq: 2 }],
      whole.slice(0, 2),
    ],
    [
      'an instant before its predecessor is taken as that',
      [opening, reply, { ...start, at: seoul('08-03 09:00') }, resolved],
      whole,
    ],
    ['an instant that is none is taken as that too', [opening, reply, { ...start, at: NaN }, resolved], whole],
    [
      'before anything is dated nothing has happened',
      [{ ...opening, at: NaN }, reply, start, resolved],
      whole.slice(1),
    ],
  ];
  test.each(rows)('%s', (_, events, expected) => expect(read(events)).toEqual(expected));

  test.each<readonly [string, string, number]>([
    ['what happens at the very instant of asking has happened', '08-03 11:00', 4],
    ['what happens later is not looked at', '08-03 10:59:59', 3],
    ['before the opening there is nothing', '08-03 09:59', 0],
  ])('%s', (_, asOf, length) => {
    expect(logUntil(log, seoul(asOf))).toHaveLength(length);
    expect(logUntil([...log].reverse(), seoul(asOf))).toHaveLength(length);
  });
});
