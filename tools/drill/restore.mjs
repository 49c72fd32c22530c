// A backup of a running installation, put in place in a second folder, is the same database and can be signed in to (R20, G14).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { withClient } from '../database/connection.mjs';
import { untilReady } from '../start/processes.mjs';
import { freePort, newFolder, open, post, root, seed, startProcess } from './house.mjs';

function command(script, folder, ...args) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DAYLIGHT_DATA: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    env,
    encoding: 'utf8',
  });
  console.log(`${stdout}${stderr}`.trim());
  return status === 0;
}

/** Rows and a sum of each table, as the owner sees them. */
async function digest(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const tables = await client.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('session', 'rate_limit') order by 1`,
    );
    const all = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
      );
      all[name] = rows[0].sum;
    }
    return all;
  });
}

export async function restore() {
  const [first, second] = [newFolder('first'), newFolder('second')];
  const copy = path.join(first, 'copy');
  let database = await open(first);
  try {
    const { token } = await seed(database.ownerUrl);
    const before = await digest(database.ownerUrl);
    if (!command('tools/database/backup.mjs', first, 'backup', copy)) return false;
    if (!command('tools/database/backup.mjs', second, 'restore', copy)) return false;
    await database.stop();
    database = await open(second);
    const after = await digest(database.ownerUrl);
    const differing = Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);
    console.log(JSON.stringify({ tables: Object.keys(after).length, differing }));
    const audited = command('tools/audit/audit.mjs', second, 'verify');
    const port = await freePort();
    // the API looks at the catalogue (T12) before it is ready
    const api = startProcess('api', { database, folder: second, port });
    try {
      await untilReady(port);
      const answer = await post(port, token, '{ viewer { __typename } }', {});
      const known = answer.data?.viewer?.__typename === 'Viewer';
      console.log(JSON.stringify({ audited, signedIn: known }));
      return differing.length === 0 && audited && known;
    } finally {
      api.kill('SIGKILL');
    }
  } finally {
    await database.stop();
    for (const folder of [first, second]) fs.rmSync(folder, { recursive: true, force: true });
  }
}
