import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { lockRun, setRunState, type Run } from '../model/run.js';

const TOUCHED = statement<{ n: number }>(
  'import-touched-tickets',
  'select count(*)::int as n from ticket where provider_id = $1 and import_run_id = $2 and version > 1',
);
const FORGET = statement('import-forget-cases', 'delete from import_case where provider_id = $1 and run_id = $2');
const TAKE_BACK = statement('import-take-back', 'delete from ticket where provider_id = $1 and import_run_id = $2');

export type StopOutcome =
  | { readonly kind: 'changed'; readonly run: Run }
  | { readonly kind: 'refused'; readonly run: Run; readonly workedOn: number }
  | { readonly kind: 'not-found' };

/** Ends a run that is under way; what it has written so far stays and can be undone. Its worker clears the staged rows. */
export async function cancelImport(tx: Tx, runId: string): Promise<StopOutcome> {
  const run = await lockRun(tx, runId);
  if (run === null) return { kind: 'not-found' };
  if (!['QUEUED', 'READING', 'WRITING'].includes(run.state)) return { kind: 'refused', run, workedOn: 0 };
  const changed = await setRunState(tx, runId, 'CANCELLED');
  await recordAudit(tx, { action: 'import.cancel', objectType: 'import', objectId: runId, tenantId: run.tenant_id });
  return { kind: 'changed', run: changed ?? run };
}

/** Takes back every ticket of the run with its history, in one transaction; refused when one was worked on since. */
export async function undoImport(tx: Tx, runId: string): Promise<StopOutcome> {
  const run = await lockRun(tx, runId);
  if (run === null) return { kind: 'not-found' };
  if (!['DONE', 'CANCELLED', 'FAILED'].includes(run.state) || run.dry_run) return { kind: 'refused', run, workedOn: 0 };
  const [touched] = await tx.query(TOUCHED, [tx.scope.providerId, runId]);
  if (touched !== undefined && touched.n > 0) return { kind: 'refused', run, workedOn: touched.n };
  await tx.query(FORGET, [tx.scope.providerId, runId]);
  await tx.query(TAKE_BACK, [tx.scope.providerId, runId]);
  const changed = await setRunState(tx, runId, 'UNDONE');
  const after = { tickets: run.cases_written };
  await recordAudit(tx, {
    action: 'import.undo',
    objectType: 'import',
    objectId: runId,
    tenantId: run.tenant_id,
    after,
  });
  return { kind: 'changed', run: changed ?? run };
}
