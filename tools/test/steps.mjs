// The steps of `npm test`, in the order in which a mistake is cheapest to see. Each resolves to counts; one that checks
// a whole (lint, types, build) counts as one test.
import fs from 'node:fs';
import path from 'node:path';
import { runTarget } from '../start/build.mjs';
import { findChromium } from './chromium.mjs';
import { countJest, countPlaywright } from './counts.mjs';
import { execute } from './execute.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

const whole =
  (...args) =>
  async () =>
    (await execute(args, { cwd: root })) === 0 ? PASSED : FAILED;

/** A build made by Nx: what it depends on comes first, what hasn't changed comes from the cache. */
const target = (name) => async () => {
  try {
    await runTarget(root, name);
    return PASSED;
  } catch (error) {
    console.error(error.message);
    return FAILED;
  }
};

const jest = (project) => async () => {
  const report = reportFile(`jest-${project}`);
  const args = [bin('jest'), '--selectProjects', project, '--maxWorkers=2', '--json', `--outputFile=${report}`];
  await execute(args, { cwd: root });
  return countJest(report);
};

async function browser() {
  const report = reportFile('playwright');
  const chromium = await findChromium(console.log);
  const env = { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  await execute([bin('playwright'), 'test', '-c', 'apps/e2e/playwright.config.mjs', '--reporter=list,json'], {
    cwd: root,
    env,
  });
  return countPlaywright(report);
}

/**
 * What a file may use depends on where it runs: nothing, Node.js, a browser. Portal and console are two programs, since
 * each registers its own routes as the router's.
 */
const types = ['neutral', 'node', 'portal', 'console'].map((where) => ({
  name: `types of ${where} code`,
  group: 'types',
  lane: 2,
  run: whole(bin('tsc'), '-p', `tools/test/types/${where}.json`),
}));

/** What each address makes a browser fetch, against the app's budget.json. */
const budgets = ['portal', 'console'].map((app) => ({
  name: `weight of the ${app}`,
  group: 'budget',
  run: whole('tools/checks/budget.mjs', app),
}));

/** Each of lint, format and types keeps one core busy: steps with a `lane` go side by side, those of one lane in turn. */
export const steps = [
  { name: 'generated code', group: 'codegen', run: target('codegen') },
  { name: 'format', group: 'format', lane: 2, run: whole(bin('prettier'), '--check', '--log-level=warn', '.') },
  { name: 'lint', group: 'lint', lane: 1, run: whole('tools/checks/lint.mjs') },
  {
    name: 'boundaries refuse what they must',
    group: 'boundaries',
    lane: 2,
    run: whole('tools/checks/boundary-canary/check.mjs'),
  },
  ...types,
  { name: 'schema.sql', group: 'schema', run: whole('tools/database/db.mjs', 'schema', '--check') },
  { name: 'build', group: 'build', run: target('build') },
  ...budgets,
  { name: 'unit tests', group: 'unit', suite: true, run: jest('unit') },
  { name: 'tests on PostgreSQL', group: 'int', suite: true, run: jest('int') },
  { name: 'components', group: 'web', suite: true, run: jest('web') },
  { name: 'browser journeys', group: 'browser', suite: true, run: browser },
];

/** Where a runner writes its report; an old one is removed, so that it can't be taken for the new. */
function reportFile(name) {
  const file = path.join(root, 'node_modules/.cache/reports', `${name}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}
