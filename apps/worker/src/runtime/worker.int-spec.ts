import type { JobHandler, LongHandler } from '@daylight/api-database';
import { createProvider, createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import pg from 'pg';
import {
  createRanTable,
  newJob,
  noJobsLeft,
  put,
  ranOf,
  recordRun,
  runWorkers,
  until,
} from '../testing/workers.test.js';
import { claimJobs, finishClaim } from './claims.js';
import { WORKER_DEFAULTS } from './worker.js';

let db: TestDatabase;
let providerId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  await createRanTable(db);
});
beforeEach(async () => {
  await db.owner('delete from job');
  await db.owner('delete from ran');
});
afterAll(() => db.close());

const record: JobHandler = { queue: 'record', handle: (tx, job) => recordRun(tx, String(job.payload['n'])) };

it('three workers run each of 300 jobs due at once exactly once (R8)', async () => {
  await put(
    db,
    providerId,
    Array.from({ length: 300 }, (_, n) => newJob('record', { n })),
  );
  await runWorkers(db, [record], () => noJobsLeft(db), { count: 3 });
  const ran = await ranOf(db);
  expect([ran.length, new Set(ran).size]).toEqual([300, 300]);
});

it('what was due while no worker ran is run late, and knows its true instant (R11)', async () => {
  const dueAt = Date.UTC(2026, 0, 1, 9);
  const dues: number[] = [];
  await put(db, providerId, [newJob('late', {}, { runAt: dueAt })]);
  await runWorkers(db, [{ queue: 'late', handle: async (_tx, job) => void dues.push(job.dueAt) }], () =>
    noJobsLeft(db),
  );
  expect(dues).toEqual([dueAt]);
});

it('a worker that died frees its job when the lease ends, and can end nothing after that', async () => {
  await put(db, providerId, [newJob('record', { n: 1 })]);
  const [abandoned] = await claimJobs(db.worker, 1, 300);
  if (abandoned === undefined) throw new Error('nothing to claim');
  await runWorkers(db, [record], async () => (await ranOf(db)).length > 0);
  await expect(ranOf(db)).resolves.toEqual(['1']);
  const ended = await db.worker.asSystem({ providerId, tenantId: null }, (tx) => finishClaim(tx, abandoned));
  expect(ended).toBe(false);
});

it('a lease leaves a dead worker’s job alone for no longer than the promised minute (G5)', () => {
  expect(WORKER_DEFAULTS.leaseMs + WORKER_DEFAULTS.idleMs + WORKER_DEFAULTS.longestWaitMs).toBeLessThan(60_000);
});

it('a worker that lost its lease rolls back what it did', async () => {
  await put(db, providerId, [newJob('slow', { n: 1 })]);
  let runs = 0;
  const slow: JobHandler = {
    queue: 'slow',
    handle: async (tx, job) => {
      runs += 1;
      await recordRun(tx, `run ${runs}`);
      // As if the lease had passed to somebody else while we worked.
      if (runs === 1)
        await db.owner('update job set lease = gen_random_uuid(), leased_until = now() where job_id = $1', [job.id]);
    },
  };
  await runWorkers(db, [slow], async () => (await ranOf(db)).length > 0);
  await expect(ranOf(db)).resolves.toEqual(['run 2']);
});

it('a job that takes longer than the lease keeps it', async () => {
  await put(db, providerId, [newJob('slow', {})]);
  const slow: JobHandler = {
    queue: 'slow',
    handle: async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      await recordRun(tx, 'slow');
    },
  };
  await runWorkers(db, [slow], () => noJobsLeft(db), { count: 2, leaseMs: 300 });
  await expect(ranOf(db)).resolves.toEqual(['slow']);
});

it('a timer that is moved while its old instant is handled still rings at the new one', async () => {
  const timer = newJob('timer', { n: 'moved' }, { dedupeKey: 'clock-1' });
  const later = Date.UTC(2126, 0, 1);
  await put(db, providerId, [timer]);
  const move: JobHandler = { queue: 'timer', handle: () => put(db, providerId, [{ ...timer, runAt: later }]) };
  await runWorkers(db, [move], () => noJobsLeft(db));
  await expect(timers()).resolves.toEqual([{ run_at: new Date(later), leased: false, attempts: 0, dead: false }]);
});

it('a timer that is moved while its old instant fails isn’t moved back by the retry', async () => {
  const timer = newJob('timer', {}, { dedupeKey: 'clock-1' });
  const later = Date.UTC(2126, 0, 1);
  await put(db, providerId, [timer]);
  const move: JobHandler = {
    queue: 'timer',
    handle: async () => {
      await put(db, providerId, [{ ...timer, runAt: later }]);
      throw new Error('too late');
    },
  };
  await runWorkers(db, [move], () => noJobsLeft(db));
  await expect(timers()).resolves.toMatchObject([{ run_at: new Date(later), leased: false, dead: false }]);
});

function timers() {
  return db.owner('select run_at, leased_until is not null as leased, attempts, dead_at is not null as dead from job');
}

it('a timer taken back while it is handled undoes the handling', async () => {
  await put(db, providerId, [newJob('timer', {}, { dedupeKey: 'clock-1' })]);
  let handled = false;
  const handler: JobHandler = {
    queue: 'timer',
    handle: async (tx) => {
      await recordRun(tx, 'rang');
      await db.owner('delete from job');
      handled = true;
    },
  };
  await runWorkers(db, [handler], async () => handled);
  await expect(ranOf(db)).resolves.toEqual([]);
});

