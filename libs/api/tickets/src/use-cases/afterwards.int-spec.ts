import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';
import { RateTicket } from './rate-ticket.js';
import { ResolveTicket } from './resolve-ticket.js';
import { SetChangeOutcome } from './set-change-outcome.js';

let world: TicketWorld;
let requester: string;
let colleague: string;
let agent: string;

beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  colleague = await world.client();
  agent = await world.staff();
});
afterAll(() => world.db.close());
beforeEach(() => world.clock(0));

const target = (ticketId: string) => ({ ticketId, expectedVersion: null });
const rate = (ticketId: string, score: number, comment: string | null, by = requester) =>
  world.asClient(by, (tx) => new RateTicket().run(tx, { ...target(ticketId), score, comment }));
const seen = (ticketId: string) => world.asClient(requester, (tx) => ticketDetail(tx, { id: ticketId }));

async function resolved(type: 'INCIDENT' | 'CHANGE' = 'INCIDENT'): Promise<string> {
  const ticketId = await world.asClient(requester, (tx) => opened(tx, world, { type }));
  world.clock(1);
  await world.asStaff(agent, (tx) => reply(tx, ticketId, { thenResolve: 'FIXED' }));
  world.clock(2);
  return ticketId;
}

it('whoever asked rates what was done, with words that both sides read', async () => {
  const ticketId = await resolved();
  expect((await seen(ticketId))?.actions).toContain('rateTicket');
  expect((await rate(ticketId, 4, ' 빠르게 처리되었습니다. ')).kind).toBe('changed');
  const after = await seen(ticketId);
  expect(after?.rating?.score).toBe(4);
  expect(after?.timeline.at(-1)?.sentence).toBe('고객 만족도: 5점 만점에 4점, 의견: 빠르게 처리되었습니다.');
  const staff = await world.asStaff(agent, (tx) => ticketDetail(tx, { id: ticketId }));
  expect(staff?.rating?.score).toBe(4);
  expect(staff?.actions).not.toContain('rateTicket');
});

it('a score that there isn’t is refused, and so is rating what is still open', async () => {
  const ticketId = await resolved();
  for (const score of [0, 6, 2.5]) {
    await expect(rate(ticketId, score, null)).resolves.toMatchObject({
      ...{ kind: 'invalid', faults: [{ path: 'score', kind: 'BAD_SCORE' }] },
    });
  }
  const open = await world.asClient(requester, (tx) => opened(tx, world));
  await expect(rate(open, 5, null)).resolves.toMatchObject({
    ...{ kind: 'refused', problem: { kind: 'NOT_ALLOWED_IN_STATUS' } },
  });
});

it('a ticket that one may not see is not found', async () => {
  const ticketId = await resolved();
  await expect(rate(ticketId, 5, null, colleague)).resolves.toMatchObject({ kind: 'not-found' });
});

it('a change is resolved with how it went, which staff can put right on record', async () => {
  const ticketId = await world.asClient(requester, (tx) => opened(tx, world, { type: 'CHANGE' }));
  world.clock(1);
  await world.asStaff(agent, (tx) =>
    new ResolveTicket().run(tx, { ...target(ticketId), code: 'FIXED', changeOutcome: 'AS_PLANNED' }),
  );
  expect((await seen(ticketId))?.changeOutcome).toBe('AS_PLANNED');
  world.clock(2);
  await world.asStaff(agent, (tx) => new SetChangeOutcome().run(tx, { ...target(ticketId), outcome: 'ROLLED_BACK' }));
  const after = await seen(ticketId);
  expect([after?.changeOutcome, after?.timeline.at(-1)?.sentence]).toEqual([
    'ROLLED_BACK',
    '변경 작업 결과: 원복(롤백)',
  ]);
  const [entry] = await world.db.owner<{ before: object; after: object }>(
    `select before, after from audit_entry where action = 'ticket.set-change-outcome' and object_id::text = $1`,
    [ticketId],
  );
  expect(entry).toEqual({ before: { outcome: 'AS_PLANNED' }, after: { outcome: 'ROLLED_BACK' } });
});

it('of an incident nobody says how a change went', async () => {
  const ticketId = await resolved();
  await expect(
    world.asStaff(agent, (tx) => new SetChangeOutcome().run(tx, { ...target(ticketId), outcome: 'FAILED' })),
  ).resolves.toMatchObject({ kind: 'refused', problem: { kind: 'NOT_A_CHANGE' } });
});
