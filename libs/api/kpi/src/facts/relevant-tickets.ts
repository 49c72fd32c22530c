import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { Interval } from '@daylight/domain';

const TICKETS = statement<{ ticket_id: string }>('kpi-tickets', 'select ticket_id from kpi_tickets($1, $2, $3)');

/** Tickets that were open in a period or had an event since it began: all that can matter to its figures. */
export async function relevantTickets(tx: Tx, tenantId: string, { from, to }: Interval): Promise<readonly string[]> {
  const rows = await tx.query(TICKETS, [tenantId, timestamp(from), timestamp(to)]);
  return rows.map((row) => row.ticket_id);
}
