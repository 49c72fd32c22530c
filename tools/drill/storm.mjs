// 10,000 alerts in 60 s from one source (W3): everything accepted is stored and read, and a neighbour hardly notices.
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { withClient } from '../database/connection.mjs';
import { untilReady } from '../start/processes.mjs';
import { freePort, newFolder, open, post, seed, startProcess } from './house.mjs';

const ALERTS = 10_000;
const STORM_MS = 60_000;
const CALM_MS = 30_000;
const SENDERS = 8;
/** The neighbour's rhythm: a person or two at work. */
const NEIGHBOUR_EVERY_MS = 100;
const PATIENCE_MS = 300_000;
const SLOWER_AT_MOST = 2;

const OPEN = `mutation ($input: OpenTicketInput!) { openTicket(input: $input) { __typename } }`;
const LOOK = `{ alerts(first: 20) { edges { node { id } } } }`;

/** A source of a client of the seeded provider that isn't the neighbour. */
async function addSource(ownerUrl) {
  const key = randomBytes(32).toString('base64url');
  const [sourceId, tenantId] = [newId(), newId()];
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `insert into tenant (provider_id, tenant_id, name, prefix, stage, zone, language, created_at)
       select provider_id, $1, 'Storm client', 'STORM', 'ACTIVE', 'Asia/Seoul', 'ko', now() from provider`,
      [tenantId],
    );
    await client.query(
      `insert into alert_source (provider_id, source_id, tenant_id, name, vendor, service_item_id, key_hash, key_hint, auth, group_by,
         ticket_from, ticket_limit, per_minute, max_bytes, created_at, updated_at)
       select provider_id, $1, $2, 'Storm', 'alertmanager', service_item_id, $3, $4, 'KEY', 'FINGERPRINT', 'WARNING', 20, 30000, 65536, now(), now()
       from service_item limit 1`,
      [sourceId, tenantId, createHash('sha256').update(key).digest(), key.slice(-4)],
    );
  });
  return { key, sourceId };
}

const body = (index) =>
  JSON.stringify({
    version: '4',
    alerts: [
      {
        status: 'firing',
        fingerprint: `storm-${index}`,
        labels: { alertname: 'Storm', instance: `host-${index}`, severity: 'critical' },
        annotations: { summary: `host-${index} is down`, description: 'x'.repeat(400) },
        startsAt: '2026-11-23T00:00:00Z',
      },
    ],
  });

/** Sends every alert at its turn; those that were accepted, by the id they were given. */
async function storm(port, key) {
  const accepted = [];
  const refused = new Map();
  const started = performance.now();
  let next = 0;
  const sender = async () => {
    while (next < ALERTS) {
      const index = next;
      next += 1;
      const due = started + (index * STORM_MS) / ALERTS;
      if (due > performance.now()) await sleep(due - performance.now());
      const answer = await fetch(`http://127.0.0.1:${port}/intake/${key}/alertmanager`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: body(index) },
      });
      const { deliveryId } = await answer.json();
      if (answer.status === 202) accepted.push(deliveryId);
      else refused.set(answer.status, (refused.get(answer.status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return { accepted, refused: Object.fromEntries(refused), seconds: (performance.now() - started) / 1_000 };
}

/** The neighbour at work until told to stop: how long each answer took (ms), and how many were none. */
async function neighbour({ port, token, serviceId, running }) {
  const took = [];
  let failed = 0;
  for (let turn = 0; running(); turn += 1) {
    const begun = performance.now();
    const input = {
      type: 'INCIDENT',
      serviceItemId: serviceId,
      impact: 3,
      urgency: 3,
      subject: 'Printer',
      description: '',
    };
    const answer = await (turn % 5 === 0 ? post(port, token, OPEN, { input }) : post(port, token, LOOK, {})).catch(
      () => null,
    );
    if (answer?.data == null) failed += 1;
    const ms = performance.now() - begun;
    took.push(ms);
    await sleep(Math.max(0, NEIGHBOUR_EVERY_MS - ms));
  }
  return { took, failed };
}

const p95 = (took) => took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? Number.NaN;

async function untilRead(ownerUrl, sourceId) {
  const started = performance.now();
  for (;;) {
    const rows = await withClient(ownerUrl, async (client) => {
      const counted = await client.query(
        `select (select count(*)::int from intake_delivery where source_id = $1 and state = 'RECEIVED') as waiting,
           (select count(*)::int from intake_delivery where source_id = $1 and state = 'DEAD') as dead,
           (select count(*)::int from alert where source_id = $1) as alerts,
           (select count(distinct ticket_id)::int from alert where source_id = $1) as tickets,
           (select count(*)::int from alert where source_id = $1 and ticket_id is null) as without_ticket`,
        [sourceId],
      );
      return counted.rows;
    });
    const [state] = rows;
    if (state.waiting === 0 || performance.now() - started > PATIENCE_MS) return state;
    await sleep(500);
  }
}

async function missingOf(ownerUrl, accepted) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      'select delivery_id from intake_delivery where delivery_id = any ($1::uuid[])',
      [accepted],
    );
    return accepted.length - rows.length;
  });
}

export async function storms() {
  const folder = newFolder('storm');
  const database = await open(folder);
  const [port, workerPort] = [await freePort(), await freePort()];
  process.env.DAYLIGHT_WORKER_PORT = String(workerPort);
  const { token, serviceId } = await seed(database.ownerUrl);
  const { key, sourceId } = await addSource(database.ownerUrl);
  for (const name of ['api', 'worker']) startProcess(name, { database, folder, port });
  await untilReady(port);

  const work = async (until) => {
    let running = true;
    const working = neighbour({ port, token, serviceId, running: () => running });
    const result = await until();
    running = false;
    return { result, ...(await working) };
  };
  await work(() => sleep(10_000));
  const calm = await work(() => sleep(CALM_MS));
  const during = await work(() => storm(port, key));
  const { accepted, refused, seconds } = during.result;
  const read = await untilRead(database.ownerUrl, sourceId);
  const missing = await missingOf(database.ownerUrl, accepted);
  const [before, while_] = [p95(calm.took), p95(during.took)];
  const ratio = while_ / before;
  console.log(
    `sent ${ALERTS} in ${seconds.toFixed(1)} s: accepted ${accepted.length}, refused ${JSON.stringify(refused)}`,
  );
  console.log(
    `stored of the accepted: ${accepted.length - missing}, missing ${missing}; unread ${read.waiting}, dead letters ${read.dead}`,
  );
  console.log(`alerts ${read.alerts}, tickets ${read.tickets}, alerts without a ticket ${read.without_ticket}`);
  console.log(
    `neighbour: p95 ${before.toFixed(1)} ms before (n ${calm.took.length}), ${while_.toFixed(1)} ms during (n ${during.took.length}), ratio ${ratio.toFixed(2)}; failed ${during.failed}`,
  );
  const whole =
    accepted.length === ALERTS && missing === 0 && read.waiting === 0 && read.dead === 0 && read.alerts === ALERTS;
  return whole && during.failed === 0 && ratio < SLOWER_AT_MOST;
}
