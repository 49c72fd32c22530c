import { newId } from '@daylight/api-platform';
import { statement, type Tx } from '@daylight/api-database';
import { opened } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';

let world: TicketWorld;
let client: string;
let agent: string;
let restricted: string;
let ticketOfBeta: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  client = await world.client(['COORDINATOR']);
  agent = await world.staff();
  restricted = await world.staff({ restrictedTo: [world.acme] });
  ticketOfBeta = await world.asStaff(agent, (tx) => opened(tx, world, { tenantId: world.beta }));
});
afterAll(() => world.db.close());

const job = () => ({ job_id: newId(), queue: 'outbox', payload: { topic: 'ticket.changed', ids: {} } });
const event = (ticketId: string) => ({
  ...{ ticket_id: ticketId, seq: 9, kind: 'CLOSED', v: 1, data: { cause: 'TIMER' }, internal: false, version: 9 },
  ...{ occurred_at: '2026-03-02T01:00:00Z', recorded_at: '2026-03-02T01:00:00Z', actor_side: 'PROVIDER' },
});

/** What the application's role could send if it were taken over: any tenant, any rows. */
const apply = (tx: Tx, tenantId: string | null, rows: { readonly events?: unknown; readonly jobs?: unknown }) =>
  tx.query(statement('apply-as-anybody', 'select ticket_apply($1, null, null, $2, null, null, null, $3, null)'), [
    tenantId,
    rows.events === undefined ? null : JSON.stringify([rows.events]),
    rows.jobs === undefined ? null : JSON.stringify([rows.jobs]),
  ]);
const facts = (tx: Tx, tenantId: string | null) =>
  tx.query(statement('facts-as-anybody', `select ticket_facts_sync($1, '[]', now())`), [tenantId]);

it('a client writes into no other client’s tickets, facts or queue', async () => {
  for (const tenantId of [world.beta, newId(), null]) {
    await expect(world.asClient(client, (tx) => apply(tx, tenantId, { jobs: job() }))).rejects.toMatchObject({
      code: '42501',
    });
    await expect(world.asClient(client, (tx) => facts(tx, tenantId))).rejects.toMatchObject({ code: '42501' });
  }
  await expect(world.asClient(client, (tx) => apply(tx, world.acme, { jobs: job() }))).resolves.toHaveLength(1);
});

it('restricted staff write for the clients assigned to them alone', async () => {
  await expect(world.asStaff(restricted, (tx) => apply(tx, world.beta, { jobs: job() }))).rejects.toMatchObject({
    code: '42501',
  });
  await expect(world.asStaff(restricted, (tx) => apply(tx, world.acme, { jobs: job() }))).resolves.toHaveLength(1);
});

it('an event of another client’s ticket can’t be smuggled in under one’s own name', async () => {
  await expect(
    world.asClient(client, (tx) => apply(tx, world.acme, { events: event(ticketOfBeta) })),
  ).rejects.toMatchObject({ code: '23503' });
});

it('whatever provider and client the rows name, they are written for the scope’s', async () => {
  const stray = { ...job(), provider_id: newId(), tenant_id: world.beta };
  await world.asClient(client, (tx) => apply(tx, world.acme, { jobs: stray }));
  const rows = await world.db.owner('select provider_id, tenant_id from job where job_id = $1', [stray.job_id]);
  expect(rows).toEqual([{ provider_id: world.providerId, tenant_id: world.acme }]);
});
