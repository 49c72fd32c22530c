// For the specs of this folder: workers in this process, and what their jobs leave behind.
import { enqueue, statement, type NewJob, type QueueHandler, type Tx } from '@daylight/api-database';
import type { TestDatabase } from '@daylight/api-testing';
import { quiet } from './quiet.test.js';
import { Worker, WORKER_DEFAULTS, type WorkerListener, type WorkerOptions } from '../runtime/worker.js';

const RECORD = statement('spec-record', 'insert into ran (what) values ($1)');

/** A table in which jobs of a spec record that they ran, in the job's own transaction. */
export async function createRanTable(db: TestDatabase): Promise<void> {
  await db.owner('create table ran (what text not null)');
  await db.owner('grant select, insert on ran to daylight_worker');
}

export async function recordRun(tx: Tx, what: string): Promise<void> {
  await tx.query(RECORD, [what]);
}

export async function ranOf(db: TestDatabase): Promise<readonly string[]> {
  const rows = await db.owner<{ what: string }>('select what from ran order by what');
  return rows.map(({ what }) => what);
}

export function newJob(queue: string, payload: Readonly<Record<string, unknown>>, more: Partial<NewJob> = {}): NewJob {
  return { queue, tenantId: null, payload, runAt: null, dedupeKey: null, ...more };
}

export function put(db: TestDatabase, providerId: string, jobs: readonly NewJob[]): Promise<void> {
  return db.worker.asSystem({ providerId, tenantId: null }, (tx) => enqueue(tx, jobs));
}

/** Runs `count` workers until `done` says so, then stops them and waits for what is in hand. */
export async function runWorkers(
  db: TestDatabase,
  handlers: readonly QueueHandler[],
  done: () => Promise<boolean>,
  more: Partial<WorkerOptions> & {
    readonly count?: number;
    readonly listener?: WorkerListener;
    /** Longest wait for `done` (ms); default 30 s. */
    readonly limitMs?: number;
  } = {},
): Promise<void> {
  const { count = 1, listener = quiet, limitMs, ...options } = more;
  const byQueue = new Map(handlers.map((handler) => [handler.queue, handler]));
  const workers = Array.from(
    { length: count },
    () => new Worker(db.worker, byQueue, listener, { ...WORKER_DEFAULTS, concurrency: 2, idleMs: 20, ...options }),
  );
  const runs = workers.map((worker) => worker.run());
  try {
    await until(done, limitMs);
  } finally {
    for (const worker of workers) worker.stop();
    await Promise.all(runs);
  }
}

/** Asks again and again; gives up loudly. */
export async function until(done: () => Promise<boolean>, limitMs = 30_000): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  while (!(await done())) {
    if (performance.now() > giveUpAt) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function noJobsLeft(db: TestDatabase): Promise<boolean> {
  const [row] = await db.owner<{ n: number }>(
    'select count(*)::integer as n from job where dead_at is null and run_at <= clock_timestamp()::timestamptz(3)',
  );
  return row?.n === 0;
}

/** The hold of mails about replies and resolutions is over (undo send): whatever waits for it is due now. */
export async function holdOver(db: TestDatabase): Promise<void> {
  await db.owner(`update job set run_at = clock_timestamp() where queue = 'mail' and run_at > clock_timestamp()`);
}
