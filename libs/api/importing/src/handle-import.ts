import type { UnitOfWork } from '@daylight/api-database';
import { readFile } from '@daylight/api-files';
import { loadRun } from './model/run.js';
import { bytesSource } from './reading/read-rows.js';
import { RunImport } from './use-cases/run-import.js';

/** Worker's handler of the queue `import`: takes an uploaded file's run to its end. May run twice without harm. */
export async function handleImport(
  uow: UnitOfWork,
  target: { readonly providerId: string; readonly tenantId: string; readonly runId: string },
  signal: AbortSignal,
): Promise<void> {
  const source = await uow.asSystem(target, async (tx) => {
    const run = await loadRun(tx, target.runId);
    if (run === null || run.file_id === null) return null;
    const file = await readFile(tx, run.file_id);
    return file === null ? null : bytesSource(run.file_name, file.bytes);
  });
  if (source !== null) await new RunImport(uow).run(target, source, { signal });
}
