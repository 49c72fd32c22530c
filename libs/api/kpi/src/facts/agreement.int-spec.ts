import { TicketWorld } from '@daylight/api-tickets/testing';
import {
  computeKpis,
  figureOf,
  period,
  previousPeriods,
  rollup,
  type ClockKind,
  type KpiKey,
  type KpiReport,
} from '@daylight/domain';
import { cellsOff, rebuildFacts } from '../checks/rebuild-facts.js';
import { checkTenant } from '../checks/kpi-check.js';
import { pointValue } from '../queries/figure-view.js';
import { rollupSeries, type Series } from '../queries/rollup-series.js';
import { TIME_KEYS, timeSeries } from '../queries/time-series.js';
import { letLive } from '../testing/lives.js';
import { approvalsApart } from './asked-apart.js';
import { factsFromEvents } from './from-events.js';
import { loadFacts } from './load-facts.js';
import { relevantTickets } from './relevant-tickets.js';

// Half a year of tickets is much for a busy machine.
jest.setTimeout(60_000);

let world: TicketWorld;
let tickets: readonly string[];
const ZONE = 'Asia/Seoul';
/** March to August 2026, as months and as quarters. */
const MONTHS = [...previousPeriods(ZONE, '2026-09', 7)];
const QUARTERS = [period(ZONE, '2026-Q1'), period(ZONE, '2026-Q2'), period(ZONE, '2026-Q3')];
const EVER = { from: 0, to: Date.parse('2030-01-01T00:00:00Z') };

beforeAll(async () => {
  world = await TicketWorld.create();
  const agents = [await world.staff({ seesConfidential: true }), await world.staff({ seesConfidential: true })];
  const cast = { agents, requester: await world.client(['COORDINATOR']), approver: await world.client(['APPROVER']) };
  tickets = await letLive(world, cast, { seed: 7, count: 60, hours: 24 * 150 });
}, 120_000);
afterAll(() => world.db.close());

