// npm run test:real: the program against real logs, mails and payloads, which the repository doesn't hold.
// Every tools/test/real/*.real.mjs is a node:test file; it finds the data in the folder that DAYLIGHT_FIXTURES names.
import fs from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { ensureInstalled, requireNode } from '../start/install.mjs';
import { lastLine, shortfall } from './counts.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.resolve(process.env.DAYLIGHT_FIXTURES || path.join(root, '../shared'));
const counts = { passed: 0, failed: 0, skipped: 0 };

function files() {
  const folder = path.join(import.meta.dirname, 'real');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  return names.filter((name) => name.endsWith('.real.mjs')).map((name) => path.join(folder, name));
}

function count({ name, nesting, skip, todo, details }, ending) {
  if (details?.type === 'suite') return;
  const outcome = skip !== undefined || todo !== undefined ? 'skipped' : ending;
  counts[outcome] += 1;
  const mark = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' }[outcome];
  console.log(`${'  '.repeat(nesting)}${mark} ${name} (${Math.round(details?.duration_ms ?? 0)} ms)`);
  if (outcome === 'failed') console.error(details?.error?.cause ?? details?.error);
}

async function runFiles(each) {
  const events = run({ files: each, concurrency: false });
  events.on('test:pass', (data) => count(data, 'passed'));
  events.on('test:fail', (data) => count(data, 'failed'));
  events.on('test:stdout', ({ message }) => process.stdout.write(message));
  events.on('test:stderr', ({ message }) => process.stderr.write(message));
  await new Promise((resolve, reject) => events.once('end', resolve).once('error', reject).resume());
}

async function main() {
  process.chdir(root);
  requireNode(root);
  if (!fs.existsSync(fixtures)) {
    throw new Error(
      `The real data are not in ${fixtures}. Put them there, or name their folder: DAYLIGHT_FIXTURES=/path npm run test:real`,
    );
  }
  process.env.DAYLIGHT_FIXTURES = fixtures;
  ensureInstalled(root, console.log);
  const { runTarget } = await import('../start/build.mjs');
  await runTarget(root, 'build');
  const found = files();
  if (found.length > 0) await runFiles(found);
  const missing = shortfall('real data', counts);
  if (missing !== null) throw new Error(missing);
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  counts.failed += 1;
}
process.exitCode = counts.failed === 0 ? 0 : 1;
console.log(lastLine(counts));
