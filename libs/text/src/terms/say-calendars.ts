import type { CalendarDocument, Language, Terms } from '@daylight/domain';
import { WEEKDAYS } from '@daylight/domain';
import { sayIntervals, sayText, type Say } from './amounts.js';
import { codeWord } from './codes.js';

const calendarOf = ({ calendars }: Terms, [id]: readonly string[]): CalendarDocument | undefined =>
  calendars.find((calendar) => calendar.id === id);
const exceptionOf = (terms: Terms, keys: readonly string[]) =>
  calendarOf(terms, keys)?.exceptions.find(({ date }) => date === keys[1]);
const breakOf = (terms: Terms, keys: readonly string[]) =>
  calendarOf(terms, keys)?.breaks.find(({ date }) => date === keys[1]);
const holidayOf = (terms: Terms, keys: readonly string[]) =>
  calendarOf(terms, keys)?.fixedHolidays.find(({ date }) => date === keys[1]);

/** Service hours. */
export const CALENDARS: Readonly<Record<string, Say>> = {
  calendars: (terms, keys, language) => sayText(calendarOf(terms, keys)?.name, language),
  'calendars.name': (terms, keys, language) => sayText(calendarOf(terms, keys)?.name, language),
  'calendars.zone': (terms, keys) => calendarOf(terms, keys)?.zone ?? null,
  'calendars.kind': (terms, keys, language) => codeWord(calendarOf(terms, keys)?.kind ?? '', language),
  'calendars.weekly': (terms, keys, language) => sayWeek(calendarOf(terms, keys), language),
  'calendars.holidayPolicy': (terms, keys, language) =>
    codeWord(calendarOf(terms, keys)?.holidayPolicy ?? '', language),
  'calendars.holidayRegion': (terms, keys, language) =>
    regionName(calendarOf(terms, keys)?.holidayRegion ?? null, language),
  'calendars.exceptions': (terms, keys, language) => {
    const day = exceptionOf(terms, keys);
    return day === undefined ? null : `${day.date} ${day.name[language]} ${sayIntervals(day.intervals, language)}`;
  },
  'calendars.exceptions.name': (terms, keys, language) => sayText(exceptionOf(terms, keys)?.name, language),
  'calendars.exceptions.intervals': (terms, keys, language) =>
    sayIntervals(exceptionOf(terms, keys)?.intervals ?? [], language),
  'calendars.breaks': (terms, keys, language) => {
    const day = breakOf(terms, keys);
    return day === undefined ? null : `${day.date} ${sayIntervals(day.intervals, language)}`;
  },
  'calendars.breaks.intervals': (terms, keys, language) =>
    sayIntervals(breakOf(terms, keys)?.intervals ?? [], language),
  'calendars.fixedHolidays': (terms, keys, language) => {
    const day = holidayOf(terms, keys);
    return day === undefined ? null : `${day.date} ${day.name[language]}`;
  },
  'calendars.fixedHolidays.name': (terms, keys, language) => sayText(holidayOf(terms, keys)?.name, language),
};

function sayWeek(calendar: CalendarDocument | undefined, language: Language): string | null {
  const days = WEEKDAYS.flatMap((day) => {
    const hours = calendar?.weekly[day] ?? [];
    return hours.length === 0 ? [] : [`${codeWord(day, language)} ${sayIntervals(hours, language)}`];
  });
  return days.length === 0 ? null : days.join('; ');
}

/** `KR` as 대한민국 / South Korea. */
function regionName(region: string | null, language: Language): string | null {
  return region === null ? null : (new Intl.DisplayNames(language, { type: 'region' }).of(region) ?? region);
}
