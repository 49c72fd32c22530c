import { eventJob, enqueue, type Tx, type UnitOfWork } from '@daylight/api-database';
import { missingColumns, type Mapping } from '../mapping/mapping.js';
import type { Run } from '../model/run.js';
import { countCases, stageRows, type RunKey, type StagedRow } from '../model/staging.js';
import { headerOf, readRows, UnreadableFile, type Source, type TableRow } from '../reading/read-rows.js';

const BATCH = 5_000;
/** Characters: rows of long texts make smaller batches. */
const MOST_TEXT = 4_000_000;
/** As the database holds it (import_case_key_length). */
const MOST_KEY = 300;

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

export interface Reading {
  readonly uow: UnitOfWork;
  readonly target: ImportTarget;
  readonly mapping: Mapping;
  /** Rows that an earlier, killed attempt has staged already. */
  readonly skip: number;
  /** Asked after every batch with the run as it stands: false stops the reading. */
  readonly goOn: (run: Run | null) => boolean;
}

/** Tells live screens that a run has moved. */
export function tellProgress(tx: Tx, { tenantId, runId }: RunKey): Promise<void> {
  return enqueue(tx, [eventJob({ topic: 'import.progressed', tenantId, ids: { runId } })]);
}

/** The column that tells cases apart, by its place among the columns. */
function keyPlace(mapping: Mapping, columns: readonly string[]): number {
  const [missing] = missingColumns(mapping, columns);
  if (missing !== undefined) throw new UnreadableFile('MISSING_COLUMN', 1, missing.detail);
  return columns.indexOf(mapping.case);
}

// NUL can't be stored; the replacement character makes the case's check reject it with line and column.
const storable = (cell: string): string =>
  cell.isWellFormed() && !cell.includes('\u0000') ? cell : cell.toWellFormed().replaceAll('\u0000', '\ufffd');

/** Rows waiting to be staged, by their case. */
class Batch {
  readonly rows = new Map<string, StagedRow[]>();
  count = 0;
  private text = 0;

  add(key: string, line: number, cells: readonly string[]): void {
    const known = this.rows.get(key);
    if (known === undefined) this.rows.set(key, [[line, ...cells]]);
    else known.push([line, ...cells]);
    this.count += 1;
    for (const cell of cells) this.text += cell.length;
  }

  get full(): boolean {
    return this.count >= BATCH || this.text >= MOST_TEXT;
  }
}

/** Stages what is read while the next rows are read; one batch at a time is on its way. */
class Stager {
  private onItsWay: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly reading: Reading,
    private readonly columns: readonly string[],
  ) {}

  /** False: the run has been stopped. */
  async send(batch: Batch): Promise<boolean> {
    const goesOn = await this.onItsWay;
    if (!goesOn) return false;
    this.onItsWay = this.stage(batch);
    // Awaited before the next one is sent, and at the end.
    this.onItsWay.catch(() => undefined);
    return true;
  }

  end(): Promise<boolean> {
    return this.onItsWay;
  }

  /** Nothing is on its way any more, however it ended: whoever clears up finds all there is. */
  async settle(): Promise<void> {
    await this.onItsWay.catch(() => undefined);
  }

  private async stage({ rows, count }: Batch): Promise<boolean> {
    const { uow, target, goOn } = this.reading;
    const run = await uow.asSystem(target, async (tx) => {
      const [now] = await Promise.all([
        stageRows(tx, target, { columns: this.columns, rows, count }),
        tellProgress(tx, target),
      ]);
      return now;
    });
    return goOn(run);
  }
}

function widthChecked({ line, cells }: TableRow, columns: readonly string[]): readonly string[] {
  if (cells.length !== columns.length)
    throw new UnreadableFile('WRONG_WIDTH', line, `${cells.length} / ${columns.length}`);
  return cells.map(storable);
}

function keyIn(line: number, cell: string | undefined, column: string): string {
  const key = cell?.trim() ?? '';
  if (key === '') throw new UnreadableFile('EMPTY_CASE_KEY', line, column);
  if (key.length > MOST_KEY) throw new UnreadableFile('CASE_KEY_TOO_LONG', line, column);
  return key;
}

async function stageAll(source: Source, reading: Reading): Promise<boolean> {
  const { mapping, skip } = reading;
  const table = readRows(source, mapping.delimiter);
  const first = await table.next();
  const columns = headerOf(first.done === true ? undefined : first.value);
  const place = keyPlace(mapping, columns);
  const stager = new Stager(reading, columns);
  let batch = new Batch();
  let seen = 0;
  try {
    for await (const row of table) {
      seen += 1;
      if (seen <= skip) continue;
      const cells = widthChecked(row, columns);
      batch.add(keyIn(row.line, cells[place], mapping.case), row.line, cells);
      if (!batch.full) continue;
      if (!(await stager.send(batch))) return false;
      batch = new Batch();
    }
    await stager.send(batch);
    return await stager.end();
  } finally {
    await stager.settle();
  }
}

/** Reads the file into staged rows, in batches of their own transactions; a killed run goes on behind the last one. */
export async function readFile(source: Source, reading: Reading): Promise<ReadOutcome> {
  const { uow, target } = reading;
  try {
    if (!(await stageAll(source, reading))) return { kind: 'stopped' };
    await uow.asSystem(target, (tx) => countCases(tx, target));
    return { kind: 'read' };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { kind, line, detail } = error;
    return { kind: 'failed', failure: { kind, line, detail } };
  }
}
