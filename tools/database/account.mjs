// PostgreSQL refuses to run as root and wants an account with a passwd entry; this picks one.
import { spawnSync } from 'node:child_process';

/** `{}` when we may run PostgreSQL as ourselves, else `{ uid, gid }` of `postgres` or `nobody`. */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error(
    'Running as root, and there is no account (postgres, nobody) to run PostgreSQL as. Start as another user.',
  );
}

function idOf(flag, name) {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : null;
}

/** Whether the account can enter `dir` and write there. Asked of the system, since modes alone don't tell (ACLs, mounts). */
export function canWrite(account, dir) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', dir], { ...account, cwd: '/' }).status === 0;
}
