import { newId } from '@daylight/api-platform';
import { statementLog, type Tx } from '@daylight/api-database';
import { DAY, HOUR, MINUTE, type TicketEvent } from '@daylight/domain';
import { bindAt } from '../binding.js';
import { searchTickets } from '../queries/search-tickets.js';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { armTimers } from '../timers/arm-timers.js';
import { handleTicketTimer } from '../timers/handle-ticket-timer.js';
import { writeTicketHistories, type TicketHistory } from './write-histories.js';

let world: TicketWorld;
let agent: string;
let requester: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff();
  requester = await world.client();
});
afterAll(() => world.db.close());

const START = MONDAY - 30 * DAY;

/** Opened, answered after 40 minutes, resolved after 5 hours unless left open. */
async function history(
  tx: Tx,
  subject: string,
  more: { readonly number?: number; readonly left?: boolean } = {},
): Promise<TicketHistory> {
  const bound = await bindAt(tx, { tenantId: world.acme, serviceItemId: world.services[0], at: START });
  if (bound === null) throw new Error('no service');
  const messageId = newId();
  const staff = { side: 'PROVIDER', userId: agent } as const;
  const grades = { impact: 2, urgency: 2, priority: 'P3' } as const;
  const log: TicketEvent[] = [
    {
      ...{
        kind: 'OPENED',
        v: 1,
        seq: 1,
        at: START,
        actor: { side: 'CLIENT', userId: requester },
        type: 'INCIDENT',
        ...grades,
      },
      ...{ channel: 'IMPORT', confidential: false, requesterId: requester, binding: bound.binding },
    },
    {
      kind: 'MESSAGE_ADDED',
      v: 1,
      seq: 2,
      at: START + 40 * MINUTE,
      actor: staff,
      messageId,
      visibility: 'PUBLIC',
      automatic: false,
      question: false,
    },
    ...(more.left === true
      ? []
      : [{ kind: 'RESOLVED', v: 1, seq: 3, at: START + 5 * HOUR, actor: staff, code: 'FIXED' } as const]),
  ];
  return {
    ...{
      ticketId: newId(),
      tenantId: world.acme,
      number: more.number ?? null,
      subject,
      description: '이관된 건',
      followsUpId: null,
    },
    ...{
      serviceName: bound.serviceName,
      externalKey: `OLD-${subject}`,
      importRunId: null,
      log,
      messages: [{ messageId, body: '원격 점검' }],
    },
    ...{ terms: bound.terms, calendarOf: bound.calendarOf },
  };
}

const write = (count: number, more: { readonly number?: number; readonly left?: boolean } = {}) =>
  world.asStaff(agent, async (tx) => {
    const batch: TicketHistory[] = [];
    for (let n = 0; n < count; n += 1) batch.push(await history(tx, `기록 ${newId().slice(-6)}`, more));
    statementLog.names = [];
    const ids = await writeTicketHistories(tx, batch);
    const statements = statementLog.names.length;
    statementLog.names = null;
    return { ids, statements };
  });

it('histories are written in as many statements for 2 tickets as for 20', async () => {
  const [few, many] = [await write(2), await write(20)];
  expect(many.statements).toBe(few.statements);
  expect(many.ids).toHaveLength(20);
});

it('a written history reads as if it had been lived: verdicts, thread, search, dates', async () => {
  const { ids } = await write(1);
  const id = ids[0] ?? '';
  const detail = await world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
  expect(detail).toMatchObject({
    status: 'RESOLVED',
    openedAt: START,
    updatedAt: START + 5 * HOUR,
    resolvedAt: START + 5 * HOUR,
  });
  expect(detail?.messages.map(({ body }) => body)).toEqual(['원격 점검']);
  const facts = await world.db.owner(
    'select kind, verdict, verdict_at from ticket_clock where ticket_id = $1 order by kind',
    [id],
  );
  expect(facts).toEqual([
    { kind: 'FIRST_RESPONSE', verdict: 'MET', verdict_at: new Date(START + 40 * MINUTE) },
    { kind: 'RESOLUTION', verdict: 'MET', verdict_at: new Date(START + 5 * HOUR) },
    { kind: 'RESTORE', verdict: 'MET', verdict_at: new Date(START + 5 * HOUR) },
  ]);
  expect(await world.asStaff(agent, (tx) => searchTickets(tx, { text: '원격' }))).not.toHaveLength(0);
});

it('history tells nobody and arms nothing', async () => {
  const { ids } = await write(1, { left: true });
  const jobs = await world.db.owner(
    `select 1 from job where payload ->> 'ticketId' = $1 or payload -> 'ids' ->> 'ticketId' = $1`,
    [ids[0]],
  );
  expect(jobs).toEqual([]);
});

it('a ticket that is still open can be armed: its past stays untold, its future will be told', async () => {
  const { ids } = await write(1, { left: true });
  const id = ids[0] ?? '';
  await world.asStaff(agent, (tx) => armTimers(tx, [id]));
  await world.asSystem((tx) => handleTicketTimer(tx, { ticketId: id }));
  const told = await world.db.owner(
    `select 1 from job where queue = 'outbox' and payload ->> 'topic' like 'clock.%' and payload -> 'ids' ->> 'ticketId' = $1`,
    [id],
  );
  expect(told).toEqual([]);
  const remembered = await world.db.owner(
    `select count(*)::int as n from clock_notice where ticket_id = $1 and percent = 100`,
    [id],
  );
  expect(remembered).toEqual([{ n: 2 }]);
});

it('numbers that an import brings are kept, and the next ticket comes after them', async () => {
  await write(1, { number: 900_001 });
  const id = await world.asClient(requester, (tx) => opened(tx, world));
  expect((await world.asStaff(agent, (tx) => ticketDetail(tx, { id })))?.number).toBe(900_002);
});
