import fc from 'fast-check';
import type { CalendarDocument, CompiledCalendar, HolidayRevision } from './calendar.js';
import { compileCalendar } from './compile.js';
import { DAY, MINUTE } from './instant.js';
import type { Reading } from './oracle.fixture.js';
import { anyCalendar, isOpenByHand, places, readingsAround } from './oracle.fixture.js';

interface Case {
  readonly calendar: CompiledCalendar;
  readonly readings: readonly Reading[];
  /** Open minutes before each reading, by hand; one entry more than readings. */
  readonly openBefore: readonly number[];
  readonly open: readonly boolean[];
}

function caseOf(
  place: (typeof places)[number],
  { document, holidays }: { readonly document: CalendarDocument; readonly holidays: readonly HolidayRevision[] },
): Case {
  const readings = readingsAround(place);
  const open = readings.map((reading) => isOpenByHand(document, holidays, reading));
  const openBefore = [0];
  for (const isOpen of open) openBefore.push((openBefore[openBefore.length - 1] ?? 0) + (isOpen ? 1 : 0));
  return { calendar: compileCalendar(document, holidays, 0), readings, open, openBefore };
}

const RUNS = { numRuns: 6, seed: 20260803 } as const;

describe.each(places)('in %s around %s', (zone, around) => {
  const place = [zone, around] as const;
  const first = readingsAround(place)[0]?.at ?? 0;
  const count = readingsAround(place).length;
  const index = fc.integer({ min: 0, max: count });
  const at = (position: number) => first + position * MINUTE;

  test('a minute is open iff the wall reads open hours', () => {
    fc.assert(
      fc.property(anyCalendar(place), (input) => {
        const { calendar, readings, open } = caseOf(place, input);
        const different = readings.find((reading, position) => calendar.isOpen(reading.at) !== open[position]);
        expect(different).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('elapsed time is the number of open minutes, and adding or taking it away leads there and back', () => {
    fc.assert(
      fc.property(
        anyCalendar(place),
        fc.array(fc.tuple(index, index), { minLength: 40, maxLength: 40 }),
        (input, pairs) => {
          const { calendar, openBefore, open } = caseOf(place, input);
          for (const [a, b] of pairs) {
            const [from, to] = [Math.min(a, b), Math.max(a, b)];
            const minutes = (openBefore[to] ?? 0) - (openBefore[from] ?? 0);
            expect(calendar.elapsed(at(from), at(to))).toBe(minutes * MINUTE);
            if (minutes === 0) continue;
            // The last minute that is open in [from, to) ends where the time is used up.
            let end = to;
            while (end > from && open[end - 1] !== true) end -= 1;
            expect(calendar.add(at(from), minutes * MINUTE)).toBe(at(end));
            let start = from;
            while (start < to && open[start] !== true) start += 1;
            expect(calendar.subtract(at(to), minutes * MINUTE)).toBe(at(start));
          }
        },
      ),
      RUNS,
    );
  });

  test('next opening and next closing are the first such minutes, and stretches tell the same', () => {
    fc.assert(
      fc.property(anyCalendar(place), fc.array(index, { minLength: 20, maxLength: 20 }), (input, positions) => {
        const { calendar, open } = caseOf(place, input);
        for (const position of positions.filter((value) => value < count)) {
          const opening = open.indexOf(true, position);
          const closing = open.indexOf(false, position);
          if (opening >= 0) expect(calendar.nextOpen(at(position))).toBe(at(opening));
          if (closing >= 0) expect(calendar.nextClose(at(position))).toBe(at(closing));
        }
        checkStretches(calendar, at(0), at(count));
      }),
      RUNS,
    );
  });
});

function checkStretches(calendar: CompiledCalendar, from: number, to: number): void {
  const stretches = calendar.stretches(from, to);
  let cursor = from;
  let openTime = 0;
  for (const stretch of stretches) {
    expect(stretch.from).toBe(cursor);
    expect(stretch.to).toBeGreaterThan(stretch.from);
    if (stretch.open) openTime += stretch.to - stretch.from;
    cursor = stretch.to;
  }
  expect(cursor).toBe(to);
  expect(openTime).toBe(calendar.elapsed(from, to));
  expect(stretches.filter(({ open }) => open).map((stretch) => [stretch.from, stretch.to])).toEqual(
    calendar.windows(from, to).map((window) => [window.from, window.to]),
  );
}

test('elapsed time adds up over any three instants, however far apart and in whatever order they are asked', () => {
  const instant = fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) });
  fc.assert(
    fc.property(anyCalendar(['Europe/Berlin', '2026-10-25']), instant, instant, instant, (input, x, y, z) => {
      const [a = 0, b = 0, c = 0] = [x, y, z].sort((one, other) => one - other);
      const fresh = (): CompiledCalendar => compileCalendar({ ...input.document }, input.holidays, 0);
      const calendar = fresh();
      const late = calendar.elapsed(b, c);
      const early = calendar.elapsed(a, b);
      expect(early + late).toBe(calendar.elapsed(a, c));
      expect(fresh().elapsed(a, b)).toBe(early);
      const due = early > 0 ? calendar.add(a, early) : null;
      if (due !== null) expect([due <= b, calendar.elapsed(a, due)]).toEqual([true, early]);
    }),
    { numRuns: 12, seed: 7 },
  );
});

test('a business day later is a day on which hours start, at the same time on the wall', () => {
  fc.assert(
    fc.property(anyCalendar(['Europe/London', '2026-03-29']), fc.integer({ min: 0, max: 5 }), (input, n) => {
      const calendar = compileCalendar(input.document, input.holidays, 0);
      const start = Date.UTC(2026, 5, 3, 9);
      const end = calendar.addBusinessDays(start, n);
      if (end === null) return;
      // No clock change in London between June and the middle of October.
      if (end < Date.UTC(2026, 9, 1)) expect((end - start) % DAY).toBe(0);
      expect(end).toBeGreaterThanOrEqual(start + n * DAY);
    }),
    { numRuns: 40, seed: 11 },
  );
});
