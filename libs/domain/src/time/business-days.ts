import type { CompiledCalendar } from './calendar.js';
import type { DayNumber } from './date.js';
import { addDays } from './date.js';
import type { Instant, LocalDate } from './instant.js';
import { DAY } from './instant.js';
import { RANGE_FROM, RANGE_TO } from './timeline.js';
import type { WallPlan } from './wall-plan.js';
import { firstInstantOfWall, localDateOf, localDayOf, startOfLocalDate, startOfLocalDay, wallOf } from './zone.js';

/**
 * `n` business days later (earlier for a negative n) at the same wall-clock; a time that is skipped that day moves to the end
 * of the skip. A business day is a local date on which hours start: the small hours of a night shift belong to the date before.
 * null: beyond the range of calendars.
 */
export function addBusinessDays(zone: string, plan: WallPlan | null, at: Instant, n: number): Instant | null {
  if (at < RANGE_FROM || at >= RANGE_TO) return null;
  if (n === 0) return at;
  const step = n > 0 ? 1 : -1;
  const [firstDay, lastDay] = [localDayOf(zone, RANGE_FROM), localDayOf(zone, RANGE_TO)];
  let day = localDayOf(zone, at);
  const timeOfDay = wallOf(zone, at) - day * DAY;
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (day < firstDay || day > lastDay) return null;
    if (isBusinessDay(zone, plan, day)) left -= 1;
  }
  const reached = firstInstantOfWall(zone, day * DAY + timeOfDay);
  return reached < RANGE_FROM || reached >= RANGE_TO ? null : reached;
}

/** The business days among the local dates from `first` to `last`, both included. Throws a RangeError for no date. */
export function businessDatesBetween(
  calendar: CompiledCalendar,
  first: LocalDate,
  last: LocalDate,
): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  const noonBefore = startOfLocalDate(calendar.zone, addDays(first, -1)) + DAY / 2;
  for (let at = calendar.addBusinessDays(noonBefore, 1); at !== null; at = calendar.addBusinessDays(at, 1)) {
    const date = localDateOf(calendar.zone, at);
    if (date > last) break;
    dates.push(date);
  }
  return dates;
}

function isBusinessDay(zone: string, plan: WallPlan | null, day: DayNumber): boolean {
  const exists = startOfLocalDay(zone, day) < startOfLocalDay(zone, day + 1);
  return exists && (plan === null || plan.open(day, day).length > 0);
}
