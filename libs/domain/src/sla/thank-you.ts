import { meet } from './judge.js';
import { unask } from './response.js';
import type { EventOf, FoldContext, TicketState } from './state.js';
import type { Track } from './track.js';
import { addStop, isUnmet } from './track.js';

/**
 * The client's word after RESOLVED was a mere thank-you (domain.md section 4): clocks stand as if it hadn't reopened the
 * ticket, and nobody owes it an answer. What was missed meanwhile stays missed (D-SLA-6).
 */
export function undoReopening(
  context: FoldContext,
  state: TicketState,
  { messageId, at }: EventOf<'NO_ACTION_NEEDED'>,
): TicketState {
  const { reopening } = state;
  if (reopening === null || state.resolved || !reopening.messageIds.includes(messageId)) return state;
  const found = reopening.tracks;
  const tracks = state.tracks.map((track) => {
    const quiet = track.unanswered.includes(messageId) ? unask(track, messageId, at) : track;
    const before = found.find(({ kind, cycle }) => kind === track.kind && cycle === track.cycle) ?? null;
    return putBack(context, quiet, before, at);
  });
  return { ...state, tracks, resolved: true, reopening: null };
}

function putBack(context: FoldContext, track: Track, before: Track | null, at: number): Track {
  const rest = { from: at, to: null, cause: { kind: 'RESOLVED' } } as const;
  if (track.kind === 'UPDATE_CADENCE') return isUnmet(track) ? addStop(track, rest) : track;
  if (!isUnmet(track) || isResponse(track)) return track;
  const missedSince = track.breachedAt !== null && before?.breachedAt === null;
  if (before === null || missedSince) return addStop(meet(context, track, at), rest);
  return { ...before, demands: track.demands, freeSince: track.freeSince };
}

function isResponse({ kind }: Track): boolean {
  return kind === 'FIRST_RESPONSE' || kind === 'NEXT_RESPONSE';
}
