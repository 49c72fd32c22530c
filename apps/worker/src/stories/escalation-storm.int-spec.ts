import { enqueue, type DeliveryHandler } from '@daylight/api-database';
import { channelHandler, startHandler, stepHandler, escalationSubscribers } from '@daylight/api-escalation';
import { sendHandler } from '@daylight/api-mail';
import { mailEntities } from '@daylight/api-mail/entities';
import { newId } from '@daylight/api-platform';
import {
  addService,
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { openTicket } from '@daylight/api-tickets';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';
import { outboxRelay, subscriberRunner } from '../outbox/relay.js';
import { noJobsLeft, runWorkers } from '../testing/workers.test.js';

jest.setTimeout(240_000);

const COUNT = 200;
/** No gateway of any channel. */
const nothingConnected = { prepare: () => Promise.resolve(null) };
let db: TestDatabase;
let providerId: string;

beforeAll(async () => {
  db = await createTestDatabase([...mailEntities, ...ticketEntities]);
  ({ providerId } = await createProvider(db, 'North'));
});
afterAll(() => db.close());

/** A client's tickets, each with a run that is due now. */
async function seedRuns(): Promise<void> {
  const tenantId = await createTenant(db, providerId, 'ACME');
  const service = newId();
  await addService(db, providerId, service, 1);
  const personId = await createClient(db, providerId, tenantId, ['COORDINATOR']);
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  await db.app.asPerson(caller, async (tx) => {
    for (let index = 0; index < COUNT; index += 1) {
      await openTicket(tx, {
        ...{ tenantId, serviceItemId: service, subject: `Down ${index}`, description: '', type: 'INCIDENT' },
        ...{ impact: 1, urgency: 1, priority: null, channel: 'PORTAL', openedAt: tx.now, fileIds: [] },
        ...{ requesterId: personId, watcherIds: [], followsUpId: null, confidential: false },
      });
    }
  });
}

it('three workers call for every one of many P1 at once, each exactly once on each channel (R8)', async () => {
  const contactId = newId();
  const channels = [
    { id: 'mail', kind: 'EMAIL', address: 'kim@call.example', bouncedAt: null },
    { id: 'sms', kind: 'SMS', address: '+82 10 1234 5678', bouncedAt: null },
  ];
  await db.owner(
    `insert into escalation_contact (provider_id, contact_id, side, name, role, place, channels, languages, zone, valid_from, updated_at)
     values ($1, $2, 'PROVIDER', 'Kim', 'ENGINEER', 1, $3, '{ko}', 'Asia/Seoul', '2025-01-01', now())`,
    [providerId, contactId, JSON.stringify(channels)],
  );
  await seedRuns();
  const setting = { origin: 'https://daylight.example', secret: 's'.repeat(32) };
  const send: DeliveryHandler = sendHandler(null, { ...setting, domain: null });
  const handlers = [
    ...[outboxRelay(escalationSubscribers), subscriberRunner(escalationSubscribers), send],
    ...[startHandler, stepHandler(setting), channelHandler({ desk: nothingConnected, setting })],
  ];
  await db.owner(`delete from job where queue not in ('outbox', 'subscriber')`);
  await runWorkers(db, handlers, () => noJobsLeft(db), { count: 3 });
  const [counted] = await db.owner(
    `select (select count(*) from escalation)::integer as runs, (select count(*) from escalation_attempt)::integer as attempts,
       (select count(distinct escalation_id) from escalation_attempt)::integer as called,
       (select count(*) from mail_message where template = 'ESCALATION_CALL')::integer as mails,
       (select count(*) from escalation_delivery)::integer as deliveries,
       (select count(*) from escalation_delivery_result where outcome = 'LOCAL')::integer as kept,
       (select count(*) from escalation_delivery_result where outcome = 'FAILED' and error = 'NO_GATEWAY')::integer as failed`,
  );
  expect(counted).toEqual({
    ...{ runs: COUNT, attempts: COUNT, called: COUNT, mails: COUNT, deliveries: 2 * COUNT, kept: COUNT, failed: COUNT },
  });
  process.stdout.write(`escalation: ${COUNT} runs at once by 3 workers, each called once\n`);
});

it('a timer that fires twice calls nobody twice', async () => {
  const runs = await db.owner<{ escalation_id: string; tenant_id: string }>(
    'select escalation_id, tenant_id from escalation limit 20',
  );
  await db.worker.asSystem({ providerId, tenantId: null }, (tx) =>
    enqueue(
      tx,
      runs.flatMap(({ escalation_id: escalationId, tenant_id: tenantId }) =>
        [1, 2].map((time) => ({
          ...{
            queue: 'escalation-step',
            tenantId,
            payload: { escalationId },
            runAt: null,
            dedupeKey: `${escalationId}-${time}`,
          },
        })),
      ),
    ),
  );
  const setting = { origin: 'https://daylight.example', secret: 's'.repeat(32) };
  const handlers = [outboxRelay([]), stepHandler(setting)];
  await runWorkers(db, handlers, () => noJobsLeft(db), { count: 3 });
  const [row] = await db.owner<{ n: number }>('select count(*)::integer as n from escalation_attempt');
  expect(row?.n).toBe(COUNT);
});
