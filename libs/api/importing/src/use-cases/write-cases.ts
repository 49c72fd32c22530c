import type { Tx } from '@daylight/api-database';
import { newId, sha256 } from '@daylight/api-platform';
import { writeTicketHistories, type TicketHistory } from '@daylight/api-tickets';
import { canonicalJson, DEFAULT_WAITING_RULES } from '@daylight/domain';
import { loadLaws, type Laws } from '../cases/laws.js';
import { buildHistory, type BuildContext } from '../cases/build-history.js';
import type { CaseProblem, ImportedCase, SourceRow } from '../cases/case.js';
import { readCase } from '../cases/read-case.js';
import type { HistoryContext } from '../cases/history.js';
import { lockRun } from '../model/run.js';
import { finishBatch, knownCases, nextCases, rememberCases, type RunKey, type WrittenCase } from '../model/staging.js';

const BATCH = 250;

/** What a batch needs besides the transaction. */
export interface WriteContext extends Omit<BuildContext, 'tenantId' | 'runId' | 'laws'> {
  readonly run: RunKey;
  readonly dryRun: boolean;
}

interface Rejection {
  readonly caseKey: string;
  readonly problem: CaseProblem;
}

interface Fresh {
  readonly imported: ImportedCase;
  readonly digest: string;
}

const digestOf = (rows: readonly SourceRow[]): string => sha256(canonicalJson(rows.map((row) => row.values)));

function historyContext({ waiting }: Laws): HistoryContext {
  const rules = waiting.length === 0 ? DEFAULT_WAITING_RULES : waiting;
  const statuses = new Map(rules.map((rule) => [rule.reason, rule.status]));
  return { newMessageId: newId, statusOfReason: (reason) => statuses.get(reason) ?? null };
}

/** Sorts the cases of a batch into new ones, ones imported before with the same content, and rejected ones. */
async function sift(
  tx: Tx,
  cases: ReadonlyMap<string, readonly SourceRow[]>,
  context: WriteContext,
  history: HistoryContext,
) {
  const known = await knownCases(tx, context.run.tenantId, [...cases.keys()]);
  const fresh: Fresh[] = [];
  const rejected: Rejection[] = [];
  let unchanged = 0;
  for (const [caseKey, rows] of cases) {
    const digest = digestOf(rows);
    const before = known.get(caseKey);
    if (before === digest) {
      unchanged += 1;
      continue;
    }
    if (before !== undefined) {
      rejected.push({
        caseKey,
        problem: { line: rows[0]?.line ?? null, kind: 'CHANGED_SINCE', column: null, detail: '' },
      });
      continue;
    }
    const read = readCase(caseKey, rows, context.mapping, history);
    if (read.kind === 'rejected') rejected.push({ caseKey, problem: read.problem });
    else fresh.push({ imported: read.case, digest });
  }
  return { fresh, rejected, unchanged };
}

interface Built {
  readonly histories: readonly TicketHistory[];
  readonly written: readonly WrittenCase[];
  readonly rejected: readonly Rejection[];
}

function build(fresh: readonly Fresh[], context: WriteContext, laws: Laws): Built {
  const built = fresh.map(({ imported }) => buildHistory(imported, { ...context, ...context.run, laws }));
  const histories: TicketHistory[] = [];
  const written: WrittenCase[] = [];
  const rejected: Rejection[] = [];
  for (const [index, result] of built.entries()) {
    const source = fresh[index];
    if (source === undefined) continue;
    const { caseKey, entries } = source.imported;
    if (result.kind === 'rejected') {
      rejected.push({ caseKey, problem: result.problem });
      continue;
    }
    histories.push(result.history);
    written.push({ caseKey, digest: source.digest, ticketId: result.history.ticketId, entries });
  }
  return { histories, written, rejected };
}

/**
 * Writes the next batch of cases in the caller's transaction: tickets, histories, clocks and figures' facts in multi-row
 * statements, the staged rows gone in the same breath, so that a kill loses and doubles nothing. False: none was left.
 */
export async function writeNextCases(tx: Tx, context: WriteContext): Promise<boolean> {
  // The run's row first, as everybody who changes a run does: a cancellation waits for the batch, and the next sees it.
  const run = await lockRun(tx, context.run.runId);
  if (run?.state !== 'WRITING') return false;
  const cases = await nextCases(tx, context.run, BATCH);
  if (cases.size === 0) return false;
  const laws = await loadLaws(tx, context.run.tenantId);
  const { fresh, rejected, unchanged } = await sift(tx, cases, context, historyContext(laws));
  const built = build(fresh, context, laws);
  if (!context.dryRun && built.histories.length > 0) {
    await writeTicketHistories(tx, built.histories);
    await rememberCases(tx, context.run, built.written);
  }
  const events = built.histories.reduce((sum, { log }) => sum + log.length, 0);
  const outcome = { written: built.written.length, unchanged, events, rejected: [...rejected, ...built.rejected] };
  await finishBatch(tx, context.run, [...cases.keys()], outcome);
  return true;
}
