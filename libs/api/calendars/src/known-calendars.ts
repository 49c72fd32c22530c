import type { Tx } from '@daylight/api-database';
import { compileCalendar, type CalendarOf, type HolidayRevision, type Instant, type Terms } from '@daylight/domain';
import { regionsOf } from './calendars-for.js';
import { calendarRevision, loadHolidays } from './holidays.js';

const NO_DAYS: readonly HolidayRevision[] = [];

/**
 * The calendars of terms with the official days as known when a clock asks, at the latest at `asOf`: a day declared after a
 * verdict doesn't change it (D-CAL-4). Compiled once per terms object and state of knowledge; one statement, none when the
 * caller knows the revision and its days are in memory.
 */
export async function knownCalendars(
  tx: Tx,
  terms: Pick<Terms, 'calendars'>,
  asOf: Instant,
  revision?: number,
): Promise<CalendarOf> {
  const regions = regionsOf(terms);
  const upTo = regions.length === 0 ? 0 : (revision ?? (await calendarRevision(tx)));
  const lists = await Promise.all(regions.map((region) => loadHolidays(tx, region, upTo)));
  const days = new Map(regions.map((region, index) => [region, lists[index] ?? NO_DAYS]));
  const documents = new Map(terms.calendars.map((document) => [document.id, document]));
  return (calendarId, knownAt) => {
    const document = documents.get(calendarId);
    if (document === undefined) throw new RangeError(`these terms have no calendar ${calendarId}`);
    const holidays = document.holidayRegion === null ? NO_DAYS : (days.get(document.holidayRegion) ?? NO_DAYS);
    return compileCalendar(document, holidays, Math.min(knownAt, asOf));
  };
}
