import { statement, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import type { CaseProblem, ImportedCase, SourceRow } from '../cases/case.js';
import type { Run } from './run.js';

const STAGE = statement<Run>(
  'import-stage',
  `with staged as (
     insert into import_row (provider_id, tenant_id, run_id, line, case_key, data)
     select $1, $2, $3, r.line, r.case_key, r.data from json_to_recordset($4) as r (line bigint, case_key text, data json))
   update import_run set rows_read = rows_read + $5, columns = $6 where provider_id = $1 and run_id = $3 returning *`,
);
const COUNT_CASES = statement<Run>(
  'import-count-cases',
  `update import_run r set cases_total = (select count(distinct case_key) from import_row where provider_id = $1 and run_id = $2)
   where r.provider_id = $1 and r.run_id = $2 returning *`,
);
const NEXT = statement<{ case_key: string; data: readonly StagedRow[] }>(
  'import-next-cases',
  `select r.case_key, r.data from import_row r
   where r.provider_id = $1 and r.run_id = $2 and r.case_key > $3 and r.case_key <= (
     select max(c.case_key) from (select distinct n.case_key from import_row n
       where n.provider_id = $1 and n.run_id = $2 and n.case_key > $3 order by n.case_key limit $4) c)
   order by r.case_key, r.line`,
);
const DROP = statement<{ cases: number }>(
  'import-drop-cases',
  `with gone as (delete from import_row where provider_id = $1 and run_id = $2 and case_key > $3 and case_key <= $4 returning case_key)
   select count(distinct case_key)::int as cases from gone`,
);
const DROP_ALL = statement('import-drop-rows', 'delete from import_row where provider_id = $1 and run_id = $2');
const PROGRESS = statement<Run>(
  'import-progress',
  `update import_run set cases_written = cases_written + $3, cases_unchanged = cases_unchanged + $4,
     cases_rejected = cases_rejected + $5, events_written = events_written + $6
   where provider_id = $1 and run_id = $2 returning *`,
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
   from json_to_recordset($3) as e (ticket_id uuid, line bigint, at timestamptz, data jsonb)`,
);

const ANALYZE = statement('import-analyze', 'select import_analyze()');

export interface RunKey {
  readonly tenantId: string;
  readonly runId: string;
}

/** A row of the file as it waits for its case to be complete: its line, then its cells in the order of the columns. */
export type StagedRow = readonly [line: number, ...cells: readonly string[]];

/** Rows read together, by the key of their case. */
export type RowsByCase = ReadonlyMap<string, readonly StagedRow[]>;

/** Stages rows in one statement and returns the run as it now stands. */
export async function stageRows(
  tx: Tx,
  run: RunKey,
  { columns, rows, count }: { readonly columns: readonly string[]; readonly rows: RowsByCase; readonly count: number },
): Promise<Run | null> {
  const staged = Array.from(rows, ([key, data]) => ({ line: data[0]?.[0] ?? 0, case_key: key, data }));
  const values = [JSON.stringify(staged), count, JSON.stringify(columns)];
  const [now] = await tx.query(STAGE, [tx.scope.providerId, run.tenantId, run.runId, ...values]);
  return now ?? null;
}

export async function countCases(tx: Tx, run: RunKey): Promise<Run | null> {
  const [now] = await tx.query(COUNT_CASES, [tx.scope.providerId, run.runId]);
  return now ?? null;
}

const recordOf = (columns: readonly string[], [line, ...cells]: StagedRow): SourceRow => {
  const values: Record<string, string> = {};
  for (let index = 0; index < columns.length; index += 1) values[columns[index] ?? ''] = cells[index] ?? '';
  return { line, values };
};

/** Which cases come next: those after a key, in the order of their keys. */
export interface Window {
  /** '' for the first. */
  readonly after: string;
  readonly limit: number;
}

/** The next cases with all their rows, these in the order of the file. Empty: nothing is left. */
export async function nextCases(
  tx: Tx,
  { runId, columns }: { readonly runId: string; readonly columns: readonly string[] },
  { after, limit }: Window,
): Promise<ReadonlyMap<string, readonly SourceRow[]>> {
  const cases = new Map<string, SourceRow[]>();
  for (const { case_key: key, data } of await tx.query(NEXT, [tx.scope.providerId, runId, after, limit])) {
    const rows = cases.get(key) ?? [];
    for (const row of data) rows.push(recordOf(columns, row));
    cases.set(key, rows);
  }
  return cases;
}

/** The counts of a batch and what it rejects. */
export interface BatchOutcome {
  readonly written: number;
  readonly unchanged: number;
  readonly events: number;
  readonly rejected: readonly { readonly caseKey: string; readonly problem: CaseProblem }[];
}

/** The cases of a batch by the order of their keys: from behind `after` up to `last`. */
export interface BatchSpan {
  readonly after: string;
  readonly last: string;
  readonly cases: number;
}

/**
 * Ends a batch: its staged rows go, the run's counters move, rejected cases are noted with line and reason.
 * @throws when the rows are gone already: another process has written them since they were read
 */
export async function finishBatch(
  tx: Tx,
  run: RunKey,
  { span, outcome }: { readonly span: BatchSpan; readonly outcome: BatchOutcome },
): Promise<Run | null> {
  const { providerId } = tx.scope;
  const { written, unchanged, rejected, events } = outcome;
  const noted = rejected.map(({ caseKey, problem }) => ({ case_key: caseKey, ...problem }));
  const [dropped, moved] = await Promise.all([
    tx.query(DROP, [providerId, run.runId, span.after, span.last]),
    tx.query(PROGRESS, [providerId, run.runId, written, unchanged, rejected.length, events]),
    noted.length === 0 ? null : tx.query(REJECT, [providerId, run.tenantId, run.runId, JSON.stringify(noted)]),
  ]);
  if (dropped[0]?.cases !== span.cases) throw new DaylightError('INTERNAL', 'another process writes this import');
  return moved[0] ?? null;
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
  const kept = cases.flatMap(({ ticketId, entries }) =>
    entries.map(({ line, at, values }) => ({
      ticket_id: ticketId,
      line,
      at: new Date(at).toISOString(),
      data: values,
    })),
  );
  await Promise.all([
    tx.query(REMEMBER, [tx.scope.providerId, run.tenantId, run.runId, ...columns]),
    tx.query(KEEP, [tx.scope.providerId, run.tenantId, JSON.stringify(kept)]),
  ]);
}

/** Tells the planner what a bulk load brought; figures are asked for right after it. */
export async function analyzeLoaded(tx: Tx): Promise<void> {
  await tx.query(ANALYZE);
}
