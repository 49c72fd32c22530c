import { statementLog } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { opened, reply } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';
import { portalTickets, usualView, type TicketView } from './portal-tickets.js';
import { queueFacets } from './queue-facets.js';
import { queue, type QueueView } from './queue.js';
import { ticketDetail } from './ticket-detail.js';
import { ticketSummary } from './ticket-summary.js';

let world: TicketWorld;
let requester: string;
let colleague: string;
let coordinator: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  [requester, colleague] = [await world.client(), await world.client()];
  coordinator = await world.client(['COORDINATOR']);
  agent = await world.staff();
  await world.asClient(requester, (tx) => opened(tx, world, { subject: '첫 번째' }));
  await world.asClient(colleague, (tx) => opened(tx, world, { subject: '두 번째', impact: 1, urgency: 1 }));
});
afterAll(() => world.db.close());

async function counted<T>(work: () => Promise<T>): Promise<readonly [T, readonly string[]]> {
  statementLog.names = [];
  const result = await work();
  const names = statementLog.names;
  statementLog.names = null;
  return [result, names];
}

const mine = (view: TicketView, person: string) =>
  world.asClient(person, (tx) => portalTickets(tx, { view, page: {}, counted: true }));
const staffQueue = (view: QueueView, page = {}) =>
  world.asStaff(agent, (tx) => queue(tx, { view, page, counted: false }));
const subjects = (list: { readonly edges: readonly { readonly node: { readonly subject: string } }[] }) =>
  list.edges.map(({ node }) => node.subject);

it('a requester sees the own tickets, a coordinator those of the whole company', async () => {
  expect(subjects(await mine('COMPANY', requester))).toEqual(['첫 번째']);
  expect(subjects(await mine('MINE', colleague))).toEqual(['두 번째']);
  const all = await mine('COMPANY', coordinator);
  expect(subjects(all)).toEqual(['두 번째', '첫 번째']);
  expect(all.totalCount).toBe(2);
});

it('who names no view begins where the role does', async () => {
  const begins = (person: string) => world.asClient(person, (tx) => Promise.resolve(usualView(tx)));
  expect([await begins(requester), await begins(coordinator)]).toEqual(['MINE', 'COMPANY']);
});

it('staff see what comes due first at the top', async () => {
  expect(subjects(await staffQueue('ALL_OPEN'))).toEqual(['두 번째', '첫 번째']);
});

it('a queue can be paged through without missing or repeating a ticket', async () => {
  const first = await staffQueue('ALL_OPEN', { first: 1 });
  const second = await staffQueue('ALL_OPEN', { first: 1, after: first.pageInfo.endCursor });
  expect([...subjects(first), ...subjects(second)]).toEqual(['두 번째', '첫 번째']);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
});

