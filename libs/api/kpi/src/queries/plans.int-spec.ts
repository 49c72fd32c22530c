import { statement, type Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import { MONDAY, TicketWorld } from '@daylight/api-tickets/testing';
import { DAY } from '@daylight/domain';
import { keepPeriods } from '../keep/keep-periods.js';
import { kpiPage } from './kpi-page.js';
import { kpiPeriods } from './kpi-periods.js';

let world: TicketWorld;
let agent: string;
let coordinator: string;

/** 6,000 tickets of two years with their facts and clocks, one in fifty of them Acme's, and what is kept and marked of Beta. */
async function fill(): Promise<void> {
  const ids = [world.providerId, world.acme, world.beta, world.services[0]];
  const year = [new Date(MONDAY - 730 * DAY), new Date(MONDAY)];
  await world.db.owner(
    `insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, service_item_id,
       service_name, channel, opened_at, updated_at, last_seq)
     select $1, gen_random_uuid(), case when n % 50 = 0 then $2 else $3 end::uuid, n, 'INCIDENT', 'CLOSED', 'P3', 2, 2, 'bulk', $4,
       '{"ko":"a","en":"a"}', 'PORTAL', $5::timestamptz + n * ($6::timestamptz - $5) / 6000, $5::timestamptz + n * ($6::timestamptz - $5) / 6000, 1
     from generate_series(1, 6000) n`,
    [...ids, ...year],
  );
  await world.db.owner(
    `insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at, earliest_opened_at,
       moves, client_replies, pilot, out_of_contract, confidential, calendar_revision, last_seq, unfinished, last_event_at, zone, counted)
     select provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at, opened_at,
       '[]', '[]', false, true, false, '0', 1, false, opened_at + interval '1 hour', 'Asia/Seoul', '[]' from ticket`,
  );
  await world.db.owner(
    `insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms, started_at, due_at,
       met_at, verdict, verdict_at, service_item_id, calendar_revision, last_seq)
     select provider_id, tenant_id, ticket_id, 'FIRST_RESPONSE', 1, 'MET', priority, 't', 1, 1, opened_at, opened_at, opened_at, 'MET', opened_at,
       service_item_id, opened_at, 1 from ticket`,
  );
  await world.db.owner(
    `insert into kpi_period (provider_id, tenant_id, zone, period_key, to_at, edition, kept_at, figures)
     select $1, $2, 'Asia/Seoul', 'bulk-' || n, now(), 1, now(), '{}' from generate_series(1, 2000) n`,
    [world.providerId, world.beta],
  );
  await world.db.owner(
    `insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
     select $1, $2, 'Asia/Seoul', '2025-0' || (1 + n % 9), 'BULK' || n, '', $3, 'P3', 1 from generate_series(1, 2000) n`,
    [world.providerId, world.beta, world.services[0]],
  );
  await world.db.owner(
    `insert into kpi_touch (provider_id, tenant_id, since) select $1, $2, now() - n * interval '1 hour' from generate_series(1, 2000) n`,
    [world.providerId, world.beta],
  );
}

beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff();
  coordinator = await world.client(['COORDINATOR']);
  await fill();
  await world.db.owner('analyze ticket, ticket_fact, ticket_clock, kpi_period, kpi_touch, kpi_rollup');
}, 180_000);
afterAll(() => world.db.close());

/** The plans, as the application's role gets them under row-level security, of every statement that `ask` sends. */
async function plansOf<S extends PersonScope>(
  tx: Tx<S>,
  ask: (tx: Tx<S>) => Promise<unknown>,
): Promise<ReadonlyMap<string, string>> {
  const sent: { readonly name: string; readonly text: string; readonly values: readonly unknown[] }[] = [];
  await ask({
    ...tx,
    query: (asked, values = []) => {
      sent.push({ ...asked, values });
      return tx.query(asked, values);
    },
  });
  const plans = new Map<string, string>();
  for (const { name, text, values } of sent) {
    const explain = statement<{ 'QUERY PLAN': string }>(`plan-${newId()}`, `explain (costs off) ${text}`);
    const rows = await tx.query(explain, values);
    plans.set(name, rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  return plans;
}

// Clocks are joined to facts; in a table as small as this one reading them whole is the cheaper way to do it.
const WHOLE = /Seq Scan on (ticket_fact|ticket|kpi_period|kpi_touch|kpi_rollup)\b/;
const shown = (tx: Tx<PersonScope>) =>
  kpiPage(tx, { tenantId: world.acme, period: '2025-Q4', compareWithPrevious: true, trendLength: 8 });
const both = async () => [
  await world.asStaff(agent, (tx) => plansOf(tx, shown)),
  await world.asClient(coordinator, (tx) => plansOf(tx, shown)),
];

it('a page that is computed reads one client’s facts by their indexes, for staff and clients', async () => {
  for (const plans of await both()) {
    expect([...plans.keys()]).toContain('kpi-time-series');
    for (const [name, plan] of plans) expect([name, WHOLE.exec(plan)?.[0]]).toEqual([name, undefined]);
  }
});

it('a page that is kept reads a row a period and the oldest mark by their indexes, and no ticket', async () => {
  await world.asSystem((tx) => keepPeriods(tx, world.acme));
  for (const plans of await both()) {
    expect([...plans.keys()]).toEqual(['kpi-kept', 'contract-versions-of']);
    const plan = plans.get('kpi-kept') ?? '';
    expect(plan).toContain('using kpi_period_pkey');
    expect(plan).toContain('using kpi_touch_by_since');
    expect(plan).not.toMatch(WHOLE);
    expect(plan).not.toMatch(/ticket_fact|ticket_clock/);
  }
});

it('the list of periods looks at no ticket of a client that somebody keeps', async () => {
  const rows = await world.asClient(coordinator, async (tx) => {
    const explained = await plansOf(tx, (spied) => kpiPeriods(spied, world.acme, 'MONTH'));
    return explained.get('kpi-span') ?? '';
  });
  expect(rows).toContain('using kpi_touch_by_since');
  expect(rows).not.toMatch(/Seq Scan on (ticket|ticket_fact|kpi_touch)/);
});
