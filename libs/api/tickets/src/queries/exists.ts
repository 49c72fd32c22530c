import { statement, type Tx } from '@daylight/api-database';

const COUNT = statement<{ found: number }>(
  'ticket-exists',
  'select count(*)::int as found from ticket where provider_id = $1 and tenant_id = $2 and ticket_id = any ($3::uuid[])',
);

/** Whether all of these tickets are the client's and in sight. */
export async function ticketsExist(tx: Tx, tenantId: string, ticketIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.query(COUNT, [tx.scope.providerId, tenantId, ticketIds]);
  return row?.found === new Set(ticketIds).size;
}
