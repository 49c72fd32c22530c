import { execFile } from 'node:child_process';
import { DAY } from '@daylight/domain';
import { createTestDatabase, type TestDatabase } from '@daylight/api-testing';

/** A Wednesday noon in Seoul. */
const FIRST_START = Date.UTC(2026, 8, 16, 3);
let db: TestDatabase;

jest.setTimeout(120_000);

beforeAll(async () => {
  db = await createTestDatabase();
  await demo(`(await import('./tools/demo/seed.mjs')).seedDemo({ urls, log, now: ${FIRST_START} })`);
});
afterAll(() => db.close());

/** Runs an expression with `urls` and `log` as npm start does, in a process of its own; returns what it logged. */
function demo(expression: string): Promise<string> {
  const [ownerUrl, appUrl, workerUrl] = ['daylight_owner', 'daylight_app', 'daylight_worker'].map((role) =>
    db.url(role),
  );
  const script = `
    const urls = ${JSON.stringify({ ownerUrl, appUrl, workerUrl })};
    const log = (line) => console.log(line);
    await ${expression};`;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], (error, out, err) =>
      error === null ? resolve(out) : reject(new Error(`${out}${err}`)),
    );
  });
}
const startAt = (now: number): Promise<string> =>
  demo(`(await import('./tools/demo/catch-up.mjs')).catchUp({ urls, log, now: ${now} })`);
const ask = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await db.owner<{ n: string }>(sql, values))[0]?.n);
const ticketsSince = (from: number): Promise<number> =>
  ask('select count(*) as n from ticket where opened_at >= $1', [new Date(from)]);

it('a start on the day of the seed appends nothing', async () => {
  const before = await ticketsSince(0);
  await expect(startAt(FIRST_START + DAY / 4)).resolves.toBe('');
  await expect(ticketsSince(0)).resolves.toBe(before);
});

it('after three days tickets have arrived on each, what lay on the desks is worked off, and nothing lies in the future', async () => {
  const now = FIRST_START + 3 * DAY;
  await expect(startAt(now)).resolves.toBe('the demo went on: 3 days appended\n');
  for (const day of [0, 1, 2]) {
    const arrived = `select count(*) as n from ticket where opened_at >= $1 and opened_at < $2`;
    const from = FIRST_START + day * DAY;
    expect(await ask(arrived, [new Date(from), new Date(from + DAY)])).toBeGreaterThan(0);
  }
  expect(await ask('select count(*) as n from ticket_event where occurred_at > $1', [new Date(now)])).toBe(0);
  const forgotten = `select count(*) as n from ticket where status in ('NEW', 'OPEN') and updated_at < $1`;
  expect(await ask(forgotten, [new Date(FIRST_START)])).toBe(0);
  const again = await ticketsSince(0);
  await expect(startAt(now + 60_000)).resolves.toBe('');
  await expect(ticketsSince(0)).resolves.toBe(again);
});

it('after more than fourteen days it says how to begin anew and touches nothing', async () => {
  const before = await ticketsSince(0);
  await expect(startAt(FIRST_START + 30 * DAY)).resolves.toMatch(/^the demo ends 27 days ago: npm run db:reset/);
  await expect(ticketsSince(0)).resolves.toBe(before);
});
