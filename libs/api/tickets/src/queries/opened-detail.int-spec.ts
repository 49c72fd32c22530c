import { statementLog, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { NewTicket } from '../use-cases/open-ticket.js';
import { asked, opened } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';
import { openedDetail } from './opened-detail.js';
import { ticketDetail } from './ticket-detail.js';

const WHOLE = { thread: true, log: true };

let world: TicketWorld;
let requester: string;
let coordinator: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  coordinator = await world.client(['COORDINATOR']);
  agent = await world.staff();
});
afterAll(() => world.db.close());

async function answered(tx: Tx<PersonScope>, more: Partial<NewTicket>) {
  const outcome = await asked(tx, world, more);
  if (outcome.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  const told = await openedDetail(tx, outcome.ticket, WHOLE);
  return { told, read: await ticketDetail(tx, { id: outcome.ticketId }, WHOLE) };
}

it.each<readonly [string, () => Partial<NewTicket>]>([
  ['an ordinary one', () => ({})],
  ['a confidential one', () => ({ confidential: true })],
  ['one that nothing was promised for', () => ({ serviceItemId: world.services[2] })],
  ['a request', () => ({ type: 'SERVICE_REQUEST', impact: 1, urgency: 3, subject: '  계정 신청  ' })],
  ['one that colleagues watch', () => ({ watcherIds: [coordinator, agent] })],
])('who opens a ticket is told what reading it again would tell: %s', async (_sentence, more) => {
  const { told, read } = await world.asClient(requester, (tx) => answered(tx, more()));
  expect(told).toEqual(read);
});

it('the same when staff open it, for themselves or for a person of the client', async () => {
  for (const requesterId of [null, requester]) {
    const { told, read } = await world.asStaff(agent, (tx) => answered(tx, { requesterId, openedAt: tx.now }));
    expect(told).toEqual(read);
  }
});

it('the same when it follows up another', async () => {
  const followsUpId = await world.asClient(requester, (tx) => opened(tx, world));
  const { told, read } = await world.asClient(requester, (tx) => answered(tx, { followsUpId }));
  expect(told.followsUp).toMatchObject({ id: followsUpId });
  expect(told).toEqual(read);
});

it('opening an ordinary ticket asks for what it is bound to and writes: two statements', async () => {
  await world.asClient(requester, async (tx) => {
    statementLog.names = [];
    const outcome = await asked(tx, world);
    if (outcome.kind === 'opened') await openedDetail(tx, outcome.ticket, WHOLE);
    const names = statementLog.names;
    statementLog.names = null;
    expect(names).toEqual(['ticket-opening', 'ticket-open']);
  });
});
