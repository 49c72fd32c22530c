import type { Instant } from '../time/instant.js';
import type { EventOf, TicketState } from './state.js';
import { mapTracks } from './state.js';
import type { Track } from './track.js';
import { addMark, endStops, isUnjudged, isUnmet } from './track.js';

/** The ticket is merged or cancelled: clocks without a verdict are cancelled, verdicts stay (D-SLA-7). */
export function end(state: TicketState, event: EventOf<'MERGED' | 'CANCELLED'>): TicketState {
  const { at } = event;
  const ended = mapTracks(state, (track) => {
    if (isUnjudged(track)) return addMark({ ...track, cancelledAt: at }, { kind: 'CANCELLED', at });
    return isUnmet(track) ? { ...track, endedAt: at } : track;
  });
  return { ...ended, ended: true, merged: event.kind === 'MERGED' ? { at, tracks: state.tracks } : null };
}

/** The survivor of a merge takes the earliest opening for its clocks without a verdict; its own promises stand too (D-SLA-7). */
export function absorb(state: TicketState, openedAt: Instant, at: Instant): TicketState {
  return mapTracks(state, (track) => {
    const fromOpening = track.kind === 'FIRST_RESPONSE' || track.kind === 'RESTORE' || track.kind === 'RESOLUTION';
    if (!fromOpening || !isUnjudged(track) || openedAt >= track.startedAt) return track;
    const earlier = track.demands
      .filter((demand) => demand.from === track.startedAt)
      .map((demand) => ({ ...demand, from: openedAt, floor: Math.max(demand.floor, at) }));
    return { ...track, startedAt: openedAt, demands: [...earlier, ...track.demands] };
  });
}

/**
 * A merge is undone: the clocks that it cancelled go on as if they had run all the while, for it was the provider that took
 * the ticket off its list, and the client waited on. Waiting ended with the merge, so that nothing stood still meanwhile.
 * What fell due in between is missed, at the undoing at the earliest: until then it was rightly shown as cancelled (D-SLA-1,
 * D-SLA-5). Resting the clocks instead would make merging and undoing a way to gain time (D-SLA-7). The survivor keeps the
 * earlier opening that it took: a due instant that the client was shown is not put off by an act of the provider alone.
 */
export function unmerge(state: TicketState, at: Instant): TicketState {
  const { merged } = state;
  if (merged === null) return state;
  const tracks = merged.tracks.map((track) => goOn(track, { mergedAt: merged.at, at, resting: state.resolved }));
  return { ...state, ended: false, merged: null, tracks };
}

function goOn(
  track: Track,
  { mergedAt, at, resting }: { readonly mergedAt: Instant; readonly at: Instant; readonly resting: boolean },
): Track {
  if (!isUnmet(track)) return track;
  const running = resting ? track : endStops(track, mergedAt);
  if (!isUnjudged(track)) return running;
  const demands = running.demands.map((demand) => ({ ...demand, floor: Math.max(demand.floor, at) }));
  const ended = addMark({ ...running, demands }, { kind: 'CANCELLED', at: mergedAt });
  return addMark(ended, { kind: 'UNMERGED', at });
}
