import type { Instant, Ms } from '../time/instant.js';
import type { Clock, ClockState } from './clock.js';
import { demandDue, firstDue, judgedDue, targetTime, workingTime } from './deadline.js';
import type { CalendarOf, Demand, Track } from './track.js';
import { endStops, isPromised, isStopped, lastDemand } from './track.js';

/** From what a clock is read: the calendars, the instant, and the last event, since when only knowledge may have grown. */
export interface ReadInputs {
  readonly calendarOf: CalendarOf;
  readonly asOf: Instant;
  readonly eventAt: Instant;
}

/** What people see of a folded clock; null when nothing was ever promised for it. */
export function readClock(track: Track, inputs: ReadInputs): Clock | null {
  const { calendarOf, asOf } = inputs;
  const demand = lastDemand(track);
  if (demand === null) return null;
  const state = stateOf(track, asOf);
  const until = endOf(track, asOf);
  const calendar = calendarOf(demand.target.calendarId, until);
  return {
    kind: track.kind,
    cycle: track.cycle,
    state,
    targetId: demand.target.id,
    priority: demand.priority,
    amount: demand.target.amount,
    targetMs: allowedTime(track, demand, calendarOf, until),
    calendarId: demand.target.calendarId,
    startedAt: track.startedAt,
    dueAt: dueOf(track, state, inputs),
    usedMs: workingTime(calendar, track.startedAt, until, track.stops),
    metAt: track.metAt,
    breachedAt: track.breachedAt,
    ...verdictOf(track, state),
    warnings: state === 'RUNNING' ? warningsOf(track, calendarOf, asOf) : [],
  };
}

/** The instant at which a clock's life ends: met, cancelled, given up; else `asOf`. */
export function endOf(track: Track, asOf: Instant): Instant {
  const ends = [track.metAt, track.cancelledAt, track.endedAt, track.breachedAt === null ? track.freeSince : null];
  return ends.reduce<Instant>((end, at) => (at === null ? end : Math.min(end, at)), asOf);
}

/** A miss stays a miss whatever follows; a clock whose promise was taken away unjudged is none. */
export function stateOf(track: Track, asOf: Instant): ClockState {
  if (track.breachedAt !== null) return 'BREACHED';
  if (!isPromised(track)) return 'NONE';
  if (track.cancelledAt !== null) return 'CANCELLED';
  if (track.metAt !== null) return 'MET';
  if (track.endedAt !== null) return 'NONE';
  return isStopped(track, asOf) ? 'PAUSED' : 'RUNNING';
}

function verdictOf(track: Track, state: ClockState): Pick<Clock, 'verdict' | 'verdictAt'> {
  if (state === 'BREACHED') return { verdict: 'MISSED', verdictAt: track.breachedAt };
  return state === 'MET' ? { verdict: 'MET', verdictAt: track.metAt } : { verdict: null, verdictAt: null };
}

/** Of a running clock the instant at which it will be missed if nothing else becomes known. */
function dueOf(track: Track, state: ClockState, { calendarOf, asOf, eventAt }: ReadInputs): Instant | null {
  if (state === 'BREACHED' || state === 'MET') return track.judgedDue;
  if (state !== 'RUNNING') return null;
  return judgedDue(track, calendarOf, Math.max(eventAt, track.startedAt), asOf);
}

/**
 * The target as working time from the start. Where a change lets it count from elsewhere (D-SLA-5) it is the working time from
 * the start to the due instant, so that used, target and due always agree; a clock that stands still is taken as resumed.
 */
function allowedTime(track: Track, demand: Demand, calendarOf: CalendarOf, until: Instant): Ms {
  const calendar = calendarOf(demand.target.calendarId, until);
  const plain = track.demands.length === 1 && demand.from === track.startedAt;
  if (plain || !isPromised(track)) return targetTime(calendar, demand);
  const resumed = endStops(track, until);
  const due = track.judgedDue ?? firstDue(resumed, calendarOf, until)?.at ?? null;
  if (due === null) return targetTime(calendar, demand);
  return workingTime(calendar, track.startedAt, due, resumed.stops);
}

/** Marks of the demand that falls due first, as holidays are known at `asOf`. */
function warningsOf(track: Track, calendarOf: CalendarOf, asOf: Instant): Clock['warnings'] {
  const first = firstDue(track, calendarOf, asOf);
  if (first === null) return [];
  const { demand } = first;
  const calendar = calendarOf(demand.target.calendarId, asOf);
  const warnings: { readonly percent: number; readonly at: Instant }[] = [];
  for (const percent of demand.target.warnAtPercent) {
    const at = demandDue(calendar, demand, track.stops, percent);
    if (at !== null) warnings.push({ percent, at });
  }
  return warnings;
}
