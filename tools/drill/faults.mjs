// Kill -9 of the API, the worker and PostgreSQL while tickets are opened; a ledger holds what was acknowledged (R1-R3, G3, G4).
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../database/connection.mjs';
import { untilReady } from '../start/processes.mjs';
import { freePort, newFolder, open, post, seed, startProcess } from './house.mjs';

const OPEN = `mutation ($input: OpenTicketInput!) { openTicket(input: $input) { __typename ... on TicketOpened { ticket { id } } } }`;
const KILLS = ['api', 'worker', 'postgres', 'api', 'worker', 'postgres', 'api', 'worker'];

/** Opens tickets until told to stop. One whose answer was lost is sent again with its key until it is answered. */
async function load({ port, token, serviceId, ledger, running }) {
  while (running()) {
    const key = randomUUID();
    const input = { type: 'INCIDENT', serviceItemId: serviceId, impact: 2, urgency: 2, subject: key, description: key };
    for (;;) {
      const answer = await post(port(), token, OPEN, { input }, { 'idempotency-key': key }).catch(() => null);
      const id = answer?.data?.openTicket?.ticket?.id;
      if (id !== undefined) {
        ledger.push({ key, id });
        break;
      }
      ledger.retries += 1;
      if (!running()) return;
      await sleep(100);
    }
  }
}

export async function faults() {
  const folder = newFolder('faults');
  const database = await open(folder);
  const [apiPort, workerPort] = [await freePort(), await freePort()];
  process.env.DAYLIGHT_WORKER_PORT = String(workerPort);
  const { token, serviceId } = await seed(database.ownerUrl);
  const start = (name) => startProcess(name, { database, folder, port: apiPort });
  const processes = { api: start('api'), worker: start('worker') };
  await untilReady(apiPort);
  const ledger = Object.assign([], { retries: 0 });
  let running = true;
  const callers = Array.from({ length: 4 }, () =>
    load({ port: () => apiPort, token, serviceId, ledger, running: () => running }),
  );
  for (const name of KILLS) {
    await untilAcknowledged(ledger, ledger.length + 40);
    if (name === 'postgres') process.kill(postmasterOf(folder), 'SIGKILL');
    else {
      processes[name].kill('SIGKILL');
      processes[name] = start(name);
    }
    console.log(`killed ${name} after ${ledger.length} acknowledged tickets`);
    await untilReady(apiPort);
  }
  await untilAcknowledged(ledger, ledger.length + 40);
  running = false;
  await Promise.all(callers);
  return compare(database.ownerUrl, ledger);
}

async function untilAcknowledged(ledger, count) {
  while (ledger.length < count) await sleep(50);
}

const postmasterOf = (folder) =>
  Number.parseInt(fs.readFileSync(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8'), 10);

async function compare(ownerUrl, ledger) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('select ticket_id, subject from ticket');
    const stored = new Map(rows.map((row) => [row.ticket_id, row.subject]));
    const missing = ledger.filter(({ id, key }) => stored.get(id) !== key).length;
    const duplicates = rows.length - new Set(rows.map((row) => row.subject)).size;
    const numbers = { acknowledged: ledger.length, stored: rows.length, retries: ledger.retries, kills: KILLS.length };
    console.log(JSON.stringify({ ...numbers, missing, duplicates }));
    return missing === 0 && duplicates === 0;
  });
}
