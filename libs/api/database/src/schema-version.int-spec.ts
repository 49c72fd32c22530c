import { createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import { join } from 'node:path';
import { checkSchemaVersion, knownMigrations, SchemaMismatch } from './schema-version.js';

let db: TestDatabase;
let applied: readonly number[];
let newest: number;
beforeEach(async () => {
  db = await createTestDatabase();
  const rows = await db.owner<{ version: number }>('select version from schema_migration order by version');
  applied = rows.map(({ version }) => version);
  newest = applied.at(-1) ?? 0;
});
afterEach(() => db.close());

const check = (known: readonly number[]) => db.app.withoutScope((client) => checkSchemaVersion(client, known));

it('a program and the database that it migrated fit, for the worker too', async () => {
  await expect(check(applied)).resolves.toBeUndefined();
  await expect(db.worker.withoutScope((client) => checkSchemaVersion(client, applied))).resolves.toBeUndefined();
});

it('a database that lacks migrations of the program, newest or in between, is refused with the first of them', async () => {
  await expect(check([...applied, newest + 1])).rejects.toThrow(
    `The database lacks 1 of this program's migrations, the first being ${newest + 1}. Run npm run db:migrate first.`,
  );
  await db.owner('delete from schema_migration where version in (2, $1)', [newest]);
  await expect(check(applied)).rejects.toThrow("lacks 2 of this program's migrations, the first being 2.");
});

it('a database from before it could be asked is refused the same way', async () => {
  await db.owner('drop function schema_version()');
  await expect(check(applied)).rejects.toBeInstanceOf(SchemaMismatch);
  await expect(check(applied)).rejects.toThrow(`lacks ${applied.length} of this program's migrations`);
});

it('an older program runs on a newer database while an upgrade rolls, until a migration breaks it', async () => {
  await db.owner(`insert into schema_migration (version, name, checksum) values (9000, 'expand', '')`);
  await expect(check(applied)).resolves.toBeUndefined();
  await db.owner('create or replace function oldest_program() returns integer language sql as $$ select 9000 $$');
  await expect(check(applied)).rejects.toThrow(
    `The database is at version 9000 and serves programs from 9000 on; this one is of ${newest}.`,
  );
});

it('a program knows the migrations that it brings', () => {
  expect(knownMigrations(join(__dirname, '../migrations'))).toEqual(expect.arrayContaining([1, 2, 3, 73]));
});
