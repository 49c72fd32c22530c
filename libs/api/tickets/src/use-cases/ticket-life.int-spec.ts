import { TicketWorld } from '../testing/fixture.js';
import { opened, reply } from '../testing/actions.js';
import { ResolveTicket } from './resolve-ticket.js';
import { CloseTicket } from './close-ticket.js';

let world: TicketWorld;
let requester: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  agent = await world.staff();
});
afterAll(() => world.db.close());

it('a ticket goes from opening over reply and resolution to closing, and its row says what its log says', async () => {
  world.clock(0);
  const id = await world.asClient(requester, (tx) => opened(tx, world));
  world.clock(0.25);
  await expect(world.asStaff(agent, (tx) => reply(tx, id))).resolves.toEqual({ kind: 'changed', ticketId: id });
  world.clock(2);
  const resolved = await world.asStaff(agent, (tx) =>
    new ResolveTicket().run(tx, { ticketId: id, expectedVersion: 2, code: 'FIXED' }),
  );
  expect(resolved.kind).toBe('changed');
  world.clock(3);
  const closed = await world.asClient(requester, (tx) =>
    new CloseTicket().run(tx, { ticketId: id, expectedVersion: 3 }),
  );
  expect(closed.kind).toBe('changed');
  const [row] = await world.db.owner(
    'select status, version, last_seq, number, terms_digest is not null as bound from ticket where ticket_id = $1',
    [id],
  );
  expect(row).toEqual({ status: 'CLOSED', version: 4, last_seq: 5, number: 1, bound: true });
  const clocks = await world.db.owner(
    'select kind, verdict, state from ticket_clock where ticket_id = $1 order by kind',
    [id],
  );
  expect(clocks).toEqual([
    { kind: 'FIRST_RESPONSE', verdict: 'MET', state: 'MET' },
    { kind: 'RESOLUTION', verdict: 'MET', state: 'MET' },
    { kind: 'RESTORE', verdict: 'MET', state: 'MET' },
  ]);
});
