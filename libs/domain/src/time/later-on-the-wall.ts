import { utcDay } from './date.js';
import type { Instant } from './instant.js';
import { DAY } from './instant.js';
import { firstInstantOfWall, localParts, wallOf } from './zone.js';

/**
 * The same wall-clock reading months and then days later, or earlier where they are negative; the 31st becomes the month's
 * last day, a reading that is skipped that day the end of the skip. Throws a RangeError for an unknown zone.
 */
export function laterOnTheWall(
  zone: string,
  at: Instant,
  { months = 0, days = 0 }: { readonly months?: number; readonly days?: number },
): Instant {
  const { year, month, day } = localParts(zone, at);
  const wall = wallOf(zone, at);
  const timeOfDay = wall - Math.floor(wall / DAY) * DAY;
  const lastOfMonth = utcDay(year, month + months + 1, 0);
  const target = Math.min(utcDay(year, month + months, day), lastOfMonth);
  return firstInstantOfWall(zone, (target + days) * DAY + timeOfDay);
}
