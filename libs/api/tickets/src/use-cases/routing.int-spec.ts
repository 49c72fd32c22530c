import type { TicketProblem } from '@daylight/domain';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';
import { AcceptTicket } from './accept-ticket.js';
import { ChangeService } from './change-service.js';
import { ClaimTicket } from './claim-ticket.js';
import { ClassifyTicket } from './classify-ticket.js';
import { CloseTicket } from './close-ticket.js';
import type { ChangeOutcome } from './outcome.js';
import { SetPriority } from './set-priority.js';

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
