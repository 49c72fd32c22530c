import { statement, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';

const TAKE = statement<{ last_number: number }>(
  'ticket-number-take',
  `insert into ticket_counter as c (provider_id, tenant_id, last_number) values ($1, $2, $3)
   on conflict (provider_id, tenant_id) do update set last_number = c.last_number + $3 returning last_number`,
);

/**
 * Takes a block of numbers of a client and returns the first. Late in the transaction: whoever opens next waits until it
 * ends. Gaps are allowed (decision 10).
 */
export async function takeNumbers(tx: Tx, tenantId: string, count: number): Promise<number> {
  const [row] = await tx.query(TAKE, [tx.scope.providerId, tenantId, count]);
  if (row === undefined) throw new DaylightError('INTERNAL', 'no number was taken');
  return row.last_number - count + 1;
}

const RESERVE = statement(
  'ticket-number-reserve',
  `insert into ticket_counter as c (provider_id, tenant_id, last_number) values ($1, $2, $3)
   on conflict (provider_id, tenant_id) do update set last_number = greatest(c.last_number, $3)`,
);

/** Makes the next number of a client a higher one than `highest`: an import may bring its own. */
export async function reserveNumbers(tx: Tx, tenantId: string, highest: number): Promise<void> {
  await tx.query(RESERVE, [tx.scope.providerId, tenantId, highest]);
}
