import { statement, type UnitOfWork } from '@daylight/api-database';
import { loadRun } from './model/run.js';
import { bytesSource } from './reading/read-rows.js';
import { RunImport } from './use-cases/run-import.js';

const BYTES = statement<{ bytes: Buffer }>(
  'import-bytes',
  'select bytes from file_content where provider_id = $1 and file_id = $2',
);

/** Worker's handler of the queue `import`: takes an uploaded file's run to its end. May run twice without harm. */
export async function handleImport(
  uow: UnitOfWork,
  target: { readonly providerId: string; readonly tenantId: string; readonly runId: string },
  signal: AbortSignal,
): Promise<void> {
  const source = await uow.asSystem(target, async (tx) => {
    const run = await loadRun(tx, target.runId);
    if (run === null || run.file_id === null) return null;
    const [content] = await tx.query(BYTES, [target.providerId, run.file_id]);
    return content === undefined ? null : bytesSource(run.file_name, content.bytes);
  });
  if (source !== null) await new RunImport(uow).run(target, source, { signal });
}
