import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant, Ms } from '../time/instant.js';
import { MINUTE } from '../time/instant.js';
import { RANGE_TO } from '../time/timeline.js';
import type { CalendarOf, Demand, Stop, Track } from './track.js';

/** Working time of `[from, to)` outside the stops. */
export function workingTime(calendar: CompiledCalendar, from: Instant, to: Instant, stops: readonly Stop[]): Ms {
  let used = calendar.elapsed(from, to);
  for (const stop of stops) {
    used -= calendar.elapsed(Math.max(stop.from, from), Math.min(stop.to ?? to, to));
  }
  return used;
}

/** A demand's target as working time; business days become it at the demand's start (D-SLA-2). */
export function targetTime(calendar: CompiledCalendar, { target, from }: Demand): Ms {
  const { amount } = target;
  if (amount.unit === 'MINUTES') return amount.minutes * MINUTE;
  return calendar.elapsed(from, calendar.addBusinessDays(from, amount.days) ?? RANGE_TO);
}

/**
 * Least t with `elapsed(from, t)` less the stops = `time` (D-SLA-2); null while a stop without an end keeps it open, or never.
 * Time that is used up at the very start of a stop is due there, stop or not.
 */
export function deadline(calendar: CompiledCalendar, from: Instant, time: Ms, stops: readonly Stop[]): Instant | null {
  let cursor = from;
  let left = time;
  for (const stop of stops) {
    if (stop.to !== null && stop.to <= cursor) continue;
    const used = calendar.elapsed(cursor, stop.from);
    if (used >= left) return calendar.add(cursor, left);
    if (stop.to === null) return null;
    left -= used;
    cursor = stop.to;
  }
  return calendar.add(cursor, left);
}

/** When a share of a demand's time is used up, never before its floor. */
export function demandDue(
  calendar: CompiledCalendar,
  demand: Demand,
  stops: readonly Stop[],
  percent = 100,
): Instant | null {
  const time = targetTime(calendar, demand);
  const due = deadline(calendar, demand.from, percent === 100 ? time : Math.floor((time * percent) / 100), stops);
  return due === null ? null : Math.max(due, demand.floor);
}

/** The demand that falls due first, with its due instant, as holidays are known at `knownAt`; the later demand wins a tie. */
export function firstDue(
  track: Pick<Track, 'demands' | 'stops'>,
  calendarOf: CalendarOf,
  knownAt: Instant,
): { readonly demand: Demand; readonly at: Instant } | null {
  let first: { readonly demand: Demand; readonly at: Instant } | null = null;
  for (const demand of track.demands) {
    const at = demandDue(calendarOf(demand.target.calendarId, knownAt), demand, track.stops);
    if (at !== null && (first === null || at <= first.at)) first = { demand, at };
  }
  return first;
}

/**
 * The due instant by which a clock is judged between `since` and `now`. A day declared after the fact moves only what is still
 * open (D-CAL-4), so the deadline has to hold as known when it is reached; a day taken back never makes a breach in the past.
 */
export function judgedDue(track: Track, calendarOf: CalendarOf, since: Instant, now: Instant): Instant | null {
  let known = since;
  let due = firstDue(track, calendarOf, known);
  while (due !== null) {
    const seen = Math.min(due.at, now);
    if (knowsTheSame(track, calendarOf, known, seen)) return due.at;
    const next = firstDue(track, calendarOf, seen);
    if (next === null || next.at <= due.at) return due.at;
    [due, known] = [next, seen];
  }
  return null;
}

/** Compiled calendars are one per state of knowledge, so that identity tells. */
function knowsTheSame(track: Track, calendarOf: CalendarOf, one: Instant, other: Instant): boolean {
  return track.demands.every(
    ({ target }) => calendarOf(target.calendarId, one) === calendarOf(target.calendarId, other),
  );
}
