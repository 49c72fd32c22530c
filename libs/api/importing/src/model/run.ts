import { statement, timestamp, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';

export type RunState = 'QUEUED' | 'READING' | 'WRITING' | 'DONE' | 'CANCELLED' | 'FAILED' | 'UNDOING' | 'UNDONE';

/** Why a run stopped, as a kind with its facts; said in words when it is read. */
export interface RunFailure {
  readonly kind: string;
  readonly line: number | null;
  readonly detail: string;
}

/** A row of `import_run`. */
export interface Run {
  readonly provider_id: string;
  readonly tenant_id: string;
  readonly run_id: string;
  readonly file_name: string;
  readonly file_id: string | null;
  readonly mapping: unknown;
  readonly dry_run: boolean;
  readonly state: RunState;
  readonly started_by: string | null;
  readonly created_at: Instant;
  readonly started_at: Instant | null;
  readonly finished_at: Instant | null;
  readonly rows_read: number;
  readonly cases_total: number | null;
  readonly cases_written: number;
  readonly cases_unchanged: number;
  readonly cases_rejected: number;
  readonly events_written: number;
  readonly failure: RunFailure | null;
  /** The file's columns; null until it is read. */
  readonly columns: readonly string[] | null;
}

const INSERT = statement<Run>(
  'import-run-insert',
  `insert into import_run (provider_id, tenant_id, run_id, file_name, file_id, mapping, dry_run, state, started_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, 'QUEUED', $8, $9) returning *`,
);
const LOCK = statement<Run>(
  'import-run-lock',
  'select * from import_run where provider_id = $1 and run_id = $2 for update',
);
const LOAD = statement<Run>('import-run-load', 'select * from import_run where provider_id = $1 and run_id = $2');
const SET_STATE = statement<Run>(
  'import-run-state',
  `update import_run set state = $3, failure = $4,
     started_at = coalesce(started_at, case when $3 = 'READING' then $5::timestamptz end),
     finished_at = case when $3 in ('DONE', 'CANCELLED', 'FAILED', 'UNDONE') then $5::timestamptz end
   where provider_id = $1 and run_id = $2 returning *`,
);

export interface NewRun {
  readonly runId: string;
  readonly tenantId: string;
  readonly fileName: string;
  readonly fileId: string | null;
  readonly mapping: unknown;
  readonly dryRun: boolean;
  readonly startedBy: string | null;
}

export async function insertRun(tx: Tx, run: NewRun): Promise<Run> {
  const values = [
    tx.scope.providerId,
    run.tenantId,
    run.runId,
    run.fileName,
    run.fileId,
    JSON.stringify(run.mapping),
    run.dryRun,
    run.startedBy,
    timestamp(tx.now),
  ];
  const [row] = await tx.query(INSERT, values);
  if (row === undefined) throw new DaylightError('INTERNAL', 'the import run was not stored');
  return row;
}

export async function loadRun(tx: Tx, runId: string): Promise<Run | null> {
  const [row] = await tx.query(LOAD, [tx.scope.providerId, runId]);
  return row ?? null;
}

export async function lockRun(tx: Tx, runId: string): Promise<Run | null> {
  const [row] = await tx.query(LOCK, [tx.scope.providerId, runId]);
  return row ?? null;
}

export async function setRunState(
  tx: Tx,
  runId: string,
  state: RunState,
  failure: RunFailure | null = null,
): Promise<Run | null> {
  const [row] = await tx.query(SET_STATE, [
    tx.scope.providerId,
    runId,
    state,
    failure === null ? null : JSON.stringify(failure),
    timestamp(tx.now),
  ]);
  return row ?? null;
}
