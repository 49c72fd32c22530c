import { newId } from '@daylight/api-platform';
import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { ID_BY_KEY } from './detail-statements.js';
import { portalConditions } from './portal-tickets.js';

let world: TicketWorld;
let agent: string;
let coordinator: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff();
  coordinator = await world.client(['COORDINATOR']);
  // 20,000 tickets of the provider, 3 % of them open.
  await world.db.owner(
    `insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, service_item_id,
       service_name, assignee_id, channel, opened_at, updated_at, next_due_at, last_seq)
     select $1, gen_random_uuid(), case when n % 10 = 0 then $2 else $3 end::uuid, 100000 + n, 'INCIDENT', case when n % 33 = 0 then 'OPEN' else 'CLOSED' end,
       'P3', 2, 2, 'bulk', $4, '{"ko":"a","en":"a"}', case when n % 66 = 0 then null else $5 end::uuid, 'PORTAL',
       now() - n * interval '1 minute', now(), now() + n * interval '1 minute', 1
     from generate_series(1, 20000) n`,
    [world.providerId, world.acme, world.beta, world.services[0], agent],
  );
  await world.db.owner('analyze ticket');
});
afterAll(() => world.db.close());

/** The plan as the application's role gets it, under row-level security. */
async function planOf(tx: Tx<PersonScope>, text: string, values: readonly unknown[]): Promise<string> {
  const rows = await tx.query(
    statement<{ 'QUERY PLAN': string }>(`plan-${newId()}`, `explain (costs off) ${text}`),
    values,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const page = (where: string, order: string) =>
  `select ticket_id from ticket where provider_id = $1 and ${where} order by ${order} limit 51`;

it.each([
  ['the whole open queue', 'is_open', 'due_order, ticket_id', 'ticket_open_by_due', []],
  ['the newest open tickets', 'is_open', 'opened_at desc, ticket_id desc', 'ticket_open_by_age', []],
  ['what nobody has taken', 'is_open and assignee_id is null', 'due_order, ticket_id', 'ticket_open_unassigned', []],
  ['what is overdue', 'is_open and due_order < $2', 'due_order, ticket_id', 'ticket_open_by_due', [new Date(MONDAY)]],
  ['everything by age', 'true', 'opened_at desc, ticket_id desc', 'ticket_by_age', []],
])('staff read %s by its index, without sorting', async (_sentence, where, order, index, more) => {
  const plan = await world.asStaff(agent, (tx) => planOf(tx, page(where, order), [tx.scope.providerId, ...more]));
  expect(plan).toContain(`using ${index}`);
  expect(plan).not.toContain('Sort');
});

it('one’s own queue is read by its index', async () => {
  const plan = await world.asStaff(agent, (tx) =>
    planOf(tx, page('is_open and assignee_id = $2', 'due_order, ticket_id'), [tx.scope.providerId, agent]),
  );
  expect(plan).toMatch(/using ticket_open_(of_assignee|by_due)/);
  expect(plan).not.toContain('Sort');
});

it('a client reads the company’s tickets by their index', async () => {
  const plan = await world.asClient(coordinator, (tx) =>
    planOf(tx, page('tenant_id = $2', 'opened_at desc, ticket_id desc'), [tx.scope.providerId, tx.scope.tenantId]),
  );
  expect(plan).toContain('using ticket_of_tenant_by_age');
  expect(plan).not.toContain('Sort');
});

it.each(['MINE', 'COMPANY'] as const)(
  'a requester’s view %s is found by person, not by walking the company’s list',
  async (view) => {
    const requester = await world.client();
    const plan = await world.asClient(requester, async (tx) => {
      const { text, values } = await portalConditions(tx, view, {});
      const order = 'order by opened_at desc, ticket_id desc limit 51';
      return planOf(tx, `select ticket_id from ticket where ${text} ${order}`, values);
    });
    expect(plan).toContain('ticket_of_requester');
    expect(plan).toMatch(/ticket_watcher_by_person|ticket_watcher_pkey|on ticket_watcher/);
    expect(plan).not.toContain('ticket_of_tenant_by_age');
  },
);

it('the id behind a key is found by its index, whoever reads it', async () => {
  const values = [world.providerId, 'ACME', 100_010];
  const plans = [
    await world.asStaff(agent, (tx) => planOf(tx, ID_BY_KEY.text, values)),
    await world.asClient(coordinator, (tx) => planOf(tx, ID_BY_KEY.text, values)),
  ];
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on ticket\b/);
});

it('words are found by their index, in the function that searches', async () => {
  await world.db.owner(
    `insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
     select provider_id, tenant_id, ticket_id, ticket_id, false, 'bulk ' || number, array['bu', 'ul', 'lk', 'n' || number % 997] from ticket`,
  );
  await world.db.owner('analyze ticket_search');
  const rows = await world.db.owner<{ 'QUERY PLAN': string }>(
    `explain (costs off) select ticket_id from ticket_search where provider_id = $1 and tenant_id = any ($2) and tokens @> array['n77']`,
    [world.providerId, [world.acme, world.beta]],
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('ticket_search_tokens');
});
