import type { Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import { bindAt, handleTicketTimer, writeTicketHistories } from '@daylight/api-tickets';
import { changeTicket, opened, reply, TicketWorld } from '@daylight/api-tickets/testing';
import {
  computeKpis,
  HOUR,
  period,
  PERIOD_UNITS,
  periodsBetween,
  summaryOf,
  unpackSummary,
  type Period,
  type TicketCommand,
  type TicketEvent,
} from '@daylight/domain';
import { loadFacts } from '../facts/load-facts.js';
import { kpiPage } from '../queries/kpi-page.js';
import { letLive } from '../testing/lives.js';
import { keepPeriods } from './keep-periods.js';
import { keptPeriods } from './kept-periods.js';

// Half a year of tickets is much for a busy machine.
jest.setTimeout(60_000);

let world: TicketWorld;
let agent: string;
let coordinator: string;
let lateAugust: { readonly resolved: string; readonly overdue: string; readonly open: string };
const ZONE = 'Asia/Seoul';
/** Five months of lives after Monday 2 March; hours to 28 August, 10:00, and to 2 September. */
const HOURS = 24 * 150;
const LATE_AUGUST = 24 * 179;
const AUTUMN = 24 * 184;
const START = period(ZONE, '2025-11').from;

beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff({ seesConfidential: true });
  coordinator = await world.client(['COORDINATOR']);
  const cast = {
    agents: [agent, await world.staff()],
    requester: coordinator,
    approver: await world.client(['APPROVER']),
  };
  await letLive(world, cast, { seed: 11, count: 50, hours: HOURS });
  world.clock(LATE_AUGUST - 24 * 3);
  const overdue = await world.asClient(coordinator, (tx) => opened(tx, world));
  world.clock(LATE_AUGUST);
  const [resolved, open] = [
    await world.asClient(coordinator, (tx) => opened(tx, world)),
    await world.asClient(coordinator, (tx) => opened(tx, world)),
  ];
  await world.asStaff(agent, (tx) => reply(tx, resolved, { thenResolve: 'FIXED' }));
  lateAugust = { resolved, overdue, open };
}, 120_000);
afterAll(() => world.db.close());

function over(tx: Tx): readonly Period[] {
  return PERIOD_UNITS.flatMap((unit) => periodsBetween(ZONE, unit, START, tx.now)).filter(({ to }) => to <= tx.now);
}

/** What is kept of every period that is over, each compared with the facts; returns the keys of those that hold. */
async function keptAndRight(): Promise<readonly string[]> {
  return world.asSystem(async (tx) => {
    const periods = over(tx);
    const [first, ...rest] = periods.map(({ key }) => key);
    const kept = first === undefined ? null : await keptPeriods(tx, world.acme, [first, ...rest]);
    const held: string[] = [];
    for (const each of periods) {
      const packed = kept?.of(each) ?? null;
      if (packed === null) continue;
      const summary = unpackSummary(packed);
      expect([each.key, summary]).toEqual([
        each.key,
        summaryOf(computeKpis(await loadFacts(tx, world.acme, each), each)),
      ]);
      held.push(each.key);
    }
    return held;
  });
}

const keepAll = () => world.asSystem((tx) => keepPeriods(tx, world.acme));
const page = (tx: Tx<PersonScope>, key: string) =>
  kpiPage(tx, { tenantId: world.acme, period: key, compareWithPrevious: true, trendLength: 8 });
const pages = () =>
  world.asClient(coordinator, async (tx) => {
    const shown = [];
    for (const key of ['2026-08', '2026-Q2', '2026-Q3', '2026-03', '2025', '2026', '2026-09'])
      shown.push(await page(tx, key));
    return shown;
  });
const change = (ticketId: string, command: TicketCommand) =>
  world.asStaff(agent, (tx) => changeTicket(tx, { ticketId, expectedVersion: null }, () => ({ commands: [command] })));
const keys = () => world.asSystem(async (tx) => over(tx).map(({ key }) => key));

/** What still holds after a change, that it is right, that pages are, and that keeping again makes all of it hold. */
async function doubtedBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  await keepAll();
  const before = await keptAndRight();
  await work();
  const still = await keptAndRight();
  const live = await pages();
  await keepAll();
  expect([await keptAndRight(), await pages()]).toEqual([await keys(), live]);
  return before.filter((key) => !still.includes(key));
}

it('a month that ended within the last hours is nobody’s to keep yet', async () => {
  world.clock(AUTUMN - 31);
  await keepAll();
  expect(await keptAndRight()).toEqual((await keys()).filter((key) => key !== '2026-08'));
  world.clock(AUTUMN);
  expect(await keptAndRight()).not.toContain('2026-08');
});

