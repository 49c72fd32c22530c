import { statementLog } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { opened, TicketWorld } from '../testing/index.js';
import { keepPresence, type KeepPresenceInput } from './keep-presence.js';
import { presences } from './presences.js';

let world: TicketWorld;
let sua: string;
let minjun: string;
let requester: string;
let ticketId: string;
/** Hours since the world began; a clock that never goes back. */
let hours = 0;

const later = (seconds: number): void => {
  hours += seconds / 3_600;
  world.clock(hours);
};
const open = (more = {}) => world.asClient(requester, (tx) => opened(tx, world, more));

beforeAll(async () => {
  world = await TicketWorld.create();
  [sua, minjun] = [await world.staff({ name: '김수아' }), await world.staff({ name: '박민준' })];
  requester = await world.client();
});
afterAll(() => world.db.close());
beforeEach(async () => {
  later(3_600);
  ticketId = await open();
});

const keep = (person: string, state: KeepPresenceInput['state'], id = ticketId) =>
  world.asStaff(person, (tx) => keepPresence(tx, { ticketId: id, state }));
const seen = async (person: string, id: string | null = ticketId) =>
  (await world.asStaff(person, (tx) => presences(tx, id))).map(
    ({ person: { displayName }, state }) => `${displayName} ${state}`,
  );
const announced = async () => {
  const text = `select count(*)::int as n from job where queue = 'outbox' and payload ->> 'topic' = 'presence.changed'
    and payload -> 'ids' ->> 'ticketId' = $1`;
  return (await world.db.owner<{ n: number }>(text, [ticketId]))[0]?.n;
};

it('colleagues at one ticket know of each other, and who writes stands first', async () => {
  await expect(keep(sua, 'VIEWING')).resolves.toEqual({ __typename: 'PresenceKept', others: [] });
  const third = await world.staff({ name: '가은' });
  await keep(third, 'VIEWING');
  await keep(sua, 'WRITING');
  await expect(keep(minjun, 'VIEWING')).resolves.toMatchObject({
    others: [
      { ticketId, person: { id: sua, displayName: '김수아' }, state: 'WRITING' },
      { person: { displayName: '가은' }, state: 'VIEWING' },
    ],
  });
});

it('whoever says nothing for 30 seconds is gone, and leaving is gone at once', async () => {
  await keep(sua, 'WRITING');
  later(29);
  expect(await seen(minjun)).toEqual(['김수아 WRITING']);
  later(1);
  expect(await seen(minjun)).toEqual([]);
  await keep(sua, 'VIEWING');
  await keep(sua, 'GONE');
  expect(await seen(minjun)).toEqual([]);
});

it('only a change is announced: saying it again is nobody else’s business', async () => {
  const counts = [];
  for (const state of ['VIEWING', 'VIEWING', 'WRITING', 'WRITING', 'GONE', 'GONE'] as const) {
    later(12);
    await keep(sua, state);
    counts.push(await announced());
  }
  expect(counts).toEqual([1, 1, 2, 2, 3, 3]);
  await keep(sua, 'VIEWING');
  later(31);
  await keep(sua, 'VIEWING');
  expect(await announced()).toBe(5);
});

it('who may not see a confidential ticket neither comes to it nor learns who is there', async () => {
  const manager = await world.staff({ role: 'ACCOUNT_MANAGER', name: '이서연', seesConfidential: true });
  const hidden = await open({ confidential: true });
  await keep(manager, 'WRITING', hidden);
  await expect(keep(sua, 'VIEWING', hidden)).resolves.toEqual({ __typename: 'NotFound', what: 'ticket' });
  expect([await seen(sua, hidden), await seen(sua, null)]).toEqual([[], []]);
  const second = await world.staff({ role: 'ACCOUNT_MANAGER', seesConfidential: true });
  expect(await seen(second, null)).toEqual(['이서연 WRITING']);
});

it('staff of other clients, and words that are no id, find no ticket', async () => {
  const restricted = await world.staff({ restrictedTo: [world.beta] });
  await keep(sua, 'VIEWING');
  await expect(keep(restricted, 'VIEWING')).resolves.toMatchObject({ __typename: 'NotFound' });
  await expect(keep(sua, 'GONE', newId())).resolves.toMatchObject({ __typename: 'NotFound' });
  await expect(keep(sua, 'VIEWING', 'x')).resolves.toMatchObject({ __typename: 'NotFound' });
  expect(await seen(restricted, null)).toEqual([]);
});

it('the database lets clients see nobody, and nobody speak for another', async () => {
  await keep(sua, 'WRITING');
  const read = await world.asClient(requester, ({ rows }) => rows.query('select 1 from ticket_presence'));
  expect(read).toEqual([]);
  const forged = (personId: string) =>
    world.asStaff(minjun, ({ rows }) =>
      rows.query(`insert into ticket_presence values ($1, $2, $3, $4, 'VIEWING', now() + interval '1 day')`, [
        world.providerId,
        world.acme,
        ticketId,
        personId,
      ]),
    );
  await expect(forged(await world.staff())).rejects.toThrow('row-level security');
  await world.asStaff(minjun, ({ rows }) => rows.query(`delete from ticket_presence where ticket_id = $1`, [ticketId]));
  expect(await seen(minjun)).toEqual(['김수아 WRITING']);
});

it('leases that ended elsewhere go with the next word of the same person', async () => {
  await keep(sua, 'VIEWING');
  later(60);
  await keep(sua, 'VIEWING', await open());
  const rows = await world.db.owner('select 1 from ticket_presence where person_id = $1', [sua]);
  expect(rows).toHaveLength(1);
});

it('the queue’s dots take one statement for 2 colleagues and for 20', async () => {
  const counts = [];
  for (const many of [2, 20]) {
    for (let n = 0; n < many; n += 1) await keep(await world.staff(), 'VIEWING');
    counts.push(
      await world.asStaff(minjun, async (tx) => {
        statementLog.names = [];
        const { length } = await presences(tx, null);
        const names = statementLog.names;
        statementLog.names = null;
        return [length >= many, names];
      }),
    );
  }
  expect(counts).toEqual([
    [true, ['ticket-presences']],
    [true, ['ticket-presences']],
  ]);
});
