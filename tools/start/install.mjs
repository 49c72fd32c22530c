// Dependencies as the lockfile has them. Imports nothing that npm would have to install first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const STAMP = 'node_modules/.daylight-installed';

/** Throws with a sentence when this Node.js is older than package.json's `engines` allows. */
export function requireNode(root) {
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(
    `Daylight needs Node.js ${wanted} or newer; this is ${process.versions.node}. See https://nodejs.org/`,
  );
}

/** Runs `npm ci` when node_modules is missing or belongs to another lockfile. Returns whether it did. */
export function ensureInstalled(root, log) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const digest = createHash('sha256').update(lock).digest('hex');
  const stamp = path.join(root, STAMP);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest) return false;
  const install = !isInstalled(root, JSON.parse(lock));
  if (install) {
    log('installing dependencies (npm ci; a minute or two the first time)');
    const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0)
      throw new Error(`npm ci failed${error === undefined ? '' : `: ${error.message}`}. Its messages are above.`);
  }
  fs.writeFileSync(stamp, digest);
  return install;
}

/** Someone may have run npm themselves: then npm's own record of what it installed agrees with the lockfile. */
function isInstalled(root, lock) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const installed = JSON.parse(fs.readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages).every(([where, { version, optional, link }]) => {
    if (!where.startsWith('node_modules/') && !where.includes('/node_modules/')) return true;
    if (link === true) return fs.existsSync(path.join(root, where));
    return installed[where]?.version === version || (optional === true && installed[where] === undefined);
  });
}
