import type { Priority, SlaTarget } from '../contracts/terms.js';
import { PRIORITIES } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import { demandDue, firstDue } from './deadline.js';
import type { EventOf, FoldContext, TicketState } from './state.js';
import { boundPolicy, targetFor } from './targets.js';
import type { Demand, Track } from './track.js';
import { addMark, endStops, isPromised, isUnjudged, lastDemand } from './track.js';

/**
 * How a new target counts (D-SLA-5). `FROM_CHANGE`: due = min(old due, change + new target). `FROM_OPENING`: due from the
 * opening, but never before the change. `TIGHTER_FROM_CHANGE`: the former when the new target would fall due earlier.
 */
type Counting = 'FROM_CHANGE' | 'FROM_OPENING' | 'TIGHTER_FROM_CHANGE';

/** A raise counts from the change unless the provider had misclassified; a lowering counts from the opening (D-SLA-5). */
export function changePriority(
  context: FoldContext,
  state: TicketState,
  event: EventOf<'PRIORITY_CHANGED'>,
): TicketState {
  const raised = PRIORITIES.indexOf(event.to) < PRIORITIES.indexOf(state.priority);
  const counting = raised && event.cause === 'CIRCUMSTANCES' ? 'FROM_CHANGE' : 'FROM_OPENING';
  return retarget(context, state, { ...state, priority: event.to }, counting);
}

/** Another service item brings its own policy; a tighter one counts from the change, since nobody had promised it before. */
export function changeService(
  context: FoldContext,
  state: TicketState,
  event: EventOf<'SERVICE_CHANGED'>,
): TicketState {
  const policy = boundPolicy(context.terms, event.binding);
  return retarget(context, state, { ...state, policy }, 'TIGHTER_FROM_CHANGE');
}

/** Another type may have other targets; they count as those of another service do. */
export function changeType(context: FoldContext, state: TicketState, event: EventOf<'CLASSIFIED'>): TicketState {
  return retarget(context, state, { ...state, type: event.type }, 'TIGHTER_FROM_CHANGE');
}

function retarget(context: FoldContext, before: TicketState, after: TicketState, counting: Counting): TicketState {
  const tracks = after.tracks.map((track) => {
    if (!isOpenToChange(track)) return track;
    const target = targetFor(track.kind, after);
    if (target === null) return isPromised(track) ? { ...track, freeSince: after.now } : track;
    if (isPromised(track) && lastDemand(track)?.target === target) return track;
    const changed = promise(context, track, { target, at: after.now, priority: after.priority, counting });
    return addMark(changed, { kind: 'TARGET_CHANGED', at: after.now, from: before.priority, to: after.priority });
  });
  return { ...after, tracks };
}

/** Provisionally met clocks take a change too: a reopening resumes them under it. */
function isOpenToChange(track: Track): boolean {
  // A date that was agreed is no target of the terms: it stays agreed.
  if (track.kind === 'AGREED_DATE') return false;
  if (isUnjudged(track)) return true;
  const provisional = (track.kind === 'RESTORE' || track.kind === 'RESOLUTION') && !track.final;
  return provisional && track.breachedAt === null && isPromised(track);
}

interface Change {
  readonly target: SlaTarget;
  readonly at: Instant;
  readonly priority: Priority;
  readonly counting: Counting;
}

function promise(context: FoldContext, track: Track, change: Change): Track {
  const { target, at, priority } = change;
  const fromChange: Demand = { from: at, floor: at, target, priority };
  const fromOpening: Demand = { from: track.startedAt, floor: at, target, priority };
  const old = isPromised(track) ? track.demands : [];
  const counts = change.counting === 'TIGHTER_FROM_CHANGE' ? countingOf(context, track, fromOpening) : change.counting;
  const demands = counts === 'FROM_CHANGE' ? [...old, fromChange] : [fromOpening];
  return { ...track, demands, freeSince: null };
}

/** Compares what was due with what would be, as if a clock that stands still resumed now. */
function countingOf({ calendarOf }: FoldContext, track: Track, candidate: Demand): 'FROM_CHANGE' | 'FROM_OPENING' {
  if (!isPromised(track)) return 'FROM_CHANGE';
  const at = candidate.floor;
  const resumed = endStops(track, at);
  const old = firstDue(resumed, calendarOf, at)?.at ?? null;
  const due = demandDue(calendarOf(candidate.target.calendarId, at), candidate, resumed.stops);
  if (due === null) return 'FROM_OPENING';
  return old === null || due < old ? 'FROM_CHANGE' : 'FROM_OPENING';
}