it('lives were of every sort: resolved, reopened, cancelled, merged, confidential, out of contract, missed', async () => {
  const { tickets: facts, clocks } = await world.asSystem((tx) => loadFacts(tx, world.acme, EVER));
  const kinds = new Set(facts.flatMap(({ moves }) => moves.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['CANCELLED', 'MERGED', 'OPENED', 'REOPENED', 'RESOLVED']);
  expect(facts.some((fact) => fact.confidential) && facts.some((fact) => fact.outOfContract)).toBe(true);
  expect(facts.some((fact) => fact.clientReplies.length > 0) && facts.some((fact) => fact.reassignedAt !== null)).toBe(
    true,
  );
  expect(new Set(clocks.map(({ verdict }) => verdict))).toEqual(new Set(['MET', 'MISSED', null]));
  const approvals = facts.flatMap((fact) => fact.approvals);
  expect(approvals.some(({ decidedAt }) => decidedAt !== null)).toBe(true);
  expect(approvals.some(({ lapsedAt }) => lapsedAt !== null)).toBe(true);
  const said = facts.flatMap(({ changeOutcomes }) => changeOutcomes.map(({ outcome }) => outcome));
  expect(said).toEqual(expect.arrayContaining(['AS_PLANNED', 'ROLLED_BACK']));
  expect(new Set(facts.flatMap(({ ratings }) => ratings.map(({ score }) => score))).size).toBeGreaterThan(2);
});

it('figures from kept facts are the figures recomputed from the events, in every month and quarter', async () => {
  await world.asSystem(async (tx) => {
    for (const each of [...MONTHS, ...QUARTERS]) {
      const ticketIds = await relevantTickets(tx, world.acme, each);
      const told = await factsFromEvents(tx, { tenantId: world.acme, ticketIds, asOf: tx.now });
      const approvals = await approvalsApart(tx, world.acme, each);
      const facts = {
        ...{ tickets: told.map(({ ticket }) => ticket), clocks: told.flatMap(({ clocks }) => clocks) },
        approvals,
      };
      const all = await factsFromEvents(tx, { tenantId: world.acme, ticketIds: tickets, asOf: tx.now });
      const whole = {
        ...{ tickets: all.map(({ ticket }) => ticket), clocks: all.flatMap(({ clocks }) => clocks) },
        approvals,
      };
      const kept = await loadFacts(tx, world.acme, each);
      expect(computeKpis(kept, each)).toEqual(computeKpis(facts, each));
      expect(computeKpis(whole, each)).toEqual(computeKpis(facts, each));
    }
  });
});

function comparePast(
  series: Series,
  reports: readonly KpiReport[],
  keys: readonly (readonly [KpiKey, ClockKind | null])[],
): void {
  for (const [key, clock] of keys) {
    const points = series.get(`${key}/${clock ?? ''}`) ?? [];
    const figures = reports.map((report) => figureOf(report, key, clock));
    expect([key, clock, points.map((point) => [pointValue(point, key), point.n])]).toEqual([
      key,
      clock,
      figures.map((figure) => [figure?.value ?? null, figure?.n]),
    ]);
  }
}

it.each([
  ['months', MONTHS],
  ['quarters', QUARTERS],
])('%s out of the rollup and of SQL are those that the domain computes', async (_unit, periods) => {
  await world.asSystem(async (tx) => {
    const reports = await Promise.all(
      periods.map(async (each) => computeKpis(await loadFacts(tx, world.acme, each), each)),
    );
    const wanted = { tenantId: world.acme, zone: ZONE, periods };
    const counts = await rollupSeries(tx, wanted);
    const attained = (['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESTORE', 'RESOLUTION'] as const).flatMap((clock) =>
      (['SLA_ATTAINMENT', 'CLOCKS_CANCELLED', 'CLOCKS_MERGED', 'CONTESTED'] as const).map(
        (key) => [key, clock] as const,
      ),
    );
    const flow = (
      ['OPENED', 'RESOLVED', 'REOPENED', 'CANCELLED', 'MERGED', 'BACKLOG_START', 'BACKLOG_END'] as const
    ).map((key) => [key, null] as const);
    comparePast(counts ?? new Map(), reports, [...attained, ...flow]);
    comparePast(
      await timeSeries(tx, wanted),
      reports,
      TIME_KEYS.map((key) => [key, null] as const),
    );
  });
});

it('the counts per month are the domain’s rollup of the facts, cell by cell', async () => {
  const facts = await world.asSystem((tx) =>
    factsFromEvents(tx, { tenantId: world.acme, ticketIds: tickets, asOf: tx.now }),
  );
  const { flow } = rollup(
    { tickets: facts.map(({ ticket }) => ticket), clocks: facts.flatMap(({ clocks }) => clocks) },
    ZONE,
  );
  const rows = await world.db.owner<{ cell: string; n: number }>(
    `select month || '/' || measure || '/' || service_item_id || '/' || priority as cell, n::integer from kpi_rollup where clock = '' and n <> 0`,
  );
  const told = flow.flatMap(({ month, serviceItemId, priority, ...counts }) =>
    Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([measure, n]) => [`${month}/${measure}/${serviceItemId}/${priority}`, n]),
  );
  expect(Object.fromEntries(rows.map(({ cell, n }) => [cell, n]))).toEqual(Object.fromEntries(told));
});

it('rebuilding from events finds nothing to put right, and the nightly check says so', async () => {
  await expect(world.asSystem((tx) => rebuildFacts(tx, world.acme))).resolves.toEqual([]);
  await expect(world.asSystem((tx) => checkTenant(tx, world.acme))).resolves.toEqual({ differing: 0, cells: 0 });
});

it('a fact that was altered behind Daylight’s back is found, named and put right', async () => {
  const [id] = tickets;
  await world.db.owner(`update ticket_fact set confidential = not confidential, counted = '[]' where ticket_id = $1`, [
    id,
  ]);
  expect(await world.asSystem((tx) => cellsOff(tx, world.acme))).toBeGreaterThan(0);
  const found = await world.asSystem((tx) => checkTenant(tx, world.acme));
  expect(found.differing).toBe(1);
  const [note] = await world.db.owner<{ differing: unknown }>(
    'select differing from kpi_check order by at desc, check_id desc limit 1',
  );
  expect(note?.differing).toEqual([{ ticketId: id, columns: ['confidential'] }]);
  await expect(world.asSystem((tx) => rebuildFacts(tx, world.acme))).resolves.toEqual([]);
});

it('tickets that an import brought take their counts with them when it is undone', async () => {
  const id = tickets[3];
  const before = await world.db.owner<{ n: number }>(
    `select sum(n)::integer as n from kpi_rollup where measure = 'OPENED'`,
  );
  await world.db.owner('delete from ticket_event where ticket_id = $1', [id]);
  await world.db.owner(
    'delete from ticket where ticket_id = $1 and merged_into is null and not exists (select 1 from ticket o where o.merged_into = $1)',
    [id],
  );
  const after = await world.db.owner<{ n: number }>(
    `select sum(n)::integer as n from kpi_rollup where measure = 'OPENED'`,
  );
  expect(after[0]?.n).toBe((before[0]?.n ?? 0) - 1);
});
