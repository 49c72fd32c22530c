import type { CompiledCalendar } from './calendar.js';
import type { DayNumber } from './date.js';
import { addDays } from './date.js';
import type { Instant, LocalDate } from './instant.js';
import { DAY } from './instant.js';
import { RANGE_FROM, RANGE_TO } from './timeline.js';
import type { WallPlan } from './wall-plan.js';
import {
  firstInstantOfWall,
  instantsOfWall,
  localDateOf,
  localDayOf,
  startOfLocalDate,
  startOfLocalDay,
  wallOf,
} from './zone.js';

/** No wall reads a date further out while calendars answer. */
const [FIRST_DAY, LAST_DAY]: readonly [DayNumber, DayNumber] = [RANGE_FROM / DAY - 1, RANGE_TO / DAY + 1];

/** Whether service hours start on a local date. */
export type IsBusinessDay = (day: DayNumber) => boolean;

/**
 * The business days of a plan, each date looked at once. A business day is a local date on which hours start: the small hours
 * of a night shift belong to the date before. A date that a zone skipped is none. A null plan is 24x7.
 */
export function businessDays(zone: string, plan: WallPlan | null): IsBusinessDay {
  const known = new Map<DayNumber, boolean>();
  return (day) => {
    if (plan !== null && (day < plan.firstDay || day > plan.lastDay)) return false;
    const answer = known.get(day) ?? (dateExists(zone, day) && (plan === null || plan.open(day, day).length > 0));
    known.set(day, answer);
    return answer;
  };
}

/**
 * `n` business days later (earlier for a negative n) at the same wall-clock; a time that is skipped that day moves to the end
 * of the skip. null: beyond the range of calendars, or no whole number of days.
 */
export function addBusinessDays(zone: string, isBusinessDay: IsBusinessDay, at: Instant, n: number): Instant | null {
  if (!(at >= RANGE_FROM && at < RANGE_TO) || !Number.isInteger(n)) return null;
  if (n === 0) return at;
  const step = n > 0 ? 1 : -1;
  let day = localDayOf(zone, at);
  const timeOfDay = wallOf(zone, at) - day * DAY;
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (day < FIRST_DAY || day > LAST_DAY) return null;
    if (isBusinessDay(day)) left -= 1;
  }
  const reached = firstInstantOfWall(zone, day * DAY + timeOfDay);
  return reached < RANGE_FROM || reached >= RANGE_TO ? null : reached;
}

/**
 * When the hours that start on the local date of `at` are over for good: where the wall reads their end twice, the second time,
 * and where it skips the end, the skip. 24x7 ends with the date. null: hours start on no such date.
 */
export function endOfBusinessDay(zone: string, plan: WallPlan | null, at: Instant): Instant | null {
  const day = localDayOf(zone, at);
  const end = plan === null ? (day + 1) * DAY : plan.open(day, day).at(-1)?.to;
  if (end === undefined) return null;
  return instantsOfWall(zone, end).at(-1) ?? firstInstantOfWall(zone, end);
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

function dateExists(zone: string, day: DayNumber): boolean {
  return startOfLocalDay(zone, day) < startOfLocalDay(zone, day + 1);
}
