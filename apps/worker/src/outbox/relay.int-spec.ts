import { appendEvents, LIVE_CHANNEL, type RelayedEvent, type Subscriber } from '@daylight/api-database';
import { createProvider, createTenant, createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import pg from 'pg';
import { createRanTable, ranOf, recordRun, runWorkers } from '../testing/workers.test.js';
import { outboxRelay, subscriberRunner } from './relay.js';

let db: TestDatabase;
let providerId: string;
let tenantId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
  await createRanTable(db);
});
beforeEach(async () => {
  await db.owner('delete from job');
  await db.owner('delete from ran');
});
afterAll(() => db.close());

function append(topic: string): Promise<void> {
  return db.worker.asSystem({ providerId, tenantId }, (tx) =>
    appendEvents(tx, [{ topic, tenantId, ids: { ticketId: 't1' } }]),
  );
}

async function drained(): Promise<boolean> {
  return (await db.owner('select 1 from job where dead_at is null')).length === 0;
}

function drain(subscribers: readonly Subscriber[], count = 1): Promise<void> {
  return runWorkers(db, [outboxRelay(subscribers), { ...subscriberRunner(subscribers), pauseMs: [1, 1] }], drained, {
    count,
  });
}

it('an event reaches each subscriber of its topic, once each, and nobody else', async () => {
  const seen: RelayedEvent[] = [];
  const subscribers: Subscriber[] = [
    { name: 'a', topics: ['ticket.opened', 'ticket.replied'], handle: async (_tx, event) => void seen.push(event) },
    { name: 'b', topics: ['ticket.opened'], handle: (tx) => recordRun(tx, 'b') },
    { name: 'c', topics: ['review.signed'], handle: (tx) => recordRun(tx, 'c') },
  ];
  for (let n = 0; n < 20; n += 1) await append('ticket.opened');
  await drain(subscribers, 3);
  await expect(ranOf(db)).resolves.toEqual(Array.from({ length: 20 }, () => 'b'));
  expect(new Set(seen.map(({ id }) => id)).size).toBe(20);
  expect(seen[0]).toMatchObject({ topic: 'ticket.opened', tenantId, ids: { ticketId: 't1' } });
});

it('one subscriber’s failure is not another’s, and is visible as a dead letter', async () => {
  await append('ticket.opened');
  await drain([
    { name: 'broken', topics: ['ticket.opened'], handle: () => Promise.reject(new Error('broken')) },
    { name: 'whole', topics: ['ticket.opened'], handle: (tx) => recordRun(tx, 'whole') },
  ]);
  await expect(ranOf(db)).resolves.toEqual(['whole']);
  await expect(db.owner(`select queue, payload ->> 'subscriber' as subscriber, last_error from job`)).resolves.toEqual([
    { queue: 'subscriber', subscriber: 'broken', last_error: 'Error: broken' },
  ]);
});

it('live screens are told ids only, when the event is relayed', async () => {
  const listener = new pg.Client({ connectionString: db.url('daylight_app') });
  await listener.connect();
  await listener.query(`listen ${LIVE_CHANNEL}`);
  const told = new Promise((resolve) =>
    listener.once('notification', ({ payload }) => resolve(JSON.parse(payload ?? ''))),
  );
  await append('ticket.replied');
  await drain([]);
  await expect(told).resolves.toEqual({ providerId, tenantId, topic: 'ticket.replied', ids: { ticketId: 't1' } });
  await listener.end();
});

it('two subscribers with one name are refused at start', () => {
  const twin = { name: 'a', topics: [], handle: () => Promise.resolve() };
  expect(() => subscriberRunner([twin, twin])).toThrow('two subscribers share a name');
});
