import type { QueueHandler, UnitOfWork } from '@daylight/api-database';
import { claimJobs, extendClaim, type Claim } from './claims.js';
import { errorText, runClaim, type AttemptOutcome } from './run-claim.js';
import { Waiting } from './waiting.js';

export interface WorkerOptions {
  /** A dead worker's job is free again after this; a live one's lease is extended every third of it. */
  readonly leaseMs: number;
  /** Jobs at a time, long work aside. Each may hold one database connection; leases and claims need two more. */
  readonly concurrency: number;
  /** How long to wait when nothing was due. */
  readonly idleMs: number;
  /** Longest wait while the database is away. */
  readonly longestWaitMs: number;
}

export const WORKER_DEFAULTS: WorkerOptions = { leaseMs: 30_000, concurrency: 4, idleMs: 200, longestWaitMs: 5_000 };

/** What the worker tells its surroundings: for the log and the metrics. */
export interface WorkerListener {
  attempted(queue: string, outcome: AttemptOutcome, seconds: number): void;
  databaseAway(error: string): void;
  databaseBack(): void;
  leaseLost(claim: Claim): void;
}

/** Claims due jobs and runs them until stopped. Any number of them, in any number of processes (decision 18). */
export class Worker {
  private readonly running = new Set<Promise<void>>();
  /** Long work goes one at a time and beside the rest, so that imports never keep timers waiting. */
  private readonly long = new Set<Promise<void>>();
  private lastLong: Promise<void> = Promise.resolve();
  private readonly waiting = new Waiting();
  private readonly stopped = new AbortController();
  private failures = 0;
  private beat = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly handlers: ReadonlyMap<string, QueueHandler>,
    private readonly listener: WorkerListener,
    private readonly options: WorkerOptions = WORKER_DEFAULTS,
  ) {}

  /** Counts up with each turn of the loop, so that a watcher sees whether it still turns. */
  get turns(): number {
    return this.beat;
  }

  get databaseIsAway(): boolean {
    return this.failures > 0;
  }

  /** Resolves when stopped and the jobs in hand are done. */
  async run(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      this.beat += 1;
      const free = this.options.concurrency - this.running.size;
      const claims = free > 0 ? await this.claim(free) : [];
      for (const claim of claims) this.start(claim);
      if (claims.length === 0) await this.waiting.upTo(this.pauseMs());
    }
    await Promise.all([...this.running, ...this.long]);
  }

  /** Claims nothing more. What is in hand is finished; what isn't finished in time is freed by its lease. */
  stop(): void {
    this.stopped.abort();
    this.waiting.wake();
  }

  private pauseMs(): number {
    const { idleMs, longestWaitMs } = this.options;
    return this.failures === 0 ? idleMs : Math.min(longestWaitMs, idleMs * 2 ** Math.min(this.failures, 10));
  }

  private async claim(limit: number): Promise<readonly Claim[]> {
    try {
      const claims = await claimJobs(this.work, limit, this.options.leaseMs);
      if (this.failures > 0) this.listener.databaseBack();
      this.failures = 0;
      return claims;
    } catch (error) {
      this.failures += 1;
      if (this.failures === 1) this.listener.databaseAway(errorText(error));
      return [];
    }
  }

  private start(claim: Claim): void {
    const handler = this.handlers.get(claim.job.queue);
    const isLong = handler !== undefined && 'run' in handler;
    const inHand = isLong ? this.long : this.running;
    const attempt = this.attempt(claim, isLong ? this.lastLong : Promise.resolve()).finally(() => {
      inHand.delete(attempt);
      // Its commit may have enqueued what comes next.
      this.waiting.wake();
    });
    inHand.add(attempt);
    if (isLong) this.lastLong = attempt;
  }

  /** Waits for its turn, keeping the lease meanwhile, and runs. */
  private async attempt(claim: Claim, turn: Promise<void>): Promise<void> {
    const lost = new AbortController();
    const keeping = setInterval(() => void this.keep(claim, lost), this.options.leaseMs / 3);
    const signal = AbortSignal.any([this.stopped.signal, lost.signal]);
    await turn;
    const startedAt = performance.now();
    const { work, handlers } = this;
    const outcome = await runClaim({ work, handlers, random: Math.random }, claim, signal)
      // The database is away: the lease ends by itself, then the job is claimed again.
      .catch((error: unknown): AttemptOutcome => ({ kind: 'RETRY', error: errorText(error) }))
      .finally(() => clearInterval(keeping));
    this.listener.attempted(claim.job.queue, outcome, (performance.now() - startedAt) / 1_000);
  }

  private async keep(claim: Claim, lost: AbortController): Promise<void> {
    const kept = await extendClaim(this.work, claim, this.options.leaseMs).catch(() => true);
    if (kept || lost.signal.aborted) return;
    lost.abort();
    this.listener.leaseLost(claim);
  }
}
