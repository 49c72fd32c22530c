import { foldTicket } from '../sla/fold.js';
import type { ReadInputs } from '../sla/read.js';
import { readClock, stateOf } from '../sla/read.js';
import { servicePolicy } from '../sla/targets.js';
import type { CalendarOf, Track } from '../sla/track.js';
import type { TicketEvent } from '../ticketing/events.js';
import type { Instant, Ms } from '../time/instant.js';
import type { ClockKind, Priority, Terms } from './terms.js';

/** A ticket's log with the version it was bound to (D-CON-1); null: out of contract, and so under any terms. */
export interface PastTicket {
  readonly ticketId: string;
  readonly events: readonly TicketEvent[];
  readonly terms: Terms | null;
}

/** How one clock of a ticket came out under some terms. */
export class ReplayedClock {
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly startedAt: Instant;
  /** null: no verdict by then. */
  readonly verdict: 'MET' | 'MISSED' | null;
  readonly verdictAt: Instant | null;
  /** The due instant it was judged by; null while there is no verdict. */
  readonly dueAt: Instant | null;

  constructor(
    private readonly track: Track,
    readonly priority: Priority,
    private readonly reading: ReadInputs,
  ) {
    const state = stateOf(track, reading.asOf);
    this.kind = track.kind;
    this.cycle = track.cycle;
    this.startedAt = track.startedAt;
    this.verdict = state === 'BREACHED' ? 'MISSED' : state === 'MET' ? 'MET' : null;
    this.verdictAt = this.verdict === null ? null : (track.breachedAt ?? track.metAt);
    this.dueAt = this.verdict === null ? null : track.judgedDue;
  }

  /** Working time used beyond the target; below zero what was left of it. */
  overMs(): Ms {
    const clock = readClock(this.track, this.reading);
    return clock === null ? 0 : clock.usedMs - clock.targetMs;
  }
}

/** The clocks of a ticket under terms, by kind as they began; only those for which something was promised. */
export function replay(
  { events }: Pick<PastTicket, 'events'>,
  by: { readonly terms: Terms | null; readonly calendarOf: CalendarOf; readonly asOf: Instant },
): readonly ReplayedClock[] {
  const state = foldTicket({ ...by, events });
  if (state === null) return [];
  const reading = { calendarOf: by.calendarOf, asOf: by.asOf, eventAt: state.eventAt };
  const clocks: ReplayedClock[] = [];
  for (const track of state.tracks) {
    const demand = track.demands[track.demands.length - 1];
    if (demand !== undefined) clocks.push(new ReplayedClock(track, demand.priority, reading));
  }
  return clocks;
}

/**
 * The log as if its ticket had been bound to other terms: where it was bound to whatever policy its service item had, it takes
 * the one that the other terms give the item. A policy agreed for the ticket apart stays, if the other terms know it.
 */
export function rebound(events: readonly TicketEvent[], bound: Terms, other: Terms): readonly TicketEvent[] {
  if (!events.some((event) => followsService(event, bound, other))) return events;
  return events.map((event) =>
    (event.kind === 'OPENED' || event.kind === 'SERVICE_CHANGED') && followsService(event, bound, other)
      ? { ...event, binding: { ...event.binding, policyId: null } }
      : event,
  );
}

/** Whether an event binds to its service item's own policy, and the other terms give the item another one. */
function followsService(event: TicketEvent, bound: Terms, other: Terms): boolean {
  if (event.kind !== 'OPENED' && event.kind !== 'SERVICE_CHANGED') return false;
  const { serviceItemId, policyId } = event.binding;
  if (policyId === null) return false;
  return servicePolicy(bound, serviceItemId)?.id === policyId && servicePolicy(other, serviceItemId)?.id !== policyId;
}
