import type { Instant } from '../time/instant.js';
import { targetFor } from './targets.js';
import type { TicketState } from './state.js';
import type { Track } from './track.js';
import { isUnmet, startTrack } from './track.js';

/** The cycle that follows one of UPDATE_CADENCE; what stops the one goes on stopping the other (D-SLA-11). */
export function nextCycle(track: Track, at: Instant, state: TicketState): Track {
  const { kind, cycle } = track;
  const next = startTrack({ kind, cycle: cycle + 1, target: targetFor(kind, state), priority: state.priority }, at);
  const stops = track.stops.filter((stop) => stop.to === null || stop.to > at);
  return { ...next, stops: stops.map((stop) => ({ ...stop, from: Math.max(stop.from, at) })) };
}

/** No update is owed after the end. */
export function endCadence(state: TicketState, at: Instant): TicketState {
  const tracks = state.tracks.map((track) =>
    track.kind === 'UPDATE_CADENCE' && isUnmet(track) ? { ...track, endedAt: at } : track,
  );
  return { ...state, tracks };
}
