import { newId } from '@daylight/api-platform';
import { statement, statementLog } from '@daylight/api-database';
import { addContract, termsFor } from '@daylight/api-testing';
import type { CalendarDocument, CreditSchedule, Terms } from '@daylight/domain';
import { MONDAY, opened, reply, TicketWorld } from '../testing/index.js';
import { riskBoard } from './risk-board.js';
import { NEAR } from './risk-rows.js';

let world: TicketWorld;
let agent: string;
let requester: string;
let team: string;

const office: CalendarDocument = {
  ...{ id: 'always', name: { ko: '평일', en: 'Weekdays' }, zone: 'Asia/Seoul', kind: 'WEEKLY', holidayPolicy: 'NONE' },
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
  ...{ exceptions: [], breaks: [], holidayRegion: null, fixedHolidays: [] },
};
/** Under 95 % of first responses a tenth of the fee. */
const ladder: CreditSchedule = {
  ...{ id: 'response', name: { ko: '응답', en: 'Response' }, cap: null, rounding: 'TRUNCATE', termination: null },
  basis: { kind: 'ATTAINMENT', clock: 'FIRST_RESPONSE', priority: null },
  tiers: [{ fromPpm: 0, belowPpm: 950_000, creditPpm: 100_000 }],
  treatment: { kind: 'COMPENSATION' },
};

beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff();
  const [service] = [world.services[2]];
  const terms: Terms = { ...termsFor([service]), calendars: [office], credits: [ladder], monthlyFeeMinor: 5_000_000 };
  await addContract(world.db, { providerId: world.providerId, tenantId: world.acme, services: [service], terms });
  requester = await world.client();
  team = newId();
  await world.db.owner(`insert into team (provider_id, team_id, name) values ($1, $2, '인프라')`, [
    world.providerId,
    team,
  ]);
});
afterAll(() => world.db.close());
afterEach(async () => {
  await world.db.owner('delete from ticket where number < 100000');
  world.clock(0);
});

const open = (more: Parameters<typeof opened>[2] = {}) => world.asClient(requester, (tx) => opened(tx, world, more));
const board = (hours = 8, person = agent) => world.asStaff(person, (tx) => riskBoard(tx, hours));

it('shows what comes due within so many working hours, the soonest first, with its team', async () => {
  const later = await open({ impact: 3, urgency: 3 });
  const soon = await open({ impact: 1, urgency: 1 });
  await world.db.owner('update ticket set team_id = $2 where ticket_id = $1', [soon, team]);
  const { dots, truncated } = await board();
  expect(dots.map(({ ticket, leftSeconds, over }) => [ticket.id, leftSeconds, over, ticket.team?.name])).toEqual([
    [soon, 30 * 60, false, '인프라'],
    [later, 150 * 60, false, undefined],
  ]);
  expect(truncated).toBe(false);
});

it('counts working time, not hours on the wall: Friday evening and Monday morning are an hour apart', async () => {
  // Friday 17:30 in Seoul; the response is due within 150 working minutes: Monday 11:00.
  world.clock(4 * 24 + 7.5);
  const ticket = await open({ serviceItemId: world.services[2], impact: 3, urgency: 3 });
  expect((await board(4)).dots).toMatchObject([{ ticket: { id: ticket }, leftSeconds: 150 * 60 }]);
  // Sunday noon: nobody has worked but the half hour before the weekend.
  world.clock(6 * 24 + 2);
  expect((await board(4)).dots).toMatchObject([{ leftSeconds: 120 * 60, over: false }]);
});

it('what is over is on the board whatever the horizon, by how much, and before all else', async () => {
  await open({ impact: 1, urgency: 1 });
  world.clock(2);
  const ahead = await open({ impact: 1, urgency: 1 });
  const { dots } = await board(4);
  expect(dots.map(({ leftSeconds, over }) => [leftSeconds, over])).toEqual([
    [-90 * 60, true],
    [30 * 60, false],
  ]);
  expect(dots[1]?.ticket.id).toBe(ahead);
});

