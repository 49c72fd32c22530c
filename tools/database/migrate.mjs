// Brings a database to this program's version, and back. Run through the owner's connection, not through a pooler:
// the advisory lock belongs to the session.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readMigrations } from './migration-files.mjs';

const LOCK_KEY = '4914268501334857';
/** A migration waits this long for a table that others use, then gives way and tries again. */
const LOCK_TIMEOUT = '5s';
const ATTEMPTS = 5;

/** Something the person who started the migration can act on; `kind` tells what. */
export class MigrationRefused extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/**
 * Applies what is missing, up to version `to` (default: all), each file in its own transaction. Returns the labels applied.
 * Throws MigrationRefused: `database-newer`, `checksum-changed`, `locked`.
 */
export async function migrate(ownerUrl, { to = Infinity, folder, log = () => {} } = {}) {
  return withLock(ownerUrl, async (client) => {
    const known = readMigrations(folder);
    const applied = await appliedMigrations(client);
    refuseStrange(known, applied);
    const done = new Set(applied.map(({ version }) => version));
    const missing = known.filter(({ version }) => !done.has(version) && version <= to);
    for (const migration of missing) {
      await inTransaction(client, migration.label, migration.up, {
        text: 'insert into schema_migration (version, name, checksum) values ($1, $2, $3)',
        values: [migration.version, migration.name, migration.checksum],
      });
      log(`migrated ${migration.label}`);
    }
    return missing.map(({ label }) => label);
  });
}

/** Takes back the newest migration, or all above version `to`. Returns the labels taken back, newest first. */
export async function rollback(ownerUrl, { to, folder, log = () => {} } = {}) {
  return withLock(ownerUrl, async (client) => {
    const known = readMigrations(folder);
    const applied = await appliedMigrations(client);
    refuseStrange(known, applied);
    const done = new Set(applied.map(({ version }) => version));
    const target = to ?? applied.at(-2)?.version ?? 0;
    const back = known.filter(({ version }) => done.has(version) && version > target).reverse();
    for (const migration of back) {
      await inTransaction(client, migration.label, migration.down, {
        text: 'delete from schema_migration where version = $1',
        values: [migration.version],
      });
      log(`took back ${migration.label}`);
    }
    return back.map(({ label }) => label);
  });
}

function refuseStrange(known, applied) {
  const byVersion = new Map(known.map((migration) => [migration.version, migration]));
  const foreign = applied.findLast(({ version }) => !byVersion.has(version));
  if (foreign !== undefined) {
    throw new MigrationRefused(
      'database-newer',
      `The database is at version ${foreign.version} (${foreign.name}), this program knows only ${known.at(-1)?.version ?? 0}. ` +
        'Start the newer program, or restore the database that belongs to this one.',
    );
  }
  for (const { version, name, checksum } of applied) {
    const ours = byVersion.get(version);
    if (ours.checksum === checksum) continue;
    throw new MigrationRefused(
      'checksum-changed',
      `Migration ${ours.label} was changed after this database applied it${ours.name === name ? '' : ` as "${name}"`}. ` +
        'Put the file back and write a new migration (while developing: npm run db:reset).',
    );
  }
}

async function appliedMigrations(client) {
  await client.query(
    `create table if not exists schema_migration (
       version integer constraint schema_migration_pkey primary key,
       name text not null,
       checksum text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  return (await client.query('select version, name, checksum from schema_migration order by version')).rows;
}

async function inTransaction(client, label, sql, record, attempt = 1) {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query(sql);
    await client.query(record);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (error.code !== '55P03' || attempt >= ATTEMPTS) throw located(error, label, sql);
    await sleep(attempt * 500);
    await inTransaction(client, label, sql, record, attempt + 1);
  }
}

/** PostgreSQL counts characters from the file's start; people look for a line. */
function located(error, label, sql) {
  const line = error.position === undefined ? '' : ` line ${sql.slice(0, Number(error.position)).split('\n').length}:`;
  const hint = [error.detail, error.hint, error.where].filter(Boolean).join(' · ');
  return new Error(`${label}:${line} ${error.message}${hint === '' ? '' : ` (${hint})`}`, { cause: error });
}

async function withLock(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: 'daylight-migrate' });
  client.on('error', () => {}); // a lost connection also fails the query in hand, which is where it is reported
  await client.connect();
  try {
    await client.query(`set lock_timeout = '60s'`);
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]).catch((error) => {
      if (error.code !== '55P03') throw error;
      throw new MigrationRefused(
        'locked',
        'Another migration of this database has been running for a minute; try again when it is done.',
      );
    });
    return await work(client);
  } finally {
    await client.end();
  }
}
