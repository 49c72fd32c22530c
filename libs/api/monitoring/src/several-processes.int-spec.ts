import { systemClock } from '@daylight/api-platform';
import fastify, { type FastifyInstance } from 'fastify';
import { addSource, createHouse, firing, post, SETTING, staffTx, type House, type Source } from './house.fixture.js';
import { registerIntake } from './receive/register-intake.js';
import { sourceRow, sourceView } from './sources/source-view.js';

let house: House;
const others: FastifyInstance[] = [];
beforeAll(async () => {
  house = await createHouse();
});
afterEach(async () => {
  for (const http of others.splice(0)) await http.close();
});
afterAll(() => house.close());

/** Another process that takes deliveries, with the same database and a memory of its own. */
async function another(): Promise<Pick<House, 'http'> & House> {
  const http = fastify();
  await registerIntake(http, { uow: house.db.app, clock: systemClock, secret: SETTING.secret });
  others.push(http);
  return { ...house, http };
}

const seen = (source: Source) =>
  staffTx(house, house.acme, async (tx) => {
    const row = await sourceRow(tx, source.sourceId);
    return row === null ? null : sourceView(row, tx.now);
  });

describe('several processes take deliveries', () => {
  test('what a source may send in a minute is counted for all of them together', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER', { perMinute: 6 });
    const processes = [await another(), await another(), await another()];
    const answers = [];
    for (let turn = 0; turn < 4; turn += 1) {
      for (const one of processes) answers.push((await post(one, source, firing(`${turn}`))).statusCode);
    }
    expect(answers.filter((status) => status === 202)).toHaveLength(6);
    expect(answers.filter((status) => status === 429)).toHaveLength(6);
  });

  test('many at once in one process take no more than there is, and cost few questions', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER', { perMinute: 40 });
    const one = await another();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => post(one, source, firing(`${n}`))));
    const taken = answers.filter(({ statusCode }) => statusCode === 202).length;
    // A second of the minute may pass meanwhile, and what was taken out is spent or lost.
    expect(taken).toBeGreaterThanOrEqual(30);
    expect(taken).toBeLessThanOrEqual(42);
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('the bucket fills up again evenly over the minute', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER', { perMinute: 60 });
    const [one, two] = [await another(), await another()];
    await post(one, source, firing('A'));
    await house.db.owner(
      `update intake_allowance set tokens = 0, at = now() - interval '2 seconds' where source_id = $1`,
      [source.sourceId],
    );
    const answers = [await post(two, source, firing('B')), await post(two, source, firing('C'))];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202]);
  });

  test('one source that is over its limit leaves another of the same client alone', async () => {
    const [busy, calm] = [
      await addSource(house, house.acme, 'ALERTMANAGER', { perMinute: 1 }),
      await addSource(house, house.acme, 'ALERTMANAGER', { perMinute: 1 }),
    ];
    await post(house, busy, firing('A'));
    expect((await post(house, busy, firing('A'))).statusCode).toBe(429);
    expect((await post(house, calm, firing('A'))).statusCode).toBe(202);
  });
});

describe('refused secrets', () => {
  test('whoever sends a wrong one learns only that it was refused; staff see how often, why and when last', async () => {
    const source = await addSource(house, house.acme, 'GENERIC', { auth: 'SECRET' });
    const one = await another();
    const send = async (headers: Readonly<Record<string, string>>) =>
      (await post(one, source, { title: 'Secret' }, headers)).body;
    const answers = [
      await send({}),
      await send({ 'x-daylight-secret': 'a' }),
      await send({ 'x-daylight-secret': 'b' }),
    ];
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toMatch(/missing|wrong|unset|stale|issued/i);
    await others.splice(0)[0]?.close();
    const view = await seen(source);
    expect(view?.['refusals']).toEqual(
      expect.arrayContaining([
        { why: 'WRONG', count: 2, lastAt: expect.any(Number) },
        { why: 'MISSING', count: 1, lastAt: expect.any(Number) },
      ]),
    );
  });

  test('counts of several processes add up, and those of one source are not another’s', async () => {
    const [source, other] = [
      await addSource(house, house.acme, 'GENERIC', { auth: 'HMAC' }),
      await addSource(house, house.acme, 'GENERIC', { auth: 'HMAC' }),
    ];
    for (const one of [await another(), await another()]) await post(one, source, { title: 'A' });
    for (const http of others.splice(0)) await http.close();
    expect((await seen(source))?.['refusals']).toMatchObject([{ why: 'MISSING', count: 2 }]);
    expect((await seen(other))?.['refusals']).toEqual([]);
  });

  test('the application reads them only for staff of the client, and writes none itself', async () => {
    const source = await addSource(house, house.acme, 'GENERIC', { auth: 'SECRET' });
    const one = await another();
    await post(one, source, { title: 'A' });
    await others.splice(0)[0]?.close();
    const rows = (of: typeof house.acme) =>
      staffTx(house, of, ({ rows: db }) =>
        db.query('select 1 from intake_refusal where source_id = $1', [source.sourceId]),
      );
    expect([await rows(house.acme), await rows(house.other)].map((found) => found.length)).toEqual([1, 0]);
    const forged = staffTx(house, house.acme, ({ rows: db }) => db.query('update intake_refusal set count = 1'));
    await expect(forged).rejects.toThrow('permission denied');
  });
});
