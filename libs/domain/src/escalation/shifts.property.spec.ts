import fc from 'fast-check';
import { MINUTE } from '../time/instant.js';
import type { OnCallSchedule } from './on-call.js';
import type { Minute } from './on-call-oracle.fixture.js';
import { anySchedule, minutesAround, onCallByHand } from './on-call-oracle.fixture.js';
import { onCall, shiftGaps, shifts } from './shifts.js';

const PLACES = [
  ['Asia/Seoul', '2026-09-25'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['America/St_Johns', '2006-10-29'],
  ['Pacific/Apia', '2011-12-30'],
] as const;
const RUNS = { numRuns: 20, seed: 20261122 } as const;
/** Every minute of five days is asked for; more such cases than these find nothing new. */
const SLOW = { ...RUNS, numRuns: 6 } as const;

/** Who is on call at each minute, by the shifts. */
function byShifts(schedule: OnCallSchedule, minutes: readonly Minute[]): readonly (string | null)[] {
  const [first, last] = [minutes[0]?.at ?? 0, minutes[minutes.length - 1]?.at ?? 0];
  const found = shifts(schedule, first, last + MINUTE);
  let next = 0;
  return minutes.map(({ at }) => {
    while (next < found.length && (found[next]?.to ?? 0) <= at) next += 1;
    const shift = found[next];
    return shift !== undefined && at >= shift.from ? shift.personId : null;
  });
}

describe.each(PLACES)('in %s around %s', (zone, around) => {
  const place = [zone, around] as const;
  const minutes = minutesAround(place);
  const first = minutes[0]?.at ?? 0;
  const end = first + minutes.length * MINUTE;
  const instant = fc.integer({ min: first, max: end });

  test('every minute has the person whom the wall clock and the turns name', () => {
    fc.assert(
      fc.property(anySchedule(place), (schedule) => {
        const found = byShifts(schedule, minutes);
        const wrong = minutes.find((minute, index) => found[index] !== onCallByHand(schedule, minute));
        expect(wrong).toBeUndefined();
      }),
      SLOW,
    );
  });

  test('shifts are in order and disjoint, and with the gaps they make up the whole range', () => {
    fc.assert(
      fc.property(anySchedule(place), instant, instant, (schedule, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const parts = [...shifts(schedule, from, to), ...shiftGaps(schedule, from, to)].sort((x, y) => x.from - y.from);
        let cursor = from;
        for (const part of parts) {
          expect([part.from, part.to > part.from]).toEqual([cursor, true]);
          cursor = part.to;
        }
        expect(cursor).toBe(to);
      }),
      RUNS,
    );
  });

  test('whoever is on call at an instant has the shift around it, and cutting a range changes nobody', () => {
    fc.assert(
      fc.property(anySchedule(place), fc.array(instant, { minLength: 5, maxLength: 5 }), (schedule, instants) => {
        const whole = shifts(schedule, first, end);
        for (const at of instants) {
          const around = whole.find(({ from, to }) => at >= from && at < to);
          const expected = around === undefined ? null : { personId: around.personId, source: around.source };
          expect(onCall(schedule, at)).toEqual(at === end ? onCall(schedule, end) : expected);
        }
      }),
      RUNS,
    );
  });
});
