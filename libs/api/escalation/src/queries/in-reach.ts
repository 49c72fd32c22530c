import { statement, type Tx } from '@daylight/api-database';
import { isId } from '@daylight/api-platform';

const REACH = statement<{ reached: boolean }>(
  'escalation-in-reach',
  `select exists (select 1 from tenant where provider_id = $1 and tenant_id = $2)
     and ($3::uuid is null or exists (
       select 1 from contract where provider_id = $1 and tenant_id = $2 and contract_id = $3)) as reached`,
);

/** Whether a client, and a contract of it, is one that the caller may ask about. */
export async function inReach(tx: Tx, tenantId: string, contractId: string | null = null): Promise<boolean> {
  if (!isId(tenantId) || (contractId !== null && !isId(contractId))) return false;
  const [row] = await tx.query(REACH, [tx.scope.providerId, tenantId, contractId]);
  return row?.reached === true;
}
