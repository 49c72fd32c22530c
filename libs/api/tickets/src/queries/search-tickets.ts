import { isId, pageSize } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import { ROW_COLUMNS, ROW_JOINS, ticketRowView, type TicketListRow, type TicketRowView } from '../views/ticket-row.js';
import { searchTicketIds } from './search-ids.js';

const BY_IDS = statement<TicketListRow>(
  'ticket-rows-by-ids',
  `select ${ROW_COLUMNS} from ticket t ${ROW_JOINS} where t.provider_id = $1 and t.ticket_id = any ($2::uuid[])`,
);

/** What a text finds, best match first. */
export async function searchTickets(
  tx: Tx,
  {
    text,
    tenantId,
    first,
  }: { readonly text: string; readonly tenantId?: string | null; readonly first?: number | null },
): Promise<readonly TicketRowView[]> {
  if (tenantId !== null && tenantId !== undefined && !isId(tenantId)) return [];
  const ids = (await searchTicketIds(tx, text, tenantId ?? null)).slice(0, pageSize(first ?? 20));
  if (ids.length === 0) return [];
  const rows = await tx.query(BY_IDS, [tx.scope.providerId, ids]);
  const rank = new Map(ids.map((id, index) => [id, index]));
  return [...rows].sort((a, b) => (rank.get(a.ticket_id) ?? 0) - (rank.get(b.ticket_id) ?? 0)).map(ticketRowView);
}
