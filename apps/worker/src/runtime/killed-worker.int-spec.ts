import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createProvider, createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import { createRanTable, newJob, put, ranOf, recordRun, runWorkers } from '../testing/workers.test.js';

const LEASE_MS = 1_500;
const WORKER_FOLDER = path.resolve(__dirname, '../..');

let db: TestDatabase;
let child: ChildProcess | null = null;

beforeAll(async () => {
  db = await createTestDatabase();
  await createRanTable(db);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await db.close();
});

/** A worker in a process of its own; resolves when it has the job in hand. */
function spawnHangingWorker(): Promise<ChildProcess> {
  const args = ['--conditions=daylight-source', '--import', '@swc-node/register/esm-register'];
  const script = path.join(WORKER_FOLDER, 'src/testing/hanging-worker.test.ts');
  const worker = spawn(process.execPath, [...args, script, db.url('daylight_worker'), String(LEASE_MS)], {
    cwd: WORKER_FOLDER,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = worker;
  return new Promise((resolve, reject) => {
    let said = '';
    worker.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    worker.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('begun') && resolve(worker));
    worker.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

it('the job of a worker process killed by kill -9 is done by another one after the lease (R2)', async () => {
  const { providerId } = await createProvider(db, 'North');
  await put(db, providerId, [newJob('record', { n: 1 })]);
  const worker = await spawnHangingWorker();
  const leased = await db.owner<{ left: number }>(
    'select extract(epoch from leased_until - clock_timestamp())::float8 as left from job',
  );
  expect(leased[0]?.left).toBeGreaterThan(0);
  const gone = new Promise((resolve) => worker.once('exit', (_code, signal) => resolve(signal)));
  worker.kill('SIGKILL');
  await expect(gone).resolves.toBe('SIGKILL');

  const attempts: number[] = [];
  const record = {
    queue: 'record',
    handle: async (tx: Parameters<typeof recordRun>[0], job: { readonly attempt: number }) => {
      attempts.push(job.attempt);
      await recordRun(tx, 'done');
    },
  };
  await runWorkers(db, [record], async () => (await ranOf(db)).length > 0);
  await expect(ranOf(db)).resolves.toEqual(['done']);
  expect(attempts).toEqual([2]);
}, 60_000);
