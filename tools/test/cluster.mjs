// One throwaway cluster with a migrated template, from which each spec clones its own database.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withClient } from '../database/connection.mjs';
import { startCluster } from '../database/embedded.mjs';
import { migrate } from '../database/migrate.mjs';
import { isAlive, shutDown } from '../database/postmaster.mjs';
import { ensureDatabase, ensureOwner, ensureServiceRoles, OWNER } from '../database/roles.mjs';

export const TEMPLATE = 'daylight_template';
const PREFIX = 'daylight-test-';
/** Also the folders of the browser journeys' server (journey-server.mjs). */
const PREFIXES = [PREFIX, 'daylight-journeys-'];

/**
 * Starts it. `{ host, port, template, url(user, database), superuserUrl, stop() }`; every role of roles.mjs signs in without a password.
 * `stop()` also removes the folder.
 */
export async function startTestCluster() {
  await sweep();
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  const cluster = await startCluster({ dir, durable: false });
  await withClient(cluster.superuserUrl, async (client) => {
    await ensureOwner(client);
    await ensureServiceRoles(client, () => undefined);
    await ensureDatabase(client, TEMPLATE);
  });
  const url = (user, database) => cluster.url(user, undefined, database);
  const stop = async () => {
    await cluster.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  };
  try {
    await migrate(url(OWNER, TEMPLATE));
  } catch (error) {
    await stop();
    throw error;
  }
  return { host: '127.0.0.1', port: cluster.port, template: TEMPLATE, url, superuserUrl: cluster.superuserUrl, stop };
}

/** Clusters of test runs that were killed: their starter is gone, so nobody else will end them. */
export async function sweep() {
  for (const name of fs.readdirSync(os.tmpdir()).filter((each) => PREFIXES.some((prefix) => each.startsWith(prefix)))) {
    const dir = path.join(os.tmpdir(), name);
    const cluster = fs.existsSync(path.join(dir, 'postgres')) ? path.join(dir, 'postgres') : dir;
    const owner = readNumber(path.join(cluster, 'owner.pid'));
    if (owner === null || isAlive(owner)) continue;
    const server = readNumber(path.join(cluster, 'data/postmaster.pid'));
    if (server !== null && isAlive(server)) await shutDown(server);
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

function readNumber(file) {
  try {
    return Number.parseInt(fs.readFileSync(file, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}
