// Which database this installation uses, and by which URLs its processes reach it.
import path from 'node:path';
import pg from 'pg';
import { startCluster } from './embedded.mjs';
import { ensureDatabase, ensureOwner, ensureServiceRoles, OWNER, setPassword } from './roles.mjs';
import { openSecrets } from './secrets.mjs';

const DATABASE = 'daylight';

/**
 * Opens the database of DATABASE_URL, or the embedded one below `folder`, with its roles in place (not yet migrated).
 * Resolves to `{ ownerUrl, appUrl, workerUrl, embedded, attached, port, superuserUrl?, stop() }`.
 */
export function openDatabase({ folder, env = process.env, onRestart }) {
  return env.DATABASE_URL ? openOwn(folder, env) : openEmbedded(folder, onRestart);
}

async function openEmbedded(folder, onRestart) {
  const cluster = await startCluster({ dir: path.join(folder, 'postgres'), durable: true, onRestart });
  const secrets = openSecrets(folder);
  try {
    await withClient(cluster.superuserUrl, async (client) => {
      await ensureOwner(client, secrets.get(OWNER));
      await ensureServiceRoles(client, () => undefined);
      for (const role of ['daylight_app', 'daylight_worker', 'daylight_reporting', 'daylight_backup']) {
        await setPassword(client, role, secrets.get(role));
      }
      await ensureDatabase(client, DATABASE);
    });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  const url = (role) => cluster.url(role, secrets.get(role), DATABASE);
  return {
    ...urls(url),
    embedded: true,
    attached: cluster.attached,
    port: cluster.port,
    superuserUrl: cluster.superuserUrl,
    stop: cluster.stop,
  };
}

async function openOwn(folder, env) {
  const secrets = openSecrets(folder);
  const given = { daylight_app: env.DATABASE_APP_URL, daylight_worker: env.DATABASE_WORKER_URL };
  await withClient(env.DATABASE_URL, async (client) => {
    await requireVersion(client);
    const made = await ensureServiceRoles(client, (role) => passwordIn(given[role], role) ?? secrets.get(role));
    for (const [role, own] of Object.entries(given)) {
      if (own || made.includes(role) || secrets.peek(role) !== undefined) continue;
      throw new Error(
        `The role ${role} exists already and its password isn't known here. ` +
          `Give ${role === 'daylight_app' ? 'DATABASE_APP_URL' : 'DATABASE_WORKER_URL'}, or bring back ${path.join(folder, 'secrets.json')}.`,
      );
    }
    const database = pg.escapeIdentifier(new URL(env.DATABASE_URL).pathname.slice(1) || DATABASE);
    await client.query(
      `grant connect, temporary on database ${database} to daylight_app, daylight_worker, daylight_reporting, daylight_backup`,
    );
  });
  const url = (role) => given[role] || withCredentials(env.DATABASE_URL, role, secrets.get(role));
  return { ...urls(url), ownerUrl: env.DATABASE_URL, embedded: false, attached: true, stop: async () => {} };
}

function urls(url) {
  return { ownerUrl: url(OWNER), appUrl: url('daylight_app'), workerUrl: url('daylight_worker') };
}

/** The password that an administrator's URL gives for this very role: a missing role is made with it. */
function passwordIn(url, role) {
  if (!url) return undefined;
  const { username, password } = new URL(url);
  return username === role && password !== '' ? decodeURIComponent(password) : undefined;
}

function withCredentials(ownerUrl, role, password) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

async function requireVersion(client) {
  const { rows } = await client.query('show server_version_num');
  const number = Number(rows[0].server_version_num);
  if (number < 150000)
    throw new Error(`DATABASE_URL leads to PostgreSQL ${Math.floor(number / 10000)}; Daylight needs 15 or newer.`);
}

/** One connection for the length of `work`; says which address did not answer, without its password. */
export async function withClient(url, work) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'daylight-tools',
  });
  client.on('error', () => {});
  await client.connect().catch((error) => {
    const { username, host, pathname } = new URL(url);
    throw new Error(
      `No connection to the database ${pathname.slice(1)} at ${host} as ${username}: ${error.message || error.code}`,
    );
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
