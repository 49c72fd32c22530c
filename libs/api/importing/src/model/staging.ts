import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { CaseProblem, ImportedCase, SourceRow } from '../cases/case.js';

const STAGE = statement(
  'import-stage',
  `with staged as (
     insert into import_row (provider_id, tenant_id, run_id, line, case_key, data)
     select $1, $2, $3, r.line, r.case_key, r.data
     from unnest($4::bigint[], $5::text[], $6::jsonb[]) as r (line, case_key, data))
   update import_run set rows_read = rows_read + cardinality($4::bigint[]) where provider_id = $1 and run_id = $3`,
);
const COUNT_CASES = statement(
  'import-count-cases',
  `update import_run r set cases_total = (select count(distinct case_key) from import_row where provider_id = $1 and run_id = $2)
   where r.provider_id = $1 and r.run_id = $2`,
);
const NEXT = statement<{ case_key: string; line: number; data: Readonly<Record<string, string>> }>(
  'import-next-cases',
  `select r.case_key, r.line, r.data
   from (select distinct case_key from import_row where provider_id = $1 and run_id = $2 order by case_key limit $3) c
   join import_row r on r.provider_id = $1 and r.run_id = $2 and r.case_key = c.case_key
   order by r.case_key, r.line`,
);
const DROP = statement(
  'import-drop-cases',
  'delete from import_row where provider_id = $1 and run_id = $2 and case_key = any ($3)',
);
const DROP_ALL = statement('import-drop-rows', 'delete from import_row where provider_id = $1 and run_id = $2');
const PROGRESS = statement<{ events_written: number }>(
  'import-progress',
  `update import_run set cases_written = cases_written + $3, cases_unchanged = cases_unchanged + $4,
     cases_rejected = cases_rejected + $5, events_written = events_written + $6
   where provider_id = $1 and run_id = $2 returning events_written`,
);
const REJECT = statement(
  'import-reject',
  `insert into import_error (provider_id, tenant_id, run_id, error_no, line, case_key, kind, column_name, detail)
   select $1, $2, $3, (select coalesce(max(error_no), 0) from import_error where provider_id = $1 and run_id = $3) + row_number() over (),
     e.line, e.case_key, e.kind, e."column", jsonb_build_object('detail', e.detail)
   from jsonb_to_recordset($4) as e (line bigint, case_key text, kind text, "column" text, detail text)`,
);
const KNOWN = statement<{ case_key: string; digest: string }>(
  'import-known-cases',
  'select case_key, digest from import_case where provider_id = $1 and tenant_id = $2 and case_key = any ($3)',
);
const REMEMBER = statement(
  'import-remember-cases',
  `insert into import_case (provider_id, tenant_id, case_key, digest, ticket_id, run_id)
   select $1, $2, c.case_key, c.digest, c.ticket_id, $3
   from unnest($4::text[], $5::text[], $6::uuid[]) as c (case_key, digest, ticket_id)`,
);

const KEEP = statement(
  'import-keep-entries',
  `insert into import_entry (provider_id, tenant_id, ticket_id, line, occurred_at, data)
   select $1, $2, e.ticket_id, e.line, e.at, e.data
   from unnest($3::uuid[], $4::bigint[], $5::timestamptz[], $6::jsonb[]) as e (ticket_id, line, at, data)`,
);

const ANALYZE = statement('import-analyze', 'select import_analyze()');

export interface RunKey {
  readonly tenantId: string;
  readonly runId: string;
}

/** Rows read but not yet written: each waits for its case to be complete. */
export async function stageRows(
  tx: Tx,
  run: RunKey,
  rows: readonly (SourceRow & { readonly caseKey: string })[],
): Promise<void> {
  const columns = [
    rows.map((row) => row.line),
    rows.map((row) => row.caseKey),
    rows.map((row) => JSON.stringify(row.values)),
  ];
  await tx.query(STAGE, [tx.scope.providerId, run.tenantId, run.runId, ...columns]);
}

export async function countCases(tx: Tx, run: RunKey): Promise<void> {
  await tx.query(COUNT_CASES, [tx.scope.providerId, run.runId]);
}

/** The next cases in the order of their keys, with all their rows. Empty: nothing is left to write. */
export async function nextCases(
  tx: Tx,
  run: RunKey,
  limit: number,
): Promise<ReadonlyMap<string, readonly SourceRow[]>> {
  const cases = new Map<string, SourceRow[]>();
  for (const { case_key, line, data } of await tx.query(NEXT, [tx.scope.providerId, run.runId, limit])) {
    const rows = cases.get(case_key) ?? [];
    rows.push({ line, values: data });
    cases.set(case_key, rows);
  }
  return cases;
}

export interface BatchOutcome {
  readonly written: number;
  readonly unchanged: number;
  readonly events: number;
  readonly rejected: readonly { readonly caseKey: string; readonly problem: CaseProblem }[];
}

/** Ends a batch: its staged rows go, the run's counters move, rejected cases are noted with line and reason. */
export async function finishBatch(
  tx: Tx,
  run: RunKey,
  caseKeys: readonly string[],
  outcome: BatchOutcome,
): Promise<void> {
  const { providerId } = tx.scope;
  if (outcome.rejected.length > 0) {
    const rows = outcome.rejected.map(({ caseKey, problem }) => ({ case_key: caseKey, ...problem }));
    await tx.query(REJECT, [providerId, run.tenantId, run.runId, JSON.stringify(rows)]);
  }
  await tx.query(DROP, [providerId, run.runId, caseKeys]);
  await tx.query(PROGRESS, [
    providerId,
    run.runId,
    outcome.written,
    outcome.unchanged,
    outcome.rejected.length,
    outcome.events,
  ]);
}

export async function dropStaged(tx: Tx, run: RunKey): Promise<void> {
  await tx.query(DROP_ALL, [tx.scope.providerId, run.runId]);
}

/** Digests of cases that the tenant has imported before. */
export async function knownCases(
  tx: Tx,
  tenantId: string,
  caseKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query(KNOWN, [tx.scope.providerId, tenantId, caseKeys]);
  return new Map(rows.map((row) => [row.case_key, row.digest]));
}

export interface WrittenCase {
  readonly caseKey: string;
  readonly digest: string;
  readonly ticketId: string;
  readonly entries: ImportedCase['entries'];
}

/** Which case became which ticket, and the record that it was read from. */
export async function rememberCases(tx: Tx, run: RunKey, cases: readonly WrittenCase[]): Promise<void> {
  const columns = [
    cases.map((each) => each.caseKey),
    cases.map((each) => each.digest),
    cases.map((each) => each.ticketId),
  ];
  await tx.query(REMEMBER, [tx.scope.providerId, run.tenantId, run.runId, ...columns]);
  const entries = cases.flatMap(({ ticketId, entries: read }) => read.map((entry) => ({ ticketId, ...entry })));
  const kept = [
    entries.map(({ ticketId }) => ticketId),
    entries.map(({ line }) => line),
    entries.map(({ at }) => timestamp(at)),
    entries.map(({ values }) => JSON.stringify(values)),
  ];
  await tx.query(KEEP, [tx.scope.providerId, run.tenantId, ...kept]);
}

/** Tells the planner what a bulk load brought; figures are asked for right after it. */
export async function analyzeLoaded(tx: Tx): Promise<void> {
  await tx.query(ANALYZE);
}
