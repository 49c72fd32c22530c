import { spawn } from 'node:child_process';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@daylight/api-testing';

jest.setTimeout(120_000);

let db: TestDatabase;
let taken: Server;
let port: number;
beforeAll(async () => {
  db = await createTestDatabase();
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = (taken.address() as AddressInfo).port;
});
afterAll(async () => {
  taken.close();
  await db.close();
});

/** The API as `npm run dev` starts it; resolves when it has ended. */
function start(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const args = ['--conditions=daylight-source', '--import', '@swc-node/register/esm-register', 'src/main.ts'];
  const base = { NODE_ENV: 'test', DAYLIGHT_SECRET: 's'.repeat(32), DAYLIGHT_LOG: 'silent' };
  const cwd = join(__dirname, '..');
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...base, DAYLIGHT_APP_DATABASE_URL: db.url('daylight_app'), DAYLIGHT_PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })));
}

it('on a port that somebody has: says which, and how to choose another', async () => {
  const { code, said } = await start({});
  expect(said.split('\n').at(-1)).toBe(
    `Daylight's API did not start: 127.0.0.1:${port} is in use. Stop what listens there, or choose another DAYLIGHT_PORT.`,
  );
  expect(code).toBe(1);
});

it('without a database behind its address: says where none answers', async () => {
  const nobody = 'postgres://daylight_app:hidden@127.0.0.1:9/daylight';
  await expect(start({ DAYLIGHT_APP_DATABASE_URL: nobody })).resolves.toEqual({
    code: 1,
    said: "Daylight's API did not start: no database answers at 127.0.0.1:9 (ECONNREFUSED). See DAYLIGHT_APP_DATABASE_URL.",
  });
});

it('with a configuration that is wrong: names each variable', async () => {
  const { code, said } = await start({ DAYLIGHT_SECRET: 'short', DAYLIGHT_TRUSTED_PROXIES: 'everybody' });
  expect(code).toBe(1);
  expect(said).toMatch(/^Daylight can't start with this configuration:\n {2}DAYLIGHT_\w+: .*\n {2}DAYLIGHT_\w+: .*$/);
});

it('on a database that a newer program has broken for it: says both versions and what to start', async () => {
  await db.owner(`insert into schema_migration (version, name, checksum) values (9000, 'contract', '')`);
  await db.owner('create or replace function oldest_program() returns integer language sql as $$ select 9000 $$');
  const { code, said } = await start({});
  expect(said).toMatch(/^The database is at version 9000 and serves programs from 9000 on; this one is of \d+\./);
  expect(code).toBe(1);
});
