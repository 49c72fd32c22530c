// npm start: everything from a fresh checkout to a running Daylight. npm run dev: the same from source (--dev).
import path from 'node:path';
import { ensureInstalled, requireNode } from './install.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const begun = performance.now();
const log = (line) => console.log(`[${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s] ${line}`);
const running = [];
let ending = null;

/** Stops in reverse order: what serves people first, its database last. */
function end(code) {
  ending ??= (async () => {
    if (running.length > 0) log('stopping');
    for (const { name, stop } of [...running].reverse()) {
      await stop().catch((error) => log(`${name} did not stop: ${error.message}`));
    }
    process.exit(code);
  })();
  return ending;
}

function fail(error) {
  console.error(`\nDaylight could not start. ${error.message}`);
  return end(1);
}

// npm and the terminal may both send it; the second one changes nothing
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

// `exec` in package.json makes us npm's own child, so that its signals arrive; if npm itself is killed, we go too.
const parent = process.ppid;
if (process.env.npm_execpath !== undefined) {
  setInterval(() => process.ppid === parent || void end(0), 1000).unref();
}

try {
  process.chdir(root);
  requireNode(root);
  ensureInstalled(root, log);
  const { run } = await import('./run.mjs');
  await run({
    root,
    dev: process.argv.includes('--dev'),
    log,
    started: (part) => {
      running.push(part);
      if (ending !== null) void part.stop(); // a signal came while it was starting
    },
    onHopeless: fail,
  });
} catch (error) {
  if (ending === null) await fail(error);
}
