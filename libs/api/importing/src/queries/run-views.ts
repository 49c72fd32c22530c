import { connectionOf, keysOf, pageSize, type Connection } from '@daylight/api-calendars';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import { isId } from '@daylight/api-platform';
import type { Instant, Language } from '@daylight/domain';
import { caseProblemText, failureText } from '../messages.js';
import { parseMapping } from '../mapping/mapping.js';
import type { Run } from '../model/run.js';
import { mayUndo } from '../use-cases/stop-import.js';

interface RunRow extends Run {
  readonly tenant_name: string;
  readonly starter_name: string | null;
  readonly seconds: number | null;
}

const SELECT = `select r.*, t.name as tenant_name, p.display_name as starter_name,
    extract(epoch from coalesce(r.finished_at, now()) - r.started_at)::float8 as seconds
  from import_run r
  join tenant t on t.provider_id = r.provider_id and t.tenant_id = r.tenant_id
  left join person p on p.provider_id = r.provider_id and p.person_id = r.started_by`;
const PAGE = statement<RunRow>(
  'import-runs',
  `${SELECT} where r.provider_id = $1 and ($2::uuid is null or r.tenant_id = $2)
     and ($3::timestamptz is null or (r.created_at, r.run_id) < ($3, $4::uuid))
   order by r.created_at desc, r.run_id desc limit $5`,
);
const ONE = statement<RunRow>('import-run', `${SELECT} where r.provider_id = $1 and r.run_id = $2`);

interface ErrorRow {
  readonly error_no: number;
  readonly line: number | null;
  readonly case_key: string;
  readonly kind: string;
  readonly column_name: string | null;
  readonly detail: { readonly detail: string };
}
const ERRORS = statement<ErrorRow>(
  'import-errors',
  `select error_no, line, case_key, kind, column_name, detail from import_error
   where provider_id = $1 and run_id = $2 and error_no > $3 order by error_no limit $4`,
);

/** A run as the console shows it. */
export interface ImportRunView {
  readonly id: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

const RUNNING = ['QUEUED', 'READING', 'WRITING'];
const ENDED = ['DONE', 'CANCELLED', 'FAILED'];
const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

function mappingName(run: Run): string {
  const parsed = parseMapping(run.mapping);
  return parsed.kind === 'valid' ? parsed.mapping.name : '';
}

function viewOf(tx: Tx, row: RunRow, language: Language): ImportRunView {
  return {
    id: row.run_id,
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    fileName: row.file_name,
    mappingName: mappingName(row),
    dryRun: row.dry_run,
    state: row.state,
    startedBy:
      row.started_by === null ? null : { id: row.started_by, displayName: row.starter_name ?? '', side: 'PROVIDER' },
    createdAt: iso(row.created_at),
    startedAt: iso(row.started_at),
    finishedAt: iso(row.finished_at),
    rowsRead: row.rows_read,
    casesTotal: row.cases_total,
    casesWritten: row.cases_written,
    casesUnchanged: row.cases_unchanged,
    casesRejected: row.cases_rejected,
    eventsWritten: row.events_written,
    eventsPerSecond: row.seconds === null || row.seconds <= 0 ? null : row.events_written / row.seconds,
    failure: row.failure === null ? null : failureText(row.failure, language),
    canCancel: RUNNING.includes(row.state),
    canUndo: ENDED.includes(row.state) && !row.dry_run && row.cases_written > 0 && mayUndo(tx, row),
  };
}

export async function importRunView(tx: Tx, runId: string, language: Language): Promise<ImportRunView | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, runId]);
  return row === undefined ? null : viewOf(tx, row, language);
}

export async function importRunPage(
  tx: Tx,
  on: {
    readonly tenantId: string | null;
    readonly first: number;
    readonly after: string | null;
    readonly language: Language;
  },
): Promise<Connection<ImportRunView>> {
  const keys = keysOf(on.after, 2);
  const first = pageSize(on.first);
  const at = typeof keys?.[0] === 'number' ? timestamp(keys[0]) : null;
  const values = [tx.scope.providerId, on.tenantId, at, keys?.[1] ?? null, first + 1];
  const rows = on.tenantId === null || isId(on.tenantId) ? await tx.query(PAGE, values) : [];
  return connectionOf(
    rows.map((row) => ({ keys: [row.created_at, row.run_id], node: viewOf(tx, row, on.language) })),
    { first, after: on.after },
  );
}

export interface ImportErrorView {
  readonly line: number | null;
  readonly caseKey: string;
  readonly kind: string;
  readonly column: string | null;
  readonly message: string;
}

async function errorRows(tx: Tx, runId: string, page: { readonly after: number; readonly most: number }) {
  return isId(runId) ? tx.query(ERRORS, [tx.scope.providerId, runId, page.after, page.most]) : [];
}

export async function importErrorPage(
  tx: Tx,
  on: { readonly runId: string; readonly first: number; readonly after: string | null; readonly language: Language },
): Promise<Connection<ImportErrorView>> {
  const keys = keysOf(on.after, 1);
  const first = pageSize(on.first);
  const rows = await errorRows(tx, on.runId, { after: Number(keys?.[0] ?? 0), most: first + 1 });
  return connectionOf(
    rows.map((row) => ({ keys: [row.error_no], node: errorView(row, on.language) })),
    { first, after: on.after },
  );
}

const MOST_ERRORS = 100_000;

export async function allImportErrors(tx: Tx, runId: string, language: Language): Promise<readonly ImportErrorView[]> {
  const rows = await errorRows(tx, runId, { after: 0, most: MOST_ERRORS });
  return rows.map((row) => errorView(row, language));
}

function errorView(row: ErrorRow, language: Language): ImportErrorView {
  const { line, case_key: caseKey, kind, column_name: column } = row;
  return { line, caseKey, kind, column, message: caseProblemText(kind, row.detail.detail, language) };
}
