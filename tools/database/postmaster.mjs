// One PostgreSQL server process: made, started, found again, stopped.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const START_LIMIT_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;
/** Said for a moment after a SIGKILL, while the dead server's processes and shared memory are still being cleared. */
const PASSING = /already exists|still in use|starting up|shutting down|Address already in use|could not bind/;
const THROWAWAY = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

/** Makes the cluster when `data/` is empty: UTF-8, code-point order, no dependency on the system's locales. */
export function initialise({ binaries, account, paths, durable }) {
  if (fs.existsSync(path.join(paths.data, 'PG_VERSION'))) return;
  const auth = durable ? ['--auth=scram-sha-256', `--pwfile=${paths.password}`] : ['--auth=trust', '--no-sync'];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const made = spawnSync(binaries.initdb, ['-D', paths.data, '-U', 'postgres', ...auth, ...locale], {
    ...account,
    cwd: '/',
    env: environment(),
    encoding: 'utf8',
  });
  if (made.status !== 0)
    throw new Error(`The database could not be made in ${paths.data}:\n${made.error ?? ''}${made.stderr}`);
}

/** The server that already runs on this data folder as `{ pid, port }`, or null. */
export async function findRunning({ paths, password }) {
  const entry = readPidFile(paths);
  if (entry === null || !(await answers(entry.port, paths, password))) return null;
  return entry;
}

/** Starts a server and waits until it takes connections. Resolves to `{ pid, port, child }`. */
export async function launch(cluster) {
  const { paths, port } = cluster;
  const until = performance.now() + START_LIMIT_MS;
  for (;;) {
    const running = await findRunning(cluster);
    if (running !== null) return { ...running, child: null };
    const attempt = await tryOnce(cluster, port ?? (await freePort()));
    if (attempt.child !== null) return attempt;
    if (performance.now() > until || !PASSING.test(attempt.said)) {
      throw new Error(`PostgreSQL did not start on ${paths.data}:\n${attempt.said.trim()}\n(whole log: ${paths.log})`);
    }
    await sleep(250);
  }
}

async function tryOnce({ binaries, account, paths, durable }, port) {
  rotate(paths.log);
  const log = fs.openSync(paths.log, 'a', 0o600);
  const from = fs.fstatSync(log).size;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    ...(durable ? [] : THROWAWAY),
  ];
  // Its own session: Ctrl-C reaches us alone, so that the API drains before its database goes.
  const child = spawn(
    binaries.postgres,
    ['-D', paths.data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
    {
      ...account,
      cwd: '/',
      env: environment(),
      stdio: ['ignore', 'ignore', log],
      detached: true,
    },
  );
  child.on('error', () => {});
  fs.closeSync(log);
  const ready = await becomesReady(child, paths);
  if (ready) return { pid: child.pid, port, child };
  return { child: null, said: fs.readFileSync(paths.log).subarray(from).toString('utf8') };
}

async function becomesReady(child, paths) {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return false;
    const entry = readPidFile(paths);
    if (entry?.pid === child.pid && entry.ready) return true;
    await sleep(10);
  }
}

/** postmaster.pid: line 1 the pid, line 4 the port, line 8 the state. */
function readPidFile(paths) {
  const file = path.join(paths.data, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port, ready: (lines[7] ?? '').trim() === 'ready' } : null;
}

async function answers(port, paths, password) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(paths.data);
  } catch {
    return false; // nobody there, another server, or another installation's password: not ours to attach to
  } finally {
    await client.end().catch(() => {});
  }
}

/** Fast shutdown: open transactions are rolled back, nothing committed is lost. Resolves when the process is gone. */
export async function shutDown(pid) {
  signal(pid, 'SIGINT');
  const until = performance.now() + 20_000;
  while (isAlive(pid)) {
    if (performance.now() > until) return signal(pid, 'SIGQUIT');
    await sleep(20);
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !isZombie(pid);
}

/** A killed server whose new parent never reaps it still answers to signal 0. */
function isZombie(pid) {
  try {
    return /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

function rotate(log) {
  if (fs.existsSync(log) && fs.statSync(log).size > LOG_LIMIT_BYTES) fs.renameSync(log, `${log}.1`);
}

function environment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', PGTZ: 'UTC' };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
