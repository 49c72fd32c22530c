import type { DayNumber } from './date.js';
import { dateOf, dayOf, weekdayOf } from './date.js';
import type { Instant, LocalDate, Ms } from './instant.js';
import { DAY, HOUR, MINUTE, SECOND } from './instant.js';
import type { OffsetSpan } from './zone-offsets.js';
import { MAX_OFFSET, offsetsOfYear, yearOf } from './zone-offsets.js';

export { isZone } from './zone-offsets.js';

/** What the clocks and calendars of a zone show at an instant. */
export interface LocalParts {
  readonly date: LocalDate;
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** 0 = Monday ... 6 = Sunday, the order of `WEEKDAYS`. */
  readonly weekday: number;
}

/**
 * A wall reading as a number: the milliseconds since 1970-01-01T00:00 that a clock on the wall shows, as if its zone were UTC.
 * Readings skip in spring and repeat in autumn; instants don't.
 */
export type WallMs = number;

/** Milliseconds by which the wall clock of a zone is ahead of UTC. Throws a RangeError for an unknown zone. */
export function offsetAt(zone: string, at: Instant): Ms {
  const spans = offsetsOfYear(zone, yearOf(at));
  for (const span of spans) if (at < span.to) return span.offset;
  return spans[spans.length - 1]?.offset ?? 0;
}

/** The wall reading at an instant. */
export function wallOf(zone: string, at: Instant): WallMs {
  return at + offsetAt(zone, at);
}

/** Days since 1970-01-01 of the local date. */
export function localDayOf(zone: string, at: Instant): DayNumber {
  return Math.floor(wallOf(zone, at) / DAY);
}

/** The date on the wall of a zone. */
export function localDateOf(zone: string, at: Instant): LocalDate {
  return dateOf(localDayOf(zone, at));
}

/** Date and time of day as read in a zone. */
export function localParts(zone: string, at: Instant): LocalParts {
  const wall = wallOf(zone, at);
  const read = new Date(wall);
  const day = Math.floor(wall / DAY);
  const rest = wall - day * DAY;
  return {
    date: dateOf(day),
    year: read.getUTCFullYear(),
    month: read.getUTCMonth() + 1,
    day: read.getUTCDate(),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: Math.floor((rest % MINUTE) / SECOND),
    ms: rest % SECOND,
    weekday: weekdayOf(day),
  };
}

/** The instants at which a wall shows a reading, in order: none in a spring gap, two in an autumn overlap. */
export function instantsOfWall(zone: string, wall: WallMs): readonly Instant[] {
  const instants: Instant[] = [];
  for (const span of offsetsBetween(zone, wall - MAX_OFFSET, wall + MAX_OFFSET)) {
    const at = wall - span.offset;
    if (at >= span.from && at < span.to) instants.push(at);
  }
  return instants;
}

/** The first instant at which a wall shows `wall`, or, when that reading is skipped, the instant of the skip. */
export function firstInstantOfWall(zone: string, wall: WallMs): Instant {
  const spans = offsetsBetween(zone, wall - MAX_OFFSET, wall + MAX_OFFSET);
  for (const span of spans) {
    if (span.to + span.offset <= wall) continue;
    return Math.max(span.from, wall - span.offset);
  }
  return wall;
}

/**
 * The instant at which a local date begins: its first midnight, or the end of the gap when midnight is skipped.
 * A date that never was (Apia, 2011-12-30) begins where the next one does, and so lasts no time.
 * Throws a RangeError for something that is no date or no zone.
 */
export function startOfLocalDate(zone: string, date: LocalDate): Instant {
  const day = dayOf(date);
  if (day === null) throw new RangeError(`not a date: ${date}`);
  return startOfLocalDay(zone, day);
}

/** `startOfLocalDate` by day number. */
export function startOfLocalDay(zone: string, day: DayNumber): Instant {
  return firstInstantOfWall(zone, day * DAY);
}

/** The offsets in force during `[from, to)`, in order and gapless; the first and last may reach beyond. */
export function offsetsBetween(zone: string, from: Instant, to: Instant): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const span of offsetsOfYear(zone, year)) {
      if (span.to > from && span.from < to) spans.push(span);
    }
  }
  return spans;
}
