import { statement, type Tx } from '@daylight/api-database';
import type { Run } from '../model/run.js';
import { startImport, type ImportRequest } from './start-import.js';

const UNFINISHED = statement<Run>(
  'import-unfinished',
  `select * from import_run
   where provider_id = $1 and tenant_id = $2 and file_id is null and file_name = $3 and mapping = $4 and dry_run = $5
     and state in ('QUEUED', 'READING', 'WRITING')
   order by created_at desc limit 1`,
);
const STAFF = statement<{ person_id: string }>(
  'import-staff-by-email',
  `select person_id from person where provider_id = $1 and email = $2 and side = 'PROVIDER' and status = 'ACTIVE'`,
);

export type StartedRun =
  { readonly kind: 'run'; readonly run: Run; readonly resumed: boolean } | { readonly kind: 'unknown-person' };

/** For the command line: takes up the run of the same file and mapping that was killed, or starts one. */
export async function resumeOrStart(tx: Tx, request: ImportRequest, email: string | null): Promise<StartedRun> {
  const { tenantId, fileName, mapping, dryRun } = request;
  const [unfinished] = await tx.query(UNFINISHED, [
    tx.scope.providerId,
    tenantId,
    fileName,
    JSON.stringify(mapping),
    dryRun,
  ]);
  if (unfinished !== undefined) return { kind: 'run', run: unfinished, resumed: true };
  const [person] = email === null ? [] : await tx.query(STAFF, [tx.scope.providerId, email]);
  if (email !== null && person === undefined) return { kind: 'unknown-person' };
  const run = await startImport(tx, request, person?.person_id ?? tx.scope.personId);
  return { kind: 'run', run, resumed: false };
}
