import type { ClockKind, Priority, SlaTarget, Terms, TicketType } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import { demandDue } from './deadline.js';
import { servicePolicy, targetFor } from './targets.js';
import type { CalendarOf } from './track.js';

export interface PromisedTime {
  readonly clock: ClockKind;
  readonly target: SlaTarget;
  /** null: never, by this calendar. */
  readonly dueAt: Instant | null;
}

const PROMISED: readonly ClockKind[] = ['FIRST_RESPONSE', 'UPDATE_CADENCE', 'RESTORE', 'RESOLUTION'];

/** What a ticket would be promised if it opened at `at`: shown before it is submitted. Empty when the service isn't in scope. */
export function promisedTimes(question: {
  readonly terms: Terms;
  readonly calendarOf: CalendarOf;
  readonly serviceItemId: string;
  readonly priority: Priority;
  readonly type: TicketType;
  readonly at: Instant;
}): readonly PromisedTime[] {
  const { terms, calendarOf, serviceItemId, priority, type, at } = question;
  const policy = servicePolicy(terms, serviceItemId);
  const promised: PromisedTime[] = [];
  for (const clock of PROMISED) {
    const target = targetFor(clock, { policy, priority, type });
    if (target === null) continue;
    const demand = { from: at, floor: at, target, priority };
    promised.push({ clock, target, dueAt: demandDue(calendarOf(target.calendarId, at), demand, []) });
  }
  return promised;
}
