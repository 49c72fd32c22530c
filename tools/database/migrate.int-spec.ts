import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runModule } from '../test/run-module.js';

jest.setTimeout(60_000);

interface Cluster {
  readonly host: string;
  readonly port: number;
}

const cluster = JSON.parse(process.env['DAYLIGHT_TEST_CLUSTER'] ?? '{}') as Cluster;
const urlOf = (user: string, database: string): string =>
  `postgres://${user}@${cluster.host}:${cluster.port}/${database}`;

let database: string;
let folder: string;

beforeEach(async () => {
  database = `migrate_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  folder = mkdtempSync(join(tmpdir(), 'daylight-migrations-'));
  await asSuperuser(`create database ${database} owner daylight_owner template template0`);
});
afterEach(async () => {
  await asSuperuser(`drop database ${database} with (force)`);
  rmSync(folder, { recursive: true });
});

async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
const asSuperuser = (text: string) => ask(urlOf('postgres', 'postgres'), text);
const asOwner = (text: string) => ask(urlOf('daylight_owner', database), text);

function write(name: string, up: string, down = 'select 1'): void {
  writeFileSync(join(folder, `${name}.up.sql`), up);
  writeFileSync(join(folder, `${name}.down.sql`), down);
}

/** Runs an expression over `migrate`, `rollback` and `options`; returns its value, or the words of the refusal. */
async function run(expression: string): Promise<unknown> {
  const ran = await runModule(
    `import { migrate, rollback } from './tools/database/migrate.mjs';
     const [url, options] = [process.env.URL, { folder: process.env.FOLDER }];
     const value = await (${expression}).catch((error) => ({ kind: error.kind, message: error.message }));
     console.log(JSON.stringify(value));`,
    { env: { URL: urlOf('daylight_owner', database), FOLDER: folder } },
  );
  if (ran.code !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

describe('migrations', () => {
  it('are applied once each, in order, and taken back in reverse', async () => {
    write('0001-first', 'create table a ()', 'drop table a');
    write('0020-second', 'create table b ()', 'drop table b');
    expect(await run('migrate(url, options)')).toEqual(['0001-first', '0020-second']);
    expect(await run('migrate(url, options)')).toEqual([]);
    expect(await run('rollback(url, { ...options, to: 0 })')).toEqual(['0020-second', '0001-first']);
    expect(await asOwner(`select to_regclass('a') as a, to_regclass('b') as b`)).toEqual([{ a: null, b: null }]);
  });

  it('leave nothing behind when one fails, and say the line', async () => {
    write('0001-first', 'create table a ();\ncreate table b ();\n\ncreate table c (x nonsense);');
    expect(await run('migrate(url, options)')).toEqual({
      message: expect.stringContaining('0001-first: line 4: type "nonsense" does not exist'),
    });
    expect(await asOwner(`select to_regclass('a') as a, (select count(*)::int from schema_migration) as n`)).toEqual([
      { a: null, n: 0 },
    ]);
  });

  it('refuse a database that a newer program has migrated', async () => {
    write('0001-first', 'select 1');
    await run('migrate(url, options)');
    await asOwner(`insert into schema_migration values (99, 'from-the-future', 'x')`);
    expect(await run('migrate(url, options)')).toEqual({
      kind: 'database-newer',
      message: expect.stringContaining('The database is at version 99 (from-the-future), this program knows only 1.'),
    });
  });

  it('refuse a file that was changed after it was applied', async () => {
    write('0001-first', 'select 1');
    await run('migrate(url, options)');
    write('0001-first', 'select 2');
    expect(await run('migrate(url, options)')).toEqual({
      kind: 'checksum-changed',
      message: expect.stringContaining('0001-first was changed'),
    });
  });

  it('run once when two processes begin at the same moment', async () => {
    write('0001-first', 'create table a (); select pg_sleep(0.3)');
    expect(await run('Promise.all([migrate(url, options), migrate(url, options)])')).toEqual(
      expect.arrayContaining([['0001-first'], []]),
    );
  });

  it('never wait longer than five seconds for a table that others use', async () => {
    await asOwner('create table busy (id int)');
    write(
      '0001-first',
      `do $$ begin assert current_setting('lock_timeout') = '5s'; end $$; alter table busy add column n int`,
    );
    expect(await run('migrate(url, options)')).toEqual(['0001-first']);
  });

  it('are refused when one has no way back, or when two have one number', async () => {
    writeFileSync(join(folder, '0001-first.up.sql'), 'select 1');
    expect(await run('migrate(url, options)')).toEqual({ message: '0001-first.down.sql is missing' });
    write('0001-other', 'select 1');
    expect(await run('migrate(url, options)')).toEqual({ message: 'Two migrations have number 0001: first and other' });
  });
});

describe("Daylight's own migrations", () => {
  it('can each be taken back: the catalogue is then what it was before', async () => {
    const ran = await runModule(
      `import { migrate, rollback } from './tools/database/migrate.mjs';
       import { readMigrations } from './tools/database/migration-files.mjs';
       import { dumpSchema } from './tools/database/schema-dump.mjs';
       const url = process.env.URL;
       await migrate(url, { to: 0 });
       let before = await dumpSchema(url);
       const different = [];
       let last = 0;
       for (const { version, label } of readMigrations()) {
         await migrate(url, { to: version });
         const after = await dumpSchema(url);
         await rollback(url, { to: last });
         if ((await dumpSchema(url)) !== before) different.push(label);
         await migrate(url, { to: version });
         if ((await dumpSchema(url)) !== after) different.push(label + ' (second time)');
         before = after;
         last = version;
       }
       console.log(JSON.stringify({ last, different }));`,
      { env: { URL: urlOf('daylight_owner', database) } },
    );
    expect(ran.stderr).toBe('');
    const { last, different } = JSON.parse(ran.stdout) as { last: number; different: readonly string[] };
    expect(last).toBeGreaterThan(0);
    expect(different).toEqual([]);
  });
});
