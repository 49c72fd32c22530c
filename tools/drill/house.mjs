// A small installation in a folder of its own: embedded database, one provider, one client, somebody signed in.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { openDatabase, withClient } from '../database/connection.mjs';
import { migrate } from '../database/migrate.mjs';
import { runTarget } from '../start/build.mjs';
import { childEnvironment } from '../start/processes.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
const FROM_SOURCE = ['--conditions=daylight-source', '--import', '@swc-node/register/esm-register', 'src/main.ts'];

const endings = [];

/** Undoes what a drill started, newest first. Also called on a signal: nothing may outlive us. */
export async function end() {
  for (const undo of endings.splice(0).reverse()) await Promise.resolve(undo()).catch(console.error);
}

/** A folder that is gone when the drill ends. */
export function newFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `daylight-drill-${name}-`));
  fs.chmodSync(folder, 0o755);
  endings.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function freePort() {
  const server = net.createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Opens and migrates the database below `folder`; stopped when the drill ends. */
export async function open(folder) {
  const database = await openDatabase({ folder, env: {} });
  endings.push(() => database.stop());
  await migrate(database.ownerUrl);
  return database;
}

/** Loads the demo: a house in which everything has been used. Builds what that needs. */
export async function loadDemo({ ownerUrl, appUrl, workerUrl }) {
  await runTarget(root, 'build');
  const { seedDemo } = await import('../demo/seed.mjs');
  await seedDemo({ urls: { ownerUrl, appUrl, workerUrl }, log: () => {} });
}

/** `{ token, serviceId }` of a client user who may open tickets. */
export async function seed(ownerUrl) {
  const [providerId, adminId, tenantId, personId, serviceId] = Array.from({ length: 5 }, () => newId());
  const token = randomBytes(32).toString('base64url');
  await withClient(ownerUrl, async (client) => {
    const provider = [providerId, 'Drill', 'drill', 'Asia/Seoul', 'ko', adminId, 'admin@drill.example', 'Admin'];
    await client.query('select provider_create($1, $2, $3, $4, $5, $6, $7, $8)', provider);
    await client.query(
      `insert into tenant (provider_id, tenant_id, name, prefix, stage, zone, language, created_at)
       values ($1, $2, 'Drill client', 'DRILL', 'ACTIVE', 'Asia/Seoul', 'ko', now())`,
      [providerId, tenantId],
    );
    await client.query(
      `insert into person (provider_id, person_id, email, display_name, side, language, zone, status, created_at)
       values ($1, $2, 'client@drill.example', 'Client', 'CLIENT', 'ko', 'Asia/Seoul', 'ACTIVE', now())`,
      [providerId, personId],
    );
    await client.query(
      `insert into tenant_membership (provider_id, tenant_id, person_id, roles, created_at) values ($1, $2, $3, '{COORDINATOR}', now())`,
      [providerId, tenantId, personId],
    );
    await client.query(
      `insert into service_item (provider_id, service_item_id, code, category, name_ko, name_en, created_at)
       values ($1, $2, 'OPS-1', 'INFRASTRUCTURE', '서버', 'Server', now())`,
      [providerId, serviceId],
    );
    const hash = createHash('sha256').update(token).digest();
    const session = [newId(), hash, providerId, personId, 'PORTAL', '1 day', 'drill', '127.0.0.1'];
    await client.query('select session_open($1, $2, $3, $4, $5, $6, $7, $8)', session);
  });
  return { token, serviceId };
}

/** One process of the API or the worker, from source; killed when the drill ends. */
export function startProcess(name, { database, folder, port }) {
  const base = childEnvironment({ root, database, folder, port, origin: `http://localhost:${port}`, demo: false });
  const env = { ...base, DAYLIGHT_LOG: 'silent' };
  const child = spawn(process.execPath, FROM_SOURCE, { cwd: path.join(root, 'apps', name), env, stdio: 'ignore' });
  endings.push(() => void child.kill('SIGKILL'));
  return child;
}

export async function post(port, token, query, variables, headers = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/portal/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-daylight-csrf': '1',
      cookie: `daylight_portal=${token}`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  return response.json();
}
