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

/** What the strip comes to: on how many days something was lost, and how much of it in all (ms). */
export function lossOf(days: readonly StripDay[]): { readonly days: number; readonly ms: number } {
  const hit = days.filter(({ downMs, degradedMs }) => downMs + degradedMs > 0);
  return { days: hit.length, ms: hit.reduce((sum, { downMs, degradedMs }) => sum + downMs + degradedMs, 0) };
}
