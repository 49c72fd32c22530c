import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import * as xz from 'xz-decompress';

type Xz = Pick<typeof xz, 'XzReadableStream'>;

function isXz(value: unknown): value is Xz {
  return typeof value === 'object' && value !== null && 'XzReadableStream' in value;
}

/** The package is CommonJS in a shape whose names Node doesn't see: as a module it has them under `default`. */
function loadXz(): Xz {
  const inner: unknown = Reflect.get(xz, 'default');
  return isXz(inner) ? inner : xz;
}

export type FileFault =
  | 'BROKEN_CSV'
  | 'UNCLOSED_QUOTE'
  | 'STRAY_QUOTE'
  | 'ROW_TOO_LONG'
  | 'WRONG_WIDTH'
  | 'NOT_UTF8'
  | 'NO_HEADER'
  | 'DUPLICATE_COLUMN'
  | 'MISSING_COLUMN'
  | 'EMPTY_CASE_KEY'
  | 'CASE_KEY_TOO_LONG'
  | 'BROKEN_COMPRESSION'
  | 'NO_SUCH_FILE';

/** A file that can't be read as a table; `line` where it is known. */
export class UnreadableFile extends Error {
  constructor(
    readonly kind: FileFault,
    readonly line: number | null,
    readonly detail: string,
  ) {
    super(`${kind} ${line ?? ''} ${detail}`);
  }
}

export interface Source {
  readonly name: string;
  readonly open: () => Readable;
}

/** A file on this machine, for the command line. */
export function fileSource(path: string): Source {
  return { name: path.split('/').at(-1) ?? path, open: () => createReadStream(path) };
}

/** Bytes kept in the database, for the console. */
export function bytesSource(name: string, bytes: Buffer): Source {
  return { name, open: () => Readable.from([bytes]) };
}

function decompressed(source: Source): Readable {
  const raw = source.open();
  if (source.name.endsWith('.gz')) return raw.pipe(createGunzip()).on('error', () => undefined);
  if (!source.name.endsWith('.xz')) return raw;
  return Readable.from(chunksOf(new (loadXz().XzReadableStream)(Readable.toWeb(raw))));
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}

export interface TableRow {
  /** Line of the file where the row begins; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Characters of a row; a quote that is never closed would otherwise take the whole file for one cell. */
const MOST_OF_A_ROW = 4_000_000;

/**
 * Reads a CSV file (plain, `.gz` or `.xz`; UTF-8, with or without byte order mark) row by row, with memory independent of
 * its size. The first row that comes is the header.
 * @throws UnreadableFile
 */
export async function* readRows(source: Source, delimiter: string): AsyncGenerator<TableRow> {
  // Lines up to the end of the last whole row; the row that is being read begins behind it.
  let whole = 0;
  const begins: number[] = [];
  const parser = parse({
    ...{ bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, max_record_size: MOST_OF_A_ROW },
    on_record: (cells, { lines }) => {
      begins.push(whole + 1);
      whole = lines;
      return cells;
    },
  });
  const bytes = decompressed(source);
  bytes.on('error', (error) => parser.destroy(error));
  bytes.pipe(parser);
  try {
    for await (const record of parser) {
      const cells: readonly string[] = record;
      yield { line: begins.shift() ?? 0, cells };
    }
  } catch (error) {
    throw unreadable(error, whole + 1);
  } finally {
    bytes.destroy();
  }
}

const CSV_FAULTS: ReadonlyMap<string, FileFault> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'UNCLOSED_QUOTE'],
  ['CSV_INVALID_CLOSING_QUOTE', 'STRAY_QUOTE'],
  ['INVALID_OPENING_QUOTE', 'STRAY_QUOTE'],
  ['CSV_MAX_RECORD_SIZE', 'ROW_TOO_LONG'],
]);

function unreadable(error: unknown, line: number): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof CsvError) return new UnreadableFile(CSV_FAULTS.get(error.code) ?? 'BROKEN_CSV', line, message);
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
    return new UnreadableFile('NO_SUCH_FILE', null, message);
  return new UnreadableFile('BROKEN_COMPRESSION', null, message);
}

/** NUL, or what stands in for bytes that are no UTF-8. */
export const isUnreadable = (text: string): boolean => text.includes('\ufffd') || text.includes('\u0000');

/** The header of a table, checked. */
export function headerOf(row: TableRow | undefined): readonly string[] {
  if (row === undefined || row.cells.every((cell) => cell.trim() === '')) throw new UnreadableFile('NO_HEADER', 1, '');
  const names = row.cells.map((cell) => cell.trim());
  if (names.some(isUnreadable)) throw new UnreadableFile('NOT_UTF8', 1, '');
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableFile('DUPLICATE_COLUMN', 1, twice);
  return names;
}
