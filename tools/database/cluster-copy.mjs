// Copies of a cluster's files, taken while it runs and put back where it will run.
import fs from 'node:fs';
import path from 'node:path';
import { withClient } from './connection.mjs';

/** Made anew at each start, or belonging to the running server alone. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init']);
const EMPTY = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pgsql_tmp',
]);
const WAL_FILE = /^[0-9A-F]{24}$|\.history$/;

/**
 * A base backup by PostgreSQL's own protocol: whatever changes while files are copied stands in the write-ahead log,
 * which is copied last and replayed at the first start. Writers are not held up.
 */
export function copyRunning({ superuserUrl, data, to }) {
  return withClient(superuserUrl, async (client) => {
    // the slot keeps the log of these minutes from being recycled; it goes with the connection
    await client.query(
      `select pg_create_physical_replication_slot('daylight_backup_' || pg_backend_pid(), true, true)`,
    );
    await client.query(`select pg_backup_start('daylight', true)`);
    copyTree(data, to);
    const { rows } = await client.query('select labelfile, spcmapfile from pg_backup_stop(false)');
    fs.writeFileSync(path.join(to, 'backup_label'), rows[0].labelfile, { mode: 0o600 });
    if (rows[0].spcmapfile) fs.writeFileSync(path.join(to, 'tablespace_map'), rows[0].spcmapfile, { mode: 0o600 });
    const log = fs.readdirSync(path.join(data, 'pg_wal')).filter((name) => WAL_FILE.test(name));
    for (const name of log) fs.copyFileSync(path.join(data, 'pg_wal', name), path.join(to, 'pg_wal', name));
  });
}

function copyTree(from, to) {
  fs.mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (LEFT_OUT.has(entry.name)) continue;
    if (entry.isDirectory()) {
      if (EMPTY.has(entry.name)) emptyCopy(source, target);
      else copyTree(source, target);
    } else if (entry.isFile()) copyFile(source, target);
  }
}

/** Its folders (`pg_wal/archive_status`) are expected to be there, its files are not wanted. */
function emptyCopy(from, to) {
  fs.mkdirSync(to, { mode: 0o700 });
  if (path.basename(from) !== 'pg_wal') return;
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) fs.mkdirSync(path.join(to, entry.name), { mode: 0o700 });
  }
}

function copyFile(from, to) {
  try {
    fs.copyFileSync(from, to);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error; // dropped or truncated meanwhile: the log knows
  }
}

/** Puts a copy back, owned by the account that will run it (`{}`: by ourselves). */
export function putBack(from, to, account) {
  fs.cpSync(from, to, { recursive: true });
  own(to, account);
}

function own(file, account) {
  const isFolder = fs.statSync(file).isDirectory();
  fs.chmodSync(file, isFolder ? 0o700 : 0o600);
  if (account.uid !== undefined) fs.chownSync(file, account.uid, account.gid);
  if (isFolder) for (const name of fs.readdirSync(file)) own(path.join(file, name), account);
}
