import { HOUR, type TicketProblem } from '@daylight/domain';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { CancelTicket } from './cancel-ticket.js';
import { LogResponse } from './log-response.js';
import { MergeTickets } from './merge-tickets.js';
import type { ChangeOutcome } from './outcome.js';
import { RestoreService } from './restore-service.js';
import { ResumeTicket } from './resume-ticket.js';
import { ScheduleTicket } from './schedule-ticket.js';
import { StartWork } from './start-work.js';
import { WaitTicket } from './wait-ticket.js';

let world: TicketWorld;
let requester: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  agent = await world.staff({ name: '김서준' });
});
afterAll(() => world.db.close());
beforeEach(() => world.clock(0));

const open = (more = {}) => world.asClient(requester, (tx) => opened(tx, world, more));
const detailOf = (id: string) => world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
const problemOf = (outcome: ChangeOutcome): TicketProblem | null =>
  outcome.kind === 'refused' ? outcome.problem : null;
const clockOf = async (id: string, kind: string) => (await detailOf(id))?.clocks.find((clock) => clock.kind === kind);

it('waiting on the client needs a question, pauses the solution clock, and ends with the answer', async () => {
  const id = await open();
  const bare = await world.asStaff(agent, (tx) =>
    new WaitTicket().run(tx, {
      ticketId: id,
      expectedVersion: 1,
      status: 'WAITING_ON_CLIENT',
      reason: 'CLIENT_ANSWER',
      questionMessageId: null,
      caseNumber: null,
    }),
  );
  expect(problemOf(bare)?.kind).toBe('QUESTION_NEEDED');
  world.clock(1);
  await world.asStaff(agent, (tx) =>
    reply(tx, id, { body: '언제부터입니까?', question: true, thenWait: 'CLIENT_ANSWER' }),
  );
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED', dueAt: null, usedSeconds: 3600 });
  const waiting = await detailOf(id);
  expect([waiting?.status, waiting?.waitingReason?.ko]).toEqual(['WAITING_ON_CLIENT', '고객 회신 대기']);
  world.clock(5);
  await world.asClient(requester, (tx) => reply(tx, id, { body: '어제부터입니다.' }));
  // P3: 24 h, moved by the 4 h of waiting.
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'RUNNING', dueAt: MONDAY + 28 * HOUR });
});

it('a third party is waited for with its case number, where the terms ask for one', async () => {
  const id = await open();
  const wait = (caseNumber: string | null) =>
    world.asStaff(agent, (tx) =>
      new WaitTicket().run(tx, {
        ticketId: id,
        expectedVersion: 1,
        status: 'WAITING_ON_THIRD_PARTY',
        reason: 'CLIENT_SUPPLIER',
        questionMessageId: null,
        caseNumber,
      }),
    );
  expect(problemOf(await wait(null))?.kind).toBe('CASE_NUMBER_NEEDED');
  expect((await wait('KT-77')).kind).toBe('changed');
  expect((await detailOf(id))?.timeline.at(-1)?.sentence).toBe('대기 시작: 고객 측 외부 업체 대기, 접수 번호 KT-77');
  const resumed = await world.asStaff(agent, (tx) => new ResumeTicket().run(tx, { ticketId: id, expectedVersion: 2 }));
  expect(resumed.kind).toBe('changed');
});

it('a scheduled ticket says until when, and that the client asked for it', async () => {
  const id = await open();
  const schedule = (until: number) =>
    world.asStaff(agent, (tx) =>
      new ScheduleTicket().run(tx, {
        ticketId: id,
        expectedVersion: 1,
        reason: 'CLIENT_SCHEDULE',
        until,
        clientConsent: true,
      }),
    );
  expect(problemOf(await schedule(MONDAY - HOUR))?.kind).toBe('NOT_IN_FUTURE');
  expect((await schedule(MONDAY + 20 * HOUR)).kind).toBe('changed');
  expect((await detailOf(id))?.nextStep).toMatchObject({ kind: 'SCHEDULED', at: MONDAY + 20 * HOUR });
});

it('work can be started, a call logged, the service restored, once', async () => {
  const id = await open();
  const at = (expectedVersion: number) => ({ ticketId: id, expectedVersion });
  const outcomes = await world.asStaff(agent, async (tx) => [
    await new StartWork().run(tx, at(1)),
    await new LogResponse().run(tx, { ...at(2), act: 'LOGGED_CALL', personId: requester }),
    await new RestoreService().run(tx, at(3)),
    await new RestoreService().run(tx, at(4)),
  ]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed', 'refused']);
  expect(await clockOf(id, 'RESTORE')).toMatchObject({ state: 'MET', verdict: 'MET' });
});

it('a duplicate goes on in its survivor, which takes the earlier opening; replies are sent there', async () => {
  const earlier = await open();
  world.clock(1);
  const later = await open();
  const merged = await world.asStaff(agent, (tx) =>
    new MergeTickets().run(tx, { duplicateId: earlier, survivorId: later, expectedVersion: 1 }),
  );
  expect(merged).toEqual({ kind: 'changed', ticketId: later });
  expect(await clockOf(later, 'RESOLUTION')).toMatchObject({ startedAt: MONDAY });
  expect(await detailOf(earlier)).toMatchObject({ status: 'MERGED', mergedInto: { id: later } });
  expect((await detailOf(later))?.absorbed).toEqual([{ id: earlier, key: (await detailOf(earlier))?.key }]);
  const outcome = await world.asClient(requester, (tx) => reply(tx, earlier));
  expect(problemOf(outcome)).toEqual({ kind: 'MERGED_ELSEWHERE', survivorId: later });
});

it('tickets of different services or of one client into itself are not merged', async () => {
  const [one, two] = [await open(), await open({ serviceItemId: world.services[1] })];
  const merge = (duplicateId: string, survivorId: string) =>
    world.asStaff(agent, (tx) => new MergeTickets().run(tx, { duplicateId, survivorId, expectedVersion: 1 }));
  expect(problemOf(await merge(one, two))).toMatchObject({ obstacle: 'OTHER_SERVICE_ITEM' });
  expect(problemOf(await merge(one, one))).toMatchObject({ obstacle: 'ITSELF' });
});

it('what staff cancel is audited, what a client takes back is not', async () => {
  const [one, two] = [await open(), await open()];
  await world.asStaff(agent, (tx) => new CancelTicket().run(tx, { ticketId: one, expectedVersion: 1 }));
  await world.asClient(requester, (tx) => new CancelTicket().run(tx, { ticketId: two, expectedVersion: 1 }));
  const audit = await world.db.owner('select object_id from audit_entry where action = $1', ['ticket.cancel']);
  expect(audit).toEqual([{ object_id: one }]);
  const clocks = await world.db.owner(
    'select distinct state, cancelled_at from ticket_clock where ticket_id = any ($1)',
    [[one, two]],
  );
  expect(clocks).toEqual([{ state: 'CANCELLED', cancelled_at: new Date(MONDAY) }]);
});
