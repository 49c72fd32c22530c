import { createServer, type Server } from 'node:http';
import type { JobHandler } from '@daylight/api-database';
import { createProvider, createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import { queueAges } from '../runtime/claims.js';
import { Worker, WORKER_DEFAULTS } from '../runtime/worker.js';
import { overdueCounts } from '../status/overdue.js';
import { newJob, noJobsLeft, put, runWorkers, until } from '../testing/workers.test.js';
import { quiet } from '../testing/quiet.test.js';
import { Heartbeat, pingAddress } from './heartbeat.js';

let db: TestDatabase;
let providerId: string;
let listener: Server;
let address: string;
let heard = 0;
let answer = 200;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  listener = createServer((_request, response) => {
    heard += 1;
    response.writeHead(answer).end('ok');
  });
  const port = await new Promise<number>((resolve) => {
    listener.listen(0, '127.0.0.1', () => {
      const at = listener.address();
      resolve(typeof at === 'object' && at !== null ? at.port : 0);
    });
  });
  address = `http://127.0.0.1:${port}/beat`;
});
beforeEach(async () => {
  await db.owner('delete from job');
  heard = 0;
  answer = 200;
});
afterAll(async () => {
  listener.closeAllConnections();
  listener.close();
  await db.close();
});

const said: string[] = [];
const remember = (_about: unknown, words?: string): void => void said.push(words ?? '');

function heartOf(parts: { readonly turning?: () => boolean; readonly done?: () => number } = {}): Heartbeat {
  said.length = 0;
  return new Heartbeat({
    ...{ turning: parts.turning ?? (() => true), done: parts.done ?? (() => 0) },
    ...{ ages: () => queueAges(db.worker), overdue: () => overdueCounts(db.worker), ping: () => pingAddress(address) },
    log: { info: remember, warn: remember, error: remember },
  });
}
const late = (minutes: number) =>
  db.owner(`update job set run_at = clock_timestamp() - make_interval(mins => $1)`, [minutes]);

it('somebody outside hears a beat while nothing waits (R15)', async () => {
  await expect(heartOf().beat()).resolves.toBe(true);
  expect(heard).toBe(1);
});

it('a loop that stopped turning is heard no more', async () => {
  await expect(heartOf({ turning: () => false }).beat()).resolves.toBe(false);
  expect(heard).toBe(0);
});

it('work that hangs in every hand of the worker, while more waits, is silence outside and said in the log (G7)', async () => {
  await put(
    db,
    providerId,
    Array.from({ length: 5 }, () => newJob('hang', {})),
  );
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let hanging = 0;
  const hang: JobHandler = {
    queue: 'hang',
    handle: async () => {
      hanging += 1;
      await released;
    },
  };
  const options = { ...WORKER_DEFAULTS, concurrency: 2, idleMs: 20 };
  const worker = new Worker(db.worker, new Map([['hang', hang]]), quiet, options);
  const running = worker.run();
  try {
    await until(async () => hanging === 2);
    await late(3);
    await expect(heartOf().beat()).resolves.toBe(false);
    expect(heard).toBe(0);
    expect(said).toEqual(['the queues do not move; no heartbeat is sent']);
  } finally {
    release();
    await until(() => noJobsLeft(db));
    worker.stop();
    await running;
  }
  await expect(heartOf().beat()).resolves.toBe(true);
}, 60_000);

it('a backlog that is being worked off moves: it is heard, and the overdue steps are in the log', async () => {
  await put(db, providerId, [newJob('slow', {})]);
  await late(10);
  let done = 0;
  const heart = heartOf({ done: () => done });
  await expect(heart.beat()).resolves.toBe(false);
  done = 7;
  await expect(heart.beat()).resolves.toBe(true);
  await expect(heart.beat()).resolves.toBe(false);
  expect(said).toContain('steps are overdue');
});

it('one long piece of work in hand is no queue that stands still', async () => {
  await put(db, providerId, [newJob('long', {})]);
  await late(30);
  await db.owner(`update job set leased_until = clock_timestamp() + interval '1 minute', lease = gen_random_uuid()`);
  await expect(heartOf().beat()).resolves.toBe(true);
  await expect(overdueCounts(db.worker)).resolves.toEqual([]);
});

it('a job that was given up doesn’t silence the worker for ever', async () => {
  await put(db, providerId, [newJob('poison', {})]);
  await db.owner('update job set dead_at = now(), attempts = 8');
  await late(60);
  await expect(heartOf().beat()).resolves.toBe(true);
});

it('a listener that refuses is said in the log, and nothing breaks', async () => {
  answer = 500;
  await expect(heartOf().beat()).resolves.toBe(false);
  expect(said.at(-1)).toBe('the heartbeat did not get through');
});

it('a worker that works has nothing overdue', async () => {
  await put(db, providerId, [newJob('slow', {})]);
  await late(10);
  await expect(overdueCounts(db.worker)).resolves.toMatchObject([{ kind: 'JOB', overdue: 1 }]);
  await runWorkers(db, [{ queue: 'slow', handle: () => Promise.resolve() }], () => noJobsLeft(db));
  await expect(overdueCounts(db.worker)).resolves.toEqual([]);
});
