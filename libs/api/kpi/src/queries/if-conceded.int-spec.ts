import { newId, type PersonScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { changeTicket, opened, reply, TicketWorld } from '@daylight/api-tickets/testing';
import { foldTicket } from '@daylight/domain';
import { factsFromEvents } from '../facts/from-events.js';
import { kpiItems } from './kpi-items.js';
import { kpiPage } from './kpi-page.js';

let world: TicketWorld;
let agent: string;
let coordinator: string;
let contested: string;

beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff();
  coordinator = await world.client(['COORDINATOR']);
  world.clock(0);
  contested = await world.asClient(coordinator, (tx) => opened(tx, world));
  world.clock(1);
  await world.asStaff(agent, (tx) => reply(tx, contested, { question: true, thenWait: 'CLIENT_ANSWER' }));
  world.clock(24 * 10);
  await world.asStaff(agent, (tx) => reply(tx, contested, { thenResolve: 'FIXED' }));
  world.clock(24 * 11);
});
afterAll(() => world.db.close());

const page = (tx: Tx<PersonScope>) =>
  kpiPage(tx, { tenantId: world.acme, period: '2026-03', compareWithPrevious: false, trendLength: 1 });

function bothOf(shown: Awaited<ReturnType<typeof page>>) {
  const of = (key: string) => shown?.figures.find((each) => each.key === key && each.clock === 'RESOLUTION');
  return [of('SLA_ATTAINMENT')?.value, of('SLA_ATTAINMENT_IF_CONCEDED')?.value];
}

it('without an objection there is one figure, with one there are two, for both sides, until it is settled', async () => {
  const asClient = async () => bothOf(await world.asClient(coordinator, page));
  const asStaff = async () => bothOf(await world.asStaff(agent, page));
  expect(await asClient()).toEqual([10_000, undefined]);
  const [facts] = await world.asSystem((tx) =>
    factsFromEvents(tx, { tenantId: world.acme, ticketIds: [contested], asOf: tx.now }),
  );
  const waitingSeq = foldTicket(facts?.log ?? [])?.waits[0]?.seq ?? 0;
  const target = { ticketId: contested, expectedVersion: null };
  const objection = { kind: 'CONTEST_WAITING', waitingSeq, reasonTextId: newId() } as const;
  await world.asClient(coordinator, (tx) => changeTicket(tx, target, () => ({ commands: [objection] })));
  expect([await asClient(), await asStaff()]).toEqual([
    [10_000, 0],
    [10_000, 0],
  ]);
  const items = await world.asClient(coordinator, (tx) =>
    kpiItems(tx, {
      ...{ tenantId: world.acme, period: '2026-03', key: 'SLA_ATTAINMENT_IF_CONCEDED', clock: 'RESOLUTION', first: 10 },
    }),
  );
  expect(items?.edges.map(({ node }) => node.ticketId)).toEqual([contested]);
  const settled = { kind: 'SETTLE_CONTEST', waitingSeq } as const;
  await world.asStaff(agent, (tx) => changeTicket(tx, target, () => ({ commands: [settled] })));
  expect(await asStaff()).toEqual([0, undefined]);
});
