// node tools/mutation/score.mjs [--survivors <folder or file>]: one table per folder of libs/domain out of every
// test-results/mutation*.json (the newest report of a file counts), or the mutants that no test noticed.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DETECTED = ['Killed', 'Timeout'];
const UNDETECTED = ['Survived', 'NoCoverage'];

/** The newest result of each mutated file, over several reports given oldest first. */
export function merge(reports) {
  return new Map(reports.flatMap(({ files }) => Object.entries(files)));
}

/** Counts per folder under `libs/domain/src`, and over all; mutants that could not run count for nothing. */
export function score(files) {
  const rows = new Map();
  for (const [name, { mutants }] of files) {
    const folder = /libs\/domain\/src\/([^/]+)\//.exec(name)?.[1] ?? '(root)';
    for (const key of [folder, 'all']) {
      const row = rows.get(key) ?? { killed: 0, survived: 0, uncovered: 0 };
      const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
      row.killed += count(...DETECTED);
      row.survived += count('Survived');
      row.uncovered += count('NoCoverage');
      rows.set(key, row);
    }
  }
  return [...rows].sort(([one], [other]) => (one === 'all') - (other === 'all') || one.localeCompare(other));
}

/** `81.3`, rounded down so that a goal is never reached by rounding; `-` where nothing was mutated. */
export function percent({ killed, survived, uncovered }) {
  const all = killed + survived + uncovered;
  return all === 0 ? '-' : (Math.floor((killed / all) * 1000) / 10).toFixed(1);
}

function reportsUnder(folder) {
  return readdirSync(folder)
    .filter((name) => /^mutation.*\.json$/.test(name))
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
}

function printTable(files) {
  console.log(
    `${'folder'.padEnd(14)}${['score', 'killed', 'survived', 'no cover'].map((word) => word.padStart(10)).join('')}`,
  );
  for (const [folder, row] of score(files)) {
    const figures = [percent(row), row.killed, row.survived, row.uncovered];
    console.log(`${folder.padEnd(14)}${figures.map((figure) => String(figure).padStart(10)).join('')}`);
  }
}

/** Each survivor as the line it stands in and what replaced which part of it. */
function printSurvivors(files, within) {
  for (const [name, { source, mutants }] of files) {
    if (!name.includes(within)) continue;
    const lines = source.split('\n');
    for (const { status, location, replacement } of mutants.filter((mutant) => UNDETECTED.includes(mutant.status))) {
      const { start, end } = location;
      const line = lines[start.line - 1] ?? '';
      const part =
        start.line === end.line ? line.slice(start.column - 1, end.column - 1) : `${line.slice(start.column - 1)} ...`;
      const mark = status === 'NoCoverage' ? 'no cover ' : '';
      console.log(
        `${name.replace('libs/domain/src/', '')}:${start.line} ${mark}${line.trim()}\n    ${part}  =>  ${replacement}`,
      );
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const files = merge(reportsUnder(resolve('test-results')));
  const asked = process.argv.indexOf('--survivors');
  if (asked === -1) printTable(files);
  else printSurvivors(files, process.argv[asked + 1] ?? '');
}
