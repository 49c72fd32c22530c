// The demo: loaded once into an empty database, never in production.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { withClient } from '../database/connection.mjs';
import { migrate } from '../database/migrate.mjs';
import { ensureDatabase, OWNER } from '../database/roles.mjs';

/**
 * Seeds when the database has no provider yet, else appends the days missed since. A seed that was interrupted is started over on an empty database,
 * since half a demo would look like a defect. Returns whether the demo is there.
 */
export async function ensureDemo({ database, folder, log, env = process.env }) {
  if (env.NODE_ENV === 'production') return false;
  const unfinished = path.join(folder, 'demo-unfinished');
  const urls = { ownerUrl: database.ownerUrl, appUrl: database.appUrl, workerUrl: database.workerUrl };
  if (fs.existsSync(unfinished)) await startOver(database, log);
  else if (await hasProvider(database.ownerUrl)) {
    const { catchUp } = await import('../demo/catch-up.mjs');
    await catchUp({ urls, log });
    return true;
  }
  const { seedDemo } = await import('../demo/seed.mjs');
  log('loading the demo (first start only)');
  fs.writeFileSync(unfinished, '');
  await seedDemo({ urls, log: (line) => log(`  ${line}`), dataFolder: folder });
  fs.rmSync(unfinished);
  return true;
}

async function hasProvider(ownerUrl) {
  return withClient(ownerUrl, async (client) => (await client.query('select from provider limit 1')).rowCount !== 0);
}

async function startOver(database, log) {
  if (!database.embedded)
    throw new Error(
      'The demo was interrupted while it was loaded. Empty the database with npm run db:reset, then start again.',
    );
  log('the demo was interrupted last time; starting it over');
  const name = new URL(database.ownerUrl).pathname.slice(1);
  await withClient(database.superuserUrl, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    await ensureDatabase(client, name, OWNER);
  });
  await migrate(database.ownerUrl);
}
