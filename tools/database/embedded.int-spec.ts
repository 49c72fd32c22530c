import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runModule } from '../test/run-module.js';

jest.setTimeout(60_000);

const START = `
  import { startCluster } from './tools/database/embedded.mjs';
  const cluster = await startCluster({ dir: process.env.DIR });
  console.log(JSON.stringify({ url: cluster.superuserUrl, attached: cluster.attached, port: cluster.port }));
`;

interface Started {
  readonly url: string;
  readonly attached: boolean;
  readonly port: number;
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'daylight-test-'));
});
afterEach(async () => {
  if (existsSync(dir)) await runModule(`${START} await cluster.stop();`, { env: { DIR: dir } }); // ends what a killed process left
  rmSync(dir, { recursive: true, force: true });
});

const started = (stdout: string): Started => JSON.parse(stdout.split('\n')[0] ?? '') as Started;
const serverPid = (): number => Number(readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]);

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the cluster in a process that is killed, leaving the server behind. */
async function abandon(): Promise<Started> {
  const { stdout, signal } = await runModule(`${START} setInterval(() => {}, 1000);`, {
    env: { DIR: dir },
    seen: (child) => child.kill('SIGKILL'),
  });
  expect(signal).toBe('SIGKILL');
  return started(stdout);
}

describe('the embedded PostgreSQL', () => {
  it('outlives a killed process; the next start takes it over, and stops it', async () => {
    const first = await abandon();
    await query(first.url, 'create table kept as select 42 as answer');
    const second = await runModule(`${START} await cluster.stop();`, { env: { DIR: dir } });
    expect(started(second.stdout)).toEqual({ ...first, attached: true });
    await expect(query(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    const third = await abandon();
    expect(third.attached).toBe(false);
    expect(await query(third.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('is not stopped by a second user of the same folder while the first lives', async () => {
    const both = await runModule(
      `${START}
       import { execFileSync } from 'node:child_process';
       const second = "import { startCluster } from '" + process.cwd() + "/tools/database/embedded.mjs'; const c = await startCluster({ dir: process.env.DIR }); await c.stop(); console.log(c.attached)";
       console.log(execFileSync(process.execPath, ['--input-type=module', '-e', second], { encoding: 'utf8' }).trim());
       import { withClient } from './tools/database/connection.mjs';
       console.log((await withClient(cluster.superuserUrl, (client) => client.query('select 1 as alive'))).rows[0].alive);
       await cluster.stop();`,
      { env: { DIR: dir } },
    );
    expect(both.stderr).toBe('');
    expect(both.stdout.trim().split('\n').slice(1)).toEqual(['true', '1']);
  });

  it('comes back on the same port when PostgreSQL is killed, with every committed row', async () => {
    const { stdout } = await runModule(
      `${START}
       import { setTimeout as sleep } from 'node:timers/promises';
       import { readFileSync } from 'node:fs';
       import { withClient } from './tools/database/connection.mjs';
       const ask = (text) => withClient(cluster.superuserUrl, (client) => client.query(text));
       await ask('create table kept as select n from generate_series(1, 1000) n');
       process.kill(Number(readFileSync(process.env.DIR + '/data/postmaster.pid', 'utf8').split('\\n')[0]), 'SIGKILL');
       for (let tries = 0; ; tries += 1) {
         const rows = await ask('select count(*)::int as n from kept').then((answer) => answer.rows, () => null);
         if (rows !== null) { console.log(rows[0].n); break; }
         if (tries > 200) throw new Error('it did not come back');
         await sleep(100);
       }
       await cluster.stop();`,
      { env: { DIR: dir } },
    );
    expect(stdout.trim().split('\n').at(-1)).toBe('1000');
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url, port } = await abandon();
    await expect(query(`postgres://postgres@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow();
    await expect(query(`postgres://postgres:wrong@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect(
      await query(url, `select rolpassword like 'SCRAM-SHA-256$%' as scram from pg_authid where rolname = 'postgres'`),
    ).toEqual([{ scram: true }]);
    expect(statSync(join(dir, 'superuser.password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'data')).mode & 0o777).toBe(0o700);
  });

  it('listens on this machine only', async () => {
    const { url } = await abandon();
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  });

  it('does not mistake the left-over pid file of a crash for a running server', async () => {
    await abandon();
    process.kill(serverPid(), 'SIGKILL');
    const again = await runModule(`${START} await cluster.stop();`, { env: { DIR: dir } });
    expect(again.stderr).toBe('');
    expect(again.code).toBe(0);
    expect(started(again.stdout).attached).toBe(false);
  });

  it('says which folder it can not read, and what to do', async () => {
    const closed = join(dir, 'closed');
    mkdirSync(closed, { mode: 0o000 });
    chmodSync(dir, 0o755);
    // root may read everything, so the attempt is made as somebody who may not
    const refused = await runModule(
      `import { startCluster } from './tools/database/embedded.mjs';
       if (process.getuid() === 0) process.setgid(65534), process.setuid(65534);
       await startCluster({ dir: process.env.DIR });`,
      { env: { DIR: closed } },
    );
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain(`The data folder ${closed} can't be read and written by this user`);
    expect(refused.stderr).toContain('DAYLIGHT_DATA');
    rmSync(closed, { recursive: true });
  });
});
