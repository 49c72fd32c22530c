// 200 clients of one provider and their history. Written as a superuser without triggers; what reads it sees ordinary rows.
import { createHash, randomBytes } from 'node:crypto';
import 'reflect-metadata';
import { seedHolidays } from '@daylight/api-calendars';
import { defaultTerms } from '@daylight/api-contracts';
import { createDataSource, UnitOfWork } from '@daylight/api-database';
import { keepPeriods } from '@daylight/api-kpi';
import { newId, sha256, systemClock, tokenHash } from '@daylight/api-platform';
import { canonicalJson } from '@daylight/domain';
import { withClient } from '../database/connection.mjs';
import { normalise, tokensOf } from '../../libs/api/tickets/dist/text/tokens.js';
import { PLAN, STEPS } from './seed-sql.mjs';
import { makeTexts, POOL, RARE } from './words.mjs';

const TENANTS = 200;
const STAFF = 40;
const CLIENTS = 5;
const SERVICES = ['SRV', 'NET', 'BAK', 'APPS'];

const HOURS = {
  ...{ id: 'office', name: { ko: '평일 09:00-18:00', en: 'Weekdays 09:00-18:00' }, zone: 'Asia/Seoul' },
  ...{ kind: 'WEEKLY', exceptions: [], breaks: [], fixedHolidays: [] },
  ...{ holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'KR' },
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
};

