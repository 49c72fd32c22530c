import { newId, parseConfig } from '@daylight/api-platform';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { openTicket } from '@daylight/api-tickets';
import { HOUR } from '@daylight/domain';
import { handlersOf, slicesOf } from '../slices.js';
import { noJobsLeft, runWorkers } from '../testing/workers.test.js';

jest.setTimeout(240_000);

const COUNT = 20;
const slices = slicesOf(parseConfig({ DAYLIGHT_SECRET: 'x'.repeat(32), DAYLIGHT_ORIGIN: 'https://daylight.example' }));

let db: TestDatabase;
let providerId: string;
let tenantId: string;
let openedAt = 0;

beforeAll(async () => {
  db = await createTestDatabase(slices.flatMap((slice) => [...(slice.entities ?? [])]));
  ({ providerId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
  const service = newId();
  await addService(db, providerId, service, 1);
  await addContract(db, { providerId, tenantId, services: [service] });
  await createStaff(db, providerId, { name: 'Kim' });
  const personId = await createClient(db, providerId, tenantId, ['COORDINATOR']);
  const [now] = await db.owner<{ at: number }>('select (extract(epoch from now()) * 1000)::float8 as at');
  openedAt = Math.floor(now?.at ?? 0) - 2 * HOUR;
  db.setNow(openedAt);
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  await db.app.asPerson(caller, async (tx) => {
    for (let index = 0; index < COUNT; index += 1) {
      await openTicket(tx, {
        ...{ tenantId, serviceItemId: service, subject: `Down ${index}`, description: '', type: 'INCIDENT' },
        ...{ impact: 2, urgency: 2, priority: null, channel: 'PORTAL', openedAt, fileIds: [] },
        ...{ requesterId: personId, watcherIds: [], followsUpId: null, confidential: false },
      });
    }
  });
  // What was asked for two hours ago has waited since then: no worker ran.
  await db.owner(`update job set run_at = least(run_at, $1) where run_at <= now()`, [new Date(openedAt)]);
  db.setNow(null);
});
afterAll(() => db.close());

const work = () => runWorkers(db, [...handlersOf(slices).values()], () => noJobsLeft(db), { count: 3 });

interface Told extends Record<string, unknown> {
  readonly percent: number;
  readonly n: number;
  readonly tickets: number;
  readonly late: boolean;
  readonly true_instant: boolean;
}
/** Response is due within 90 minutes of a P3; its warnings at half, three quarters and nine tenths of that. */
const told = () =>
  db.owner<Told>(
    `select percent, count(*)::integer as n, count(distinct ticket_id)::integer as tickets, bool_and(late) as late,
       bool_and(due_at = to_timestamp($1) + make_interval(secs => 5400 * percent / 100.0)) as true_instant
     from clock_notice where kind = 'FIRST_RESPONSE' group by percent order by percent`,
    [openedAt / 1_000],
  );
const mailsOf = async (): Promise<number> => {
  const [row] = await db.owner<{ n: number }>(
    `select count(*)::integer as n from (select person_id, ticket_id from mail_message where template = 'CLOCK_BREACHED'
       group by person_id, ticket_id having count(*) > 1) twice`,
  );
  return row?.n ?? 0;
};

it('a worker that was away for two hours tells each breach once, late, with its true instant, and nobody twice (R11)', async () => {
  await work();
  const once = { n: COUNT, tickets: COUNT, late: true, true_instant: true };
  const first = await told();
  expect(first.map(({ percent }) => percent)).toEqual([50, 75, 90, 100]);
  for (const each of first) expect(each).toMatchObject(once);
  const clocks = await db.owner(
    `select distinct state, breached_at - started_at = interval '90 minutes' as when_due from ticket_clock where kind = 'FIRST_RESPONSE'`,
  );
  expect(clocks).toEqual([{ state: 'BREACHED', when_due: true }]);
  await expect(mailsOf()).resolves.toBe(0);

  // The timers ring again, as after a lease that was lost in the wrong moment: nobody hears of it.
  const before = await db.owner('select count(*)::integer as n from mail_message');
  await db.owner(
    `insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
     select gen_random_uuid(), provider_id, tenant_id, 'ticket-timer', jsonb_build_object('ticketId', ticket_id), now(), 'again-' || ticket_id
     from ticket`,
  );
  await work();
  expect(await told()).toEqual(first);
  expect(await db.owner('select count(*)::integer as n from mail_message')).toEqual(before);
  process.stdout.write(`worker away: ${COUNT} breaches two hours late, each told once\n`);
});
