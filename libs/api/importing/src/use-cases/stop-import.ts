import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { lockRun, setRunState, type Run } from '../model/run.js';

const UNTOUCHED = statement<{ n: number }>(
  'import-untouched-tickets',
  'select count(*)::int as n from ticket where provider_id = $1 and import_run_id = $2 and version = 1',
);
const FORGET = statement('import-forget-cases', 'delete from import_case where provider_id = $1 and run_id = $2');
const TAKE_BACK = statement('import-take-back', 'delete from ticket where provider_id = $1 and import_run_id = $2');

export type StopOutcome =
  | { readonly kind: 'changed'; readonly run: Run }
  | { readonly kind: 'refused'; readonly run: Run; readonly why: 'NOT_NOW' | 'NOT_YOURS' }
  | { readonly kind: 'worked-on'; readonly run: Run; readonly tickets: number }
  | { readonly kind: 'not-found' };

/** Ends a run that is under way; what it has written so far stays and can be undone. Its worker clears the staged rows. */
export async function cancelImport(tx: Tx, runId: string): Promise<StopOutcome> {
  const run = await lockRun(tx, runId);
  if (run === null) return { kind: 'not-found' };
  if (!['QUEUED', 'READING', 'WRITING'].includes(run.state)) return { kind: 'refused', run, why: 'NOT_NOW' };
  const changed = await setRunState(tx, runId, 'CANCELLED');
  await recordAudit(tx, { action: 'import.cancel', objectType: 'import', objectId: runId, tenantId: run.tenant_id });
  return { kind: 'changed', run: changed ?? run };
}

/** Whoever may import takes back what they brought themselves; `import:undo` is for what others brought. */
export function mayUndo({ scope }: Tx, { started_by: startedBy }: Pick<Run, 'started_by'>): boolean {
  if (scope.side === 'SYSTEM') return true;
  return startedBy === scope.personId || scope.permissions.has('import:undo');
}

/**
 * Takes back every ticket of the run with its history, in one transaction; refused when one was worked on since. One that
 * is out of sight was made confidential since, so it counts as worked on.
 */
export async function undoImport(tx: Tx, runId: string): Promise<StopOutcome> {
  const run = await lockRun(tx, runId);
  if (run === null) return { kind: 'not-found' };
  if (!mayUndo(tx, run)) return { kind: 'refused', run, why: 'NOT_YOURS' };
  if (!['DONE', 'CANCELLED', 'FAILED'].includes(run.state) || run.dry_run)
    return { kind: 'refused', run, why: 'NOT_NOW' };
  const [untouched] = await tx.query(UNTOUCHED, [tx.scope.providerId, runId]);
  const tickets = run.cases_written - (untouched?.n ?? 0);
  if (tickets > 0) return { kind: 'worked-on', run, tickets };
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
