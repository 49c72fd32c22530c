// The two servers as processes of their own, and what /proc says about them. Linux only.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mainOf, NODE_FLAGS } from '../start/commands.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const START_LIMIT_MS = 60_000;

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function launch({ name, args, env, port, ready }) {
  const from = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended at its start:\n${said}`);
    if (await ready()) break;
    if (performance.now() - from > START_LIMIT_MS) throw new Error(`${name} did not start:\n${said}`);
    await sleep(5);
  }
  const startMs = performance.now() - from;
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
  };
  return {
    name,
    pid: child.pid,
    port,
    startMs,
    startCpuMs: cpuMs([child.pid]),
    residentMb: residentMb(child.pid),
    stop,
  };
}

const plain = () => ({ PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' });
const reached = (url) =>
  fetch(url).then(
    (answer) => answer.status < 500 || answer.status === 500,
    () => false,
  );

/** `{ name, pid, port, startMs, startCpuMs, residentMb, stop() }` */
export async function startFloor(stage, { providerId }) {
  const port = await freePort();
  const env = { ...plain(), BENCH_FLOOR: JSON.stringify({ url: stage.ownerUrl, port, providerId }) };
  const ready = () => reached(`http://127.0.0.1:${port}/nothing`);
  return launch({ name: 'floor', args: [path.join(import.meta.dirname, 'floor.mjs')], env, port, ready });
}

/** Nest, Fastify and Apollo with one field: what the frameworks need before any of our code is there. */
export async function startBare(stage) {
  const port = await freePort();
  const env = { ...plain(), BENCH_FLOOR: JSON.stringify({ url: stage.ownerUrl, port }) };
  const ready = () => reached(`http://127.0.0.1:${port}/graphql`);
  return launch({ name: 'bare', args: [path.join(import.meta.dirname, 'bare-nest.mjs')], env, port, ready });
}

/** The compiled API, as `npm start` runs it. */
export async function startApi(stage, { flags = [] } = {}) {
  const port = await freePort();
  const env = {
    ...plain(),
    DAYLIGHT_APP_DATABASE_URL: stage.appUrl,
    DAYLIGHT_PORT: String(port),
    DAYLIGHT_ORIGIN: `http://127.0.0.1:${port}`,
    DAYLIGHT_SECRET: randomBytes(32).toString('hex'),
    DAYLIGHT_LOG: 'warn',
  };
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
  return launch({
    name: 'daylight',
    args: [...NODE_FLAGS, ...flags, path.join(ROOT, mainOf('api'))],
    env,
    port,
    ready,
  });
}

/** Resident memory of a process now, in MB; 0 when it is gone. */
export function residentMb(pid, field = 'VmRSS') {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** CPU time that all threads of these processes have had so far, in ms. */
export function cpuMs(pids) {
  let ns = 0;
  for (const pid of pids) {
    for (const thread of threadsOf(pid)) {
      try {
        ns += Number(fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
      } catch {
        // a thread that ended in between
      }
    }
  }
  return ns / 1e6;
}

function threadsOf(pid) {
  try {
    return fs.readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}
