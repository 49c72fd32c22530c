// npm test: everything that must hold, on a machine with nothing but Node.js.
//   --only=lint,unit       only these groups          --raise   write the counts reached to expected.json
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, requireNode } from '../start/install.mjs';
import { lastLine, shortfall, sum } from './counts.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const expectedFile = path.join(import.meta.dirname, 'expected.json');
const expected = JSON.parse(fs.readFileSync(expectedFile, 'utf8'));

async function main() {
  process.chdir(root);
  requireNode(root);
  ensureInstalled(root, console.log);
  const { steps } = await import('./steps.mjs');
  const results = [];
  for (const lanes of inLanes(chosen(steps)))
    await Promise.all(
      lanes.map(async (lane) => {
        for (const step of lane) results.push({ step, ...(await runStep(step)) });
      }),
    );
  report(results);
  const total = sum(results.map(({ counts }) => counts));
  if (process.argv.includes('--raise') && total.failed === 0) raise(results);
  process.exitCode = total.failed === 0 ? 0 : 1;
  console.log(lastLine(total));
}

function chosen(steps) {
  const only = process.argv
    .find((each) => each.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  if (only === undefined) return steps;
  const unknown = only.filter((group) => !steps.some((step) => step.group === group));
  if (unknown.length > 0)
    throw new Error(
      `No such group: ${unknown.join(', ')}. There are: ${[...new Set(steps.map(({ group }) => group))].join(', ')}`,
    );
  return steps.filter(({ group }) => only.includes(group));
}

/** What is run together, in turn: neighbours that name a lane as those lanes, any other step as the only one. */
function inLanes(steps) {
  const all = [];
  for (const step of steps) {
    const last = all.at(-1);
    const beside = step.lane !== undefined && last?.[0]?.[0].lane !== undefined;
    if (!beside) all.push([[step]]);
    else {
      const same = last.find(([first]) => first.lane === step.lane);
      if (same === undefined) last.push([step]);
      else same.push(step);
    }
  }
  return all;
}

async function runStep(step) {
  console.log(`\n== ${step.name}`);
  const begun = performance.now();
  const counts = await step.run().catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = (performance.now() - begun) / 1000;
  const missing = step.suite === true ? shortfall(step.name, counts, expected[step.group]) : null;
  if (missing === null) return { counts, seconds };
  console.error(missing);
  return { counts: { ...counts, failed: counts.failed + 1 }, seconds };
}

function report(results) {
  console.log('');
  for (const { step, counts, seconds } of results) {
    console.log(
      `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${seconds.toFixed(1).padStart(6)} s  ${step.name}: ${lastLine(counts)}`,
    );
  }
}

/** Counts only grow by this; to lower one is an edit that a reviewer sees. */
function raise(results) {
  for (const { step, counts } of results.filter(({ step: { suite } }) => suite === true)) {
    expected[step.group] = Math.max(expected[step.group] ?? 0, counts.passed);
  }
  fs.writeFileSync(expectedFile, `${JSON.stringify(expected, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  console.log(lastLine({ passed: 0, failed: 1, skipped: 0 }));
}
