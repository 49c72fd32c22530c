// npm run drill -- NAME: proofs that take minutes. Each prints its numbers; exit code 1 when a promise was broken.
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { calendar } from './calendar.mjs';
import { faults } from './faults.mjs';
import { end } from './house.mjs';
import { migrations } from './migrations.mjs';
import { restore } from './restore.mjs';
import { storms } from './storm.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** T9 with 50,000 answers, or as many as `--responses=N` says. */
async function isolation(args) {
  const wanted = args.find((each) => each.startsWith('--responses='))?.slice('--responses='.length) ?? '50000';
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const only = ['--testPathPatterns', 'apps/api/src/isolation/pool', '--selectProjects', 'int'];
  const env = { ...process.env, DAYLIGHT_DRILL_RESPONSES: wanted };
  return spawnSync(process.execPath, [jest, ...only], { cwd: root, env, stdio: 'inherit' }).status === 0;
}

const DRILLS = { calendar, isolation, restore, migrations, faults, storm: storms };
const [name, ...args] = process.argv.slice(2);
const drill = DRILLS[name ?? ''];
if (drill === undefined) {
  console.error(`Which drill? npm run drill -- ${Object.keys(DRILLS).join(' | ')}`);
  process.exitCode = 2;
} else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void end().then(() => process.exit(130)));
  const kept = await drill(args).catch((error) => {
    console.error(error);
    return false;
  });
  await end();
  console.log(`drill ${name}: ${kept ? 'every promise was kept' : 'A PROMISE WAS BROKEN'}`);
  process.exit(kept ? 0 : 1);
}
