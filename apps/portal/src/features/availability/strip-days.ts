import type { StripDay } from '@daylight/web-charts';
import type { ServiceStripFragment } from './generated/availability.js';

export const STRIP_DAYS = 90;
const SECOND = 1_000;
const DAY = 86_400_000;

const before = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

/** The days of a service as bars; what lies before the contract is there as well, so that the strips of all line up. */
export function stripDays(days: ServiceStripFragment['days']): readonly StripDay[] {
  const drawn = days.map((day) => ({
    date: day.date,
    lengthMs: day.seconds * SECOND,
    downMs: day.downSeconds * SECOND,
    degradedMs: day.degradedSeconds * SECOND,
    unmeasuredMs: day.unmeasuredSeconds * SECOND,
    plannedMs: day.plannedSeconds * SECOND,
  }));
  const [first] = drawn;
  if (first === undefined) return [];
  const missing = Math.max(STRIP_DAYS - drawn.length, 0);
  const blank = { lengthMs: 0, downMs: 0, degradedMs: 0, unmeasuredMs: 0, plannedMs: 0 };
  return [
    ...Array.from({ length: missing }, (_none, index) => ({ date: before(first.date, missing - index), ...blank })),
    ...drawn,
  ];
}

interface Loss {
  /** On how many days something was lost, and how much of it in all (ms). */
  readonly days: number;
  readonly ms: number;
  /** Days of which some time wasn't measured, and whether that is all there is: then nobody knows how it was. */
  readonly blindDays: number;
  readonly blind: boolean;
}

/** What the strip comes to. */
export function lossOf(days: readonly StripDay[]): Loss {
  const hit = days.filter(({ downMs, degradedMs }) => downMs + degradedMs > 0);
  const total = (of: (day: StripDay) => number): number => days.reduce((sum, day) => sum + of(day), 0);
  const unmeasured = total(({ unmeasuredMs }) => unmeasuredMs);
  return {
    days: hit.length,
    ms: total(({ downMs, degradedMs }) => downMs + degradedMs),
    blindDays: days.filter(({ unmeasuredMs }) => unmeasuredMs > 0).length,
    blind: unmeasured > 0 && unmeasured === total(({ lengthMs }) => lengthMs),
  };
}
