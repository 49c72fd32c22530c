import { statement, type Tx } from '@daylight/api-database';
import type { CallFacts } from '@daylight/text';

interface FactsRow {
  readonly number: string;
  readonly subject: string;
  readonly confidential: boolean;
  readonly tenant_name: string;
}

const FACTS = statement<FactsRow>(
  'escalation-ticket-facts',
  `select n.prefix || '-' || t.number as number, t.subject, t.confidential, n.name as tenant_name
   from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   where t.provider_id = $1 and t.ticket_id = $2`,
);

/** What a call says of its ticket; a confidential one is named by its number only. Throws when there is none. */
export async function callFacts(tx: Tx, ticketId: string, priority: string): Promise<CallFacts> {
  const [row] = await tx.query(FACTS, [tx.scope.providerId, ticketId]);
  if (row === undefined) throw new Error('an escalation without its ticket');
  const { number, subject, confidential, tenant_name: tenantName } = row;
  return { number, subject: confidential ? null : subject, tenantName, priority };
}