it('a ticket that was answered, waits or is beyond the horizon is no risk now', async () => {
  const answered = await open({ impact: 3, urgency: 3 });
  await world.asStaff(agent, (tx) => reply(tx, answered));
  // Restored within 20 hours, resolved within 40.
  expect((await board(8)).dots).toEqual([]);
  expect((await board(24)).dots).toMatchObject([{ ticket: { id: answered }, leftSeconds: 20 * 3_600 }]);
});

it('says what a miss would cost by the ladder of the terms, and nothing where none pays', async () => {
  await open({ serviceItemId: world.services[2], impact: 1, urgency: 1 });
  await open({ impact: 1, urgency: 1 });
  const { dots } = await board();
  expect(dots.map(({ ticket, atStake }) => [ticket.service.id, atStake])).toEqual(
    expect.arrayContaining([
      [world.services[2], { amountMinor: 500_000, currency: 'KRW' }],
      [world.services[0], null],
    ]),
  );
});

it('with the month’s verdicts among it: what is lost already can’t be lost again', async () => {
  const lost = await open({ serviceItemId: world.services[2], impact: 1, urgency: 1 });
  await world.db.owner(
    `update ticket_clock set verdict = 'MISSED', verdict_at = $2, state = 'BREACHED', breached_at = $2 where ticket_id = $1 and kind = 'FIRST_RESPONSE'`,
    [lost, new Date(MONDAY + 1)],
  );
  const ahead = await open({ serviceItemId: world.services[2], impact: 1, urgency: 1 });
  world.clock(0.1);
  const { dots } = await board();
  const stakeOf = (id: string) => dots.find(({ ticket }) => ticket.id === id)?.atStake?.amountMinor;
  expect([stakeOf(lost), stakeOf(ahead)]).toEqual([500_000, 0]);
});

it('staff of other clients and those who may not see a confidential ticket have no dot for it', async () => {
  await open({ confidential: true, impact: 1, urgency: 1 });
  expect((await board()).dots).toEqual([]);
  await open({ impact: 1, urgency: 1 });
  const restricted = await world.staff({ restrictedTo: [world.beta] });
  expect((await board(8, restricted)).dots).toEqual([]);
  expect((await board()).dots).toHaveLength(1);
});

it('other horizons are refused', async () => {
  await expect(board(5)).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

it('takes the same statements for 2 tickets and for 20', async () => {
  const names = [];
  for (const many of [2, 20]) {
    for (let n = 0; n < many; n += 1) await open({ impact: 1, urgency: 1 });
    await board();
    statementLog.names = [];
    expect((await board()).dots.length).toBeGreaterThanOrEqual(many);
    names.push(statementLog.names);
    statementLog.names = null;
  }
  expect(names).toEqual([['ticket-risk'], ['ticket-risk']]);
});

it('finds what is due by the index of the open queue', async () => {
  await world.db.owner(
    `insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, service_item_id,
       service_name, channel, opened_at, updated_at, next_due_at, last_seq)
     select $1, gen_random_uuid(), $2, 100000 + n, 'INCIDENT', case when n % 33 = 0 then 'OPEN' else 'CLOSED' end, 'P3', 2, 2, 'bulk', $3,
       '{"ko":"a","en":"a"}', 'PORTAL', now(), now(), $4::timestamptz + n * interval '1 minute', 1 from generate_series(1, 20000) n`,
    [world.providerId, world.beta, world.services[0], new Date(MONDAY)],
  );
  await world.db.owner('analyze ticket');
  const plan = await world.asStaff(agent, async (tx) => {
    const explain = statement<{ 'QUERY PLAN': string }>('plan-risk', `explain (costs off) ${NEAR.text}`);
    const rows = await tx.query(explain, [tx.scope.providerId, new Date(MONDAY)]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan.match(/using ticket_open_by_due on ticket/g)).toHaveLength(2);
  expect(plan).toMatch(/using ticket_clock_pkey on ticket_clock/);
  expect(plan).not.toMatch(/Seq Scan on (ticket|ticket_clock)\b/);
});
