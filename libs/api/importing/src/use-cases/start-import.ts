import { enqueue, recordAudit, type Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import type { Run } from '../model/run.js';
import { insertRun } from '../model/run.js';

export const IMPORT_QUEUE = 'import';

export interface ImportRequest {
  readonly tenantId: string;
  readonly fileName: string;
  /** Null: the command line reads the file itself, so no job is enqueued. */
  readonly fileId: string | null;
  /** Checked before. */
  readonly mapping: unknown;
  readonly dryRun: boolean;
}

/** Stores the run and has a worker take it up; audited with who started it. */
export async function startImport(
  tx: Tx,
  request: ImportRequest,
  startedBy: string | null = tx.scope.personId,
): Promise<Run> {
  const runId = newId();
  const run = await insertRun(tx, { ...request, runId, startedBy });
  const { tenantId, fileName, dryRun } = request;
  await recordAudit(tx, {
    action: 'import.start',
    objectType: 'import',
    objectId: runId,
    tenantId,
    after: { fileName, dryRun },
  });
  if (request.fileId !== null) {
    await enqueue(tx, [{ queue: IMPORT_QUEUE, tenantId, payload: { runId }, runAt: null, dedupeKey: runId }]);
  }
  return run;
}
