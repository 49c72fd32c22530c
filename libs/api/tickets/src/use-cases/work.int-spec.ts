import { HOUR, type TicketProblem } from '@daylight/domain';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { AcceptTicket } from './accept-ticket.js';
import { CancelTicket } from './cancel-ticket.js';
import { ChangeService } from './change-service.js';
import { ClaimTicket } from './claim-ticket.js';
import { ClassifyTicket } from './classify-ticket.js';
import { CloseTicket } from './close-ticket.js';
import { LogResponse } from './log-response.js';
import { MergeTickets } from './merge-tickets.js';
import { OpenTicketForClient } from './open-ticket-for-client.js';
import type { ChangeOutcome } from './outcome.js';
import { ResolveTicket } from './resolve-ticket.js';
import { RestoreService } from './restore-service.js';
import { ResumeTicket } from './resume-ticket.js';
import { ScheduleTicket } from './schedule-ticket.js';
import { SetPriority } from './set-priority.js';
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
const forClient = { type: 'INCIDENT', impact: 2, urgency: 2, subject: '전화 접수', description: '' } as const;

it('two people who change the same version: one wins, the other sees what happened', async () => {
  const id = await open();
  const claim = { ticketId: id, expectedVersion: 1 };
  const other = await world.staff();
  const outcomes = await Promise.all([
    world.asStaff(agent, (tx) => new ClaimTicket().run(tx, claim)),
    world.asStaff(other, (tx) => new ClaimTicket().run(tx, claim)),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'conflict']);
  expect((await detailOf(id))?.version).toBe(2);
});

it('two replies at the same time are both kept, in one order', async () => {
  const id = await open();
  await Promise.all([world.asClient(requester, (tx) => reply(tx, id)), world.asStaff(agent, (tx) => reply(tx, id))]);
  const detail = await detailOf(id);
  expect([detail?.messages.length, detail?.version]).toEqual([2, 3]);
  expect(detail?.timeline.map(({ seq }) => seq)).toEqual(detail?.timeline.map((_, index) => index + 1));
});

it('a refused change has written nothing', async () => {
  const id = await open();
  const outcome = await world.asClient(requester, (tx) =>
    new CloseTicket().run(tx, { ticketId: id, expectedVersion: 1 }),
  );
  expect(problemOf(outcome)).toMatchObject({ kind: 'NOT_ALLOWED_IN_STATUS', status: 'NEW' });
  expect((await detailOf(id))?.version).toBe(1);
});

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

it('lowering the priority needs a reason, which the client reads; the change is audited', async () => {
  const id = await open({ impact: 1, urgency: 1 });
  const lower = (reason: string | null) =>
    world.asStaff(agent, (tx) =>
      new SetPriority().run(tx, { ticketId: id, expectedVersion: 1, priority: 'P4', cause: 'CIRCUMSTANCES', reason }),
    );
  expect(problemOf(await lower(' '))?.kind).toBe('REASON_NEEDED');
  expect((await lower('우회 경로 확보')).kind).toBe('changed');
  const client = await world.asClient(requester, (tx) => ticketDetail(tx, { id }));
  expect(client?.timeline.at(-1)?.sentence).toBe('우선순위 변경: P1 → P4. 사유: 우회 경로 확보');
  expect([client?.priority, client?.priorityOverridden]).toEqual(['P4', true]);
  const audit = await world.db.owner('select before, after from audit_entry where object_id = $1', [id]);
  expect(audit).toEqual([{ before: { priority: 'P1' }, after: { priority: 'P4', cause: 'CIRCUMSTANCES' } }]);
});

it('a wrong classification is put right, and the priority follows the matrix', async () => {
  const id = await open();
  const base = {
    ticketId: id,
    expectedVersion: 1,
    type: 'INCIDENT',
    priorityByMatrix: true,
    cause: 'MISCLASSIFIED',
    reason: null,
  } as const;
  const wrong = await world.asStaff(agent, (tx) => new ClassifyTicket().run(tx, { ...base, impact: 0, urgency: 9 }));
  expect(wrong).toMatchObject({ kind: 'invalid', faults: [{ path: 'impact' }, { path: 'urgency' }] });
  await world.asStaff(agent, (tx) => new ClassifyTicket().run(tx, { ...base, impact: 1, urgency: 1 }));
  expect(await detailOf(id)).toMatchObject({ priority: 'P1', priorityOverridden: false, impact: 1 });
});

it('another service binds the ticket to the terms of that service, at its opening', async () => {
  const id = await open();
  const move = (serviceItemId: string, expectedVersion: number) =>
    world.asStaff(agent, (tx) => new ChangeService().run(tx, { ticketId: id, expectedVersion, serviceItemId }));
  expect((await move(world.services[1], 1)).kind).toBe('changed');
  expect((await detailOf(id))?.service).toEqual({
    id: world.services[1],
    name: { ko: '서버 운영 1', en: 'Server operation 1' },
  });
  expect((await move(world.services[2], 2)).kind).toBe('changed');
  expect(await detailOf(id)).toMatchObject({ outOfContract: true, contractVersionId: null });
  expect(problemOf(await move(world.services[2], 3))?.kind).toBe('NOTHING_CHANGES');
  expect(await move('nothing', 3)).toEqual({
    kind: 'invalid',
    faults: [{ path: 'serviceItemId', kind: 'UNKNOWN_SERVICE' }],
  });
});

