import type { JobHandler } from '@daylight/api-database';
import { createProvider, createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import { createRanTable, newJob, noJobsLeft, put, ranOf, recordRun, runWorkers } from '../testing/workers.test.js';

const COUNT = 1_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await createRanTable(db);
});
afterAll(() => db.close());

it('three workers ring each of 1,000 timers that are due within one second exactly once (R8)', async () => {
  const { providerId } = await createProvider(db, 'North');
  const second = Date.UTC(2026, 0, 1, 9);
  const timers = Array.from({ length: COUNT }, (_, n) =>
    newJob('timer', { n }, { dedupeKey: `clock-${n}`, runAt: second + n }),
  );
  await put(db, providerId, timers);
  const dues = new Set<number>();
  const ring: JobHandler = {
    queue: 'timer',
    handle: async (tx, job) => {
      dues.add(job.dueAt);
      await recordRun(tx, String(job.payload['n']));
    },
  };
  await runWorkers(db, [ring], () => noJobsLeft(db), { count: 3 });
  const ran = await ranOf(db);
  expect([ran.length, new Set(ran).size, dues.size]).toEqual([COUNT, COUNT, COUNT]);
  process.stdout.write(`timers: ${COUNT} due within a second, rung once each by 3 workers\n`);
}, 120_000);
