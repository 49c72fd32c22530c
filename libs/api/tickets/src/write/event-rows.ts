import type { TicketEvent } from '@daylight/domain';
import { eventData } from '../log/event-codec.js';
import type { JsonRow } from './apply-statement.js';
import { iso, type StoredTicket } from './stored-ticket.js';

/** The end of a ticket's log that is to be written. */
export interface NewEvents {
  readonly events: readonly TicketEvent[];
  /** Events about messages that the client may not see. */
  readonly internalSeqs: ReadonlySet<number>;
}

/** Rows of `ticket_event` as every way of writing sends them, but for what all rows of a statement share. */
export function eventRows({ events, internalSeqs }: NewEvents, row: StoredTicket): readonly JsonRow[] {
  return events.map((event) => ({
    ticket_id: row.ticket_id,
    seq: event.seq,
    kind: event.kind,
    v: event.v,
    data: eventData(event),
    internal: internalSeqs.has(event.seq),
    occurred_at: iso(event.at),
    actor_side: event.actor.side,
    actor_person_id: event.actor.userId,
  }));
}
