import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';

const HEAD = statement<{ seq: number; hash: string; sealed_at: Instant }>('audit-head', 'select * from audit_head()');

/** The end of the provider's chain as SDL has it; null before the first seal. */
export async function auditHead(tx: Tx<PersonScope>) {
  const [row] = await tx.query(HEAD);
  return row === undefined ? null : { seq: row.seq, hash: row.hash, sealedAt: row.sealed_at };
}
