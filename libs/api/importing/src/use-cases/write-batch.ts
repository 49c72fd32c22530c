import type { Tx } from '@daylight/api-database';
import { sendTicketHistories } from '@daylight/api-tickets';
import { lockRun, type Run } from '../model/run.js';
import { finishBatch, rememberCases } from '../model/staging.js';
import type { Batch, WriteContext } from './prepare-batch.js';
import { tellProgress } from './read-file.js';

/**
 * Writes a prepared batch in the caller's transaction: tickets, histories, clocks and figures' facts in multi-row
 * statements, the staged rows gone in the same breath, so that a kill loses and doubles nothing. `sent` is called when the
 * database has all of it to work on. Returns the run as it then stands; unchanged when it has been stopped meanwhile.
 */
export async function writeBatch(
  tx: Tx,
  { target, dryRun }: WriteContext,
  { batch, sent }: { readonly batch: Batch; readonly sent: () => void },
): Promise<Run | null> {
  // The run's row first, as everybody who changes a run does: a cancellation waits for the batch, and the next sees it.
  const run = await lockRun(tx, target.runId);
  if (run?.state !== 'WRITING') return run;
  const { histories, written, unchanged, events, rejected, span } = batch;
  const sending = histories === null ? null : await sendTicketHistories(tx, histories);
  const remembered = dryRun || written.length === 0 ? null : rememberCases(tx, target, written);
  const outcome = { written: written.length, unchanged, events, rejected };
  const ended = Promise.all([
    sending?.done,
    remembered,
    finishBatch(tx, target, { span, outcome }),
    tellProgress(tx, target),
  ]);
  sent();
  const [, , now] = await ended;
  return now;
}
