import type { Tx } from '@daylight/api-database';
import { DAY, foldTicket, type TicketEvent } from '@daylight/domain';
import fc from 'fast-check';
import { bindAt, type BoundLaw } from '../binding.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { Ids, logOf, merged, story, type Cast, type Story } from '../testing/histories.js';
import { internalSeqs } from '../use-cases/change-ticket.js';
import { applyEvents, type TicketChange } from './apply-events.js';
import { newTicketRow } from './new-row.js';
import { reserveNumbers } from './numbers.js';
import { writeTicketHistories, type TicketHistory } from './write-histories.js';

jest.setTimeout(120_000);

// Every table that tells of tickets; what is the database's own counting is left out.
const TABLES = [
  ...['ticket', 'ticket_event', 'ticket_clock', 'ticket_fact', 'ticket_message', 'ticket_search', 'ticket_watcher'],
  ...['ticket_counter', 'kpi_rollup', 'kpi_touch'],
];

let world: TicketWorld;
let agent: string;
const casts = new Map<string, Cast>();
const ids = new Map<string, Ids>();
let numbers = 0;

beforeAll(async () => {
  world = await TicketWorld.create();
  agent = await world.staff({ seesConfidential: true });
  for (const tenantId of [world.acme, world.beta]) {
    const requester = await world.client(['REQUESTER'], tenantId);
    casts.set(tenantId, { requester, agent });
    const names = new Ids();
    names.name(requester, 'requester');
    names.name(tenantId, 'client');
    ids.set(tenantId, names);
  }
});
afterAll(() => world.db.close());

const START = MONDAY - 90 * DAY;

async function boundIn(tx: Tx, tenantId: string): Promise<readonly BoundLaw[]> {
  const laws: BoundLaw[] = [];
  for (const serviceItemId of world.services) {
    const law = await bindAt(tx, { tenantId, serviceItemId, at: START });
    if (law === null) throw new Error('no service');
    const { contractVersionId } = law.binding;
    if (contractVersionId !== null) namesOf(tenantId).name(contractVersionId, 'version');
    laws.push(law);
  }
  return laws;
}

function namesOf(tenantId: string): Ids {
  const names = ids.get(tenantId);
  if (names === undefined) throw new Error('a client without names');
  return names;
}

/** What the stories come to in a client: the same but for ids. */
async function historiesIn(
  tx: Tx,
  tenantId: string,
  { stories, from }: { readonly stories: readonly Story[]; readonly from: number },
): Promise<readonly TicketHistory[]> {
  const laws = await boundIn(tx, tenantId);
  const names = namesOf(tenantId);
  const cast = casts.get(tenantId);
  if (cast === undefined) throw new Error('a client without people');
  const told = stories.map((each, index) => {
    const law = laws[each.service];
    if (law === undefined) throw new Error('a service without a law');
    const number = from + index;
    const idOf = (name: string) => names.of(`${number} ${name}`);
    const log = logOf(each, { cast, ...law, openedAt: START + index * DAY, idOf });
    return { number, law, log, ticketId: idOf('ticket'), duplicate: each.duplicate };
  });
  const logs: (readonly TicketEvent[])[] = told.map(({ log }) => log);
  for (const [index, { duplicate, ticketId }] of told.entries()) {
    const [before, own, survivor] = [logs[index - 1], logs[index], told[index - 1]];
    if (!duplicate || before === undefined || own === undefined || survivor === undefined) continue;
    const pair = merged([before, own], { survivor: survivor.ticketId, duplicate: ticketId, agent });
    [logs[index - 1], logs[index]] = pair;
  }
  return told.map(({ number, law, ticketId }, index) => {
    const log = logs[index] ?? [];
    const messages = log.flatMap((event) =>
      event.kind === 'MESSAGE_ADDED' ? [{ messageId: event.messageId, body: `회신 ${event.seq}` }] : [],
    );
    return {
      ...{ ticketId, tenantId, number, subject: ` 이력 ${number} `, description: '이관된 건', log, messages },
      ...{ serviceName: law.serviceName, followsUpId: null, externalKey: `OLD-${number}`, importRunId: null },
      ...{ terms: law.terms, calendarOf: law.calendarOf },
    };
  });
}

/** The same as a change of today's: how a ticket is written whose log comes about in this transaction. */
function changeOf({ log, messages, terms, calendarOf, ...history }: TicketHistory): TicketChange {
  const [first, state] = [log[0], foldTicket(log)];
  if (first?.kind !== 'OPENED' || state === null) throw new Error('a log begins with OPENED');
  const { type, impact, urgency, channel, at: openedAt, binding } = first;
  const seed = { ...history, providerId: world.providerId, number: history.number ?? 0, openedAt };
  const before = newTicketRow({ ...seed, type, impact, urgency, channel, serviceItemId: binding.serviceItemId });
  const shared = { before, isNew: true, log, events: log, state, terms, calendarOf };
  return { ...shared, messages, internalSeqs: internalSeqs([], log) };
}

async function rowsOf(tenantId: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const own = table === 'kpi_touch' ? " - 'touch_id'" : '';
    const rows = await world.db.owner<{ row: Readonly<Record<string, unknown>> }>(
      `select to_jsonb(t)${own} as row from ${table} t where tenant_id = $1`,
      [tenantId],
    );
    found[table] = rows.map(({ row }) => namesOf(tenantId).told(row)).sort();
  }
  return found;
}

const kinds = new Set<string>();

/** Writes the stories by each way, each into a client of its own. */
async function tell(stories: readonly Story[]): Promise<void> {
  const from = numbers + 1;
  numbers += stories.length;
  await world.asSystem(async (tx) => {
    const histories = await historiesIn(tx, world.acme, { stories, from });
    for (const { log } of histories) for (const { kind } of log) kinds.add(kind);
    await writeTicketHistories(tx, histories);
  }, world.acme);
  await world.asSystem(async (tx) => {
    const histories = await historiesIn(tx, world.beta, { stories, from });
    await applyEvents(tx, histories.map(changeOf), 'quiet');
    await reserveNumbers(tx, world.beta, numbers);
  }, world.beta);
}

it('a history that is imported leaves the very rows that it would have left had it been lived here', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 16, size: 'max' }), async (stories) => {
      await tell(stories);
      const imported = await rowsOf(world.acme);
      expect(imported).toEqual(await rowsOf(world.beta));
      expect(imported['ticket']).toHaveLength(numbers);
    }),
    // What was written stays written: a smaller example would be told on top of it.
    { numRuns: 15, seed: 20_26, endOnFailure: true },
  );
});

it('what was compared has waiting, reopening, merging, secrets, withdrawals and cancellations in it', () => {
  const expected = [
    'WAITING_STARTED',
    'RESUMED',
    'REOPENED',
    'MERGED',
    'ABSORBED',
    'CONFIDENTIAL_SET',
    'WATCHER_ADDED',
  ];
  const also = ['PRIORITY_CHANGED', 'MESSAGE_WITHDRAWN', 'SERVICE_RESTORED', 'RESOLVED', 'CLOSED', 'CANCELLED'];
  expect([...expected, ...also].filter((kind) => !kinds.has(kind))).toEqual([]);
});
