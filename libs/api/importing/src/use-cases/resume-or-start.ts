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
const STAFF = statement<Operator>(
  'import-operator',
  `select person_id, display_name from person
   where provider_id = $1 and side = 'PROVIDER' and status = 'ACTIVE'
     and case when $2::text is null then staff_role = 'PROVIDER_ADMIN' else email = $2 end
   order by created_at, person_id limit 1`,
);

interface Operator {
  readonly person_id: string;
  readonly display_name: string;
}

export type StartedRun =
  | { readonly kind: 'run'; readonly run: Run; readonly resumed: boolean; readonly operator: string | null }
  | { readonly kind: 'unknown-person' };

/**
 * For the command line: takes up the run of the same file and mapping that was killed, or starts one. Its actor is the
 * member of staff with this address; null: the provider's first administrator, who answers for the installation.
 */
export async function resumeOrStart(tx: Tx, request: ImportRequest, email: string | null): Promise<StartedRun> {
  const { tenantId, fileName, mapping, dryRun } = request;
  const [unfinished] = await tx.query(UNFINISHED, [
    tx.scope.providerId,
    tenantId,
    fileName,
    JSON.stringify(mapping),
    dryRun,
  ]);
  if (unfinished !== undefined) return { kind: 'run', run: unfinished, resumed: true, operator: null };
  const [person] = await tx.query(STAFF, [tx.scope.providerId, email]);
  if (person === undefined) return { kind: 'unknown-person' };
  const run = await startImport(tx, request, person.person_id);
  return { kind: 'run', run, resumed: false, operator: person.display_name };
}
