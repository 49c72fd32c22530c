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
  const processes = {};
  const start = (name) => (processes[name] = startProcess(name, { database, folder, port: apiPort }));
  let running = true;
  try {
    const { token, serviceId } = await seed(database.ownerUrl);
    start('api');
    start('worker');
    await untilReady(apiPort);
    const ledger = Object.assign([], { retries: 0 });
    const callers = Array.from({ length: 4 }, () =>
      load({ port: () => apiPort, token, serviceId, ledger, running: () => running }),
    );
    for (const name of KILLS) {
      const before = ledger.length;
      while (ledger.length < before + 40) await sleep(50);
      if (name === 'postgres') process.kill(postmasterOf(folder), 'SIGKILL');
      else {
        processes[name].kill('SIGKILL');
        start(name);
      }
      console.log(`killed ${name} after ${ledger.length} acknowledged tickets`);
      await untilReady(apiPort);
    }
    const end = ledger.length + 40;
    while (ledger.length < end) await sleep(50);
    running = false;
    await Promise.all(callers);
    return await compare(database.ownerUrl, ledger);
  } finally {
    running = false;
    for (const child of Object.values(processes)) child.kill('SIGKILL');
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
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
