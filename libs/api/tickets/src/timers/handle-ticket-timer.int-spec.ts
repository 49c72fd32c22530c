import { DAY, HOUR, MINUTE } from '@daylight/domain';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { ScheduleTicket } from '../use-cases/schedule-ticket.js';
import { handleTicketTimer } from './handle-ticket-timer.js';

let world: TicketWorld;
let requester: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  agent = await world.staff();
});
afterAll(() => world.db.close());
beforeEach(() => world.clock(0));

const open = () => world.asClient(requester, (tx) => opened(tx, world));
const fire = (ticketId: string) => world.asSystem((tx) => handleTicketTimer(tx, { ticketId }));
const timerOf = async (id: string) => {
  const [job] = await world.db.owner<{ run_at: Date }>(
    `select run_at from job where queue = 'ticket-timer' and dedupe_key = $1`,
    [id],
  );
  return job?.run_at.getTime() ?? null;
};
const noticesOf = (id: string) =>
  world.db.owner<{ kind: string; percent: number; late: boolean; due_at: Date }>(
    'select kind, percent, late, due_at from clock_notice where ticket_id = $1 order by due_at, kind',
    [id],
  );
const told = (id: string) =>
  world.db.owner<{ topic: string; percent: string }>(
    `select payload ->> 'topic' as topic, payload -> 'ids' ->> 'percent' as percent from job
     where queue = 'outbox' and payload ->> 'topic' like 'clock.%' and payload -> 'ids' ->> 'ticketId' = $1 order by percent`,
    [id],
  );

it('an open ticket has one timer, armed for what comes first', async () => {
  const id = await open();
  // First response of a P3: 90 min, warned at half of it.
  await expect(timerOf(id)).resolves.toBe(MONDAY + 45 * MINUTE);
  world.clock(0.5);
  await world.asStaff(agent, (tx) => reply(tx, id));
  // Restoring: 12 h, warned at half of it.
  await expect(timerOf(id)).resolves.toBe(MONDAY + 6 * HOUR);
});

it('a warning is told once, however often the timer runs', async () => {
  const id = await open();
  world.db.setNow(MONDAY + 45 * MINUTE);
  await fire(id);
  await fire(id);
  expect(await noticesOf(id)).toEqual([
    { kind: 'FIRST_RESPONSE', percent: 50, late: false, due_at: new Date(MONDAY + 45 * MINUTE) },
  ]);
  expect(await told(id)).toEqual([{ topic: 'clock.warned', percent: '50' }]);
  await expect(timerOf(id)).resolves.toBe(MONDAY + 67.5 * MINUTE);
});

it('after downtime every warning and the breach are told, late, with their true instants; the verdict is a fact', async () => {
  const id = await open();
  world.clock(2);
  await fire(id);
  expect(await noticesOf(id)).toEqual([
    { kind: 'FIRST_RESPONSE', percent: 50, late: true, due_at: new Date(MONDAY + 45 * MINUTE) },
    { kind: 'FIRST_RESPONSE', percent: 75, late: true, due_at: new Date(MONDAY + 67.5 * MINUTE) },
    { kind: 'FIRST_RESPONSE', percent: 90, late: true, due_at: new Date(MONDAY + 81 * MINUTE) },
    { kind: 'FIRST_RESPONSE', percent: 100, late: true, due_at: new Date(MONDAY + 90 * MINUTE) },
  ]);
  const [fact] = await world.db.owner(
    'select state, verdict, verdict_at from ticket_clock where ticket_id = $1 and kind = $2',
    [id, 'FIRST_RESPONSE'],
  );
  expect(fact).toEqual({ state: 'BREACHED', verdict: 'MISSED', verdict_at: new Date(MONDAY + 90 * MINUTE) });
});

it('a timer that runs changes neither version nor log of the ticket', async () => {
  const id = await open();
  world.clock(2);
  await fire(id);
  const detail = await world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
  expect([detail?.version, detail?.timeline.length]).toEqual([1, 1]);
  expect(detail?.row.nextDue).toEqual({ kind: 'FIRST_RESPONSE', state: 'BREACHED', dueAt: MONDAY + 90 * MINUTE });
});

it('what was answered in time warns no more', async () => {
  const id = await open();
  world.clock(0.5);
  await world.asStaff(agent, (tx) => reply(tx, id));
  world.clock(2);
  await fire(id);
  expect((await noticesOf(id)).filter(({ kind }) => kind === 'FIRST_RESPONSE')).toEqual([]);
});

it('a resolved ticket closes by itself after the days of the terms, dated when it was due', async () => {
  const id = await open();
  await world.asStaff(agent, (tx) => reply(tx, id, { thenResolve: 'FIXED' }));
  await expect(timerOf(id)).resolves.toBe(MONDAY + 5 * DAY);
  world.db.setNow(MONDAY + 4 * DAY);
  await fire(id);
  expect((await world.asStaff(agent, (tx) => ticketDetail(tx, { id })))?.status).toBe('RESOLVED');
  world.db.setNow(MONDAY + 9 * DAY);
  await fire(id);
  await fire(id);
  const detail = await world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
  expect([detail?.status, detail?.closedAt, detail?.version]).toEqual(['CLOSED', MONDAY + 5 * DAY, 3]);
  expect(detail?.timeline.at(-1)?.sentence).toBe('기간 내 의견이 없어 자동 종료되었습니다.');
});

it('a schedule that is reached goes on at that very instant, also when nobody looked until later', async () => {
  const id = await open();
  const until = MONDAY + 10 * HOUR;
  await world.asStaff(agent, (tx) =>
    new ScheduleTicket().run(tx, {
      ticketId: id,
      expectedVersion: 1,
      reason: 'CLIENT_SCHEDULE',
      until,
      clientConsent: true,
    }),
  );
  world.clock(15);
  await fire(id);
  const detail = await world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
  expect([detail?.status, detail?.timeline.at(-1)?.at]).toEqual(['OPEN', until]);
});

it('a timer for a ticket that is gone does nothing', async () => {
  await expect(fire('00000000-0000-7000-8000-000000000000')).resolves.toBeUndefined();
});

it('what law asks for after a security incident is warned of and missed in its own time, once', async () => {
  const id = await world.asClient(requester, (tx) => opened(tx, world, { type: 'SECURITY_INCIDENT' }));
  world.clock(25);
  await fire(id);
  await fire(id);
  const law = (await noticesOf(id)).filter(({ kind }) => kind.startsWith('STATUTORY/'));
  expect(law).toEqual([
    { kind: 'STATUTORY/KR_INTRUSION/REPORT_INTRUSION', percent: 100, late: true, due_at: new Date(MONDAY + DAY + 1) },
  ]);
  const [notice] = await world.db.owner<{ topic: string }>(
    `select payload ->> 'topic' as topic from job
     where queue = 'outbox' and payload ->> 'topic' like 'notice.%' and payload -> 'ids' ->> 'ticketId' = $1`,
    [id],
  );
  expect(notice?.topic).toBe('notice.breached');
});

it('the timer of a security incident is armed for its notices, also while the ticket waits', async () => {
  const id = await world.asClient(requester, (tx) => opened(tx, world, { type: 'SECURITY_INCIDENT' }));
  await world.asStaff(agent, (tx) => reply(tx, id, { question: true, thenWait: 'CLIENT_ANSWER' }));
  // Everything else stands still: half of the 24 hours.
  await expect(timerOf(id)).resolves.toBe(MONDAY + 12 * HOUR);
});
