import type { ClockKind, Priority, SlaPolicy, Terms, TicketType } from '../contracts/terms.js';
import type { Side, TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { boundPolicy, targetFor } from './targets.js';
import type { CalendarOf, Track } from './track.js';
import { startTrack } from './track.js';

/** An event of one kind. */
export type EventOf<K extends TicketEvent['kind']> = Extract<TicketEvent, { readonly kind: K }>;

/** What the fold may know of a message: never its words. */
export interface MessageFacts {
  readonly seq: number;
  readonly side: Side;
  readonly public: boolean;
  readonly question: boolean;
}

export interface FoldContext {
  readonly terms: Terms;
  readonly calendarOf: CalendarOf;
  readonly messages: () => ReadonlyMap<string, MessageFacts>;
  readonly contestedWaits: ReadonlySet<number>;
}

/** Something that responded to the client (D-SLA-3); `messageId` is null for what was logged. */
export interface Response {
  readonly at: Instant;
  readonly messageId: string | null;
}

/** A ticket between two of its events, as far as clocks care. */
export interface TicketState {
  readonly now: Instant;
  /** Of the last event. */
  readonly eventAt: Instant;
  readonly type: TicketType;
  readonly priority: Priority;
  readonly policy: SlaPolicy | null;
  /** Responses that stand, in order. */
  readonly responses: readonly Response[];
  readonly resolved: boolean;
  /** Merged or cancelled: nothing counts any more. */
  readonly ended: boolean;
  /** The client wrote after RESOLVED; a reopening makes it a message that waits for an answer. */
  readonly spokenSinceResolved: readonly string[];
  readonly tracks: readonly Track[];
  /** `seq` of the waiting that the client contests and nobody has settled (D-SLA-4). */
  readonly contests: ReadonlySet<number>;
  /** What the last reopening found, while a mere thank-you may undo it. */
  readonly reopening: Reopening | null;
  /** What a merge found, while it may be undone. */
  readonly merged: { readonly at: Instant; readonly tracks: readonly Track[] } | null;
}

/** The clocks as they stood when the client's words reopened the ticket. */
export interface Reopening {
  readonly messageIds: readonly string[];
  readonly tracks: readonly Track[];
}

const OPENING_KINDS: readonly ClockKind[] = ['FIRST_RESPONSE', 'UPDATE_CADENCE', 'RESTORE', 'RESOLUTION'];

const NO_CONTESTS: ReadonlySet<number> = new Set();

/** The state at the opening (D-TKT-1), with the clocks that start there. */
export function openState({ terms }: FoldContext, event: EventOf<'OPENED'>): TicketState {
  const { type, priority, at } = event;
  const policy = boundPolicy(terms, event.binding);
  const tracks: Track[] = [];
  const key = { policy, priority, type };
  for (const kind of OPENING_KINDS)
    tracks.push(startTrack({ kind, cycle: 1, target: targetFor(kind, key), priority }, at));
  return {
    now: at,
    eventAt: at,
    type,
    priority,
    policy,
    responses: [],
    resolved: false,
    ended: false,
    spokenSinceResolved: [],
    tracks,
    contests: NO_CONTESTS,
    reopening: null,
    merged: null,
  };
}

/** A copy to write to before anybody else sees it; see `copyOfTrack`. */
export function copyOfState(state: TicketState): { -readonly [K in keyof TicketState]: TicketState[K] } {
  return {
    now: state.now,
    eventAt: state.eventAt,
    type: state.type,
    priority: state.priority,
    policy: state.policy,
    responses: state.responses,
    resolved: state.resolved,
    ended: state.ended,
    spokenSinceResolved: state.spokenSinceResolved,
    tracks: state.tracks,
    contests: state.contests,
    reopening: state.reopening,
    merged: state.merged,
  };
}

/** The state with other tracks. */
export function withTracks(state: TicketState, tracks: readonly Track[]): TicketState {
  const changed = copyOfState(state);
  changed.tracks = tracks;
  return changed;
}

/** The state with some of its tracks changed; the same one when none was. */
export function mapTracks(state: TicketState, change: (track: Track) => Track): TicketState {
  let changed: Track[] | null = null;
  for (let index = 0; index < state.tracks.length; index += 1) {
    const track = state.tracks[index];
    if (track === undefined) continue;
    const next = change(track);
    if (next === track) continue;
    changed ??= [...state.tracks];
    changed[index] = next;
  }
  return changed === null ? state : withTracks(state, changed);
}
