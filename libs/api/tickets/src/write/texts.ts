import type { Tx } from '@daylight/api-database';
import { TicketTextRow } from '../model/ticket-text.row.js';
import type { ReasonWords } from '../use-cases/reason.js';
import type { StoredTicket } from './stored-ticket.js';

/** Writes the words of a reason that an event refers to. */
export async function writeReason(tx: Tx, row: StoredTicket, { textId, body }: ReasonWords): Promise<void> {
  const { provider_id: providerId, tenant_id: tenantId, ticket_id: ticketId } = row;
  await tx.rows.insert(TicketTextRow, { providerId, tenantId, ticketId, textId, body });
}
