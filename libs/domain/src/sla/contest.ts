import type { Instant } from '../time/instant.js';
import { firstDue } from './deadline.js';
import type { EventOf, FoldContext, TicketState } from './state.js';
import { mapTracks } from './state.js';
import type { Stop, Track } from './track.js';
import { addMark, endStops, isUnmet } from './track.js';

/** The client contests a stretch of waiting (D-SLA-4): its figure stands until that is settled, the other is shown beside. */
export function contest(state: TicketState, { waitingSeq }: EventOf<'WAITING_CONTESTED'>): TicketState {
  return { ...state, contests: new Set([...state.contests, waitingSeq]) };
}

/**
 * Settled. Conceded waiting never stopped a clock: one that would have been missed without it is missed, at the concession at
 * the earliest, for what was shown before was true then (D-SLA-1, D-SLA-5). Withdrawn, everything stays as it was.
 */
export function settle(context: FoldContext, state: TicketState, event: EventOf<'CONTEST_SETTLED'>): TicketState {
  const { waitingSeq, outcome, at } = event;
  const settled = { ...state, contests: new Set([...state.contests].filter((seq) => seq !== waitingSeq)) };
  if (outcome === 'WITHDRAWN') return settled;
  return mapTracks(settled, (track) => concede(context, track, waitingSeq, at));
}

/** Whether a stop is the waiting that an event began. */
export function isWaitingOf({ cause }: Stop, seqs: ReadonlySet<number>): boolean {
  return cause.kind === 'WAITING' && seqs.has(cause.seq);
}

function concede({ calendarOf }: FoldContext, track: Track, waitingSeq: number, at: Instant): Track {
  const seqs = new Set([waitingSeq]);
  const stops = track.stops.filter((stop) => !isWaitingOf(stop, seqs));
  if (stops.length === track.stops.length) return track;
  const without = addMark({ ...track, stops }, { kind: 'WAITING_CONCEDED', at });
  if (track.breachedAt !== null || track.cancelledAt !== null) return without;
  if (isUnmet(track)) {
    return { ...without, demands: track.demands.map((demand) => ({ ...demand, floor: Math.max(demand.floor, at) })) };
  }
  const { metAt } = track;
  if (metAt === null) return without;
  const due = firstDue(endStops(without, metAt), calendarOf, metAt)?.at ?? null;
  if (due === null || metAt <= due) return { ...without, judgedDue: due };
  return addMark({ ...without, breachedAt: at, judgedDue: due }, { kind: 'BREACHED', at });
}
