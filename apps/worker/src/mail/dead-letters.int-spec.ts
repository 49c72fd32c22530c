import { asStaff, statementLog, type Tx } from '@daylight/api-database';
import {
  composeHandler,
  deadLetterQueues,
  deadLetters,
  discardDeadLetters,
  retryDeadLetters,
  sendHandler,
  smtpTransport,
} from '@daylight/api-mail';
import { mailEntities } from '@daylight/api-mail/entities';
import { newId, type StaffScope } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { startSmtpSink, type SmtpSink } from '../testing/smtp-sink.test.js';
import { createRanTable, newJob, put, ranOf, recordRun, runWorkers } from '../testing/workers.test.js';

const LINK = { origin: 'https://daylight.example', secret: 's'.repeat(32) };

let db: TestDatabase;
let sink: SmtpSink;
let providerId: string;
let adminId: string;
let acme: string;
let beta: string;

beforeAll(async () => {
  db = await createTestDatabase(mailEntities);
  await createRanTable(db);
  sink = await startSmtpSink();
  ({ providerId, adminId } = await createProvider(db, 'North'));
  acme = await createTenant(db, providerId, 'ACME');
  beta = await createTenant(db, providerId, 'BETA');
});
afterEach(async () => {
  sink.taken.length = 0;
  sink.judge = () => null;
  for (const table of ['job', 'mail_message', 'discarded_letter', 'ran']) await db.owner(`delete from ${table}`);
});
afterAll(async () => {
  await sink.close();
  await db.close();
});

async function as<T>(personId: string, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
  return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}
