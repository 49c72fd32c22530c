// npm run db:migrate | db:rollback | db:new -- NAME | db:reset | db:schema [-- --check]
import fs from 'node:fs';
import pg from 'pg';
import { startTestCluster } from '../test/cluster.mjs';
import { openDatabase, withClient } from './connection.mjs';
import { migrate, rollback } from './migrate.mjs';
import { newMigration } from './migration-files.mjs';
import { ensureDatabase, OWNER } from './roles.mjs';
import { dumpSchema, SCHEMA_FILE, schemaDrift } from './schema-dump.mjs';
import { dataFolder } from './secrets.mjs';

const COMMANDS = { migrate: runMigrate, rollback: runRollback, new: runNew, reset: runReset, schema: runSchema };

async function runMigrate() {
  await withDatabase(async ({ ownerUrl }) => {
    const done = await migrate(ownerUrl, { log: console.log });
    if (done.length === 0) console.log('nothing to migrate');
  });
}

async function runRollback() {
  refuseInProduction('db:rollback');
  await withDatabase(({ ownerUrl }) => rollback(ownerUrl, { log: console.log }));
}

function runNew(args) {
  for (const file of newMigration(args.join(' '))) console.log(file);
}

/** Empties the database and migrates it anew. All data in it are lost, so an own database must be named once more. */
async function runReset(args) {
  refuseInProduction('db:reset');
  await withDatabase(async (database) => {
    if (database.embedded) await recreate(database);
    else await emptyOwn(database.ownerUrl, args);
    await migrate(database.ownerUrl, { log: console.log });
  });
}

async function recreate({ superuserUrl, ownerUrl }) {
  const name = new URL(ownerUrl).pathname.slice(1);
  await withClient(superuserUrl, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    await ensureDatabase(client, name, OWNER);
  });
}

async function emptyOwn(ownerUrl, args) {
  const name = new URL(ownerUrl).pathname.slice(1);
  if (!args.includes(`--really=${name}`)) {
    throw new Error(
      `This empties the database "${name}" of DATABASE_URL. If you mean it: npm run db:reset -- --really=${name}`,
    );
  }
  await rollback(ownerUrl, { to: 0, log: console.log });
}

/** Dumps a fresh database rather than the developer's own, which may hold experiments. */
async function runSchema(args) {
  const cluster = await startTestCluster();
  try {
    const text = await dumpSchema(cluster.url(OWNER, cluster.template));
    const drift = schemaDrift(text);
    if (args.includes('--check')) {
      if (drift !== null) throw new Error(drift);
    } else if (drift !== null) {
      fs.writeFileSync(SCHEMA_FILE, text);
    }
    console.log(drift === null ? 'schema.sql is up to date' : `wrote ${SCHEMA_FILE}`);
  } finally {
    await cluster.stop();
  }
}

async function withDatabase(work) {
  const database = await openDatabase({ folder: dataFolder() });
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

function refuseInProduction(command) {
  if (process.env.NODE_ENV === 'production')
    throw new Error(`${command} is not for production (NODE_ENV is production).`);
}

const [command, ...args] = process.argv.slice(2);
const run = COMMANDS[command];
if (run === undefined) {
  console.error(`Unknown command ${command ?? '(none)'}; there are: ${Object.keys(COMMANDS).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    await run(args);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
