import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runModule } from '../test/run-module.js';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-backup-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const dataOf = (name: string): string => join(folder, name);

function command(data: string, ...args: readonly string[]): { readonly said: string; readonly code: number | null } {
  const env = { PATH: process.env['PATH'], DAYLIGHT_DATA: dataOf(data) };
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'tools/database/backup.mjs'), ...args], {
    env,
    encoding: 'utf8',
  });
  return { said: stdout + stderr, code: status };
}

/** Opens the installation's database, runs statements on it as the owner, prints the rows of the last. */
async function sql(data: string, ...statements: readonly string[]): Promise<unknown> {
  const { stdout, stderr } = await runModule(
    `import { openDatabase, withClient } from './tools/database/connection.mjs';
     import { migrate } from './tools/database/migrate.mjs';
     const database = await openDatabase({ folder: process.env.DAYLIGHT_DATA, env: {} });
     await migrate(database.ownerUrl);
     let rows;
     await withClient(database.ownerUrl, async (client) => {
       for (const text of JSON.parse(process.env.STATEMENTS)) rows = (await client.query(text)).rows;
     });
     await database.stop();
     console.log(JSON.stringify(rows));`,
    { env: { DAYLIGHT_DATA: dataOf(data), STATEMENTS: JSON.stringify(statements) } },
  );
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

it('a backup taken while people write is a whole database as of one moment', async () => {
  await sql('live', 'create table kept (n int primary key)', 'create table pair (a int, b int)');
  const writing = runModule(
    `import { openDatabase, withClient } from './tools/database/connection.mjs';
     import { spawnSync } from 'node:child_process';
     const folder = process.env.DAYLIGHT_DATA;
     const database = await openDatabase({ folder, env: {} });
     let stop = false;
     const writer = withClient(database.ownerUrl, async (client) => {
       for (let n = 0; !stop; n += 1) {
         await client.query('begin');
         await client.query('insert into kept select max from (select coalesce(max(n), 0) + 1 as max from kept) m');
         await client.query('insert into pair select max(n), max(n) from kept');
         await client.query('commit');
       }
     });
     const { spawn } = await import('node:child_process');
     const child = spawn(process.execPath, ['tools/database/backup.mjs', 'backup', process.env.TO], { stdio: 'inherit' });
     await new Promise((resolve) => child.once('exit', resolve));
     stop = true;
     await writer;
     await database.stop();`,
    { env: { DAYLIGHT_DATA: dataOf('live'), TO: dataOf('copy') } },
  );
  expect((await writing).stderr).toBe('');
  const restored = command('second', 'restore', dataOf('copy'));
  expect(restored.said).toContain('the database is at version');
  expect(
    await sql(
      'second',
      `select count(*)::int = max(n) as without_gaps, count(*) > 0 as some, (select count(*) from pair) = count(*) as whole from kept`,
    ),
  ).toEqual([{ without_gaps: true, some: true, whole: true }]);
});

it('a restore puts the old database aside, and only when told to', async () => {
  await sql('live', `create table kept as select 'old' as state`);
  expect(command('live', 'backup', dataOf('copy')).code).toBe(0);
  await sql('live', `update kept set state = 'new'`);
  expect(command('live', 'restore', dataOf('copy'))).toEqual({ code: 1, said: expect.stringContaining('--replace') });
  const replaced = command('live', 'restore', dataOf('copy'), '--replace');
  expect(replaced.code).toBe(0);
  expect(await sql('live', 'select state from kept')).toEqual([{ state: 'old' }]);
  const aside = /now in (\S+)/.exec(replaced.said)?.[1] ?? '';
  expect(existsSync(join(aside, 'PG_VERSION'))).toBe(true);
});

it('an unfinished backup, or one that would overwrite another, is refused', async () => {
  await sql('live', 'select 1');
  expect(command('live', 'backup', dataOf('copy')).code).toBe(0);
  expect(command('live', 'backup', dataOf('copy')).said).toContain('never written over another');
  rmSync(join(dataOf('copy'), 'daylight-backup.json'));
  expect(command('other', 'restore', dataOf('copy')).said).toContain('is no finished backup');
});
