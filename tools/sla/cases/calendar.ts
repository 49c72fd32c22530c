import type { CalendarDocument, LocalizedText, WallInterval } from '@daylight/domain';
import { dayOf, isZone, parseWallTime, WEEKDAYS } from '@daylight/domain';
import type { Problems } from './note.js';
import { isRecord, note } from './note.js';

const NAMELESS: LocalizedText = { ko: '', en: '' };

/** Hours by date, as a case states exceptions and breaks. */
interface DatedHours {
  readonly date: string;
  readonly intervals: readonly WallInterval[];
}

type IsDate = (text: string) => boolean;
const isDate: IsDate = (text) => dayOf(text) !== null;
const isMonthDay: IsDate = (text) => /^\d{2}-\d{2}$/.test(text) && dayOf(`2000-${text}`) !== null;

/** The service hours of a case; undefined after noting what is wrong. Holidays close the hours that start on them. */
export function readCalendar(value: unknown, problems: Problems): CalendarDocument | undefined {
  if (value === undefined) return note(problems, 'MISSING', 'calendar');
  if (!isRecord(value)) return note(problems, 'NOT_AN_OBJECT', 'calendar', value);
  const zone = readZone(value['timezone'], problems);
  const weekly = readWeek(value['weekly'], problems);
  const dates = (key: string, is: IsDate) => readDates(value[key], `calendar.${key}`, is, problems);
  const hours = (key: string, is: IsDate) => readDatedHours(value[key], `calendar.${key}`, is, problems);
  const closedYearly = dates('recurring_holidays', isMonthDay).map((date) => ({ date, intervals: [] }));
  // The last word on a date counts: hours that return every year go before a holiday that does.
  const exceptions = [...closedYearly, ...hours('recurring_exceptions', isMonthDay), ...hours('exceptions', isDate)];
  const document: CalendarDocument = {
    ...{ id: 'case', name: NAMELESS, zone: zone ?? '', kind: 'WEEKLY', weekly: weekly ?? {} },
    exceptions: exceptions.map((exception) => ({ ...exception, name: NAMELESS })),
    breaks: hours('breaks', isDate),
    ...{ holidayPolicy: 'FIXED_LIST', holidayRegion: null },
    fixedHolidays: dates('holidays', isDate).map((date) => ({ date, name: NAMELESS })),
  };
  return zone === undefined || weekly === undefined ? undefined : document;
}

function readZone(value: unknown, problems: Problems): string | undefined {
  if (value === undefined) return note(problems, 'MISSING', 'calendar.timezone');
  return typeof value === 'string' && isZone(value)
    ? value
    : note(problems, 'UNKNOWN_ZONE', 'calendar.timezone', value);
}

function readWeek(value: unknown, problems: Problems): CalendarDocument['weekly'] | undefined {
  if (value === undefined) return note(problems, 'MISSING', 'calendar.weekly');
  if (!isRecord(value)) return note(problems, 'NOT_AN_OBJECT', 'calendar.weekly', value);
  const strange = Object.keys(value).find((key) => !WEEKDAYS.some((weekday) => weekday === key));
  if (strange !== undefined) return note(problems, 'UNKNOWN_WEEKDAY', 'calendar.weekly', strange);
  const days = WEEKDAYS.map((weekday) => {
    const hours = value[weekday];
    return [weekday, hours === undefined ? [] : readHours(hours, `calendar.weekly.${weekday}`, problems)] as const;
  });
  return Object.fromEntries(days);
}

function readDates(value: unknown, path: string, is: IsDate, problems: Problems): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return note(problems, 'NOT_A_LIST', path, value) ?? [];
  return value.flatMap((date: unknown, index) =>
    typeof date === 'string' && is(date) ? [date] : (note(problems, 'BAD_DATE', `${path}[${index}]`, date) ?? []),
  );
}

function readDatedHours(value: unknown, path: string, is: IsDate, problems: Problems): readonly DatedHours[] {
  if (value === undefined) return [];
  if (!isRecord(value)) return note(problems, 'NOT_AN_OBJECT', path, value) ?? [];
  return Object.entries(value).map(([date, hours]) => {
    if (!is(date)) note(problems, 'BAD_DATE', path, date);
    return { date, intervals: readHours(hours, `${path}.${date}`, problems) };
  });
}

/** `[[open, close], ...]`; `close <= open` runs past midnight. */
function readHours(value: unknown, path: string, problems: Problems): readonly WallInterval[] {
  if (!Array.isArray(value)) return note(problems, 'NOT_A_LIST', path, value) ?? [];
  return value.flatMap((pair: unknown, index) => {
    const [from, to, ...more]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    const good = isTime(from) && isTime(to) && from !== '24:00' && more.length === 0;
    return good ? [{ from, to }] : (note(problems, 'BAD_HOURS', `${path}[${index}]`, pair) ?? []);
  });
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && parseWallTime(value) !== null;
}
