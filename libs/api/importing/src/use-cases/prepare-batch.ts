import { setImmediate } from 'node:timers/promises';
import type { Tx } from '@daylight/api-database';
import { DaylightError, newId } from '@daylight/api-platform';
import { prepareTicketHistories, type PreparedHistories, type TicketHistory } from '@daylight/api-tickets';
import { DEFAULT_WAITING_RULES, type Actor } from '@daylight/domain';
import { buildHistory, type BuildContext } from '../cases/build-history.js';
import type { CaseProblem, SourceRow } from '../cases/case.js';
import { digestsOver } from '../cases/digest.js';
import { loadLaws, type Laws } from '../cases/laws.js';
import { loadNames, type Names } from '../cases/people.js';
import { readCase } from '../cases/read-case.js';
import type { HistoryContext } from '../cases/history.js';
import type { Mapping } from '../mapping/mapping.js';
import { loadRun } from '../model/run.js';
import { knownCases, nextCases, type BatchSpan, type WrittenCase } from '../model/staging.js';
import type { ImportTarget } from './read-file.js';

const BATCH = 250;
/** Cases read in one go: some ten milliseconds. */
const STRIDE = 25;

/** What all batches of a run share. */
export interface WriteContext {
  readonly target: ImportTarget;
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly dryRun: boolean;
  readonly names: Names;
  /** The person who ran the import. */
  readonly actor: Actor;
}

interface Rejection {
  readonly caseKey: string;
  readonly problem: CaseProblem;
}

/** Cases read and worked out, not yet written. */
export interface Batch {
  readonly span: BatchSpan;
  /** Null: nothing of it is written, because it is a dry run or nothing is new. */
  readonly histories: PreparedHistories | null;
  readonly written: readonly WrittenCase[];
  readonly unchanged: number;
  readonly events: number;
  readonly rejected: readonly Rejection[];
}

/** Loads what a run's batches share: names once, since a client has hundreds of people and a file may have millions of rows. */
export async function writeContext(tx: Tx, target: ImportTarget, mapping: Mapping): Promise<WriteContext> {
  const [run, names] = await Promise.all([loadRun(tx, target.runId), loadNames(tx, target.tenantId)]);
  if (run?.columns == null) throw new DaylightError('INTERNAL', 'an import is written before its file is read');
  const { columns, dry_run: dryRun, started_by: userId } = run;
  return { target, mapping, columns, dryRun, names, actor: { side: 'PROVIDER', userId } };
}

function historyContext({ waiting }: Laws): HistoryContext {
  const rules = waiting.length === 0 ? DEFAULT_WAITING_RULES : waiting;
  const statuses = new Map(rules.map((rule) => [rule.reason, rule.status]));
  return { newMessageId: newId, statusOfReason: (reason) => statuses.get(reason) ?? null };
}

interface Sorted {
  readonly histories: TicketHistory[];
  readonly written: WrittenCase[];
  readonly rejected: Rejection[];
  unchanged: number;
}

/** Everything that a case is judged by. */
interface Ground {
  readonly build: BuildContext;
  readonly history: HistoryContext;
  readonly known: ReadonlyMap<string, string>;
  readonly digestOf: (rows: readonly SourceRow[]) => string;
}

const CHANGED_SINCE = { kind: 'CHANGED_SINCE', column: null, detail: '' } as const;

/** Puts a case with its like: new, imported before with the same content, or rejected. */
function sortIn(sorted: Sorted, [caseKey, rows]: readonly [string, readonly SourceRow[]], ground: Ground): void {
  const digest = ground.digestOf(rows);
  const before = ground.known.get(caseKey);
  const reject = (problem: CaseProblem) => sorted.rejected.push({ caseKey, problem });
  if (before === digest) sorted.unchanged += 1;
  else if (before !== undefined) reject({ line: rows[0]?.line ?? null, ...CHANGED_SINCE });
  else {
    const read = readCase(caseKey, rows, ground.build.mapping, ground.history);
    const built = read.kind === 'read' ? buildHistory(read.case, ground.build) : read;
    if (built.kind === 'rejected') reject(built.problem);
    else {
      const { ticketId } = built.history;
      sorted.histories.push(built.history);
      sorted.written.push({ caseKey, digest, ticketId, entries: read.kind === 'read' ? read.case.entries : [] });
    }
  }
}

async function sortCases(cases: ReadonlyMap<string, readonly SourceRow[]>, ground: Ground): Promise<Sorted> {
  const sorted: Sorted = { histories: [], written: [], rejected: [], unchanged: 0 };
  let passed = 0;
  for (const each of cases) {
    sortIn(sorted, each, ground);
    passed += 1;
    // The database's answers and this process's other work get their turn.
    if (passed % STRIDE === 0) await setImmediate();
  }
  return sorted;
}

/**
 * Reads the cases behind the key `after` and works out everything that will be written of them; null when none is left.
 * Writes nothing but the numbers that it takes: gaps are allowed (decision 10). The laws are those of this moment.
 */
export async function prepareBatch(tx: Tx, context: WriteContext, after: string): Promise<Batch | null> {
  const { target, columns, mapping, names, actor } = context;
  const { tenantId, runId } = target;
  const cases = await nextCases(tx, { runId, columns }, { after, limit: BATCH });
  const last = [...cases.keys()].at(-1);
  if (last === undefined) return null;
  const [laws, known] = await Promise.all([loadLaws(tx, tenantId), knownCases(tx, tenantId, [...cases.keys()])]);
  const build = { tenantId, runId, mapping, names, laws, actor };
  const ground = { build, history: historyContext(laws), known, digestOf: digestsOver(columns) };
  const { histories, written, rejected, unchanged } = await sortCases(cases, ground);
  return {
    span: { after, last, cases: cases.size },
    histories: context.dryRun ? null : await prepareTicketHistories(tx, histories),
    ...{ written, unchanged, rejected },
    events: histories.reduce((sum, { log }) => sum + log.length, 0),
  };
}
