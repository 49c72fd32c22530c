import type { Instant } from '../time/instant.js';
import type { TicketState } from './state.js';
import { mapTracks } from './state.js';
import { targetFor } from './targets.js';
import type { Track } from './track.js';
import { copyOfTrack, isUnmet, startTrack } from './track.js';

/** The cycle that follows one of UPDATE_CADENCE; what stops the one goes on stopping the other (D-SLA-11). */
export function nextCycle(track: Track, at: Instant, state: TicketState, cycle = track.cycle + 1): Track {
  const { kind } = track;
  const next = startTrack({ kind, cycle, target: targetFor(kind, state), priority: state.priority }, at);
  const stops = track.stops.filter((stop) => stop.to === null || stop.to > at);
  return stops.length === 0 ? next : { ...next, stops };
}

/** No update is owed after the end. */
export function endCadence(state: TicketState, at: Instant): TicketState {
  return mapTracks(state, (track) => {
    if (track.kind !== 'UPDATE_CADENCE' || !isUnmet(track)) return track;
    const ended = copyOfTrack(track);
    ended.endedAt = at;
    return ended;
  });
}
