import type { TicketLineFragment } from './generated/tickets.js';

/** The ticket whose clock runs out first; overdue ones come before all. Null when no clock runs. */
export function firstDue(tickets: readonly TicketLineFragment[]): TicketLineFragment | null {
  let first: TicketLineFragment | null = null;
  for (const ticket of tickets) {
    const due = ticket.nextDue?.dueAt ?? null;
    const best = first?.nextDue?.dueAt ?? null;
    if (due !== null && (best === null || due < best)) first = ticket;
  }
  return first;
}
