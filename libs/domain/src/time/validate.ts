import type { CalendarDocument, CalendarProblem, WallInterval } from './calendar.js';
import { WEEKDAYS } from './calendar.js';
import { dayOf, parseMonthDay, parseWallTime } from './date.js';
import type { Ms } from './instant.js';
import { DAY } from './instant.js';
import { isZone } from './zone.js';

/** Hours in milliseconds from some midnight, with the path under which they stand in the document. */
interface PlacedHours {
  readonly path: string;
  readonly from: Ms;
  readonly to: Ms;
}

/**
 * What is wrong with service hours before anybody agrees to them; empty when nothing is.
 * `to < from` runs past midnight and is fine. `from = to` would be 24 hours, and is a slip of the hand more often than a wish:
 * only `00:00-00:00` is accepted for a whole day, any other is reported as empty. Overlaps are looked for across midnight and
 * from Sunday night into Monday. Paths read like `weekly.mon[0].from`.
 */
export function validateCalendar(document: CalendarDocument): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!isZone(document.zone)) problems.push({ kind: 'UNKNOWN_ZONE', path: 'zone', zone: document.zone });
  if (document.kind === 'ALWAYS') return problems;
  checkWeek(document, problems);
  checkExceptions(document, problems);
  checkBreaks(document, problems);
  checkFixedHolidays(document, problems);
  if (neverOpens(document)) problems.push({ kind: 'NEVER_OPEN', path: 'weekly' });
  return problems;
}

function checkWeek(document: CalendarDocument, problems: CalendarProblem[]): void {
  const hours = WEEKDAYS.flatMap((weekday, index) =>
    placeHours(document.weekly[weekday] ?? [], `weekly.${weekday}`, index * DAY, problems),
  );
  reportOverlaps(hours, 7 * DAY, problems);
}

function checkExceptions(document: CalendarDocument, problems: CalendarProblem[]): void {
  const seen = new Set<string>();
  document.exceptions.forEach(({ date, intervals }, index) => {
    const path = `exceptions[${index}]`;
    const unreadable = dayOf(date) === null && parseMonthDay(date) === null;
    if (unreadable || seen.has(date)) problems.push({ kind: 'BAD_DATE', path: `${path}.date`, value: date });
    seen.add(date);
    reportOverlaps(placeHours(intervals, `${path}.intervals`, 0, problems), null, problems);
  });
}

function checkBreaks(document: CalendarDocument, problems: CalendarProblem[]): void {
  document.breaks.forEach(({ date, intervals }, index) => {
    const path = `breaks[${index}]`;
    if (dayOf(date) === null) problems.push({ kind: 'BAD_DATE', path: `${path}.date`, value: date });
    reportOverlaps(placeHours(intervals, `${path}.intervals`, 0, problems), null, problems);
  });
}

function checkFixedHolidays(document: CalendarDocument, problems: CalendarProblem[]): void {
  document.fixedHolidays.forEach(({ date }, index) => {
    if (dayOf(date) === null) problems.push({ kind: 'BAD_DATE', path: `fixedHolidays[${index}].date`, value: date });
  });
}

function placeHours(
  intervals: readonly WallInterval[],
  path: string,
  midnight: Ms,
  problems: CalendarProblem[],
): readonly PlacedHours[] {
  const placed: PlacedHours[] = [];
  intervals.forEach((interval, index) => {
    const at = `${path}[${index}]`;
    const from = interval.from === '24:00' ? null : parseWallTime(interval.from);
    const to = parseWallTime(interval.to);
    if (from === null) problems.push({ kind: 'BAD_TIME', path: `${at}.from`, value: interval.from });
    if (to === null) problems.push({ kind: 'BAD_TIME', path: `${at}.to`, value: interval.to });
    if (from === null || to === null) return;
    if (from === to && from !== 0) problems.push({ kind: 'EMPTY_INTERVAL', path: at });
    else placed.push({ path: at, from: midnight + from, to: midnight + (to <= from ? to + DAY : to) });
  });
  return placed;
}

/** Names each interval that runs into another one; `cycle` is the length after which the hours repeat. */
function reportOverlaps(hours: readonly PlacedHours[], cycle: Ms | null, problems: CalendarProblem[]): void {
  const shifts = cycle === null ? [0] : [0, cycle, -cycle];
  hours.forEach((later, index) => {
    const runsInto = hours
      .slice(0, index)
      .some((earlier) => shifts.some((shift) => later.from + shift < earlier.to && earlier.from < later.to + shift));
    if (runsInto) problems.push({ kind: 'OVERLAPPING_INTERVALS', path: later.path });
  });
}

function neverOpens(document: CalendarDocument): boolean {
  const weekly = WEEKDAYS.some((weekday) => (document.weekly[weekday] ?? []).length > 0);
  return !weekly && document.exceptions.every(({ intervals }) => intervals.length === 0);
}
