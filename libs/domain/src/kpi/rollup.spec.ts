import { parseIso } from '../time/iso.js';
import { rollup, sumRollups } from './rollup.js';
import { CLOCK, met, missed, TICKET } from './sample-facts.fixture.js';

/** An instant of 2026 in Seoul. */
function seoul(text: string): number {
  const at = parseIso(`2026-${text.replace(' ', 'T')}:00+09:00`);
  if (at === null) throw new Error(`no instant: ${text}`);
  return at;
}

const [july, august] = [seoul('07-31 23:59'), seoul('08-01 00:00')];
const NONE = { met: 0, missed: 0, cancelled: 0, merged: 0, contested: 0 };
const place = { clock: 'RESOLUTION', serviceItemId: 'servers', priority: 'P2' };

describe('what is kept of months (decisions.md 8)', () => {
  test('clocks count in the month of their verdict, cut at local midnight, each fact once', () => {
    const clocks = [
      met(july),
      met(august),
      met(seoul('08-20 10:00'), { contested: true }),
      missed(seoul('08-31 23:59')),
      missed(seoul('08-31 23:59'), { priority: 'P1' }),
    ];
    expect(rollup({ tickets: [], clocks }, 'Asia/Seoul').clocks).toEqual([
      { ...NONE, ...place, month: '2026-07', met: 1 },
      { ...NONE, ...place, month: '2026-08', met: 2, missed: 1, contested: 1 },
      { ...NONE, ...place, month: '2026-08', priority: 'P1', missed: 1 },
    ]);
  });

  test('a clock without a verdict counts when its ticket was cancelled or merged, not when another clock took its place', () => {
    const ended = (cancelCause: 'CANCELLED' | 'MERGED' | 'SUPERSEDED') => ({
      ...CLOCK,
      cancelCause,
      cancelledAt: august,
    });
    const clocks = [CLOCK, ended('CANCELLED'), ended('MERGED'), ended('MERGED'), ended('SUPERSEDED')];
    expect(rollup({ tickets: [], clocks }, 'Asia/Seoul').clocks).toEqual([
      { ...NONE, ...place, month: '2026-08', cancelled: 1, merged: 2 },
    ]);
  });

  test('pilots are kept out', () => {
    expect(rollup({ tickets: [], clocks: [met(august, { pilot: true })] }, 'Asia/Seoul').clocks).toEqual([]);
  });

  test('moves of the backlog count in the month of each', () => {
    const moves = [
      { at: july, kind: 'OPENED', delta: 1 },
      { at: august, kind: 'RESOLVED', delta: -1 },
      { at: seoul('08-02 09:00'), kind: 'REOPENED', delta: 1 },
      { at: seoul('08-03 09:00'), kind: 'RESOLVED', delta: -1 },
    ] as const;
    const none = { OPENED: 0, REOPENED: 0, RESOLVED: 0, CANCELLED: 0, MERGED: 0 };
    expect(rollup({ tickets: [{ ...TICKET, moves }], clocks: [] }, 'Asia/Seoul').flow).toEqual([
      { ...none, month: '2026-07', serviceItemId: 'servers', priority: 'P2', OPENED: 1 },
      { ...none, month: '2026-08', serviceItemId: 'servers', priority: 'P2', RESOLVED: 2, REOPENED: 1 },
    ]);
  });

  test('months sum to a quarter, number by number', () => {
    expect(
      sumRollups([
        { met: 1, missed: 2, cancelled: 3, merged: 4, contested: 5 },
        { met: 10, missed: 20, cancelled: 30, merged: 40, contested: 50 },
        NONE,
      ]),
    ).toEqual({ met: 11, missed: 22, cancelled: 33, merged: 44, contested: 55 });
    expect(sumRollups([])).toEqual(NONE);
  });
});
