import type { Tx } from '@daylight/api-database';
import {
  compileCalendar,
  type CompiledCalendar,
  type HolidayRevision,
  type Instant,
  type Terms,
} from '@daylight/domain';
import { calendarRevision, loadHolidays } from './holidays.js';

/** The compiled calendar of the terms by its id. Throws for an id that the terms don't have: they were parsed. */
export type CalendarLookup = (calendarId: string) => CompiledCalendar;

const NO_DAYS: readonly HolidayRevision[] = [];

/**
 * The calendars of terms with the official days as known at `asOf` (D-CAL-4). One statement, none where the caller
 * knows the revision already and the days are in memory. Compiled once per terms object and state of knowledge, so
 * pass the terms that `termsByDigest` or `resolveBinding` gave and not a copy.
 */
export async function calendarsFor(
  tx: Tx,
  terms: Pick<Terms, 'calendars'>,
  asOf: Instant,
  revision?: number,
): Promise<CalendarLookup> {
  const regions = regionsOf(terms);
  const upTo = regions.length === 0 ? 0 : (revision ?? (await calendarRevision(tx)));
  const lists = await Promise.all(regions.map((region) => loadHolidays(tx, region, upTo)));
  const days = new Map(regions.map((region, index) => [region, lists[index] ?? NO_DAYS]));
  const compiled = new Map<string, CompiledCalendar>();
  return (calendarId) => {
    const known = compiled.get(calendarId);
    if (known !== undefined) return known;
    const document = terms.calendars.find((calendar) => calendar.id === calendarId);
    if (document === undefined) throw new RangeError(`these terms have no calendar ${calendarId}`);
    const holidays = document.holidayRegion === null ? NO_DAYS : (days.get(document.holidayRegion) ?? NO_DAYS);
    const calendar = compileCalendar(document, holidays, asOf);
    compiled.set(calendarId, calendar);
    return calendar;
  };
}

/** Regions whose official days the calendars follow, each once. */
export function regionsOf({ calendars }: Pick<Terms, 'calendars'>): readonly string[] {
  const follow = calendars.filter(
    ({ kind, holidayPolicy }) => kind === 'WEEKLY' && holidayPolicy === 'FOLLOW_OFFICIAL',
  );
  return [...new Set(follow.flatMap(({ holidayRegion }) => holidayRegion ?? []))];
}
