// A throwaway embedded cluster with roles and passwords as in production, migrated, with statements counted.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, withClient } from '../database/connection.mjs';
import { migrate } from '../database/migrate.mjs';

const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  // Off while times are taken; a pass of its own counts (measure.mjs).
  'pg_stat_statements.track': 'none',
  max_wal_size: '4GB',
};

/** `{ folder, ownerUrl, appUrl, workerUrl, superuserUrl, adminUrl, stop() }`; `adminUrl` leads to the cluster's own database. */
export async function openStage() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daylight-bench-'));
  // PostgreSQL runs as an unprivileged account when we are root.
  fs.chmodSync(folder, 0o755);
  const open = () => openDatabase({ folder, env: {} });
  const first = await open();
  await withClient(first.superuserUrl, async (client) => {
    for (const [name, value] of Object.entries(SETTINGS)) await client.query(`alter system set ${name} = '${value}'`);
  });
  await first.stop();
  const database = await open();
  const url = new URL(database.superuserUrl);
  url.pathname = new URL(database.ownerUrl).pathname;
  await migrate(database.ownerUrl);
  // In the cluster's other database: the API refuses one with views that run with their owner's rights.
  await withClient(database.superuserUrl, (client) =>
    client.query('create extension if not exists pg_stat_statements'),
  );
  const stop = async () => {
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, adminUrl: database.superuserUrl, superuserUrl: url.href, folder, stop };
}
