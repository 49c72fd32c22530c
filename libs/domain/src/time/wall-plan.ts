import type { CalendarDocument, HolidayRevision, WallInterval } from './calendar.js';
import { WEEKDAYS } from './calendar.js';
import type { DayNumber } from './date.js';
import { dateOf, dayOf, monthDayOf, parseMonthDay, parseWallTime, weekdayOf } from './date.js';
import type { Instant, LocalDate } from './instant.js';
import { DAY } from './instant.js';
import type { LocalizedText } from '../text.js';
import type { Span } from './spans.js';
import { subtractSpans, unionOf } from './spans.js';

/** A named day on which hours that the week would have opened stay closed. */
export interface ClosedDay {
  readonly date: LocalDate;
  readonly name: LocalizedText;
}

/** What a calendar says of one local date, on the wall axis (`WallMs`). */
export interface DayPlan {
  /** Hours that start on this date; those past midnight reach into the next one. */
  readonly hours: readonly Span[];
  readonly closed: (ClosedDay & Span) | null;
}

/** The service hours of every local date, before any zone turns wall readings into instants. */
export interface WallPlan {
  /** Hours start on no date before `firstDay` or after `lastDay`; infinite for a week that repeats, crossed when never. */
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly day: (day: DayNumber) => DayPlan;
  /** Open wall readings of hours that start on one of the dates `[first, last]`: sorted, disjoint, breaks cut out. */
  readonly open: (first: DayNumber, last: DayNumber) => readonly Span[];
}

interface Exception {
  readonly name: LocalizedText;
  readonly hours: readonly Span[];
}

/**
 * The plan of a weekly calendar. Precedence for a date: its own exception, then one that returns every year,
 * then a holiday, then the week. Breaks are cut out of whatever is left.
 */
export function wallPlan(document: CalendarDocument, holidays: ReadonlyMap<DayNumber, ClosedDay>): WallPlan {
  const week = WEEKDAYS.map((weekday) => hoursOf(document.weekly[weekday] ?? []));
  const { dated, yearly } = exceptionsOf(document);
  const breaks = breaksOf(document);
  const repeats = [...week, ...[...yearly.values()].map(({ hours }) => hours)].some((hours) => hours.length > 0);
  const { firstDay, lastDay } = repeats ? EVERY_DAY : reachOf(dated);

  const day = (number: DayNumber): DayPlan => {
    const midnight = number * DAY;
    const usual = week[weekdayOf(number)] ?? [];
    const exception = dated.get(number) ?? (yearly.size > 0 ? yearly.get(monthDayOf(number)) : undefined);
    if (exception !== undefined) {
      const closed = exception.hours.length === 0 ? { date: dateOf(number), name: exception.name } : null;
      return { hours: at(midnight, exception.hours), closed: closed && closedSpan(closed, midnight, usual) };
    }
    const holiday = holidays.get(number);
    if (holiday !== undefined) return { hours: [], closed: closedSpan(holiday, midnight, usual) };
    return { hours: at(midnight, usual), closed: null };
  };

  const open = (first: DayNumber, last: DayNumber): readonly Span[] => {
    const spans: Span[] = [];
    const until = Math.min(last, lastDay);
    for (let number = Math.max(first, firstDay); number <= until; number += 1) spans.push(...day(number).hours);
    const union = unionOf(spans);
    return breaks.length === 0 ? union : subtractSpans(union, breaks);
  };
  return { firstDay, lastDay, day, open };
}

const EVERY_DAY = { firstDay: -Infinity, lastDay: Infinity } as const;

/** From the first to the last dated exception that opens. */
function reachOf(dated: ReadonlyMap<DayNumber, Exception>): Pick<WallPlan, 'firstDay' | 'lastDay'> {
  let [firstDay, lastDay] = [Infinity, -Infinity];
  for (const [day, { hours }] of dated) {
    if (hours.length > 0) [firstDay, lastDay] = [Math.min(firstDay, day), Math.max(lastDay, day)];
  }
  return { firstDay, lastDay };
}

/** Holidays in force for a document as known at `asOf`, by day number (D-CAL-4): the last word on a date counts. */
export function holidaysInForce(
  document: CalendarDocument,
  revisions: readonly HolidayRevision[],
  asOf: Instant,
): ReadonlyMap<DayNumber, ClosedDay> {
  const days = new Map<DayNumber, ClosedDay>();
  if (document.holidayPolicy === 'FIXED_LIST') {
    for (const { date, name } of document.fixedHolidays) setDay(days, { date, name });
  }
  if (document.holidayPolicy !== 'FOLLOW_OFFICIAL') return days;
  const known = revisions.filter((revision) => revision.knownAt <= asOf).sort((a, b) => a.knownAt - b.knownAt);
  for (const { date, name, revoked } of known) {
    const number = dayOf(date);
    if (revoked && number !== null) days.delete(number);
    if (!revoked) setDay(days, { date, name });
  }
  return days;
}

function setDay(days: Map<DayNumber, ClosedDay>, closed: ClosedDay): void {
  const number = dayOf(closed.date);
  if (number !== null) days.set(number, closed);
}

/**
 * A closed day explains the whole date and the hours past its midnight that it took away.
 * A date on which the week has no hours anyway is left to "outside hours": the holiday took nothing.
 */
function closedSpan(closed: ClosedDay, midnight: number, usual: readonly Span[]): (ClosedDay & Span) | null {
  if (usual.length === 0) return null;
  const lost = usual.reduce((end, span) => Math.max(end, span.to), DAY);
  return { ...closed, from: midnight, to: midnight + lost };
}

function at(midnight: number, hours: readonly Span[]): readonly Span[] {
  return hours.map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
}

/** Milliseconds from midnight; `to <= from` runs past it. Times that can't be read open nothing (see `validateCalendar`). */
function hoursOf(intervals: readonly WallInterval[]): readonly Span[] {
  const spans: Span[] = [];
  for (const interval of intervals) {
    const [from, to] = [parseWallTime(interval.from), parseWallTime(interval.to)];
    if (from === null || to === null) continue;
    spans.push({ from, to: to <= from ? to + DAY : to });
  }
  return unionOf(spans);
}

function exceptionsOf(document: CalendarDocument): {
  readonly dated: ReadonlyMap<DayNumber, Exception>;
  readonly yearly: ReadonlyMap<number, Exception>;
} {
  const dated = new Map<DayNumber, Exception>();
  const yearly = new Map<number, Exception>();
  for (const { date, name, intervals } of document.exceptions) {
    const exception = { name, hours: hoursOf(intervals) };
    const number = dayOf(date);
    if (number !== null) dated.set(number, exception);
    const monthDay = parseMonthDay(date);
    if (monthDay !== null) yearly.set(monthDay, exception);
  }
  return { dated, yearly };
}

function breaksOf(document: CalendarDocument): readonly Span[] {
  const spans: Span[] = [];
  for (const { date, intervals } of document.breaks) {
    const number = dayOf(date);
    if (number !== null) spans.push(...at(number * DAY, hoursOf(intervals)));
  }
  return unionOf(spans);
}