it('nothing is kept until somebody keeps it, and pages are the same before and after', async () => {
  await world.db.owner('delete from kpi_period');
  const before = await pages();
  const { kept, left } = await keepAll();
  expect([kept, left]).toEqual([8, 0]);
  expect(await pages()).toEqual(before);
  expect(await keptAndRight()).toEqual(await keys());
});

it('a ticket reopened after the period it was resolved in puts that period right, and none before it', async () => {
  const resolved = (report: Awaited<ReturnType<typeof pages>>[number]) =>
    report?.figures.find(({ key }) => key === 'RESOLVE_TIME_P50')?.n ?? 0;
  const before = (await pages())[0] ?? null;
  expect(await doubtedBy(() => change(lateAugust.resolved, { kind: 'REOPEN' }))).toEqual(['2026-08']);
  expect(resolved((await pages())[0] ?? null)).toBe(resolved(before) - 1);
});

/** A ticket of April as an import brings it: opened and resolved. */
const importOne = () =>
  world.asStaff(agent, async (tx) => {
    const at = period(ZONE, '2026-04').from + 30 * HOUR;
    const actor = { side: 'PROVIDER', userId: agent } as const;
    const bound = await bindAt(tx, { tenantId: world.acme, serviceItemId: world.services[0], at });
    if (bound === null) throw new Error('no service');
    const { binding, serviceName, terms, calendarOf } = bound;
    const grades = { type: 'INCIDENT', impact: 2, urgency: 2, priority: 'P3', channel: 'IMPORT' } as const;
    const log: readonly TicketEvent[] = [
      { kind: 'OPENED', v: 1, seq: 1, at, actor, ...grades, confidential: false, requesterId: null, binding },
      { kind: 'RESOLVED', v: 1, seq: 2, at: at + 5 * HOUR, actor, code: 'FIXED' },
    ];
    const words = { subject: '이관된 건', description: '', serviceName, messages: [], log };
    const rest = { number: null, followsUpId: null, externalKey: null, importRunId: null, terms, calendarOf };
    const [id] = await writeTicketHistories(tx, [{ ticketId: newId(), tenantId: world.acme, ...words, ...rest }]);
    return id ?? '';
  });

it('an old ticket that is imported is in its month and quarter, and leaves them when the import is undone', async () => {
  const since = ['2026-Q2', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'];
  let ticketId = '';
  expect(await doubtedBy(async () => (ticketId = await importOne()))).toEqual(since);
  const taken = ['ticket_event', 'ticket'].map((table) => `delete from ${table} where ticket_id = '${ticketId}'`);
  expect(await doubtedBy(() => world.db.owner(taken.join(';')))).toEqual(since);
});

it('a holiday declared late moves the clock that ran past its due instant, and what was kept of it', async () => {
  const declared = async () => {
    await world.db.owner(
      `insert into holiday_revision (provider_id, region, date, name_ko, name_en, known_at, source)
       values ($1, 'KR', '2026-08-25', '임시공휴일', 'Temporary holiday', '2026-08-24T00:00:00Z', 'gazette')`,
      [world.providerId],
    );
    await world.asSystem((tx) => handleTicketTimer(tx, { ticketId: lateAugust.overdue }));
  };
  expect(await doubtedBy(declared)).toEqual(['2026-08']);
});

it('a change that commits while periods are being kept leaves its mark standing', async () => {
  const ticketId = lateAugust.open;
  await keepAll();
  await world.asStaff(agent, async (tx) => {
    await changeTicket(tx, { ticketId, expectedVersion: null }, () => ({ commands: [{ kind: 'CANCEL' }] }));
    // Sees nothing of the change, which has not been committed yet.
    await keepAll();
  });
  expect(await keptAndRight()).not.toContain('2026-08');
  await keepAll();
  expect(await keptAndRight()).toContain('2026-08');
});

it('another zone’s months and another edition’s figures are not taken for these', async () => {
  await world.db.owner('update kpi_period set edition = edition - 1');
  expect((await keptAndRight()).filter((key) => key >= '2026-03')).toEqual([]);
  await keepAll();
  expect(await keptAndRight()).toEqual(await keys());
  await world.db.owner(`update kpi_period set zone = 'Europe/Berlin'; update kpi_keeping set zone = 'Europe/Berlin'`);
  expect(await keptAndRight()).toEqual([]);
  await keepAll();
  expect(await keptAndRight()).toEqual(await keys());
});
