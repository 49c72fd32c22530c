import { statementLog, type Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import { changeTicket, opened, TicketWorld } from '@daylight/api-tickets/testing';
import { kpiApprovals } from './kpi-approvals.js';
import { kpiItems } from './kpi-items.js';
import { kpiPage } from './kpi-page.js';

let world: TicketWorld;
let agent: string;
let coordinator: string;
let requester: string;

const NEVER = Date.parse('2027-01-01T00:00:00Z');

/** A date that the provider proposes at an hour; the client agrees some hours later, or never. */
async function proposed(hour: number, answeredAfter: number | null, confidential = false): Promise<string> {
  world.clock(hour);
  const ticketId = await world.asClient(requester, (tx) => opened(tx, world, { type: 'CHANGE', confidential }));
  const [target, proposalId] = [{ ticketId, expectedVersion: null }, newId()];
  const offer = { kind: 'DATE', dueAt: NEVER } as const;
  const ask = { kind: 'PROPOSE', proposalId, offer, reasonTextId: null } as const;
  await world.asStaff(agent, (tx) => changeTicket(tx, target, () => ({ commands: [ask] })));
  if (answeredAfter === null) return ticketId;
  world.clock(hour + answeredAfter);
  const answer = { kind: 'ANSWER_PROPOSAL', proposalId, agree: true } as const;
  await world.asClient(requester, (tx) => changeTicket(tx, target, () => ({ commands: [answer] })));
  return ticketId;
}

beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff({ seesConfidential: true });
  coordinator = await world.client(['COORDINATOR']);
  requester = await world.client();
  await proposed(0, 2);
  await proposed(10, 5, true);
  await proposed(20, null);
  const { db, providerId, acme } = world;
  // A version that the provider proposed on the 4th of March, and that the client agreed to a day later.
  const person = await world.client(['APPROVER']);
  await db.owner(
    `with version as (
       insert into contract_version (provider_id, tenant_id, contract_id, version_id, ordinal, state, effective_from, terms, terms_digest,
         zone, renewal, proposed_at, created_at)
       select v.provider_id, v.tenant_id, v.contract_id, $3, v.ordinal + 1, 'PROPOSED', '2027-01-01', v.terms, v.terms_digest, v.zone,
         v.renewal, '2026-03-04T00:00:00Z', '2026-03-04T00:00:00Z'
       from contract_version v where v.provider_id = $1 and v.tenant_id = $2 order by v.ordinal limit 1 returning version_id)
     insert into contract_consent (provider_id, tenant_id, consent_id, version_id, party, person_id, at, digest)
     select $1, $2, c.consent_id, v.version_id, c.party, c.person_id, c.at, repeat('0', 64)
     from version v cross join (values ($4::uuid, 'PROVIDER', $5::uuid, '2026-03-04T00:00:00Z'::timestamptz),
       ($6::uuid, 'CLIENT', $7::uuid, '2026-03-05T00:00:00Z'::timestamptz)) as c (consent_id, party, person_id, at)`,
    [providerId, acme, newId(), newId(), agent, newId(), person],
  );
  world.clock(24 * 60);
});
afterAll(() => world.db.close());

const ask =
  (key: string, more: object = {}) =>
  (tx: Tx<PersonScope>) =>
    kpiApprovals(tx, { tenantId: world.acme, period: '2026-03', key, first: 20, ...more });

it('what a party was asked opens from its figure: tickets and versions of the contract, a confidential one counted', async () => {
  const shown = await world.asClient(coordinator, ask('CLIENT_APPROVAL_TIME_P50'));
  expect([shown?.totalCount, shown?.confidentialHidden]).toEqual([2, 1]);
  expect(shown?.edges.map(({ node }) => [node.subject, node.seconds, node.ticketId === null])).toEqual([
    ['CONTRACT_VERSION', 86_400, true],
    ['DATE', 7_200, false],
  ]);
  const all = await world.asStaff(agent, ask('CLIENT_APPROVAL_TIME_P50'));
  expect([all?.totalCount, all?.confidentialHidden]).toEqual([3, 0]);
  const open = await world.asClient(coordinator, ask('CLIENT_APPROVALS_OPEN'));
  expect(open?.edges.map(({ node }) => [node.decidedAt, node.subjectName])).toEqual([[null, '완료 희망일']]);
  // The provider proposed it: it wasn't asked itself.
  expect((await world.asClient(coordinator, ask('PROVIDER_APPROVAL_TIME_P50')))?.totalCount).toBe(0);
});

it('the figure is what stands behind it, for both sides', async () => {
  const figures = (tx: Tx<PersonScope>) =>
    kpiPage(tx, { tenantId: world.acme, period: '2026-03', compareWithPrevious: false, trendLength: 1 });
  for (const page of [await world.asClient(coordinator, figures), await world.asStaff(agent, figures)]) {
    const median = page?.figures.find(({ key }) => key === 'CLIENT_APPROVAL_TIME_P50');
    expect(median).toMatchObject({ value: 18_000, n: 3, confidential: 1, group: 'CLIENT', hasItems: true });
    expect(page?.figures.find(({ key }) => key === 'CLIENT_APPROVALS_OPEN')?.value).toBe(1);
  }
});

it('pages go on where they ended', async () => {
  const first = await world.asStaff(agent, ask('CLIENT_APPROVAL_TIME_P90', { first: 2 }));
  const next = await world.asStaff(
    agent,
    ask('CLIENT_APPROVAL_TIME_P90', { first: 2, after: first?.pageInfo.endCursor }),
  );
  expect([first?.pageInfo.hasNextPage, next?.pageInfo.hasNextPage]).toEqual([true, false]);
  const ids = [...(first?.edges ?? []), ...(next?.edges ?? [])].map(({ node }) => node.id);
  expect(new Set(ids).size).toBe(3);
});

it('approvals are no tickets, tickets no approvals, and nothing is another client’s', async () => {
  const items = (key: string) => (tx: Tx<PersonScope>) =>
    kpiItems(tx, { tenantId: world.acme, period: '2026-03', key, first: 5 });
  await expect(world.asClient(coordinator, items('CLIENT_APPROVALS_OPEN'))).resolves.toBeNull();
  await expect(world.asClient(coordinator, ask('OPENED'))).resolves.toBeNull();
  const stranger = await world.client(['COORDINATOR'], world.beta);
  await expect(world.asClient(stranger, ask('CLIENT_APPROVALS_OPEN'))).resolves.toBeNull();
  const rows = await world.asClient(stranger, (tx) =>
    tx.query({ name: 'probe', text: `select * from kpi_approvals($1, '-infinity', 'infinity')` }, [world.acme]),
  );
  expect(rows).toEqual([]);
});

it('as many statements for 20 requests as for 3', async () => {
  const counted = () =>
    world.asStaff(agent, async (tx) => {
      statementLog.names = [];
      await ask('CLIENT_APPROVAL_TIME_P50')(tx);
      const { names } = statementLog;
      statementLog.names = null;
      return names;
    });
  const before = await counted();
  for (let n = 0; n < 17; n += 1) await proposed(100 + n * 3, 1);
  world.clock(24 * 60);
  expect(await counted()).toEqual(before);
}, 30_000);