it('a ticket for a service without a contract opens without clocks, for both to see', async () => {
  const id = await open({ serviceItemId: world.services[2] });
  expect(await detailOf(id)).toMatchObject({ outOfContract: true, clocks: [], nextStep: { kind: 'IN_WORK' } });
});

it('accepting assigns and acknowledges, but is no response under these terms', async () => {
  const id = await open();
  await world.asStaff(agent, (tx) => new AcceptTicket().run(tx, { ticketId: id, expectedVersion: 1 }));
  expect(await detailOf(id)).toMatchObject({
    status: 'OPEN',
    assignee: { id: agent, displayName: '김서준' },
    firstRespondedAt: null,
  });
  expect(await clockOf(id, 'FIRST_RESPONSE')).toMatchObject({ state: 'RUNNING' });
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

it('a call is taken down at its stated time, which is audited; not in the future, not long ago', async () => {
  const call = (calledAt: number) =>
    world.asStaff(agent, (tx) =>
      new OpenTicketForClient().run(tx, {
        ...forClient,
        tenantId: world.acme,
        serviceItemId: world.services[0],
        channel: 'PHONE',
        calledAt,
        requesterId: requester,
      }),
    );
  expect(await call(MONDAY + HOUR)).toEqual({ kind: 'invalid', faults: [{ path: 'calledAt', kind: 'IN_FUTURE' }] });
  expect(await call(MONDAY - 40 * 24 * HOUR)).toMatchObject({ faults: [{ kind: 'TOO_LONG_AGO' }] });
  const outcome = await call(MONDAY - 2 * HOUR);
  const id = outcome.kind === 'opened' ? outcome.ticketId : '';
  expect(await detailOf(id)).toMatchObject({
    openedAt: MONDAY - 2 * HOUR,
    channel: 'PHONE',
    requester: { id: requester },
  });
  expect(await clockOf(id, 'FIRST_RESPONSE')).toMatchObject({ state: 'BREACHED' });
  const [audit] = await world.db.owner('select action from audit_entry where object_id = $1', [id]);
  expect(audit).toEqual({ action: 'ticket.backdate' });
});

it('staff can’t open a ticket for an unknown client or in the name of a stranger', async () => {
  const stranger = await world.client(['REQUESTER'], world.beta);
  const ask = (more: { readonly tenantId?: string; readonly requesterId?: string; readonly channel?: 'EMAIL' }) =>
    world.asStaff(agent, (tx) =>
      new OpenTicketForClient().run(tx, {
        ...forClient,
        tenantId: world.acme,
        serviceItemId: world.services[0],
        channel: 'CONSOLE',
        ...more,
      }),
    );
  expect(await ask({ tenantId: world.services[0] })).toEqual({ kind: 'not-found', what: 'tenant' });
  expect(await ask({ requesterId: stranger })).toEqual({
    kind: 'invalid',
    faults: [{ path: 'requesterId', kind: 'UNKNOWN_PERSON' }],
  });
  expect(await ask({ channel: 'EMAIL' })).toMatchObject({ faults: [{ kind: 'NOT_A_CHANNEL_FOR_PEOPLE' }] });
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

it('input that says nothing or holds what can’t be stored is refused by its path', async () => {
  const id = await open();
  await expect(world.asStaff(agent, (tx) => reply(tx, id, { body: '  ' }))).resolves.toEqual({
    kind: 'invalid',
    faults: [{ path: 'body', kind: 'REQUIRED' }],
  });
  await expect(world.asStaff(agent, (tx) => reply(tx, id, { body: 'a\u0000b' }))).resolves.toEqual({
    kind: 'invalid',
    faults: [{ path: 'body', kind: 'BAD_CHARACTER' }],
  });
  await expect(open({ subject: '가'.repeat(301) })).rejects.toThrow(/TOO_LONG/);
});

it('every change tells the outbox what happened, ids only', async () => {
  const id = await open();
  await world.asStaff(agent, (tx) => new ResolveTicket().run(tx, { ticketId: id, expectedVersion: 1, code: 'FIXED' }));
  const jobs = await world.db.owner<{ topic: string }>(
    `select payload ->> 'topic' as topic from job where queue = 'outbox' and payload -> 'ids' ->> 'ticketId' = $1 order by created_at, job_id`,
    [id],
  );
  expect(jobs.map(({ topic }) => topic).sort()).toEqual([
    'ticket.changed',
    'ticket.changed',
    'ticket.opened',
    'ticket.resolved',
  ]);
});
