// What a browser has to wait for (tools/checks/web-vitals.mjs), in a house of its own with the demo in it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../drill/house.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const START_MS = 240_000;

async function untilReady(origin, child) {
  const until = Date.now() + START_MS;
  while (child.exitCode === null && Date.now() < until) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the house for the browser did not start');
}

/** Medians by page and device, with the budget that each is held against. Prints them as they come. */
export async function measureWeb({ repeats, log }) {
  const { printVitals } = await import('../checks/web-vitals.mjs');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  log('starting a house for the browser');
  const child = spawn(process.execPath, ['tools/test/journey-server.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await untilReady(origin, child);
    // A median of fewer than five is noise.
    return await printVitals(origin, Math.max(5, repeats));
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
