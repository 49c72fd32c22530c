// A backup of a running installation, put in place in a second folder, is the same database and can be signed in to (R20, G14).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { withClient } from '../database/connection.mjs';
import { demoAccounts, demoPassword } from '../demo/accounts.mjs';
import { untilReady } from '../start/processes.mjs';
import { freePort, loadDemo, newFolder, open, post, root, startProcess } from './house.mjs';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';

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
  const origin = await open(first);
  await loadDemo(origin);
  const sealed = await sealAudit(origin);
  const before = await digest(origin.ownerUrl);
  if (!command('tools/database/backup.mjs', first, 'backup', copy)) return false;
  if (!command('tools/database/backup.mjs', second, 'restore', copy)) return false;
  await origin.stop();
  const restored = await open(second);
  const after = await digest(restored.ownerUrl);
  const differing = Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);
  console.log(JSON.stringify({ tables: Object.keys(after).length, differing }));
  const audited = command('tools/audit/audit.mjs', second, 'verify');
  const port = await freePort();
  // the API looks at the catalogue (T12) before it is ready
  startProcess('api', { database: restored, folder: second, port });
  await untilReady(port);
  const input = { email: demoAccounts[0].email, password: demoPassword() };
  const answer = await post(port, null, SIGN_IN, { input });
  const signedIn = answer.data?.signIn.__typename === 'SignedIn';
  console.log(JSON.stringify({ sealed, audited, signedIn }));
  return differing.length === 0 && sealed > 0 && audited && signedIn;
}

/** Chains every audit entry, as the worker does each second; returns how many there are. */
async function sealAudit({ ownerUrl, appUrl, workerUrl }) {
  // Compiled by now: loadDemo saw to that.
  const audit = new URL('../../libs/api/audit/dist/index.js', import.meta.url);
  const [{ sealPending }, { connect }] = [await import(audit.href), await import('../demo/connections.mjs')];
  const count = (sql) => withClient(ownerUrl, async (client) => Number((await client.query(sql)).rows[0].count));
  const daylight = await connect({ appUrl, workerUrl }, null);
  try {
    do await sealPending(daylight.worker);
    while ((await count('select count(*) from audit_pending')) > 0);
  } finally {
    await daylight.close();
  }
  return count('select count(*) from audit_entry');
}
