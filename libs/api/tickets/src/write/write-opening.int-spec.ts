import { statement, type Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { DAY, HOUR, type Actor, type TicketCommand } from '@daylight/domain';
import { bindAt } from '../binding.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { decideAll } from '../use-cases/decide-all.js';
import { applyEvents } from './apply-events.js';
import { newTicketRow } from './new-row.js';
import { writeOpening } from './write-opening.js';

const TABLES = [
  ...['ticket', 'ticket_event', 'ticket_clock', 'ticket_fact', 'ticket_message', 'ticket_search', 'ticket_watcher'],
  ...['ticket_counter', 'kpi_rollup', 'kpi_touch', 'job'],
];
/** What the database counts or draws by itself. */
const OWN: Readonly<Record<string, string>> = {
  kpi_touch: "- 'touch_id'",
  job: "- 'job_id' - 'created_at' - case when queue = 'outbox' then 'run_at' else '' end",
};

let world: TicketWorld;
let requester: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  agent = await world.staff();
});
afterAll(() => world.db.close());

interface Case {
  readonly service: 0 | 1 | 2;
  readonly openedAt: number;
  readonly actor: 'CLIENT' | 'PROVIDER';
  readonly watchers: boolean;
  readonly confidential: boolean;
  readonly priority: 'P1' | null;
}

const ORDINARY: Case = {
  ...{ service: 0, openedAt: MONDAY, actor: 'CLIENT', watchers: false, confidential: false, priority: null },
};

class Undone extends Error {}

async function rowsOf(tx: Tx): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const table of TABLES) {
    const text = `select to_jsonb(t) ${OWN[table] ?? ''} as row from ${table} t where tenant_id = $1`;
    const rows = await tx.query(statement<{ row: unknown }>(`spec-rows-${table}`, text), [world.acme]);
    found[table] = rows.map(({ row }) => JSON.stringify(row)).sort();
  }
  return found;
}

/** What a way of writing leaves, in a transaction that is undone: the other way finds the house as it was. */
async function leftBy(
  ticketId: string,
  { service, openedAt, actor: side, watchers, confidential, priority }: Case,
  way: 'alone' | 'as a change',
) {
  const left: Readonly<Record<string, readonly unknown[]>>[] = [];
  const written = world.asSystem(async (tx) => {
    const serviceItemId = world.services[service];
    const bound = await bindAt(tx, { tenantId: world.acme, serviceItemId, at: openedAt });
    if (bound === null) throw new Error('no service');
    const { binding, serviceName, ...law } = bound;
    const actor: Actor = { side, userId: side === 'CLIENT' ? requester : agent };
    const asked = { type: 'INCIDENT', impact: 2, urgency: 1, channel: 'PHONE', confidential } as const;
    const open: TicketCommand = { kind: 'OPEN', ...asked, priority, requesterId: requester, binding };
    const watching = watchers
      ? [requester, agent].map((userId): TicketCommand => ({ kind: 'ADD_WATCHER', userId }))
      : [];
    const decided = decideAll(null, [open, ...watching], { terms: law.terms, actor, now: openedAt });
    if (decided.kind === 'refused') throw new Error('refused');
    const { events: log, state } = decided;
    const seed = {
      providerId: world.providerId,
      tenantId: world.acme,
      ticketId,
      number: 0,
      serviceItemId,
      serviceName,
    };
    const words = { subject: ' 백업 서버 접속 불가 ', description: '따옴표 \' \\ " 와\n줄바꿈', followsUpId: null };
    const before = newTicketRow({ ...seed, ...asked, ...words, openedAt });
    const rest = { before, log, state, terms: law.terms, calendarOf: law.calendarOf };
    if (way === 'alone') await writeOpening(tx, { ...rest, actor });
    else await applyEvents(tx, [{ ...rest, isNew: true, events: log, messages: [], internalSeqs: new Set<number>() }]);
    left.push(await rowsOf(tx));
    throw new Undone();
  }, world.acme);
  await expect(written).rejects.toBeInstanceOf(Undone);
  return left[0];
}

it.each<readonly [string, Case]>([
  ['an ordinary one', ORDINARY],
  ['one that people watch, of which nobody else shall know', { ...ORDINARY, watchers: true, confidential: true }],
  ['one that nothing was promised for', { ...ORDINARY, service: 2 }],
  [
    'one by another policy, by staff, with a priority set by hand',
    { ...ORDINARY, service: 1, actor: 'PROVIDER', priority: 'P1' },
  ],
  ['a call that was made hours ago', { ...ORDINARY, openedAt: MONDAY - 8 * HOUR, actor: 'PROVIDER' }],
  ['a call of the month before', { ...ORDINARY, openedAt: MONDAY - 29 * DAY, actor: 'PROVIDER' }],
])('a new ticket leaves the very rows that it would leave as a change: %s', async (_sentence, one) => {
  world.clock(0);
  const ticketId = newId();
  const alone = await leftBy(ticketId, one, 'alone');
  expect(alone).toEqual(await leftBy(ticketId, one, 'as a change'));
  expect(alone?.['ticket']).toHaveLength(1);
  expect(alone?.['kpi_rollup']?.length).toBeGreaterThan(0);
});
