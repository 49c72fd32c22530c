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
export function targetTime(calendar: CompiledCalendar, { target, from, lengthMs }: Demand): Ms {
  if (lengthMs !== undefined) return lengthMs;
  const { amount } = target;
  if (amount.unit === 'MINUTES') return amount.minutes * MINUTE;
  return calendar.elapsed(from, calendar.addBusinessDays(from, amount.days) ?? RANGE_TO);
}

/** Before this a track is due by no calendar, for none opens for longer than time passes; -Infinity: only a calendar can tell. */
export function soonestDue({ demands }: Pick<Track, 'demands'>): Instant {
  let soonest = Infinity;
  for (const { from, lengthMs, target } of demands) {
    const { amount } = target;
    const length = lengthMs ?? (amount.unit === 'MINUTES' ? amount.minutes * MINUTE : -Infinity);
    if (from + length < soonest) soonest = from + length;
  }
  return soonest;
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
 * The due instant by which a clock is judged, as knowledge of holidays grows from `since` to `now` (D-CAL-4): a day that is
 * declared or taken back moves what is still open from the moment it is known, and never makes a breach before that moment.
 * null while a stop keeps it open, or never.
 */
export function judgedDue(track: Track, calendarOf: CalendarOf, since: Instant, now: Instant): Instant | null {
  let known = since;
  for (;;) {
    const due = firstDue(track, calendarOf, known);
    if (due === null) return null;
    if (isAllKnown(track, calendarOf, known, now)) return Math.max(due.at, known);
    const learned = nextKnowledge(track, calendarOf, known, now);
    if (learned === null || due.at < learned) return Math.max(due.at, known);
    known = learned;
  }
}

/** Whether as much is known of a track's calendars at one instant as at another. */
function isAllKnown(track: Track, calendarOf: CalendarOf, known: Instant, now: Instant): boolean {
  if (known === now) return true;
  for (const { target } of track.demands)
    if (calendarOf(target.calendarId, known) !== calendarOf(target.calendarId, now)) return false;
  return true;
}

/**
 * First instant in `(known, now]` at which more is known of a track's calendars than at `known`; null when nothing is.
 * Compiled calendars are one per state of knowledge, so identity tells; a caller that compiles anew for every question has
 * one state of knowledge only.
 */
function nextKnowledge(track: Track, calendarOf: CalendarOf, known: Instant, now: Instant): Instant | null {
  const ids = track.demands.map(({ target }) => target.calendarId);
  const calendars = ids.map((id) => calendarOf(id, known));
  const unchanged = (at: Instant) => ids.every((id, index) => calendarOf(id, at) === calendars[index]);
  if (!unchanged(known)) return null;
  let [same, different] = [known, now];
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    if (unchanged(middle)) same = middle;
    else different = middle;
  }
  return different;
}
