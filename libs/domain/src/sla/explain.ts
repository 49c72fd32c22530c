import type { CalendarStretch, CompiledCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import type { ClockExplanation, Segment, SegmentKind } from './clock.js';
import type { ReadInputs } from './read.js';
import { endOf, readClock } from './read.js';
import type { StopCause, Track } from './track.js';

/** Marks and gapless segments of a clock from its start to its end or `asOf`; their counted time is its used time (D-SLA-9). */
export function explainTrack(track: Track, inputs: ReadInputs, contests: ReadonlySet<number>): ClockExplanation | null {
  const { calendarOf, asOf } = inputs;
  const clock = readClock(track, inputs);
  if (clock === null) return null;
  const until = endOf(track, asOf);
  const calendar = calendarOf(clock.calendarId, until);
  const marks = [...track.marks].map((mark) => (mark.kind === 'STARTED' ? { ...mark, at: track.startedAt } : mark));
  return {
    clock,
    asOf,
    zone: calendar.zone,
    segments: joined(segmentsOf(track, calendar, until, contests)),
    marks: marks.sort((a, b) => a.at - b.at),
  };
}

function segmentsOf(
  track: Track,
  calendar: CompiledCalendar,
  until: Instant,
  contests: ReadonlySet<number>,
): readonly Segment[] {
  const segments: Segment[] = [];
  let cursor = track.startedAt;
  for (const stop of track.stops) {
    const from = Math.min(Math.max(stop.from, cursor), until);
    const to = Math.min(stop.to ?? until, until);
    if (to <= from) continue;
    segments.push(...running(track, calendar, cursor, from));
    segments.push({ from, to, cause: stopped(stop.cause, contests), countedMs: 0 });
    cursor = to;
  }
  segments.push(...running(track, calendar, cursor, until));
  return segments;
}

/** Time that runs by the calendar, parted at the breach into running and overdue. */
function running(track: Track, calendar: CompiledCalendar, from: Instant, to: Instant): readonly Segment[] {
  const breach = track.breachedAt === null ? to : Math.min(Math.max(track.breachedAt, from), to);
  return [
    ...calendar.stretches(from, breach).map((stretch) => counted(stretch, 'RUNNING')),
    ...calendar.stretches(breach, to).map((stretch) => counted(stretch, 'OVERDUE')),
  ];
}

function counted(stretch: CalendarStretch, kind: 'RUNNING' | 'OVERDUE'): Segment {
  const { from, to } = stretch;
  return stretch.open
    ? { from, to, cause: { kind }, countedMs: to - from }
    : { from, to, cause: stretch.reason, countedMs: 0 };
}

function stopped(cause: StopCause, contests: ReadonlySet<number>): SegmentKind {
  if (cause.kind === 'RESOLVED') return cause;
  const { reason, name, actor, seq } = cause;
  const waiting = { kind: 'WAITING', reason, name, bySide: actor.side, byUserId: actor.userId } as const;
  return contests.has(seq) ? { ...waiting, contested: true } : waiting;
}

/** Neighbours with one cause become one: a night cut by the breach stays one night. */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result[result.length - 1];
    if (last === undefined || !sameCause(last.cause, segment.cause)) result.push(segment);
    else result[result.length - 1] = { ...last, to: segment.to, countedMs: last.countedMs + segment.countedMs };
  }
  return result;
}

function sameCause(one: SegmentKind, other: SegmentKind): boolean {
  if (one.kind !== other.kind || one.kind === 'WAITING') return false;
  return one.kind !== 'HOLIDAY' || (other.kind === 'HOLIDAY' && one.date === other.date);
}
