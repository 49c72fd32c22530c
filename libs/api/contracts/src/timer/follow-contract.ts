import { enqueue, statement, type JobHandler, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import * as v from 'valibot';
import { lockContracts } from '../locked-version.js';
import type { VersionRow } from '../queries/version-rows.js';
import { VERSION_COLUMNS, VERSION_FROM } from '../queries/version-rows.js';
import { contractTimer, CONTRACT_TIMER_QUEUE } from './contract-timer.js';
import { deemAgreed } from './deem-agreed.js';
import { markedVersions, nextMark, tellMarks } from './term-notices.js';

const VERSIONS = statement<VersionRow>(
  'contract-timer-versions',
  `select ${VERSION_COLUMNS} ${VERSION_FROM}
   where v.provider_id = $1 and v.contract_id = $2 and v.state in ('AGREED', 'PROPOSED') order by v.ordinal`,
);

const target = v.object({ contractId: v.pipe(v.string(), v.uuid()) });

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  const ahead = instants.filter((at) => at !== null);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/**
 * What a contract does by itself by now: tells what is due of its terms (D-CON-2), lets silence be consent where the terms
 * in force say so (D-CON-4), and arms its timer for what comes next. Re-reads; may run at any time and twice without harm.
 */
export async function followContract(
  tx: Tx<SystemScope>,
  contract: { readonly tenantId: string; readonly contractId: string },
): Promise<void> {
  await lockContracts(tx, contract.tenantId);
  const rows = () => tx.query(VERSIONS, [tx.scope.providerId, contract.contractId]);
  const before = await rows();
  const deemedNext = await deemAgreed(tx, before);
  const marked = markedVersions(deemedNext.agreed ? await rows() : before);
  await tellMarks(tx, marked);
  const next = earliest([deemedNext.at, nextMark(marked, tx.now)]);
  if (next !== null) await enqueue(tx, [contractTimer(contract, next)]);
}

/** Queue `contract-timer`, one timer a contract. */
export const contractTimerHandler: JobHandler = {
  queue: CONTRACT_TIMER_QUEUE,
  handle: async (tx, { tenantId, payload }) => {
    const { contractId } = v.parse(target, payload);
    if (tenantId !== null) await followContract(tx, { tenantId, contractId });
  },
};
