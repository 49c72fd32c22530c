// Whether the last build still holds. Asking Nx takes seconds even when it has nothing to do; looking at the files takes a tenth.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const STAMP = '.nx/daylight-built';
const PARTS = ['apps', 'libs', 'tools/build', 'tools/codegen', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const IGNORED = new Set(['node_modules', '.nx', '.daylight', 'test-results', 'coverage', '.vite-temp']);

/** True when neither a source nor an output has changed since `noteBuilt`. */
export function isBuilt(root) {
  const stamp = path.join(root, STAMP);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint(root, { outputs: true });
}

/** What the sources are now, to be handed to `noteBuilt` after the build. */
export function sourcesOf(root) {
  return fingerprint(root, { outputs: false });
}

/** Remembers the build, unless somebody changed a source while it ran. */
export function noteBuilt(root, sourcesBefore) {
  const stamp = path.join(root, STAMP);
  if (sourcesOf(root) !== sourcesBefore) return fs.rmSync(stamp, { force: true });
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, fingerprint(root, { outputs: true }));
}

/** Names, sizes and times of change of all files that a build reads or writes. */
function fingerprint(root, { outputs }) {
  const hash = createHash('sha256').update(process.version);
  for (const part of PARTS) walk(path.join(root, part), hash, outputs);
  return hash.digest('hex');
}

function walk(where, hash, outputs) {
  const stat = fs.statSync(where, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) return void hash.update(`${where}\0${stat.size}\0${stat.mtimeMs}\n`);
  for (const name of fs.readdirSync(where).sort()) {
    if (IGNORED.has(name) || (!outputs && isOutput(name))) continue;
    walk(path.join(where, name), hash, outputs);
  }
}

const isOutput = (name) => name === 'dist' || name.startsWith('dist-') || name === 'generated';
