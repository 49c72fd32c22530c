import type { Tx } from '@daylight/api-database';
import { statement } from '@daylight/api-database';
import type { Language } from '@daylight/domain';
import { missingColumns, parseMapping, type Mapping, type MappingProblem } from '../mapping/mapping.js';
import { suggestMapping } from '../mapping/suggest.js';
import { failureText, mappingProblemText } from '../messages.js';
import { headerOf, isUnreadable, readRows, UnreadableFile, type Source, type TableRow } from '../reading/read-rows.js';

/** Enough to meet every status of a log that is sorted by time; read in some ten milliseconds. */
const SAMPLE = 5_000;
const SHOWN = 20;
const SERVICES = statement<{ code: string }>(
  'import-service-codes',
  'select code from service_item where provider_id = $1 and not archived order by code',
);

export interface Preview {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly suggestion: unknown;
  readonly problems: readonly { readonly path: string; readonly kind: string; readonly message: string }[];
}

export type PreviewOutcome =
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'unreadable'; readonly line: number | null; readonly fault: string; readonly message: string };

/** What of the mapping the catalogue doesn't know. */
export async function unknownServices(tx: Tx, mapping: Mapping): Promise<readonly MappingProblem[]> {
  const codes = new Set((await tx.query(SERVICES, [tx.scope.providerId])).map(({ code }) => code));
  const { service } = mapping.ticket;
  const named =
    'value' in service
      ? [service.value]
      : [...Object.values(service.map), ...(service.otherwise === undefined ? [] : [service.otherwise])];
  return named
    .filter((code) => !codes.has(code))
    .map((detail) => ({ path: 'ticket.service', kind: 'UNKNOWN_SERVICE', detail }));
}

interface Sample {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

async function sampleOf(source: Source, delimiter: string): Promise<Sample> {
  const rows: TableRow[] = [];
  let columns: readonly string[] | null = null;
  for await (const row of readRows(source, delimiter)) {
    if (columns === null) columns = headerOf(row);
    else rows.push(row);
    if (rows.length >= SAMPLE) break;
  }
  return { columns: columns ?? headerOf(undefined), rows };
}

const OTHER_DELIMITERS = [';', '\t', '|'];

/** The sample and what separates its cells: as the mapping says, else the first that makes more than one column. */
async function lookInto(source: Source, given: string | null): Promise<Sample & { readonly delimiter: string }> {
  const sample = await sampleOf(source, given ?? ',');
  const [only] = sample.columns;
  const other = OTHER_DELIMITERS.find((each) => only?.includes(each) === true);
  if (given !== null || sample.columns.length > 1 || other === undefined) return { ...sample, delimiter: given ?? ',' };
  return { ...(await sampleOf(source, other)), delimiter: other };
}

/** One broken character rejects its case; a file full of them was written in another encoding. */
function checkEncoding(rows: readonly TableRow[]): void {
  const [first, ...others] = rows.filter(({ cells }) => cells.some(isUnreadable));
  if (first !== undefined && (others.length + 1) * 10 > rows.length)
    throw new UnreadableFile('NOT_UTF8', first.line, '');
}

/** The first rows of a file and what speaks against a mapping; changes nothing. */
export async function previewImport(
  tx: Tx,
  source: Source,
  document: unknown,
  language: Language,
): Promise<PreviewOutcome> {
  const parsed = document === null ? null : parseMapping(document);
  try {
    const sample = await lookInto(source, parsed?.kind === 'valid' ? parsed.mapping.delimiter : null);
    const { columns, delimiter } = sample;
    checkEncoding(sample.rows);
    const rows = sample.rows.map(({ cells }) => cells);
    const problems = await problemsOf(tx, parsed, columns);
    const [first] = await tx.query(SERVICES, [tx.scope.providerId]);
    return {
      kind: 'preview',
      preview: {
        columns,
        rows: rows.slice(0, SHOWN),
        suggestion: suggestMapping({ columns, rows, delimiter }, first?.code ?? null),
        problems: problems.map((problem) => ({
          path: problem.path,
          kind: problem.kind,
          message: mappingProblemText(problem, language),
        })),
      },
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { kind: 'unreadable', line: error.line, fault: error.kind, message: failureText(error, language) };
  }
}

async function problemsOf(
  tx: Tx,
  parsed: ReturnType<typeof parseMapping> | null,
  columns: readonly string[],
): Promise<readonly MappingProblem[]> {
  if (parsed === null) return [];
  if (parsed.kind === 'invalid') return parsed.problems;
  return [...missingColumns(parsed.mapping, columns), ...(await unknownServices(tx, parsed.mapping))];
}
