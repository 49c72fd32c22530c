import { asStaff, statementLog } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { createStaff, signInAs } from '@daylight/api-testing';
import { asAdmin, createHouse, type House } from '../house.fixture.js';
import { overdueSteps } from './overdue.js';

let house: House;

beforeAll(async () => {
  house = await createHouse();
  const { db, providerId, acme, beta, adminId } = house;
  const job = (queue: string, tenantId: string | null, due: string, more = 'null, null') =>
    db.owner(
      `insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dead_at, leased_until)
       values (gen_random_uuid(), $1, $2, $3, '{}', now() + $4::interval, ${more})`,
      [providerId, tenantId, queue, due],
    );
  await job('mail-send', acme, '-10 minutes');
  await job('mail-send', beta, '-5 minutes');
  // Neither late, given up, in somebody's hands, nor for now.
  await job('mail-send', acme, '-1 minute');
  await job('mail-send', acme, '-1 hour', 'now(), null');
  await job('mail-send', acme, '-1 hour', `null, now() + interval '20 seconds'`);
  await job('mail-send', acme, '1 hour');
  const webhookId = newId();
  await db.owner(
    `insert into webhook (provider_id, webhook_id, name, url_sealed, url_hint, secret_sealed, format, language, topics, active, created_at,
       updated_at, updated_by) values ($1, $2, 'Ops', '', 'x', '', 'DAYLIGHT', 'ko', '{ticket.opened}', true, now(), now(), $3)`,
    [providerId, webhookId, adminId],
  );
  await db.owner(
    `insert into webhook_delivery (provider_id, delivery_id, webhook_id, tenant_id, event_id, topic, body, state, next_at, created_at)
     values ($1, gen_random_uuid(), $2, $3, gen_random_uuid(), 'ticket.opened', '{}', 'QUEUED', now() - interval '1 hour', now())`,
    [providerId, webhookId, acme],
  );
});
afterAll(() => house.db.close());

it('what is late though nothing gave it up is listed, longest first, in the reader’s language (R15)', async () => {
  const report = await asAdmin(house, overdueSteps);
  expect(report.steps.map(({ kind, name, tenantName }) => [kind, name, tenantName])).toEqual([
    ['WEBHOOK', '문의 등록', 'Tenant ACME'],
    ['JOB', '메일 발송', 'Tenant ACME'],
    ['JOB', '메일 발송', 'Tenant BETA'],
  ]);
  expect(report.counts).toMatchObject([
    { kind: 'JOB', count: 2 },
    { kind: 'WEBHOOK', count: 1 },
  ]);
});

it('staff for one client see what is late for that client', async () => {
  const { db, providerId, beta } = house;
  const personId = await createStaff(db, providerId, { restrictedTo: [beta] });
  const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
  const report = await db.app.asPerson(caller, (tx) => overdueSteps(asStaff(tx)));
  expect(report.steps.map(({ tenantName }) => tenantName)).toEqual(['Tenant BETA']);
});

it('it costs two statements however much is late', async () => {
  const count = () =>
    asAdmin(house, async (tx) => {
      statementLog.names = [];
      await overdueSteps(tx);
      const { length } = statementLog.names;
      statementLog.names = null;
      return length;
    });
  const few = await count();
  await house.db.owner(
    `insert into job (job_id, provider_id, tenant_id, queue, payload, run_at)
     select gen_random_uuid(), $1, $2, 'kpi-keep', '{}', now() - interval '1 day' from generate_series(1, 150)`,
    [house.providerId, house.acme],
  );
  expect([few, await count()]).toEqual([2, 2]);
  expect((await asAdmin(house, overdueSteps)).steps).toHaveLength(100);
});
