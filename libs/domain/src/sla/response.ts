import type { ResponseAct } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import { nextCycle } from './cadence.js';
import { meet } from './judge.js';
import type { EventOf, FoldContext, TicketState } from './state.js';
import { copyOfState, mapTracks, withTracks } from './state.js';
import { targetFor } from './targets.js';
import type { Track } from './track.js';
import { addMark, isUnjudged, isUnmet, startTrack } from './track.js';

/** A public message: the provider's responds and updates, the client's waits for an answer. Nothing else counts (D-SLA-3). */
export function hear(context: FoldContext, state: TicketState, event: EventOf<'MESSAGE_ADDED'>): TicketState {
  if (event.visibility !== 'PUBLIC' || event.automatic) return state;
  if (event.actor.side === 'CLIENT') return ask(state, event.messageId, event.at);
  if (event.actor.side !== 'PROVIDER') return state;
  const updated = update(context, state, event.at);
  if (!context.terms.responseMetBy.includes('PUBLIC_REPLY')) return updated;
  return respond(context, updated, event.at, event.messageId);
}

/** A public update meets the cycle and starts the next; while resolved none is owed. */
function update(context: FoldContext, state: TicketState, at: Instant): TicketState {
  if (state.resolved) return state;
  const tracks: Track[] = [];
  for (const track of state.tracks) {
    if (track.kind !== 'UPDATE_CADENCE' || !isUnmet(track)) tracks.push(track);
    // A cycle that never had a target is not worth a number.
    else if (track.demands.length === 0) tracks.push(nextCycle(track, at, state, track.cycle));
    else tracks.push(meet(context, track, at), nextCycle(track, at, state));
  }
  return withTracks(state, tracks);
}

/** A logged call or an acceptance counts with a person's name only; arrival on site speaks for itself (D-SLA-3). */
export function hearAct(context: FoldContext, state: TicketState, event: EventOf<'RESPONSE_LOGGED'>): TicketState {
  const named: readonly ResponseAct[] = ['LOGGED_CALL', 'OWNER_ACCEPTANCE'];
  const agreed = context.terms.responseMetBy.includes(event.act);
  const nameless = named.includes(event.act) && event.personId === null;
  if (!agreed || nameless || event.actor.side !== 'PROVIDER') return state;
  return respond(context, state, event.at, null);
}

/**
 * A client message starts a NEXT_RESPONSE cycle, or joins the one that is open: a burst is answered once, counted from its
 * first message. Until the first response FIRST_RESPONSE covers it, and a word after RESOLVED waits for the reopening, since
 * it may be a mere thank-you.
 */
function ask(state: TicketState, messageId: string, at: Instant): TicketState {
  if (state.resolved) return { ...state, spokenSinceResolved: [...state.spokenSinceResolved, messageId] };
  if (state.responses.length === 0) return state;
  return startNextResponse(state, [messageId], at);
}

/** Opens a NEXT_RESPONSE cycle for messages, or adds them to the open one. */
export function startNextResponse(state: TicketState, messageIds: readonly string[], at: Instant): TicketState {
  const cycles = state.tracks.filter((track) => track.kind === 'NEXT_RESPONSE');
  const open = cycles.find(isUnmet);
  if (open !== undefined) {
    const joined = { ...open, unanswered: [...open.unanswered, ...messageIds] };
    return mapTracks(state, (track) => (track === open ? joined : track));
  }
  // A cycle without a target keeps no number: clients count the promises made to them.
  const cycle = cycles.filter((track) => track.demands.length > 0).length + 1;
  const target = targetFor('NEXT_RESPONSE', state);
  const track = startTrack({ kind: 'NEXT_RESPONSE', cycle, target, priority: state.priority }, at);
  return withTracks(state, [...state.tracks, { ...track, unanswered: messageIds }]);
}

function respond(context: FoldContext, state: TicketState, at: Instant, messageId: string | null): TicketState {
  const answered = mapTracks(state, (track) =>
    isResponseClock(track) && isUnmet(track) ? meet(context, track, at, messageId) : track,
  );
  const responded = copyOfState(answered);
  responded.responses = [...state.responses, { at, messageId }];
  return responded;
}

/**
 * A message taken back no longer asks or responds. A clock that it met stays met when another response stands that came in
 * time; otherwise it runs again from its opening, as if never answered, and is missed at the withdrawal at the earliest: what
 * was shown before it was true then (D-SLA-1, D-SLA-5). A miss stays a miss.
 */
export function withdraw(state: TicketState, event: EventOf<'MESSAGE_WITHDRAWN'>): TicketState {
  const { messageId, at } = event;
  const responses = state.responses.filter((response) => response.messageId !== messageId);
  const changed = mapTracks(state, (track) => {
    if (isResponseClock(track) && track.metBy === messageId) return takeBack(track, responses, at);
    return track.unanswered.includes(messageId) ? unask(track, messageId, at) : track;
  });
  const spoken = state.spokenSinceResolved.filter((id) => id !== messageId);
  return { ...changed, responses, spokenSinceResolved: spoken };
}

function takeBack(track: Track, standing: TicketState['responses'], at: Instant): Track {
  const metAt = track.metAt ?? at;
  const other = standing.find((response) => response.at >= metAt);
  const met = { metAt: other?.at ?? null, metBy: other?.messageId ?? null };
  if (track.breachedAt !== null) return { ...track, ...met };
  if (other !== undefined && (track.judgedDue === null || other.at <= track.judgedDue)) return { ...track, ...met };
  if (other !== undefined) {
    return addMark({ ...track, ...met, breachedAt: at, judgedDue: at }, { kind: 'BREACHED', at });
  }
  const demands = track.demands.map((demand) => ({ ...demand, floor: Math.max(demand.floor, at) }));
  return addMark({ ...track, ...met, judgedDue: null, demands }, { kind: 'REOPENED', at });
}

/** A message that asks nothing any more. */
export function unask(track: Track, messageId: string, at: Instant): Track {
  const unanswered = track.unanswered.filter((id) => id !== messageId);
  if (unanswered.length > 0 || !isUnmet(track)) return { ...track, unanswered };
  if (!isUnjudged(track)) return { ...track, unanswered, endedAt: at };
  return addMark({ ...track, unanswered, cancelledAt: at }, { kind: 'CANCELLED', at });
}

/** A client that closes the ticket waits for no response any more; any other closing stops no response clock (D-SLA-3). */
export function stopWaitingForResponse(state: TicketState, at: Instant): TicketState {
  return mapTracks(state, (track) =>
    isResponseClock(track) && isUnjudged(track)
      ? addMark({ ...track, cancelledAt: at }, { kind: 'CANCELLED', at })
      : track,
  );
}

function isResponseClock(track: Track): boolean {
  return track.kind === 'FIRST_RESPONSE' || track.kind === 'NEXT_RESPONSE';
}
