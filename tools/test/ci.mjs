// .ci/run: both test commands, one verdict.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { lastLine, NO_REPORT, sum } from './counts.mjs';

const COUNTS = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;

/** Runs it with its output shown as it comes; the counts are read from its last line. */
function run(script) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let tail = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-1000);
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(NO_REPORT));
    child.once('close', (code) => resolve(verdict(code, tail)));
  });
}

function verdict(code, tail) {
  const match = COUNTS.exec(tail.trimEnd().split('\n').at(-1) ?? '');
  if (match === null) return NO_REPORT;
  const [passed, failed, skipped] = match.slice(1).map(Number);
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped };
}

const total = sum([await run('test.mjs'), await run('real.mjs')]);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(lastLine(total));
