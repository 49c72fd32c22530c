import type { NewJob } from '@daylight/api-database';
import {
  DAY,
  DEFAULT_AUTO_CLOSE_DAYS,
  nextDeemed,
  nextInstants,
  type Clock,
  type DeemingLaw,
  type Instant,
  type Terms,
  type TicketState,
} from '@daylight/domain';
import { nextNoticeInstant } from '../timers/statutory.js';
import type { StoredTicket } from './stored-ticket.js';

export const TICKET_TIMER_QUEUE = 'ticket-timer';

/** When a resolved ticket closes by itself: days of the client's silence, as the terms say (domain.md section 4). */
export function autoCloseAt(state: TicketState, terms: Terms | null): Instant | null {
  if (state.status !== 'RESOLVED') return null;
  const silentSince = Math.max(state.resolvedAt ?? state.lastEventAt, state.lastPublicMessageAt.CLIENT ?? 0);
  return silentSince + (terms?.autoCloseDays ?? DEFAULT_AUTO_CLOSE_DAYS) * DAY;
}

/** The next instant at which something happens to the ticket by itself; null: never. One timer per ticket is enough. */
export function nextTimer(
  { state, terms, calendarOf, clocks }: DeemingLaw & { readonly state: TicketState; readonly clocks: readonly Clock[] },
  after: Instant,
): Instant | null {
  const instants = [
    ...[nextInstants(clocks, after)[0]?.at, autoCloseAt(state, terms), state.waiting?.until],
    nextNoticeInstant(state, terms, after),
  ];
  // Silence whose time is over and that came to nothing is no reason to look again at once.
  const deemed = nextDeemed(state, { terms, calendarOf });
  if (deemed !== null && deemed.at > after) instants.push(deemed.at);
  const ahead = instants.flatMap((at) => (at === null || at === undefined ? [] : [Math.max(at, after)]));
  return ahead.length === 0 ? null : Math.min(...ahead);
}

export function timerJob(row: Pick<StoredTicket, 'ticket_id' | 'tenant_id'>, runAt: Instant): NewJob {
  const { ticket_id: ticketId, tenant_id: tenantId } = row;
  return { queue: TICKET_TIMER_QUEUE, tenantId, payload: { ticketId }, runAt, dedupeKey: ticketId };
}
