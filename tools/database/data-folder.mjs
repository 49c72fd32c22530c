// The folder that holds one embedded cluster: `data/` (PostgreSQL's own), `superuser.password`, `server.log`, `owner.pid`.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { canWrite } from './account.mjs';

/**
 * Prepares the folder and returns the paths in it (absolute). When we are root and the account can't reach `dir`
 * (a checkout under /root), the cluster lives under /var/tmp and `MOVED.txt` in `dir` says where.
 */
export function prepareFolder(dir, account) {
  const wanted = path.resolve(dir);
  makeReadable(wanted);
  const root = account.uid === undefined ? wanted : reachable(wanted, account);
  const paths = {
    root,
    data: path.join(root, 'data'),
    password: path.join(root, 'superuser.password'),
    log: path.join(root, 'server.log'),
    owner: path.join(root, 'owner.pid'),
  };
  fs.mkdirSync(paths.data, { recursive: true });
  if (account.uid !== undefined) for (const each of [root, paths.data]) fs.chownSync(each, account.uid, account.gid);
  refuseUnreadable(paths.data);
  fs.chmodSync(paths.data, 0o700);
  return paths;
}

function makeReadable(dir) {
  try {
    fs.mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw new Error(
      `The data folder ${dir} can't be made (${error.code}). Set DAYLIGHT_DATA to a folder that you may write.`,
    );
  }
  refuseUnreadable(dir);
}

function refuseUnreadable(dir) {
  try {
    fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    fs.readdirSync(dir);
  } catch (error) {
    throw new Error(
      `The data folder ${dir} can't be read and written by this user (${error.code}). ` +
        'Change its owner or mode, or set DAYLIGHT_DATA to another folder.',
    );
  }
}

function reachable(dir, account) {
  fs.chownSync(dir, account.uid, account.gid);
  if (canWrite(account, dir)) return dir;
  const moved = `/var/tmp/daylight-data-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`;
  fs.mkdirSync(moved, { recursive: true, mode: 0o700 });
  const { uid } = fs.lstatSync(moved);
  if (uid !== 0 && uid !== account.uid)
    throw new Error(`${moved} belongs to somebody else; remove it and start again.`);
  fs.chownSync(moved, account.uid, account.gid);
  fs.writeFileSync(
    path.join(dir, 'MOVED.txt'),
    `The database account can't enter this folder; the cluster is in ${moved}\n`,
  );
  return moved;
}

/** The superuser's password, made on first use; the file is readable by its owner alone. */
export function superuserPassword(paths, account) {
  if (!fs.existsSync(paths.password)) {
    fs.writeFileSync(paths.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account.uid !== undefined) fs.chownSync(paths.password, account.uid, account.gid);
  }
  return fs.readFileSync(paths.password, 'utf8').trim();
}