it('a job that always fails is buried after eight attempts, and holds up nobody (R12)', async () => {
  await put(db, providerId, [newJob('poison', {}), ...Array.from({ length: 20 }, (_, n) => newJob('record', { n }))]);
  const dead: string[] = [];
  const poison: JobHandler = {
    queue: 'poison',
    pauseMs: [1, 1],
    handle: () => Promise.reject(new Error('poisonous')),
    onDead: async (_tx, _job, error) => void dead.push(error),
  };
  const buried = () => db.owner('select attempts, last_error from job where dead_at is not null');
  await runWorkers(db, [poison, record], async () => dead.length > 0 && (await ranOf(db)).length === 20);
  await expect(buried()).resolves.toEqual([{ attempts: 8, last_error: 'Error: poisonous' }]);
  expect(dead).toEqual(['Error: poisonous']);
});

it('a job that killed its worker eight times isn’t run again', async () => {
  await put(db, providerId, [newJob('record', { n: 1 })]);
  await db.owner('update job set attempts = 8');
  await runWorkers(db, [record], () => noJobsLeft(db));
  await expect(ranOf(db)).resolves.toEqual([]);
  await expect(db.owner('select dead_at is not null as dead from job')).resolves.toEqual([{ dead: true }]);
});

it('a job of an unknown queue is tried again later: a newer worker may know it', async () => {
  await put(db, providerId, [newJob('unheard-of', {})]);
  const failed = async () => (await db.owner('select 1 from job where last_error is not null')).length > 0;
  await runWorkers(db, [], failed);
  await expect(db.owner('select last_error, dead_at from job')).resolves.toEqual([
    { last_error: 'Error: nothing handles queue unheard-of', dead_at: null },
  ]);
});

it('when the database throws everybody out, the workers wait and each job still takes effect once', async () => {
  await put(
    db,
    providerId,
    Array.from({ length: 60 }, (_, n) => newJob('record', { n })),
  );
  const told: string[] = [];
  const listener = {
    attempted: () => undefined,
    leaseLost: () => undefined,
    databaseAway: () => void told.push('away'),
    databaseBack: () => void told.push('back'),
  };
  let outages = 0;
  const done = async (): Promise<boolean> => {
    if (outages < 3) {
      outages += 1;
      await outage();
    }
    return (await ranOf(db)).length === 60 && (await db.owner('select 1 from job')).length === 0;
  };
  await runWorkers(db, [{ ...record, pauseMs: [1, 10] }], done, { count: 2, leaseMs: 500, listener });
  const ran = await ranOf(db);
  expect([ran.length, new Set(ran).size]).toEqual([60, 60]);
  expect(new Set(told)).toEqual(new Set(['away', 'back']));
});

/** Ends every worker's connection in the middle of its work, and lets nobody in for a while. */
async function outage(): Promise<void> {
  const admin = new pg.Client({ connectionString: db.url('postgres').replace(/[^/]+$/, 'postgres') });
  const name = new URL(db.url('postgres')).pathname.slice(1);
  await admin.connect();
  await admin.query(`alter database ${name} allow_connections false`);
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'daylight_worker' and datname = $1`,
    [name],
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  await admin.query(`alter database ${name} allow_connections true`);
  await admin.end();
}

it('stopping waits for what is in hand', async () => {
  await put(db, providerId, [newJob('slow', {})]);
  let begun = false;
  const slow: JobHandler = {
    queue: 'slow',
    handle: async (tx) => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
      await recordRun(tx, 'finished');
    },
  };
  await runWorkers(db, [slow], async () => begun);
  await until(() => noJobsLeft(db));
  await expect(ranOf(db)).resolves.toEqual(['finished']);
});

it('long work that is interrupted goes on with the next worker, from where it stood', async () => {
  await put(db, providerId, [newJob('long', {})]);
  let begun = false;
  const long: LongHandler = {
    queue: 'long',
    run: async (work, job, signal) => {
      for (let step = (await ranOf(db)).length; step < 3 && !signal.aborted; step += 1) {
        await work.asSystem(job, (tx) => recordRun(tx, `step ${step}`));
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
  await runWorkers(db, [long], async () => begun);
  expect((await ranOf(db)).length).toBeLessThan(3);
  await runWorkers(db, [long], () => noJobsLeft(db));
  await expect(ranOf(db)).resolves.toEqual(['step 0', 'step 1', 'step 2']);
});

it('long work goes one at a time and keeps nothing else waiting', async () => {
  await put(db, providerId, [
    ...[1, 2, 3].map((n) => newJob('long', { n })),
    ...Array.from({ length: 20 }, (_, n) => newJob('record', { n })),
  ]);
  let atOnce = 0;
  let most = 0;
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const long: LongHandler = {
    queue: 'long',
    run: async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await released;
      atOnce -= 1;
    },
  };
  const done = async (): Promise<boolean> => {
    if ((await ranOf(db)).length === 20) release();
    return noJobsLeft(db);
  };
  await runWorkers(db, [long, record], done, { concurrency: 2, leaseMs: 300 });
  expect(most).toBe(1);
});
