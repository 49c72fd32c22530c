// npm run backup [-- FOLDER]             a copy of the embedded database and its secrets, while Daylight runs
// npm run restore -- FOLDER [--replace]  puts such a copy in place; what was there is kept beside it
//
// A database of your own (DATABASE_URL) is backed up by its own means: pg_dump or pg_basebackup as daylight_backup.
import fs from 'node:fs';
import path from 'node:path';
import { databaseAccount } from './account.mjs';
import { copyRunning, putBack } from './cluster-copy.mjs';
import { openDatabase, withClient } from './connection.mjs';
import { prepareFolder } from './data-folder.mjs';
import { isAlive } from './postmaster.mjs';
import { dataFolder } from './secrets.mjs';

const MANIFEST = 'daylight-backup.json';
const KEPT = ['secrets.json', 'superuser.password'];

async function backup(args) {
  const folder = dataFolder();
  const stamp = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
  const to = path.resolve(args[0] ?? path.join(folder, 'backups', stamp));
  if (fs.existsSync(to)) throw new Error(`${to} exists already; a backup is never written over another.`);
  const database = await openDatabase({ folder });
  try {
    const { root, data } = prepareFolder(path.join(folder, 'postgres'), databaseAccount());
    fs.mkdirSync(to, { recursive: true, mode: 0o700 });
    await copyRunning({ superuserUrl: database.superuserUrl, data, to: path.join(to, 'data') });
    fs.copyFileSync(path.join(folder, 'secrets.json'), path.join(to, 'secrets.json'));
    fs.copyFileSync(path.join(root, 'superuser.password'), path.join(to, 'superuser.password'));
    // written last: a copy without it was interrupted
    fs.writeFileSync(
      path.join(to, MANIFEST),
      `${JSON.stringify({ takenAt: new Date().toISOString(), version: await versionOf(database.ownerUrl) }, null, 2)}\n`,
    );
  } finally {
    await database.stop();
  }
  console.log(`backed up to ${to}`);
}

async function restore(args) {
  const [from] = args.filter((each) => !each.startsWith('--'));
  if (from === undefined) throw new Error('Which backup? npm run restore -- FOLDER');
  const source = path.resolve(from);
  if (!fs.existsSync(path.join(source, MANIFEST)))
    throw new Error(`${source} is no finished backup: it has no ${MANIFEST}.`);
  const folder = dataFolder();
  const account = databaseAccount();
  const paths = prepareFolder(path.join(folder, 'postgres'), account);
  refuseRunning(paths);
  makeRoom({ folder, paths, replace: args.includes('--replace') });
  putBack(path.join(source, 'data'), paths.data, account);
  putBack(path.join(source, 'superuser.password'), paths.password, account);
  putBack(path.join(source, 'secrets.json'), path.join(folder, 'secrets.json'), {});
  const database = await openDatabase({ folder });
  const version = await versionOf(database.ownerUrl).finally(() => database.stop());
  console.log(`restored ${source}; the database is at version ${version}`);
}

function refuseRunning(paths) {
  const pidFile = path.join(paths.data, 'postmaster.pid');
  if (!fs.existsSync(pidFile) || !isAlive(Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10))) return;
  throw new Error(`Daylight runs on ${paths.root}. Stop it first.`);
}

function makeRoom({ folder, paths, replace }) {
  if (!fs.existsSync(path.join(paths.data, 'PG_VERSION')))
    return fs.rmSync(paths.data, { recursive: true, force: true });
  if (!replace)
    throw new Error(
      `${paths.root} holds a database already. To put it aside and restore: npm run restore -- FOLDER --replace`,
    );
  const aside = `${paths.data}.replaced-${Date.now()}`;
  fs.renameSync(paths.data, aside);
  for (const name of KEPT) {
    const file = path.join(name === 'secrets.json' ? folder : paths.root, name);
    if (fs.existsSync(file)) fs.renameSync(file, path.join(aside, name));
  }
  console.log(`what was there is now in ${aside}`);
}

async function versionOf(ownerUrl) {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query('select max(version) as version from schema_migration'),
  );
  return rows[0].version;
}

const [command, ...args] = process.argv.slice(2);
try {
  if (process.env.DATABASE_URL)
    throw new Error('DATABASE_URL is set: back that database up by its own means (docs/operations.md).');
  await (command === 'restore' ? restore(args) : backup(args));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
