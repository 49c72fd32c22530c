import type { WaitingRule } from '../contracts/terms.js';
import { CLIENT_ACCOUNTABLE_REASON } from '../ticketing/events.js';
import { CLIENT_ACCOUNTABLE_NAME } from '../ticketing/waiting-name.js';
import { unreachable } from '../unreachable.js';
import type { EventOf, FoldContext, TicketState } from './state.js';
import { mapTracks } from './state.js';
import type { Stop, Track } from './track.js';
import { addStop, endStops, isUnmet } from './track.js';

/** Starts waiting: stops the clocks that the terms let this reason stop, if what the terms ask for is there (D-SLA-4). */
export function startWaiting(context: FoldContext, state: TicketState, event: EventOf<'WAITING_STARTED'>): TicketState {
  if (state.resolved) return state;
  const rule = ruleOf(context, event);
  const moved = endWaiting(state, event.at);
  if (rule === undefined || context.contestedWaits.has(event.seq) || !mayStop(context, rule, event)) return moved;
  const { reason, name } = rule;
  const cause = {
    kind: 'WAITING',
    reason,
    name,
    actor: event.actor,
    questionMessageId: event.questionMessageId,
    seq: event.seq,
  } as const;
  const to = event.status === 'SCHEDULED' && event.until !== null ? Math.max(event.until, event.at) : null;
  const stop: Stop = { from: event.at, to, cause };
  return mapTracks(moved, (track) => (isUnmet(track) && stops(rule, track) ? addStop(track, stop) : track));
}

/** What the client is accountable for stops the clocks by its consent alone, whatever reasons the terms know (D-SLA-8). */
const CLIENT_ACCOUNTABLE: WaitingRule = {
  reason: CLIENT_ACCOUNTABLE_REASON,
  name: CLIENT_ACCOUNTABLE_NAME,
  status: 'WAITING_ON_CLIENT',
  pauses: ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'],
  needsCaseNumber: false,
};

function ruleOf({ terms }: FoldContext, { reason }: EventOf<'WAITING_STARTED'>): WaitingRule | undefined {
  if (reason === CLIENT_ACCOUNTABLE_REASON) return CLIENT_ACCOUNTABLE;
  return terms.waiting.find((candidate) => candidate.reason === reason);
}

/** Ends waiting, whoever ends it. */
export function endWaiting(state: TicketState, at: number): TicketState {
  return mapTracks(state, (track) => (isUnmet(track) ? endStops(track, at) : track));
}

/** A question that is taken back asks nothing: waiting for its answer stops no clock from then on. */
export function withdrawQuestion(state: TicketState, event: EventOf<'MESSAGE_WITHDRAWN'>): TicketState {
  return mapTracks(state, (track) => {
    const last = track.stops[track.stops.length - 1];
    const asked = last?.cause.kind === 'WAITING' && last.cause.questionMessageId === event.messageId;
    return asked && isUnmet(track) ? endStops(track, event.at) : track;
  });
}

/**
 * Whether the terms' conditions are met: a public question for the client; the client's consent and its date for SCHEDULED;
 * the case number for a third party where the terms ask for it. A reason used with another status stops nothing.
 */
function mayStop({ messages }: FoldContext, rule: WaitingRule, event: EventOf<'WAITING_STARTED'>): boolean {
  if (rule.status !== event.status) return false;
  if (rule === CLIENT_ACCOUNTABLE) return event.clientConsent;
  switch (event.status) {
    case 'WAITING_ON_CLIENT': {
      if (event.questionMessageId === null) return false;
      const message = messages().get(event.questionMessageId);
      // A log that was imported may not hold the question; one that comes later isn't the one that was meant.
      if (message === undefined || message.seq > event.seq) return true;
      return message.public && message.question && message.side !== 'CLIENT';
    }
    case 'WAITING_ON_THIRD_PARTY':
      return !rule.needsCaseNumber || (event.caseNumber ?? '').trim() !== '';
    case 'SCHEDULED':
      return event.clientConsent && event.until !== null;
    default:
      return unreachable(event.status);
  }
}

function stops(rule: WaitingRule, track: Track): boolean {
  return rule.pauses.some((kind) => kind === track.kind);
}
