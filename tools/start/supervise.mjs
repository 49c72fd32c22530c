// Child processes that are kept running: a crash is followed by a restart, after a pause that grows while crashes go on.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const SETTLED_MS = 30_000;
const GRACE_MS = 15_000;
const CRASHES_BEFORE_SETTLED = 4;
const WATCH_PARENT = path.join(import.meta.dirname, 'watch-parent.mjs');

/**
 * Starts `node ...args` and keeps it running until `stop()`. `onHopeless(error)` is called once when it crashes again
 * and again without ever having stayed up.
 */
export function supervise({ name, args, cwd, env, log, onHopeless }) {
  let child = null;
  let stopping = false;
  const abort = new AbortController();
  const done = keepUp();

  async function keepUp() {
    let crashes = 0;
    let settled = false;
    while (!stopping) {
      const startedAt = performance.now();
      const ending = await runOnce();
      if (stopping) return;
      const stayedUp = performance.now() - startedAt > SETTLED_MS;
      settled ||= stayedUp;
      crashes = stayedUp ? 1 : crashes + 1;
      if (!settled && crashes >= CRASHES_BEFORE_SETTLED) {
        // not awaited: whoever is told will wait for this very loop to end
        void onHopeless(new Error(`${name} does not stay up (${ending}); its messages are above.`));
        return;
      }
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (crashes - 1), LONGEST_PAUSE_MS);
      log(`${name} stopped (${ending}); starting it again in ${pause / 1000} s`);
      await sleep(pause, undefined, { signal: abort.signal }).catch(() => {});
    }
  }

  function runOnce() {
    // The parent's sudden death must not leave the port taken and the queue worked by a process that nobody watches.
    child = spawn(process.execPath, ['--import', WATCH_PARENT, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  async function stop() {
    stopping = true;
    abort.abort();
    child?.kill('SIGTERM');
    const late = setTimeout(() => {
      log(`${name} did not stop in ${GRACE_MS / 1000} s; killed`);
      child?.kill('SIGKILL');
    }, GRACE_MS);
    await done;
    clearTimeout(late);
  }
  return { name, stop };
}