const asAdmin = <T>(work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> => as(adminId, work);

const list = (queue: string | null = null, first = 50) =>
  asAdmin(async (tx) => (await deadLetters(tx, queue, { first })).edges.map(({ node }) => node));

const nothingAlive = async (): Promise<boolean> =>
  (await db.owner('select 1 from job where dead_at is null')).length === 0;

/** Jobs of the queue `broken`, run until they were given up. */
async function giveUp(tenantIds: readonly (string | null)[]): Promise<void> {
  await put(
    db,
    providerId,
    tenantIds.map((tenantId, n) => newJob('broken', { topic: `part-${n}`, secret: 'not for screens' }, { tenantId })),
  );
  const broken = {
    queue: 'broken',
    pauseMs: [1, 2] as const,
    handle: () => Promise.reject(new Error('the disk is full')),
  };
  await runWorkers(db, [broken], nothingAlive, { count: 2 });
}

/** A mail that its server refused for good. */
async function refuseMail(): Promise<void> {
  sink.judge = () => '550 no such user here';
  const personId = await createClient(db, providerId, acme);
  await put(db, providerId, [
    newJob('mail', { template: 'INVITATION', personId, link: '/welcome?token=s' }, { tenantId: acme }),
  ]);
  await send();
}

const send = () =>
  runWorkers(
    db,
    [composeHandler(LINK), sendHandler(smtpTransport(sink.url, 'D <d@daylight.example>'), { ...LINK, domain: null })],
    nothingAlive,
  );

it('work of any queue that was given up is listed with why, after how many attempts, and for whom', async () => {
  await giveUp([acme]);
  await refuseMail();
  const letters = await list();
  expect(letters.map(({ queue, detail, attempts, tenantName }) => ({ queue, detail, attempts, tenantName }))).toEqual(
    expect.arrayContaining([
      { queue: 'broken', detail: 'part-0', attempts: 8, tenantName: 'Tenant ACME' },
      { queue: 'mail-send', detail: 'INVITATION', attempts: 1, tenantName: 'Tenant ACME' },
    ]),
  );
  expect(letters.find(({ queue }) => queue === 'broken')?.error).toContain('the disk is full');
  expect(letters.find(({ queue }) => queue === 'mail-send')?.error).toContain('550 no such user here');
  expect(JSON.stringify(letters)).not.toContain('not for screens');
  await expect(asAdmin(deadLetterQueues)).resolves.toEqual([
    { queue: 'broken', queueName: 'broken', count: 1 },
    { queue: 'mail-send', queueName: '메일 발송', count: 1 },
  ]);
  expect((await list('mail-send')).map(({ queue }) => queue)).toEqual(['mail-send']);
});

it('what is tried again runs with all its attempts before it, and the trail says who asked for it', async () => {
  await giveUp([acme, null]);
  const letters = await list();
  const ids = letters.map(({ id }) => id);
  await expect(asAdmin((tx) => retryDeadLetters(tx, { ids }))).resolves.toMatchObject({
    __typename: 'DeadLettersSettled',
  });
  await runWorkers(db, [{ queue: 'broken', handle: (tx) => recordRun(tx, 'mended') }], nothingAlive);
  await expect(ranOf(db)).resolves.toEqual(['mended', 'mended']);
  await expect(list()).resolves.toEqual([]);
  const trail = await db.owner<{ action: string; actor_person_id: string; before: { queue: string } }>(
    'select action, actor_person_id, before from audit_entry where object_id = any ($1)',
    [ids],
  );
  expect(trail.map(({ action, actor_person_id, before }) => [action, actor_person_id, before.queue])).toEqual([
    ['dead-letter.retry', adminId, 'broken'],
    ['dead-letter.retry', adminId, 'broken'],
  ]);
});

it('a mail that is tried again is sent under the same message id', async () => {
  await refuseMail();
  const [letter] = await list();
  sink.judge = () => null;
  await asAdmin((tx) => retryDeadLetters(tx, { ids: [letter?.id ?? ''] }));
  await send();
  await expect(db.owner('select state from mail_message')).resolves.toEqual([{ state: 'SENT' }]);
  expect(sink.taken).toHaveLength(1);
});

it('what is discarded leaves the list for a reason, and what it was can still be looked up', async () => {
  await giveUp([acme]);
  await refuseMail();
  const ids = (await list()).map(({ id }) => id);
  const answer = await asAdmin((tx) => discardDeadLetters(tx, { ids, reason: ' 퇴사자 계정 ' }));
  expect(answer).toMatchObject({ __typename: 'DeadLettersSettled' });
  await expect(list()).resolves.toEqual([]);
  await expect(db.owner('select 1 from job')).resolves.toEqual([]);
  await expect(db.owner('select state from mail_message')).resolves.toEqual([{ state: 'DEAD' }]);
  const kept = await db.owner<{ queue: string; reason: string; discarded_by: string }>(
    'select queue, reason, discarded_by from discarded_letter order by queue',
  );
  expect(kept).toEqual([
    { queue: 'broken', reason: '퇴사자 계정', discarded_by: adminId },
    { queue: 'mail-send', reason: '퇴사자 계정', discarded_by: adminId },
  ]);
  const actions = await db.owner(`select action from audit_entry where object_id = any ($1)`, [ids]);
  expect(actions).toEqual([{ action: 'dead-letter.discard' }, { action: 'dead-letter.discard' }]);
});

it('nothing is discarded without a reason, and an unknown letter leaves the others as they were', async () => {
  await giveUp([acme]);
  const [letter] = await list();
  const id = letter?.id ?? '';
  await expect(asAdmin((tx) => discardDeadLetters(tx, { ids: [id], reason: '  ' }))).resolves.toMatchObject({
    __typename: 'InputRefused',
    problems: [{ path: 'reason', message: '내용을 입력해 주십시오.' }],
  });
  for (const ids of [[id, newId()], [], ['x']]) {
    await expect(asAdmin((tx) => retryDeadLetters(tx, { ids }))).resolves.toMatchObject({ __typename: 'NotFound' });
  }
  await expect(asAdmin((tx) => retryDeadLetters(tx, { ids: Array(101).fill(id) }))).resolves.toMatchObject({
    __typename: 'InputRefused',
  });
  expect((await list()).map((each) => each.id)).toEqual([id]);
});

it('an administrator of some clients sees and settles the letters of those', async () => {
  await giveUp([acme, beta]);
  const some = await createStaff(db, providerId, { role: 'PROVIDER_ADMIN', restrictedTo: [acme] });
  const seen = await as(some, async (tx) => (await deadLetters(tx, null, { first: 50 })).edges);
  expect(seen.map(({ node }) => node.tenantId)).toEqual([acme]);
  const foreign = (await list()).find(({ tenantId }) => tenantId === beta);
  await expect(as(some, (tx) => retryDeadLetters(tx, { ids: [foreign?.id ?? ''] }))).resolves.toMatchObject({
    __typename: 'NotFound',
  });
});

it('pages follow each other without a gap, with one statement for 2 and for 20 letters', async () => {
  await giveUp([...Array(20)].map(() => acme));
  const counts = [];
  for (const first of [2, 20]) {
    counts.push(
      await asAdmin(async (tx) => {
        statementLog.names = [];
        await deadLetters(tx, null, { first });
        const { length } = statementLog.names;
        statementLog.names = null;
        return length;
      }),
    );
  }
  expect(counts).toEqual([1, 1]);
  const details = new Set<string | null>();
  let after: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const { edges, pageInfo } = await asAdmin((tx) => deadLetters(tx, 'broken', { first: 7, after }));
    for (const { node } of edges) details.add(node.detail);
    after = pageInfo.endCursor;
  }
  expect(details.size).toBe(20);
});
