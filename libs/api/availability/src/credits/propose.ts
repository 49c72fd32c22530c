import { appendEvents, statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { decideOn, lockCredit, writeEvent } from './credit-rows.js';

const COMPUTED = statement<{ credit_id: string; digest: string }>(
  'credits-computed',
  `select c.credit_id, f.digest from credit c join availability_figure f on f.provider_id = c.provider_id and f.figure_id = c.figure_id
   where c.provider_id = $1 and c.tenant_id = $2 and c.figure_id = any ($3::uuid[]) and c.state = 'COMPUTED' and c.amount_minor > 0
   order by c.credit_id`,
);

/** Proposes the credits of figures that were just published, with their digests as evidence. Returns their ids. */
export async function proposeComputed(
  tx: Tx<StaffScope>,
  tenantId: string,
  figureIds: readonly string[],
): Promise<readonly string[]> {
  const { providerId, personId } = tx.scope;
  const proposed: string[] = [];
  for (const { credit_id: creditId, digest } of await tx.query(COMPUTED, [providerId, tenantId, figureIds])) {
    const row = await lockCredit(tx, creditId);
    if (row === null) continue;
    const command = { kind: 'propose', amountMinor: row.amount_minor, evidenceDigest: digest } as const;
    const decision = decideOn(row, command, { at: tx.now, actor: { side: 'PROVIDER', userId: personId } });
    if (decision.kind === 'refused') continue;
    await writeEvent(tx, row, { event: decision.event, text: null, evidenceId: row.figure_id });
    proposed.push(creditId);
  }
  await appendEvents(
    tx,
    proposed.map((creditId) => ({ topic: 'credit.proposed', tenantId, ids: { creditId, personId } })),
  );
  return proposed;
}
