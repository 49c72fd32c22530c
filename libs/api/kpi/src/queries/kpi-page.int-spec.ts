import { statementLog, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { opened, reply, TicketWorld } from '@daylight/api-tickets/testing';
import { keepPeriods } from '../keep/keep-periods.js';
import { exportKpis } from './export-kpis.js';
import { kpiItems } from './kpi-items.js';
import { kpiPage } from './kpi-page.js';
import { kpiPeriods } from './kpi-periods.js';

let world: TicketWorld;
let agent: string;
let coordinator: string;
let requester: string;

async function oneTicket(hour: number, more: Parameters<typeof opened>[2] = {}): Promise<void> {
  world.clock(hour);
  const id = await world.asClient(requester, (tx) => opened(tx, world, more));
  world.clock(hour + (hour % 2 === 0 ? 0.25 : 10));
  await world.asStaff(agent, (tx) => reply(tx, id, { thenResolve: 'FIXED' }));
}

beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff({ seesConfidential: true });
  coordinator = await world.client(['COORDINATOR']);
  requester = await world.client();
  await oneTicket(0);
  await oneTicket(13);
  await oneTicket(26, { confidential: true });
  world.clock(24 * 60);
});
afterAll(() => world.db.close());

const page = (tx: Tx<PersonScope>, period: string, tenantId = world.acme) =>
  kpiPage(tx, { tenantId, period, compareWithPrevious: true, trendLength: 4 });
const attained = { key: 'SLA_ATTAINMENT', clock: 'FIRST_RESPONSE' } as const;

it('a client reads its figures with definition, n, confidential count and trend', async () => {
  const shown = await world.asClient(coordinator, (tx) => page(tx, '2026-03'));
  const figure = shown?.figures.find(({ key, clock }) => key === attained.key && clock === attained.clock);
  expect(figure).toMatchObject({
    value: 6_666,
    display: '66.66%',
    numerator: 2,
    denominator: 3,
    n: 3,
    confidential: 1,
    hasItems: true,
    previousValue: null,
  });
  expect(figure?.trend.map(({ periodKey, value }) => [periodKey, value])).toEqual([
    ['2025-12', null],
    ['2026-01', null],
    ['2026-02', null],
    ['2026-03', 6_666],
  ]);
  expect(shown?.flow).toMatchObject({ backlogStart: 0, opened: 3, resolved: 3, backlogEnd: 0, balanced: true });
  expect([shown?.period.label, shown?.period.over, shown?.previous?.key]).toEqual(['2026년 3월', true, '2026-02']);
});

it('a month without tickets has no data, and its predecessor’s value beside it', async () => {
  const shown = await world.asClient(coordinator, (tx) => page(tx, '2026-04'));
  const figure = shown?.figures.find(({ key, clock }) => key === attained.key && clock === attained.clock);
  expect(figure).toMatchObject({
    value: null,
    display: '데이터 없음',
    previousValue: 6_666,
    previousDisplay: '66.66%',
  });
});

it('any figure opens its tickets; confidential ones are counted for who may not see them', async () => {
  const args = { tenantId: world.acme, period: '2026-Q1', ...attained };
  const first = await world.asClient(coordinator, (tx) => kpiItems(tx, { ...args, first: 1 }));
  expect([first?.totalCount, first?.confidentialHidden, first?.edges[0]?.node]).toMatchObject([
    2,
    1,
    { key: 'ACME-2', verdict: 'MISSED', seconds: 36_000 },
  ]);
  const rest = await world.asClient(coordinator, (tx) =>
    kpiItems(tx, { ...args, first: 5, after: first?.pageInfo.endCursor ?? null }),
  );
  expect(rest?.edges.map(({ node }) => [node.key, node.verdict])).toEqual([['ACME-1', 'MET']]);
  const all = await world.asStaff(agent, (tx) => kpiItems(tx, { ...args, first: 5 }));
  expect([all?.totalCount, all?.confidentialHidden]).toEqual([3, 0]);
});

it('a figure without a clock is not asked for with one, nor the other way round', async () => {
  const args = { tenantId: world.acme, period: '2026-Q1', first: 5 };
  await world.asClient(coordinator, async (tx) => {
    await expect(kpiItems(tx, { ...args, key: 'SLA_ATTAINMENT' })).resolves.toBeNull();
    await expect(kpiItems(tx, { ...args, key: 'OPENED', clock: 'RESTORE' })).resolves.toBeNull();
    await expect(kpiItems(tx, { ...args, key: 'MTTR' })).resolves.toBeNull();
    expect((await kpiItems(tx, { ...args, key: 'OPENED' }))?.totalCount).toBe(2);
  });
});

it('periods go from the first ticket to today', async () => {
  const periods = await world.asClient(coordinator, (tx) => kpiPeriods(tx, world.acme, 'MONTH'));
  expect(periods.map(({ key, over }) => [key, over])).toEqual([
    ['2026-05', false],
    ['2026-04', true],
    ['2026-03', true],
  ]);
});

it('an export holds every figure in full', async () => {
  const file = await world.asClient(coordinator, (tx) => exportKpis(tx, { tenantId: world.acme, period: '2026-Q1' }));
  expect(file?.fileName).toBe('ACME-2026-Q1-kpi.csv');
  expect(file?.text.startsWith('\ufeff')).toBe(true);
  expect(file?.text).toContain('SLA_ATTAINMENT/FIRST_RESPONSE,SLA 준수율 · 최초 응답,66.66%,6666,BASIS_POINTS,2,3,3,1');
});

it('another client’s figures are nobody’s: not by id, not by items, not by periods', async () => {
  const stranger = await world.client(['COORDINATOR'], world.beta);
  const restricted = await world.staff({ restrictedTo: [world.beta] });
  const items = (tx: Tx<PersonScope>) =>
    kpiItems(tx, { tenantId: world.acme, period: '2026-03', ...attained, first: 5 });
  await expect(world.asClient(stranger, (tx) => page(tx, '2026-03'))).resolves.toBeNull();
  await expect(world.asStaff(restricted, (tx) => page(tx, '2026-03'))).resolves.toBeNull();
  await expect(world.asClient(stranger, items)).resolves.toBeNull();
  await expect(world.asStaff(restricted, items)).resolves.toBeNull();
  await expect(world.asClient(stranger, (tx) => kpiPeriods(tx, world.acme, 'MONTH'))).resolves.toEqual([]);
  const mine = await world.asClient(stranger, (tx) => page(tx, '2026-03', world.beta));
  expect(mine?.figures.find(({ key }) => key === 'OPENED')?.value).toBe(0);
});

it('page and items take as many statements for 20 tickets as for 3', async () => {
  const counted = (work: (tx: Tx<PersonScope>) => Promise<unknown>) =>
    world.asClient(coordinator, async (tx) => {
      statementLog.names = [];
      await work(tx);
      const { names } = statementLog;
      statementLog.names = null;
      return names ?? [];
    });
  const ask = (tx: Tx<PersonScope>) => page(tx, '2026-Q1');
  const items = (tx: Tx<PersonScope>) =>
    kpiItems(tx, { tenantId: world.acme, period: '2026-Q1', ...attained, first: 20 });
  const before = [await counted(ask), await counted(items)];
  for (let n = 0; n < 17; n += 1) await oneTicket(200 + n * 3);
  world.clock(24 * 60);
  expect([await counted(ask), await counted(items)]).toEqual(before);
  expect(before[0]).toHaveLength(7);
  await world.asSystem((tx) => keepPeriods(tx, world.acme));
  expect(await counted(ask)).toEqual(['kpi-kept', 'contract-versions-of']);
}, 30_000);
