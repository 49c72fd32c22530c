import type { Instant } from '../time/instant.js';
import { endCadence } from './cadence.js';
import { meet } from './judge.js';
import { startNextResponse, stopWaitingForResponse } from './response.js';
import type { EventOf, FoldContext, TicketState } from './state.js';
import { copyOfState, mapTracks } from './state.js';
import type { Track } from './track.js';
import { addMark, addStop, copyOfTrack, isUnmet } from './track.js';

/**
 * RESOLVED meets RESOLUTION, and RESTORE where nobody recorded the restoration apart: provisionally, for a reopening resumes
 * both (D-SLA-6). Response clocks run on: a change of status is no response (D-SLA-3).
 */
export function resolve(context: FoldContext, state: TicketState, at: Instant): TicketState {
  if (state.resolved) return state;
  const changed = mapTracks(state, (track) => {
    if (!isUnmet(track) || isResponse(track)) return track;
    const met = track.kind === 'UPDATE_CADENCE' ? track : meet(context, track, at);
    return addStop(met, { from: at, to: null, cause: { kind: 'RESOLVED' } });
  });
  const resolved = copyOfState(changed);
  resolved.resolved = true;
  resolved.spokenSinceResolved = [];
  resolved.reopening = null;
  return resolved;
}

/** SERVICE_RESTORED meets RESTORE for good: what happens to the ticket later doesn't undo the restoration. */
export function restore(context: FoldContext, state: TicketState, at: Instant): TicketState {
  return mapTracks(state, (track) => {
    if (track.kind !== 'RESTORE') return track;
    const restored = copyOfTrack(isUnmet(track) ? meet(context, track, at) : track);
    restored.final = true;
    return restored;
  });
}

/** CLOSED resolves whatever wasn't, and ends what is measured while a ticket is open. */
export function close(context: FoldContext, state: TicketState, event: EventOf<'CLOSED'>): TicketState {
  const resolved = endCadence(resolve(context, state, event.at), event.at);
  return event.cause === 'CLIENT' ? stopWaitingForResponse(resolved, event.at) : resolved;
}

/** A reopening resumes the same clocks with the resolved interval excluded; a miss stays a miss (D-SLA-6). */
export function reopen(state: TicketState, at: Instant): TicketState {
  if (!state.resolved) return state;
  const resumed = mapTracks(state, (track) => {
    const last = track.stops[track.stops.length - 1];
    if (track.final || last?.cause.kind !== 'RESOLVED' || last.to !== null) return track;
    const stops = [...track.stops.slice(0, -1), { ...last, to: at }];
    const due = track.breachedAt === null ? null : track.judgedDue;
    return addMark({ ...track, stops, metAt: null, judgedDue: due }, { kind: 'REOPENED', at });
  });
  const spoken = state.spokenSinceResolved;
  const reopening = { messageIds: spoken, tracks: state.tracks };
  const open = { ...resumed, resolved: false, spokenSinceResolved: [], reopening };
  return spoken.length > 0 && state.responses.length > 0 ? startNextResponse(open, spoken, at) : open;
}

function isResponse(track: Track): boolean {
  return track.kind === 'FIRST_RESPONSE' || track.kind === 'NEXT_RESPONSE';
}
