import { dayKind, dayStrip, stepInStrip, type StripDay } from './day-strip.js';

const HOUR = 3_600_000;
const day = (date: string, changes: Partial<StripDay> = {}): StripDay => ({
  ...{ date, lengthMs: 24 * HOUR, downMs: 0, degradedMs: 0, unmeasuredMs: 0, plannedMs: 0 },
  ...changes,
});
/** Ninety days up to 23 November 2026. */
const NINETY = Array.from({ length: 90 }, (_none, index) =>
  day(new Date(Date.UTC(2026, 7, 26 + index)).toISOString().slice(0, 10)),
);
const FRAME = { width: 900, minSlot: 7, labelGap: 40 };

describe('what a day was like', () => {
  it.each([
    ['a whole day is up', {}, 'up'],
    ['an hour down outweighs a day degraded', { downMs: HOUR, degradedMs: 20 * HOUR }, 'down'],
    ['degraded outweighs unmeasured', { degradedMs: 1, unmeasuredMs: HOUR }, 'degraded'],
    ['what nobody measured is not up', { unmeasuredMs: 1 }, 'unmeasured'],
    ['planned work leaves a day up', { plannedMs: 4 * HOUR }, 'up'],
    ['a day before the contract is no good day', { lengthMs: 0 }, 'none'],
  ] as const)('%s', (_sentence, changes, kind) => expect(dayKind(day('2026-11-01', changes))).toBe(kind));
});

describe('the strip of days', () => {
  it('fills its width with one bar a day', () => {
    const { cells, rows } = dayStrip(NINETY, FRAME);
    expect([cells.length, rows]).toEqual([90, 1]);
    expect((cells[89]?.x ?? 0) + (cells[89]?.width ?? 0)).toBeLessThanOrEqual(900);
  });
  it('breaks into equal rows on a phone instead of becoming too thin to see', () => {
    const { cells, rows, perRow } = dayStrip(NINETY, { ...FRAME, width: 300 });
    expect([rows, perRow]).toEqual([3, 30]);
    expect(cells[30]).toMatchObject({ row: 1, x: 0 });
    expect(Math.min(...cells.map(({ width }) => width))).toBeGreaterThan(5);
  });
  it('shows two minutes of a day, and more for more', () => {
    const days = [day('2026-11-01', { downMs: 120_000 }), day('2026-11-02', { downMs: 12 * HOUR })];
    const [little, much] = dayStrip(days, FRAME).cells;
    expect(little?.loss).toBe(0.3);
    expect(much?.loss).toBeCloseTo(0.71, 2);
  });
  it('names each month once where it begins, and none so close that they touch', () => {
    const { months } = dayStrip(NINETY, FRAME);
    expect(months.map(({ date }) => date)).toEqual(['2026-08-26', '2026-09-01', '2026-10-01', '2026-11-01']);
    expect(dayStrip(NINETY, { ...FRAME, labelGap: 80 }).months.map(({ date }) => date)).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ]);
  });
  it('draws nothing for no days', () => expect(dayStrip([], FRAME).cells).toEqual([]));
});

describe('walking the strip by keyboard', () => {
  const days = [day('2026-11-01', { downMs: 1 }), ...NINETY.slice(0, 20), day('2026-11-22', { plannedMs: 1 })];
  it.each([
    ['right goes to the next day', 0, 'ArrowRight', 1],
    ['left stays at the first day', 0, 'ArrowLeft', 0],
    ['down goes to the next day on which something happened', 3, 'ArrowDown', 21],
    ['up goes back to the last one', 3, 'ArrowUp', 0],
    ['down stays where nothing follows', 21, 'ArrowDown', 21],
    ['a page is a week', 10, 'PageUp', 3],
    ['the end is today', 4, 'End', 21],
    ['other keys are left to others', 4, 'KeyJ', null],
  ] as const)('%s', (_sentence, from, code, to) => expect(stepInStrip(days, from, code)).toBe(to));
});
