import type { DeliveryHandler, Job, JobHandler, LongHandler, QueueHandler, UnitOfWork } from '@daylight/api-database';
import { DEFAULT_PAUSE_MS, MAX_ATTEMPTS, pauseBefore } from './backoff.js';
import { failClaim, finishClaim, retryClaim, type Claim, type Failure } from './claims.js';

/** How one attempt ended. LOST: another worker has the job, and what this one did was rolled back. */
export type AttemptOutcome =
  { readonly kind: 'DONE' | 'LOST' } | { readonly kind: 'RETRY' | 'DEAD'; readonly error: string };

export interface Attempts {
  readonly work: UnitOfWork;
  readonly handlers: ReadonlyMap<string, QueueHandler>;
  /** In [0, 1): spreads retries. */
  readonly random: () => number;
}

/** The claim was lost while its work was under way: rolls that work back. */
class ClaimLost extends Error {}

/** A text for `last_error`: what went wrong, without a stack. */
export function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

const scopeOf = (job: Job) => ({ providerId: job.providerId, tenantId: job.tenantId, requestId: `job:${job.id}` });

/**
 * Runs one claimed job once, and finishes, retries or buries it. `signal` asks long work to come to an end. Throws only when
 * the database is away.
 */
export async function runClaim(attempts: Attempts, claim: Claim, signal: AbortSignal): Promise<AttemptOutcome> {
  const handler = attempts.handlers.get(claim.job.queue);
  // An attempt that killed its process never came back to say so; the claim's count still ends it.
  if (claim.job.attempt > MAX_ATTEMPTS) return bury(attempts, claim, handler, 'its attempts ended with their worker');
  try {
    if (handler === undefined) throw new Error(`nothing handles queue ${claim.job.queue}`);
    if ('handle' in handler) return await runInside(attempts, claim, handler);
    if ('run' in handler) return await runLong(attempts, claim, { handler, signal });
    return await runDelivery(attempts, claim, handler);
  } catch (error) {
    if (error instanceof ClaimLost) return { kind: 'LOST' };
    return fail(attempts, claim, handler, errorText(error));
  }
}

async function runInside({ work }: Attempts, claim: Claim, handler: JobHandler): Promise<AttemptOutcome> {
  await work.asSystem(scopeOf(claim.job), async (tx) => {
    await handler.handle(tx, claim.job);
    if (!(await finishClaim(tx, claim))) throw new ClaimLost();
  });
  return { kind: 'DONE' };
}

async function runLong(
  { work }: Attempts,
  claim: Claim,
  { handler, signal }: { readonly handler: LongHandler; readonly signal: AbortSignal },
): Promise<AttemptOutcome> {
  if (!signal.aborted) await handler.run(work, claim.job, signal);
  if (signal.aborted) {
    const error = 'interrupted; goes on with the next worker';
    const freed = await failClaim(work, claim, { error, retryInMs: 0, dead: false });
    return freed ? { kind: 'RETRY', error } : { kind: 'LOST' };
  }
  const ended = await work.asSystem(scopeOf(claim.job), (tx) => finishClaim(tx, claim));
  return { kind: ended ? 'DONE' : 'LOST' };
}

async function runDelivery(attempts: Attempts, claim: Claim, handler: DeliveryHandler): Promise<AttemptOutcome> {
  const { work } = attempts;
  const { job } = claim;
  const prepared = await work.asSystem(scopeOf(job), async (tx) => {
    const delivery = await handler.prepare(tx, job);
    if (delivery === null && !(await finishClaim(tx, claim))) throw new ClaimLost();
    return delivery;
  });
  if (prepared === null) return { kind: 'DONE' };
  const record = await prepared.deliver();
  return work.asSystem(scopeOf(job), async (tx) => {
    const outcome = await record(tx);
    const failure = outcome.kind === 'retry' ? failureOf(attempts, job, handler, outcome.error) : null;
    const kept = failure === null ? await finishClaim(tx, claim) : await retryClaim(tx, claim, failure);
    if (!kept) throw new ClaimLost();
    return failure === null ? { kind: 'DONE' } : { kind: failure.dead ? 'DEAD' : 'RETRY', error: failure.error };
  });
}

function failureOf(attempts: Attempts, job: Job, handler: QueueHandler | undefined, error: string): Failure {
  const retryInMs = pauseBefore(job.attempt, handler?.pauseMs ?? DEFAULT_PAUSE_MS, attempts.random());
  return { error, retryInMs, dead: job.lastAttempt };
}

async function fail(
  attempts: Attempts,
  claim: Claim,
  handler: QueueHandler | undefined,
  error: string,
): Promise<AttemptOutcome> {
  if (claim.job.lastAttempt) return bury(attempts, claim, handler, error);
  const freed = await failClaim(attempts.work, claim, failureOf(attempts, claim.job, handler, error));
  return freed ? { kind: 'RETRY', error } : { kind: 'LOST' };
}

/** Gives the job up: it stays in the table as a dead letter until somebody replays it. */
async function bury(
  { work }: Attempts,
  claim: Claim,
  handler: QueueHandler | undefined,
  error: string,
): Promise<AttemptOutcome> {
  if (!(await failClaim(work, claim, { error, retryInMs: 0, dead: true }))) return { kind: 'LOST' };
  const onDead = handler?.onDead;
  if (onDead === undefined) return { kind: 'DEAD', error };
  const second = await work
    .asSystem(scopeOf(claim.job), (tx) => onDead(tx, claim.job, error))
    .then(
      () => '',
      (failure: unknown) => `; then ${errorText(failure)}`,
    );
  return { kind: 'DEAD', error: `${error}${second}` };
}
