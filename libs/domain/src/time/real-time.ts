import type { CalendarStretch } from './calendar.js';
import type { Instant, Interval } from './instant.js';
import { DAY } from './instant.js';
import type { Span } from './spans.js';
import { clipSpans, unionOf } from './spans.js';
import type { OpenSpansBetween } from './timeline.js';
import { RANGE_FROM, RANGE_TO } from './timeline.js';
import type { ClosedDay, WallPlan } from './wall-plan.js';
import { offsetsBetween } from './zone.js';

/**
 * Turns wall readings into instants, offset by offset: an instant is open iff what the wall shows then is open (D-CAL-1).
 * So a skipped hour shortens a window and a repeated one counts twice, without a special case. A null plan is 24x7.
 */
export function openSpansOf(zone: string, plan: WallPlan | null): OpenSpansBetween {
  if (plan === null) return (from, to) => [{ from, to }];
  return (from, to) => {
    const spans: Span[] = [];
    // A wall is within a day of UTC, and hours reach two days on: out of the plan's reach no zone has to be read.
    if (to < (plan.firstDay - 1) * DAY || from > (plan.lastDay + 3) * DAY) return spans;
    for (const offset of offsetsBetween(zone, from, to)) {
      const start = Math.max(offset.from, from) + offset.offset;
      const end = Math.min(offset.to, to) + offset.offset;
      // Hours run at most 48 h from the midnight of the date they start on: the date before reaches in.
      const open = plan.open(Math.floor(start / DAY) - 1, Math.floor((end - 1) / DAY));
      for (const span of clipSpans(open, start, end)) {
        spans.push({ from: span.from - offset.offset, to: span.to - offset.offset });
      }
    }
    return unionOf(spans);
  };
}

/** A range as open and closed stretches; what a holiday took away carries its name (D-SLA-9). */
export function stretchesOf(
  zone: string,
  plan: WallPlan | null,
  windows: readonly Interval[],
  range: Interval,
): readonly CalendarStretch[] {
  const stretches: CalendarStretch[] = [];
  const holidays = plan === null ? [] : holidaySpans(zone, plan, range);
  let cursor = range.from;
  for (const window of windows) {
    closedStretches(stretches, holidays, cursor, window.from);
    stretches.push({ from: window.from, to: window.to, open: true });
    cursor = window.to;
  }
  closedStretches(stretches, holidays, cursor, range.to);
  return stretches;
}

function closedStretches(
  stretches: CalendarStretch[],
  holidays: readonly (ClosedDay & Span)[],
  from: Instant,
  to: Instant,
): void {
  let cursor = from;
  for (const holiday of holidays) {
    const [start, end] = [Math.max(holiday.from, cursor), Math.min(holiday.to, to)];
    if (start >= end) continue;
    if (cursor < start) stretches.push({ from: cursor, to: start, open: false, reason: { kind: 'OUTSIDE_HOURS' } });
    const reason = { kind: 'HOLIDAY', date: holiday.date, name: holiday.name } as const;
    stretches.push({ from: start, to: end, open: false, reason });
    cursor = end;
  }
  if (cursor < to) stretches.push({ from: cursor, to, open: false, reason: { kind: 'OUTSIDE_HOURS' } });
}

/** Closed days as instants, in order; a later date's name wins over the night that an earlier one reaches into. */
function holidaySpans(zone: string, plan: WallPlan, range: Interval): readonly (ClosedDay & Span)[] {
  const [from, to] = [Math.max(range.from, RANGE_FROM), Math.min(range.to, RANGE_TO)];
  const spans: (ClosedDay & Span)[] = [];
  if (from >= to) return spans;
  for (const offset of offsetsBetween(zone, from, to)) {
    const start = Math.max(offset.from, from) + offset.offset;
    const end = Math.min(offset.to, to) + offset.offset;
    for (let day = Math.floor(start / DAY) - 1; day * DAY < end; day += 1) {
      const closed = plan.day(day).closed;
      if (closed === null) continue;
      const next = plan.day(day + 1).closed;
      const [first, last] = [Math.max(closed.from, start), Math.min(next === null ? closed.to : next.from, end)];
      if (first < last) spans.push({ ...closed, from: first - offset.offset, to: last - offset.offset });
    }
  }
  return spans;
}
