// The embedded PostgreSQL: a laptop and the tests need no database of their own.
import fs from 'node:fs';
import { databaseAccount } from './account.mjs';
import { locateBinaries } from './binaries.mjs';
import { prepareFolder, superuserPassword } from './data-folder.mjs';
import { findRunning, initialise, isAlive, launch, shutDown } from './postmaster.mjs';

const WATCH_MS = 500;

/**
 * Starts the cluster kept in `dir`, or attaches to the one that already runs there (left behind by a killed process, or
 * shared with another). Listens on 127.0.0.1 only.
 *
 * `durable: false` is for tests: no fsync, no passwords. A durable cluster asks for passwords (scram-sha-256); the
 * superuser's is in `superuser.password` in `dir`, readable by its owner alone. If the server dies, it is started again
 * on the same port until `stop()`.
 *
 * `stop()` ends the server unless another living process started it.
 *
 * @param {{ dir: string, durable?: boolean, port?: number, onRestart?: () => void }} options
 */
export async function startCluster({ dir, durable = true, port, onRestart = () => {} }) {
  const account = databaseAccount();
  const binaries = await locateBinaries(account);
  const paths = prepareFolder(dir, account);
  const password = durable ? superuserPassword(paths, account) : undefined;
  const cluster = { account, binaries, paths, password, durable, port };
  initialise(cluster);
  const found = await findRunning(cluster);
  const server = found ?? (await launch(cluster));
  const attached = found !== null || server.child === null;
  const mine = !attached || !isAlive(ownerOf(paths));
  if (mine) fs.writeFileSync(paths.owner, String(process.pid));
  const guard = mine ? keepRunning({ ...cluster, port: server.port }, server, onRestart) : { stop: async () => {} };
  const url = (user, secret, database) => connectionUrl(server.port, user, secret, database);
  return {
    port: server.port,
    attached,
    url,
    superuserUrl: url('postgres', password, 'postgres'),
    stop: () => guard.stop(),
  };
}

function connectionUrl(port, user, secret, database) {
  const credentials = secret === undefined ? user : `${user}:${encodeURIComponent(secret)}`;
  return `postgres://${credentials}@127.0.0.1:${port}/${database}`;
}

function ownerOf(paths) {
  return fs.existsSync(paths.owner) ? Number(fs.readFileSync(paths.owner, 'utf8')) || -1 : -1;
}

/** Watches the pid rather than the child: an adopted server isn't our child, and both must be restarted alike. */
function keepRunning(cluster, server, onRestart) {
  let current = server;
  let restarting = null;
  let stopped = false;
  const restart = async () => {
    const next = await launch(cluster);
    if (stopped) return shutDown(next.pid);
    current = next;
    current.child?.unref();
    onRestart();
  };
  const watch = setInterval(() => {
    if (stopped || restarting !== null || isAlive(current.pid)) return;
    restarting = restart()
      .catch(() => {})
      .finally(() => (restarting = null)); // a failed attempt is repeated at the next tick
  }, WATCH_MS);
  watch.unref();
  current.child?.unref();
  const stop = async () => {
    stopped = true;
    clearInterval(watch);
    await restarting;
    await shutDown(current.pid);
    fs.rmSync(cluster.paths.owner, { force: true });
  };
  return { stop };
}
