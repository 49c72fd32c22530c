import type { UnitOfWork } from '@daylight/api-database';
import { headerOf, readRows, UnreadableFile, type Source, type TableRow } from '../reading/read-rows.js';
import { missingColumns, type Mapping } from '../mapping/mapping.js';
import type { SourceRow } from '../cases/case.js';
import { countCases, stageRows, type RunKey } from '../model/staging.js';

const BATCH = 2_000;

export interface ImportTarget extends RunKey {
  readonly providerId: string;
}

export type ReadOutcome =
  | { readonly kind: 'read' }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'failed';
      readonly failure: { readonly kind: string; readonly line: number | null; readonly detail: string };
    };

interface Reading {
  readonly uow: UnitOfWork;
  readonly target: ImportTarget;
  readonly mapping: Mapping;
  /** Rows that an earlier, killed attempt has staged already. */
  readonly skip: number;
  /** Asked after every batch: false stops the reading. */
  readonly goOn: (staged: number) => Promise<boolean>;
}

function asSource(row: TableRow, header: readonly string[]): SourceRow {
  if (row.cells.length !== header.length)
    throw new UnreadableFile('BROKEN_CSV', row.line, `${row.cells.length} cells, ${header.length} columns`);
  const values: Record<string, string> = {};
  // NUL can't be stored; the replacement character makes the case's check reject it with line and column.
  header.forEach(
    (name, index) => (values[name] = (row.cells[index] ?? '').toWellFormed().replaceAll('\u0000', '\ufffd')),
  );
  return { line: row.line, values };
}

/** Reads the file into staged rows, in batches of their own transactions; a killed run goes on behind the last one. */
export async function readFile(source: Source, { uow, target, mapping, skip, goOn }: Reading): Promise<ReadOutcome> {
  try {
    let header: readonly string[] | null = null;
    let batch: (SourceRow & { readonly caseKey: string })[] = [];
    let seen = 0;
    const flush = async (): Promise<boolean> => {
      const rows = batch;
      batch = [];
      if (rows.length > 0) await uow.asSystem(target, (tx) => stageRows(tx, target, rows));
      return goOn(seen);
    };
    for await (const row of readRows(source, mapping.delimiter)) {
      if (header === null) {
        header = headerOf(row);
        const [missing] = missingColumns(mapping, header);
        if (missing !== undefined) return failed('MISSING_COLUMN', 1, missing.detail);
        continue;
      }
      seen += 1;
      if (seen <= skip) continue;
      const read = asSource(row, header);
      const caseKey = read.values[mapping.case]?.trim() ?? '';
      if (caseKey === '') return failed('EMPTY_CASE_KEY', row.line, mapping.case);
      batch.push({ ...read, caseKey });
      if (batch.length >= BATCH && !(await flush())) return { kind: 'stopped' };
    }
    headerOf(header === null ? undefined : { line: 1, cells: header });
    if (!(await flush())) return { kind: 'stopped' };
    await uow.asSystem(target, (tx) => countCases(tx, target));
    return { kind: 'read' };
  } catch (error) {
    if (error instanceof UnreadableFile) return failed(error.kind, error.line, error.detail);
    throw error;
  }
}

function failed(kind: string, line: number | null, detail: string): ReadOutcome {
  return { kind: 'failed', failure: { kind, line, detail } };
}
