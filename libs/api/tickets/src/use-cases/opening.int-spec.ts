import { HOUR } from '@daylight/domain';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { OpenTicketForClient } from './open-ticket-for-client.js';
import { ResolveTicket } from './resolve-ticket.js';

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
const clockOf = async (id: string, kind: string) => (await detailOf(id))?.clocks.find((clock) => clock.kind === kind);
const forClient = { type: 'INCIDENT', impact: 2, urgency: 2, subject: '전화 접수', description: '' } as const;

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
  expect(await ask({ requesterId: agent })).toMatchObject({ faults: [{ path: 'requesterId' }] });
  expect(await ask({ requesterId: stranger })).toEqual({
    kind: 'invalid',
    faults: [{ path: 'requesterId', kind: 'UNKNOWN_PERSON' }],
  });
  expect(await ask({ channel: 'EMAIL' })).toMatchObject({ faults: [{ kind: 'NOT_A_CHANNEL_FOR_PEOPLE' }] });
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
