import { badgeClock, isOwed, leadingClock, type CountedClock } from './clocks.js';

const AS_OF = '2026-11-20T05:00:00.000Z';
const clock = (change: Partial<CountedClock> = {}, until = AS_OF): CountedClock => ({
  kind: 'UPDATE_CADENCE',
  state: 'RUNNING',
  targetSeconds: 3_600,
  usedSeconds: 600,
  dueAt: '2026-11-20T06:00:00.000Z',
  metAt: null,
  breachedAt: null,
  explanation: { asOf: AS_OF, segments: [{ to: until }] },
  ...change,
});
const missed = {
  state: 'BREACHED',
  breachedAt: '2026-11-20T03:00:00.000Z',
  dueAt: '2026-11-20T03:00:00.000Z',
} as const;

describe('the clocks of a ticket', () => {
  it('an update that was missed and followed by the next is over, not overdue for ever', () => {
    const over = clock(missed, '2026-11-20T03:00:00.000Z');
    expect(badgeClock(over).endedAt).toBe('2026-11-20T03:00:00.000Z');
    expect(isOwed(over)).toBe(false);
  });

  it('what was missed and is still awaited goes on', () => {
    expect(badgeClock(clock(missed)).endedAt).toBeNull();
    expect(isOwed(clock(missed))).toBe(true);
  });

  it('the first to look at is what falls due first; what is over, or waits, comes after', () => {
    const over = clock(missed, '2026-11-20T03:00:00.000Z');
    const waiting = clock({ kind: 'RESOLUTION', state: 'PAUSED', dueAt: null });
    const next = clock({ kind: 'RESTORE', dueAt: '2026-11-20T05:30:00.000Z' });
    expect(leadingClock([over, waiting, clock(), next])).toBe(next);
    expect(leadingClock([over, waiting])).toBe(waiting);
    expect(leadingClock([over])).toBe(over);
    expect(leadingClock([])).toBeNull();
  });
});