it('a cursor of another making is refused', async () => {
  await expect(staffQueue('ALL_OPEN', { after: 'bm9wZQ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

it('what is past its due instant is overdue without anything having run', async () => {
  expect(subjects(await staffQueue('OVERDUE'))).toEqual([]);
  world.clock(0.75);
  expect(subjects(await staffQueue('OVERDUE'))).toEqual(['두 번째']);
  const summary = await world.asClient(coordinator, (tx) => ticketSummary(tx));
  expect(summary).toEqual({
    open: 2,
    waitingForUs: 0,
    resolvedToConfirm: 0,
    overdue: 1,
    mineOpen: 0,
    confidentialHidden: 0,
  });
  world.clock(0);
});

it('a queue shows what one run of an import brought, and nothing for what is no run', async () => {
  const runId = newId();
  await world.db.owner(`update ticket set import_run_id = $1 where subject = '두 번째'`, [runId]);
  const of = (importRunId: string) =>
    world.asStaff(agent, (tx) => queue(tx, { view: 'ALL', filter: { importRunId }, page: {}, counted: true }));
  const brought = await of(runId);
  expect([subjects(brought), brought.totalCount]).toEqual([['두 번째'], 1]);
  for (const other of [newId(), 'no-id']) expect(subjects(await of(other))).toEqual([]);
  await world.db.owner('update ticket set import_run_id = null');
});

it('facets count what a filter would find', async () => {
  const facets = await world.asStaff(agent, (tx) => queueFacets(tx, { priorities: ['P1'] }));
  expect(facets.priorities).toEqual([
    { value: 'P1', label: 'P1', count: 1 },
    { value: 'P3', label: 'P3', count: 1 },
  ]);
  expect(facets.tenants).toEqual([{ value: world.acme, label: 'Tenant ACME', count: 1 }]);
  expect(facets.views.find(({ view }) => view === 'UNASSIGNED')?.count).toBe(1);
});

it('a confidential ticket is hidden from colleagues and staff without the right, yet counted', async () => {
  const id = await world.asClient(requester, (tx) => opened(tx, world, { subject: '비밀', confidential: true }));
  expect(subjects(await mine('COMPANY', coordinator))).not.toContain('비밀');
  expect(subjects(await staffQueue('ALL'))).not.toContain('비밀');
  await expect(world.asStaff(agent, (tx) => ticketDetail(tx, { id }))).resolves.toBeNull();
  expect((await world.asClient(coordinator, (tx) => ticketSummary(tx))).confidentialHidden).toBe(1);
  const trusted = await world.staff({ role: 'PROVIDER_ADMIN', seesConfidential: true });
  expect((await world.asStaff(trusted, (tx) => ticketDetail(tx, { id })))?.subject).toBe('비밀');
});

it.each([2, 20])('a list takes one statement, with %d tickets too', async (wanted) => {
  const [row] = await world.db.owner<{ total: number }>('select count(*)::int as total from ticket');
  for (let n = row?.total ?? 0; n < wanted; n += 1) await world.asClient(requester, (tx) => opened(tx, world));
  const [, names] = await counted(() => staffQueue('ALL_OPEN'));
  expect(names).toHaveLength(1);
  const [, portal] = await counted(() =>
    world.asClient(coordinator, (tx) => portalTickets(tx, { view: 'COMPANY', page: {}, counted: false })),
  );
  expect(portal).toHaveLength(1);
});

it.each([2, 20])('the detail takes one statement, with %d messages too', async (messages) => {
  const id = await world.asClient(requester, (tx) => opened(tx, world));
  for (let n = 0; n < messages; n += 1) await world.asStaff(agent, (tx) => reply(tx, id, { body: `답변 ${n}` }));
  const [detail, names] = await counted(() => world.asClient(requester, (tx) => ticketDetail(tx, { id })));
  expect(detail?.messages).toHaveLength(messages);
  expect(names).toEqual(['ticket-page']);
});

it('the detail tells what happens next, in the language of the reader', async () => {
  const id = await world.asClient(requester, (tx) => opened(tx, world));
  const detail = await world.asClient(requester, (tx) => ticketDetail(tx, { id }));
  expect(detail?.nextStep).toMatchObject({
    kind: 'FIRST_RESPONSE_DUE',
    sentence: '최초 응답 기한: 2026년 3월 2일(월) 11:30(Asia/Seoul)',
  });
  expect(detail?.timeline[0]?.sentence).toBe('접수되었습니다(포털, 장애, P3).');
  expect(detail?.clocks.map(({ kind, state }) => [kind, state])).toEqual([
    ['FIRST_RESPONSE', 'RUNNING'],
    ['RESTORE', 'RUNNING'],
    ['RESOLUTION', 'RUNNING'],
  ]);
  expect(detail?.actions).toEqual(['replyToTicket', 'cancelTicket', 'setTicketConfidential', 'watchTicket']);
});

it('client and staff read the same account of a clock', async () => {
  const id = await world.asClient(requester, (tx) => opened(tx, world));
  const client = await world.asClient(requester, (tx) => ticketDetail(tx, { id }));
  const staff = await world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
  expect(client?.clocks).toEqual(staff?.clocks);
});

it('a ticket is found by its key as people write it', async () => {
  const id = await world.asClient(requester, (tx) => opened(tx, world));
  const detail = await world.asClient(requester, (tx) => ticketDetail(tx, { id }));
  const again = await world.asClient(requester, (tx) => ticketDetail(tx, { key: (detail?.key ?? '').toLowerCase() }));
  expect(again?.id).toBe(id);
  await expect(world.asClient(requester, (tx) => ticketDetail(tx, { key: 'BETA-1' }))).resolves.toBeNull();
  await expect(world.asClient(requester, (tx) => ticketDetail(tx, { id: 'no-id' }))).resolves.toBeNull();
});