/** Ids that are the same on every run. */
const idOf = (kind, n) => {
  const hex = createHash('sha256').update(`${kind}/${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const numbered = (count, make) => Array.from({ length: count }, (_, n) => make(n));
const insert = (client, text, rows) => client.query(text, [JSON.stringify(rows)]);

async function makePeople(client, providerId) {
  const person = (id, name, side) => ({
    ...{ provider_id: providerId, person_id: id, email: `${name.toLowerCase().replaceAll(' ', '.')}@bench.example` },
    ...{ display_name: name, side, staff_role: side === 'PROVIDER' ? 'AGENT' : null, restricted: false, version: 1 },
    ...{ sees_confidential: false, language: 'en', zone: 'Asia/Seoul', status: 'ACTIVE', created_at: '2024-01-01' },
  });
  const staff = numbered(STAFF, (n) => person(idOf('staff', n), `Staff Member ${n}`, 'PROVIDER'));
  const clients = numbered(TENANTS * CLIENTS, (n) => person(idOf('client', n), `Client User ${n}`, 'CLIENT'));
  await insert(client, 'insert into person select * from jsonb_populate_recordset(null::person, $1)', [
    ...staff,
    ...clients,
  ]);
  const members = clients.map(({ person_id }, n) => ({
    ...{ provider_id: providerId, tenant_id: idOf('tenant', Math.floor(n / CLIENTS)), person_id },
    ...{ roles: ['REQUESTER', 'COORDINATOR'], created_at: '2024-01-01' },
  }));
  await insert(
    client,
    'insert into tenant_membership select * from jsonb_populate_recordset(null::tenant_membership, $1)',
    members,
  );
}

async function makeTenants(client, providerId) {
  const tenants = numbered(TENANTS, (n) => ({ id: idOf('tenant', n), name: `Client Company ${n}`, prefix: `T${n}` }));
  await client.query(
    `insert into tenant (provider_id, tenant_id, name, prefix, stage, zone, language, created_at)
     select $1, (t ->> 'id')::uuid, t ->> 'name', t ->> 'prefix', 'ACTIVE', 'Asia/Seoul', 'en', '2024-01-01' from jsonb_array_elements($2) t`,
    [providerId, JSON.stringify(tenants)],
  );
}

async function makeContracts(client, providerId) {
  const services = SERVICES.map((code) => ({
    id: idOf('service', code),
    code,
    name: { ko: `서비스 ${code}`, en: `Service ${code}` },
  }));
  for (const { id, code, name } of services)
    await client.query(
      `insert into service_item (provider_id, service_item_id, code, category, name_ko, name_en, created_at)
       values ($1, $2, $3, 'INFRASTRUCTURE', $4, $5, '2024-01-01')`,
      [providerId, id, code, name.ko, name.en],
    );
  const terms = defaultTerms({ kind: 'MANAGED', zone: 'Asia/Seoul', hasTermEnd: false, services, calendars: [HOURS] });
  const text = canonicalJson(terms);
  for (let n = 0; n < TENANTS; n += 1) {
    const [tenant, contract, version] = ['tenant', 'contract', 'version'].map((kind) => idOf(kind, n));
    await client.query(
      `with c as (insert into contract (provider_id, tenant_id, contract_id, kind, title, created_at)
         values ($1, $2, $3, 'MANAGED', 'Operation', '2023-01-01')),
       v as (insert into contract_version (provider_id, tenant_id, contract_id, version_id, ordinal, state, effective_from, terms, terms_digest,
           zone, renewal, proposed_at, created_at)
         values ($1, $2, $3, $4, 1, 'AGREED', '2023-01-01', $5, $6, 'Asia/Seoul', $7, '2023-01-01', '2023-01-01'))
       insert into contract_scope (provider_id, tenant_id, service_item_id, version_id, valid_from)
       select $1, $2, s, $4, '2023-01-01' from unnest($8::uuid[]) s`,
      [
        providerId,
        tenant,
        contract,
        version,
        text,
        sha256(text),
        JSON.stringify(terms.renewal),
        services.map(({ id }) => id),
      ],
    );
  }
  return { services, termsDigest: sha256(text) };
}

async function makePlanTables(client, { providerId, teamId, services, termsDigest }) {
  const texts = makeTexts().map((body, n) => ({ n, body, tokens: tokensOf(normalise(body)) }));
  await client.query('create temp table bench_text (n int primary key, body text not null, tokens text[] not null)');
  await insert(client, 'insert into bench_text select * from jsonb_populate_recordset(null::bench_text, $1)', texts);
  await client.query(
    `create temp table bench_world (provider_id uuid, team_id uuid, terms_digest text, first_staff uuid, texts int, rare text, rare_tokens text[])`,
  );
  await client.query('insert into bench_world values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[providerId, teamId, termsDigest, idOf('staff', 0), POOL, RARE, tokensOf(RARE)],
  ]);
  const tables = {
    bench_tenant: numbered(TENANTS, (n) => [n, idOf('tenant', n), idOf('version', n)]),
    bench_client: numbered(TENANTS * CLIENTS, (n) => [Math.floor(n / CLIENTS), n % CLIENTS, idOf('client', n)]),
    bench_staff: numbered(STAFF, (n) => [n, idOf('staff', n)]),
    bench_service: services.map(({ id, name }, n) => [n + 1, id, name]),
  };
  const columns = {
    bench_tenant: 'tenant_no int primary key, tenant_id uuid, version_id uuid',
    bench_client: 'tenant_no int, n int, person_id uuid, primary key (tenant_no, n)',
    bench_staff: 'n int primary key, person_id uuid',
    bench_service: 'n int primary key, service_item_id uuid, name jsonb',
  };
  for (const [table, rows] of Object.entries(tables)) {
    await client.query(`create temp table ${table} (${columns[table]})`);
    const marks = rows[0].map((_, index) => `$${index + 1}`).join(', ');
    for (const row of rows) await client.query(`insert into ${table} values (${marks})`, row);
  }
}

async function makeHistory(client, tickets, log) {
  const { rows } = await client.query(`select indexdef from pg_indexes where indexname = 'ticket_search_tokens'`);
  await client.query('drop index ticket_search_tokens');
  await client.query('select setseed(0.42)');
  await client.query(PLAN.replaceAll('$1', String(tickets)).replaceAll('$2', String(POOL)));
  await client.query('analyze');
  for (const [name, sql] of STEPS) {
    const from = performance.now();
    await client.query(sql);
    log(`  ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
  const from = performance.now();
  await client.query(rows[0].indexdef);
  log(`  search index: ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

async function makeSessions(client, providerId) {
  const open = async (kind, n, audience) => {
    const token = randomBytes(32).toString('base64url');
    const values = [newId(), tokenHash(token), providerId, idOf(kind, n), audience, '1 day', 'bench', '127.0.0.1'];
    await client.query('select session_open($1, $2, $3, $4, $5, $6, $7, $8)', values);
    return { token, personId: idOf(kind, n) };
  };
  const staff = [];
  for (let n = 0; n < 8; n += 1) staff.push(await open('staff', n, 'CONSOLE'));
  const clients = [];
  for (let n = 0; n < 50; n += 1) {
    const session = await open('client', n * CLIENTS, 'PORTAL');
    clients.push({ ...session, tenantId: idOf('tenant', n), versionId: idOf('version', n) });
  }
  return { staff, clients };
}

/** Runs `task` as a worker does, on one connection. */
async function asWorker(workerUrl, task) {
  const options = { poolSize: 1, entities: [], applicationName: 'bench-seed', onConnectionLost: () => {} };
  const source = await createDataSource({ url: workerUrl, ...options }).initialize();
  await task(new UnitOfWork(source, systemClock)).finally(() => source.destroy());
}

/** What workers would have kept of the seeded history by now. */
async function keepFigures(work, providerId) {
  for (let n = 0; n < TENANTS; n += 1) {
    const tenantId = idOf('tenant', n);
    for (let left = 1; left > 0;) {
      ({ left } = await work.asSystem({ providerId, tenantId }, (tx) => keepPeriods(tx, tenantId)));
    }
  }
}

/** Seeds and returns what the jobs ask about: `{ providerId, services, termsDigest, staff, clients, long }`. */
export async function seed(stage, { tickets, log }) {
  return withClient(stage.superuserUrl, async (client) => {
    const [providerId, adminId, teamId] = ['provider', 'admin', 'team'].map((kind) => idOf(kind, 0));
    await client.query('select provider_create($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[providerId, 'Bench', 'bench', 'Asia/Seoul', 'en', adminId, 'admin@bench.example', 'Bench Admin'],
    ]);
    await client.query(`update person set status = 'ACTIVE' where person_id = $1`, [adminId]);
    await client.query('insert into team (provider_id, team_id, name) values ($1, $2, $3)', [
      providerId,
      teamId,
      'Service desk',
    ]);
    await makeTenants(client, providerId);
    await makePeople(client, providerId);
    const { services, termsDigest } = await makeContracts(client, providerId);
    await makePlanTables(client, { providerId, teamId, services, termsDigest });
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set synchronous_commit = off`,
    );
    await makeHistory(client, tickets, log);
    await client.query('set session_replication_role = origin');
    await asWorker(stage.workerUrl, (work) =>
      work.asSystem({ providerId, tenantId: null }, (tx) => seedHolidays(tx, 'KR')),
    );
    await client.query('analyze');
    const from = performance.now();
    await asWorker(stage.workerUrl, (work) => keepFigures(work, providerId));
    log(`  kept figures: ${((performance.now() - from) / 1000).toFixed(1)} s`);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    const sessions = await makeSessions(client, providerId);
    const { rows } = await client.query(
      'select ticket_id from bench_ticket where i % 200 = 0 order by i desc limit 400',
    );
    return { providerId, services, termsDigest, ...sessions, long: rows.map((row) => row.ticket_id) };
  });
}
