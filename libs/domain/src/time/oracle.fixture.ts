import fc from 'fast-check';
import type { CalendarDocument, HolidayRevision, WallInterval } from './calendar.js';
import { WEEKDAYS } from './calendar.js';
import type { Instant, LocalDate } from './instant.js';
import { DAY, MINUTE } from './instant.js';

/**
 * A second opinion on calendars that shares nothing with their code: it reads the wall with Intl once a minute and asks
 * whether that reading lies in an open interval of its date (D-CAL-1). Slow, and so simple that it can be checked by eye.
 */
export interface Reading {
  readonly at: Instant;
  readonly date: LocalDate;
  readonly previousDate: LocalDate;
  readonly minute: number;
}

/** Windows of a few days around clock changes of every sort that we know. */
export const places: readonly (readonly [zone: string, around: string])[] = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/London', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['America/St_Johns', '2006-10-29'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Pyongyang', '2018-05-04'],
  ['Asia/Seoul', '1988-05-08'],
  ['Asia/Seoul', '2026-09-25'],
];

const REACH = 2;
const readings = new Map<string, readonly Reading[]>();

/** Every minute of the days around a place's date, as its wall shows them. */
export function readingsAround([zone, around]: (typeof places)[number]): readonly Reading[] {
  const key = `${zone} ${around}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  const first = Date.parse(`${around}T00:00:00Z`) - REACH * DAY;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const found: Reading[] = [];
  for (let at = first; at < first + (2 * REACH + 1) * DAY; at += MINUTE) {
    const [date = '', time = ''] = format.format(at).split(' ');
    const previousDate = new Date(Date.parse(date) - DAY).toISOString().slice(0, 10);
    found.push({ at, date, previousDate, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) });
  }
  readings.set(key, found);
  return found;
}

/** Whether a document is open at a reading, said as D-CAL-1 says it. */
export function isOpenByHand(
  document: CalendarDocument,
  holidays: readonly HolidayRevision[],
  reading: Reading,
): boolean {
  const { date, previousDate, minute } = reading;
  const hours = (day: LocalDate) => hoursByHand(document, holidays, day);
  const breaks = (day: LocalDate) => document.breaks.filter((cut) => cut.date === day).flatMap((cut) => cut.intervals);
  const covers = (of: (day: LocalDate) => readonly WallInterval[]) =>
    of(date).some((interval) => within(interval, minute)) ||
    of(previousDate).some((interval) => within(interval, minute + 1440));
  return covers(hours) && !covers(breaks);
}

function hoursByHand(
  document: CalendarDocument,
  holidays: readonly HolidayRevision[],
  day: LocalDate,
): readonly WallInterval[] {
  const exception =
    document.exceptions.findLast(({ date }) => date === day) ??
    document.exceptions.findLast(({ date }) => date === day.slice(5));
  if (exception !== undefined) return exception.intervals;
  if (holidays.some(({ date }) => date === day)) return [];
  const weekday = WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
  return weekday === undefined ? [] : (document.weekly[weekday] ?? []);
}

function within({ from, to }: WallInterval, minute: number): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return minute >= start && minute < (end <= start ? end + 1440 : end);
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const name = { ko: '이름', en: 'Name' };
const wallTime = (highest: number) =>
  fc.integer({ min: 0, max: highest }).map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
const interval: fc.Arbitrary<WallInterval> = fc.record({ from: wallTime(1439), to: wallTime(1440) });
const intervals = fc.array(interval, { maxLength: 3 });

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Any hours: overlapping, past midnight, around the clock change, closed for days. */
export function anyCalendar([zone, around]: (typeof places)[number]): fc.Arbitrary<{
  readonly document: CalendarDocument;
  readonly holidays: readonly HolidayRevision[];
}> {
  const date = fc
    .integer({ min: -REACH - 1, max: REACH + 1 })
    .map((days) => new Date(Date.parse(around) + days * DAY).toISOString().slice(0, 10));
  const exceptionDate = fc.oneof(
    date,
    date.map((day) => day.slice(5)),
  );
  const document = fc.record({
    id: fc.constant('any'),
    name: fc.constant(name),
    zone: fc.constant(zone),
    kind: fc.constant('WEEKLY' as const),
    weekly: fc.record({
      mon: intervals,
      tue: intervals,
      wed: intervals,
      thu: intervals,
      fri: intervals,
      sat: intervals,
      sun: intervals,
    }),
    exceptions: fc.array(fc.record({ date: exceptionDate, name: fc.constant(name), intervals }), { maxLength: 2 }),
    breaks: fc.array(fc.record({ date, intervals }), { maxLength: 2 }),
    holidayPolicy: fc.constant('FOLLOW_OFFICIAL' as const),
    holidayRegion: fc.constant('KR'),
    fixedHolidays: fc.constant([]),
  });
  const holiday = date.map((day) => ({ date: day, name, knownAt: 0, source: 'test', revoked: false }));
  return fc.record({ document, holidays: fc.array(holiday, { maxLength: 2 }) });
}
