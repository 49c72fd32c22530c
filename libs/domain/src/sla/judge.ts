import type { Instant } from '../time/instant.js';
import { judgedDue, soonestDue } from './deadline.js';
import { nextCycle } from './cadence.js';
import type { FoldContext, TicketState } from './state.js';
import { copyOfState } from './state.js';
import type { Track } from './track.js';
import { copyOfTrack, endStops, isPromised, isUnjudged } from './track.js';

/**
 * Lets time pass up to `to`: a clock whose due instant lies before it without being met is missed, dated at that instant.
 * What is met at the due instant itself is met in time.
 */
export function advance(context: FoldContext, state: TicketState, to: Instant): TicketState {
  if (to <= state.now) return state;
  const { tracks } = state;
  let passed: Track[] | null = null;
  for (let index = 0; index < tracks.length; index += 1) {
    const track = tracks[index];
    if (track === undefined) continue;
    const judged = judge(context, track, state.now, to);
    if (judged !== track) passed ??= tracks.slice(0, index);
    if (passed !== null) passTime(context, state, judged, to, passed);
  }
  const later = copyOfState(state);
  later.now = to;
  later.tracks = passed ?? tracks;
  return later;
}

/** A missed cycle of UPDATE_CADENCE is followed by the next: a silence of k times the cadence is k misses (D-SLA-11). */
function passTime(context: FoldContext, state: TicketState, track: Track, to: Instant, passed: Track[]): void {
  let current = track;
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
  if (!isPromised(track) || !isUnjudged(track) || to <= soonestDue(track)) return track;
  const at = judgedDue(track, calendarOf, since, to);
  if (at === null || at >= to) return track;
  const missed = copyOfTrack(track);
  missed.breachedAt = at;
  missed.judgedDue = at;
  missed.marks = [...track.marks, { kind: 'BREACHED', at }];
  return missed;
}

/** Meets a clock, in time or late. The due instant it is held against is that of a clock which ran on from here. */
export function meet({ calendarOf }: FoldContext, track: Track, at: Instant, messageId: string | null = null): Track {
  const due = track.breachedAt === null ? judgedDue(endStops(track, at), calendarOf, at, at) : track.judgedDue;
  const met = copyOfTrack(track);
  met.metAt = at;
  met.metBy = messageId;
  met.judgedDue = due;
  met.marks = [...track.marks, { kind: 'MET', at }];
  return met;
}
