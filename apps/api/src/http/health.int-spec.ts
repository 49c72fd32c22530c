import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseConfig } from '@daylight/api-platform';
import { createServer } from '../server.js';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '../../../..');

/** A cluster of this spec's own, on the port that it had before; its starter leaves it running. */
const START = `
  import { startCluster } from './tools/database/embedded.mjs';
  import { ensureDatabase, ensureOwner, ensureServiceRoles, OWNER } from './tools/database/roles.mjs';
  import { withClient } from './tools/database/connection.mjs';
  import { migrate } from './tools/database/migrate.mjs';
  const port = PORT;
  const cluster = await startCluster({ dir: DIR, durable: false, ...(port === undefined ? {} : { port }) });
  if (port === undefined) {
    await withClient(cluster.superuserUrl, async (client) => {
      await ensureOwner(client);
      await ensureServiceRoles(client, () => undefined);
      await ensureDatabase(client, 'away');
    });
    await migrate(cluster.url(OWNER, undefined, 'away'));
  }
  process.stdout.write(JSON.stringify({ port: cluster.port, url: cluster.url('daylight_app', undefined, 'away') }));
  process.kill(process.pid, 'SIGKILL');
`;

let dir: string;
let app: NestFastifyApplication;
let database: { readonly port: number; readonly url: string };

function startDatabase(port?: number): typeof database {
  const source = START.replace('DIR', JSON.stringify(dir)).replace('PORT', String(port ?? 'undefined'));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Fast shutdown, as an administrator would: open connections are ended. */
async function stopDatabase(): Promise<void> {
  const pid = Number(readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGINT');
  await until(async () => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  });
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await done()) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('it did not happen');
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'daylight-test-'));
  database = startDatabase();
  const config = parseConfig({
    NODE_ENV: 'test',
    DAYLIGHT_APP_DATABASE_URL: database.url,
    DAYLIGHT_SECRET: 's'.repeat(32),
    DAYLIGHT_LOG: 'silent',
  });
  app = await createServer({ config, root: ROOT });
});
afterAll(async () => {
  await app.close();
  await stopDatabase().catch(() => undefined);
  rmSync(dir, { recursive: true, force: true });
});

const ask = (query: string) =>
  app.inject({
    method: 'POST',
    url: '/portal/graphql',
    headers: {
      'content-type': 'application/json',
      'x-daylight-csrf': '1',
      cookie: `daylight_portal=${'a'.repeat(43)}`,
    },
    payload: JSON.stringify({ query }),
  });

const readyz = async () => (await app.inject('/readyz')).statusCode;

it('with the database away nobody is sent here, every answer says when to come back, and all is well when it is back', async () => {
  expect(await readyz()).toBe(200);
  await stopDatabase();

  const away = await app.inject('/readyz');
  expect([away.statusCode, away.headers['retry-after']]).toEqual([503, '5']);
  // The process itself lives: it is not to be killed for it.
  expect((await app.inject('/healthz')).statusCode).toBe(200);
  const answer = await ask('mutation { ping }');
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  expect(answer.json().errors[0]).toMatchObject({
    message: 'the database is away',
    extensions: { code: 'UNAVAILABLE' },
  });
  const upload = await app.inject({ url: '/portal/files/0', headers: { cookie: `daylight_portal=${'a'.repeat(43)}` } });
  expect([upload.statusCode, upload.headers['retry-after']]).toEqual([503, '5']);
  // What needs no database is answered as ever.
  expect((await ask('{ version }')).statusCode).toBe(200);

  startDatabase(database.port);
  await until(async () => (await readyz()) === 200);
  expect((await ask('mutation { ping }')).json().errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
