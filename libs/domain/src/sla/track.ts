import type { ClockKind, Priority, SlaTarget } from '../contracts/terms.js';
import type { LocalizedText } from '../text.js';
import type { Actor } from '../ticketing/events.js';
import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant, Ms } from '../time/instant.js';
import type { Mark } from './clock.js';

/**
 * The calendar of a target, with holidays as known at an instant (D-CAL-4). A caller with one state of knowledge may ignore
 * `knownAt`; one that passes it on gets verdicts that stand when a day is declared afterwards.
 */
export type CalendarOf = (calendarId: string, knownAt: Instant) => CompiledCalendar;

/** One promise on a clock: so much working time from `from`, never due before `floor` (D-SLA-5). */
export interface Demand {
  readonly from: Instant;
  readonly floor: Instant;
  readonly target: SlaTarget;
  readonly priority: Priority;
  /** The length of a promise by the wall clock, where it isn't that of the target: an agreed date's (D-SLA-12). */
  readonly lengthMs?: Ms;
}

export type StopCause =
  | {
      readonly kind: 'WAITING';
      readonly reason: string;
      readonly name: LocalizedText;
      readonly actor: Actor;
      readonly questionMessageId: string | null;
      /** `seq` of the event that started the waiting. */
      readonly seq: number;
    }
  | { readonly kind: 'RESOLVED' };

/** Time that doesn't count (D-SLA-2); `to` is null while nobody knows its end. */
export interface Stop {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly cause: StopCause;
}

/** A clock while its ticket's events are folded; `readClock` turns it into what people see. */
export interface Track {
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly startedAt: Instant;
  /** The earliest of their deadlines counts; the last one is the target in force. Empty: nothing was ever promised. */
  readonly demands: readonly Demand[];
  /** Since when nothing is promised any more, although it was; null while something is. */
  readonly freeSince: Instant | null;
  /** In order, never overlapping. */
  readonly stops: readonly Stop[];
  readonly metAt: Instant | null;
  /** The message that met a response clock, so that withdrawing it can be noticed. */
  readonly metBy: string | null;
  /** Met for good: no reopening resumes it. */
  readonly final: boolean;
  readonly breachedAt: Instant | null;
  /** The due instant by which it was judged. */
  readonly judgedDue: Instant | null;
  readonly cancelledAt: Instant | null;
  /** When it ceased to be measured without being met: a missed cycle that the next one follows, or the ticket's end. */
  readonly endedAt: Instant | null;
  /** Client messages that wait for an answer (NEXT_RESPONSE). */
  readonly unanswered: readonly string[];
  readonly marks: readonly Mark[];
}

/** Shared, since most clocks never have any: a year of tickets has some hundred thousand of them. */
const NONE: readonly never[] = [];

/** A clock that starts; without a target it is followed all the same, since a later change may bring one. */
export function startTrack(
  of: {
    readonly kind: ClockKind;
    readonly cycle: number;
    readonly target: SlaTarget | null;
    readonly priority: Priority;
  },
  at: Instant,
): Track {
  const { kind, cycle, target, priority } = of;
  return {
    kind,
    cycle,
    startedAt: at,
    demands: target === null ? NONE : [{ from: at, floor: at, target, priority }],
    freeSince: null,
    stops: NONE,
    metAt: null,
    metBy: null,
    final: false,
    breachedAt: null,
    judgedDue: null,
    cancelledAt: null,
    endedAt: null,
    unanswered: NONE,
    marks: [{ kind: 'STARTED', at }],
  };
}

/** A copy to write to before anybody else sees it. Written out: a copy made by spreading is ten times as slow. */
export function copyOfTrack(track: Track): { -readonly [K in keyof Track]: Track[K] } {
  return {
    kind: track.kind,
    cycle: track.cycle,
    startedAt: track.startedAt,
    demands: track.demands,
    freeSince: track.freeSince,
    stops: track.stops,
    metAt: track.metAt,
    metBy: track.metBy,
    final: track.final,
    breachedAt: track.breachedAt,
    judgedDue: track.judgedDue,
    cancelledAt: track.cancelledAt,
    endedAt: track.endedAt,
    unanswered: track.unanswered,
    marks: track.marks,
  };
}

/** Whether something can still meet it: not met, not cancelled, not over. A missed clock can still be met late. */
export function isUnmet(track: Track): boolean {
  return track.metAt === null && track.cancelledAt === null && track.endedAt === null;
}

/** Whether no verdict has been reached (D-SLA-7). */
export function isUnjudged(track: Track): boolean {
  return isUnmet(track) && track.breachedAt === null;
}

/** Whether a target is in force. */
export function isPromised(track: Track): boolean {
  return track.demands.length > 0 && track.freeSince === null;
}

/** The target in force, or the last one that was. */
export function lastDemand(track: Track): Demand | null {
  return track.demands[track.demands.length - 1] ?? null;
}

/** Whether the clock stands still at an instant. */
export function isStopped(track: Track, at: Instant): boolean {
  return track.stops.some((stop) => stop.from <= at && (stop.to === null || at < stop.to));
}

/** Ends whatever stops the clock now; a stop that was to end later ends now. */
export function endStops(track: Track, at: Instant): Track {
  const last = track.stops[track.stops.length - 1];
  if (last === undefined || (last.to !== null && last.to <= at)) return track;
  const { from, cause } = last;
  const ended = copyOfTrack(track);
  ended.stops = [...track.stops.slice(0, -1), { from, to: Math.max(at, from), cause }];
  return ended;
}

/** Stops the clock until `to`; what stopped it before ends. */
export function addStop(track: Track, stop: Stop): Track {
  const stopped = copyOfTrack(track);
  stopped.stops = [...endStops(track, stop.from).stops, stop];
  return stopped;
}

export function addMark(track: Track, mark: Mark): Track {
  const marked = copyOfTrack(track);
  marked.marks = [...track.marks, mark];
  return marked;
}
