import type { BoundTerms } from '../sla/bound-terms.js';
import type { ClockInputs } from '../sla/fold.js';
import { foldTicket } from '../sla/fold.js';
import { lawsOf } from '../sla/laws.js';
import { readClock, stateOf } from '../sla/read.js';
import { servicePolicy } from '../sla/targets.js';
import type { Track } from '../sla/track.js';
import type { TicketEvent } from '../ticketing/events.js';
import { bindingOf } from '../ticketing/events.js';
import type { Instant, Ms } from '../time/instant.js';
import type { ClockKind, Priority, Terms } from './terms.js';

/** A ticket's log with the version it was bound to (D-CON-1); null: out of contract, and so under any terms. */
export interface PastTicket {
  readonly ticketId: string;
  readonly events: readonly TicketEvent[];
  readonly terms: Terms | null;
  /** Of one that was bound more than once: every document that its log names (`bindTerms`). */
  readonly boundTerms?: BoundTerms | null;
}

/** By what a log is replayed. */
export type ReplayedBy = Omit<ClockInputs, 'events' | 'contestedWaits'>;

/** How one clock of a ticket came out under some terms. */
export class ReplayedClock {
  /** null: no verdict by then. */
  readonly verdict: 'MET' | 'MISSED' | null;

  constructor(
    private readonly track: Track,
    readonly priority: Priority,
    private readonly by: ReplayedBy,
    private readonly eventAt: Instant,
  ) {
    const state = stateOf(track, by.asOf);
    this.verdict = state === 'BREACHED' ? 'MISSED' : state === 'MET' ? 'MET' : null;
  }

  get kind(): ClockKind {
    return this.track.kind;
  }

  get cycle(): number {
    return this.track.cycle;
  }

  get startedAt(): Instant {
    return this.track.startedAt;
  }

  get verdictAt(): Instant | null {
    return this.verdict === null ? null : (this.track.breachedAt ?? this.track.metAt);
  }

  /** The due instant it was judged by; null while there is no verdict. */
  get dueAt(): Instant | null {
    return this.verdict === null ? null : this.track.judgedDue;
  }

  /** Working time used beyond the target; below zero what was left of it. */
  overMs(): Ms {
    const { calendarOf } = lawsOf(this.by) ?? this.by;
    const clock = readClock(this.track, { calendarOf, asOf: this.by.asOf, eventAt: this.eventAt });
    return clock === null ? 0 : clock.usedMs - clock.targetMs;
  }
}

/** The clocks of a ticket under terms, by kind as they began; only those for which something was promised. */
export function replay(events: readonly TicketEvent[], by: ReplayedBy): readonly ReplayedClock[] {
  const { terms, boundTerms = null, calendarOf, asOf } = by;
  const state = foldTicket({ events, terms, boundTerms, calendarOf, asOf });
  if (state === null) return [];
  const clocks: ReplayedClock[] = [];
  for (const track of state.tracks) {
    const demand = track.demands[track.demands.length - 1];
    if (demand !== undefined) clocks.push(new ReplayedClock(track, demand.priority, by, state.eventAt));
  }
  return clocks;
}

/**
 * The log as if its ticket had been bound to other terms: where it was bound to whatever policy its service item had, it takes
 * the one that the other terms give the item. A policy agreed for the ticket apart stays, if the other terms know it.
 */
export function rebound(
  { events, boundTerms }: Pick<PastTicket, 'events' | 'boundTerms'>,
  bound: Terms,
  other: Terms,
): readonly TicketEvent[] {
  const follows = (event: TicketEvent): boolean => {
    const digest = bindingOf(event)?.termsDigest ?? null;
    return followsService(event, (digest === null ? null : boundTerms?.get(digest)) ?? bound, other);
  };
  if (!events.some(follows)) return events;
  return events.map((event) =>
    (event.kind === 'OPENED' || event.kind === 'SERVICE_CHANGED' || event.kind === 'REBOUND') && follows(event)
      ? { ...event, binding: { ...event.binding, policyId: null } }
      : event,
  );
}

/** Whether an event binds to its service item's own policy, and the other terms give the item another one. */
function followsService(event: TicketEvent, bound: Terms, other: Terms): boolean {
  const { serviceItemId, policyId = null } = bindingOf(event) ?? {};
  if (policyId === null || serviceItemId === undefined) return false;
  return servicePolicy(bound, serviceItemId)?.id === policyId && servicePolicy(other, serviceItemId)?.id !== policyId;
}
