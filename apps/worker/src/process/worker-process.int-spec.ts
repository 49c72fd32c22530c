import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { recordAudit } from '@daylight/api-database';
import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  type TestDatabase,
} from '@daylight/api-testing';
import { newJob, put, until } from '../testing/workers.test.js';

const WORKER_FOLDER = path.resolve(__dirname, '../..');

let db: TestDatabase;
let port: number;
let worker: ChildProcess;
let said = '';

beforeAll(async () => {
  db = await createTestDatabase();
  port = await freePort();
  worker = start();
  worker.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  worker.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(async () => (await ask('/healthz').catch(() => null)) !== null, 60_000);
}, 90_000);
afterAll(async () => {
  worker.kill('SIGKILL');
  await db.close();
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
      );
    });
  });
}

/** The worker as `npm run dev` starts it. */
function start(): ChildProcess {
  const args = ['--conditions=daylight-source', '--import', '@swc-node/register/esm-register', 'src/main.ts'];
  const env = {
    NODE_ENV: 'test',
    DAYLIGHT_SECRET: 'x'.repeat(32),
    DAYLIGHT_ORIGIN: 'https://daylight.example',
    DAYLIGHT_WORKER_DATABASE_URL: db.url('daylight_worker'),
    DAYLIGHT_WORKER_PORT: String(port),
    DAYLIGHT_LOG: 'info',
  };
  return spawn(process.execPath, args, { cwd: WORKER_FOLDER, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ask(of: string): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}${of}`);
  return { status: answer.status, text: await answer.text() };
}

it('the worker process does its jobs, seals the trail, is healthy and shows its queues', async () => {
  const { providerId } = await createProvider(db, 'North');
  const tenantId = await createTenant(db, providerId, 'ACME');
  const personId = await createClient(db, providerId, tenantId);
  await put(db, providerId, [
    newJob('mail', { template: 'INVITATION', personId, link: '/welcome?token=x' }, { tenantId }),
  ]);
  await db.worker.asSystem({ providerId, tenantId }, (tx) =>
    recordAudit(tx, { action: 'contract.agree', objectType: 'contract', objectId: null, tenantId }),
  );
  await until(async () => (await db.owner(`select 1 from mail_message where state = 'LOCAL'`)).length === 1);
  await until(async () => (await db.owner('select 1 from audit_seal')).length >= 1);

  const health = await ask('/healthz');
  expect([health.status, JSON.parse(health.text)]).toEqual([200, { healthy: true, database: 'there' }]);
  const metrics = await ask('/metrics');
  expect(metrics.text).toContain('daylight_job_attempts_total{queue="mail",outcome="DONE"} 1');
  expect(metrics.text).toContain('daylight_database_away 0');
  expect((await ask('/elsewhere')).status).toBe(404);
  await until(async () => said.includes('"event":"audit-head"'));
  expect(said).toContain('"event":"heartbeat"');
  expect(said).not.toContain('token=x');
}, 60_000);

it('asked to stop, it ends by itself and says so', async () => {
  const ended = new Promise((resolve) => worker.once('exit', (code, signal) => resolve([code, signal])));
  worker.kill('SIGTERM');
  await expect(ended).resolves.toEqual([0, null]);
  expect(said).toContain('"event":"stopping"');
}, 30_000);
