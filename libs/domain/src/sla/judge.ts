import type { Instant } from '../time/instant.js';
import { judgedDue } from './deadline.js';
import { nextCycle } from './cadence.js';
import type { FoldContext, TicketState } from './state.js';
import type { Track } from './track.js';
import { addMark, endStops, isPromised, isUnjudged } from './track.js';

/**
 * Lets time pass up to `to`: a clock whose due instant lies before it without being met is missed, dated at that instant.
 * What is met at the due instant itself is met in time.
 */
export function advance(context: FoldContext, state: TicketState, to: Instant): TicketState {
  if (to <= state.now) return state;
  const tracks: Track[] = [];
  for (const track of state.tracks) passTime(context, state, track, to, tracks);
  return { ...state, now: to, tracks };
}

/** A missed cycle of UPDATE_CADENCE is followed by the next: a silence of k times the cadence is k misses (D-SLA-11). */
function passTime(context: FoldContext, state: TicketState, track: Track, to: Instant, passed: Track[]): void {
  let current = judge(context, track, state.now, to);
  while (current.kind === 'UPDATE_CADENCE' && current.endedAt === null) {
    // A cadence of no time at all would never end.
    if (current.breachedAt === null || current.breachedAt <= current.startedAt) break;
    const next = nextCycle(current, current.breachedAt, state);
    passed.push({ ...current, endedAt: current.breachedAt });
    current = judge(context, next, next.startedAt, to);
  }
  passed.push(current);
}

function judge({ calendarOf }: FoldContext, track: Track, since: Instant, to: Instant): Track {
  if (!isPromised(track) || !isUnjudged(track)) return track;
  const at = judgedDue(track, calendarOf, since, to);
  if (at === null || at >= to) return track;
  return addMark({ ...track, breachedAt: at, judgedDue: at }, { kind: 'BREACHED', at });
}

/** Meets a clock, in time or late. The due instant it is held against is that of a clock which ran on from here. */
export function meet({ calendarOf }: FoldContext, track: Track, at: Instant, messageId: string | null = null): Track {
  const due = track.breachedAt === null ? judgedDue(endStops(track, at), calendarOf, at, at) : track.judgedDue;
  return addMark({ ...track, metAt: at, metBy: messageId, judgedDue: due }, { kind: 'MET', at });
}
