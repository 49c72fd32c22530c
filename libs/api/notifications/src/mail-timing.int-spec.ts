import type { Tx } from '@daylight/api-database';
import { tryOwnAddressAgain } from '@daylight/api-mail';
import { newId, type PersonScope } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { notificationEntities } from './model/entities.js';
import { mailTimingView } from './queries/mail-timing.js';
import { setMailTiming, type MailTimingInput } from './use-cases/set-mail-timing.js';

let db: TestDatabase;
let providerId: string;
let tenantId: string;
let kim: string;
let agent: string;

beforeAll(async () => {
  db = await createTestDatabase(notificationEntities);
  ({ providerId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
  kim = await createClient(db, providerId, tenantId);
  agent = await createStaff(db, providerId);
});
afterEach(async () => {
  for (const table of ['job', 'mail_timing', 'mail_held', 'mail_address_trouble'])
    await db.owner(`delete from ${table}`);
});
afterAll(() => db.close());

async function as<T>(personId: string, work: (tx: Tx<PersonScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, personId === agent ? 'CONSOLE' : 'PORTAL');
  return db.app.asPerson(caller, work);
}

const WEEKLY: MailTimingInput = {
  ...{ digest: 'WEEKLY', digestHour: 9, digestWeekday: 1 },
  quiet: { from: '22:00', to: '07:00', days: [7, 1, 1, 2] },
};

it('whoever has chosen nothing gets each mail at once, on either side', async () => {
  for (const personId of [kim, agent]) {
    const timing = await as(personId, mailTimingView);
    expect(timing).toMatchObject({ digest: 'NONE', quiet: null, held: 0, nextAt: null, returned: null });
  }
});

it('what was chosen is kept for that person alone, days once and in their order, and may be changed', async () => {
  const set = await as(kim, (tx) => setMailTiming(tx, WEEKLY));
  const quiet = { from: '22:00', to: '07:00', days: [1, 2, 7] };
  expect(set).toMatchObject({ __typename: 'MailTimingSet', timing: { digest: 'WEEKLY', digestHour: 9, quiet } });
  expect(await as(agent, mailTimingView)).toMatchObject({ digest: 'NONE', quiet: null });
  await as(kim, (tx) => setMailTiming(tx, { ...WEEKLY, digest: 'DAILY', quiet: null }));
  expect(await as(kim, mailTimingView)).toMatchObject({ digest: 'DAILY', quiet: null });
  const jobs = await db.owner<{ topic: string }>(`select payload ->> 'topic' as topic from job`);
  expect(jobs.map(({ topic }) => topic)).toEqual(['mail.timing-changed', 'mail.timing-changed']);
});

it.each<readonly [what: string, part: Partial<MailTimingInput>, path: string]>([
  ['an hour that no day has', { digestHour: 24 }, 'digestHour'],
  ['an eighth day', { digestWeekday: 8 }, 'digestWeekday'],
  ['quiet hours that never end', { quiet: { from: '07:00', to: '07:00', days: [1] } }, 'quiet'],
  ['quiet hours on no day', { quiet: { from: '22:00', to: '07:00', days: [] } }, 'quiet'],
  ['a time that no clock shows', { quiet: { from: '25:00', to: '07:00', days: [1] } }, 'quiet'],
])('%s is refused, and nothing is written', async (_what, part, path) => {
  const refused = await as(kim, (tx) => setMailTiming(tx, { ...WEEKLY, ...part }));
  expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ path }] });
  expect(await db.owner('select 1 from mail_timing')).toEqual([]);
  expect(await db.owner('select 1 from job')).toEqual([]);
});

it('one sees how many mails wait, and when the next leaves: the own ones alone, none of their words', async () => {
  for (const [personId, at] of [
    [kim, '2099-01-02'],
    [kim, '2099-01-01'],
    [agent, '2098-01-01'],
  ]) {
    await db.owner(
      `insert into mail_held (provider_id, held_id, person_id, tenant_id, payload, in_digest, held_at, due_at)
       values ($1, $2, $3, $4, '{}', true, now(), $5)`,
      [providerId, newId(), personId, tenantId, at],
    );
  }
  expect(await as(kim, mailTimingView)).toMatchObject({ held: 2, nextAt: Date.parse('2099-01-01') });
  const words = as(kim, (tx) => tx.query({ name: 'spec-held', text: 'select payload from mail_held' }));
  await expect(words).rejects.toMatchObject({ code: '42501' });
});

it('one reads that the own address returns mail, and can say that it works again', async () => {
  const [{ email } = { email: '' }] = await db.owner<{ email: string }>(
    'select email from person where person_id = $1',
    [kim],
  );
  await db.owner(
    `insert into mail_address_trouble (provider_id, trouble_id, address, tenant_id, person_id, mail_id, kind, status, said, at)
     values ($1, $2, $3, $4, $5, $2, 'HARD', '5.1.1', 'no such user', now())`,
    [providerId, newId(), email, tenantId, kim],
  );
  expect(await as(agent, mailTimingView)).toMatchObject({ returned: null });
  expect(await as(kim, mailTimingView)).toMatchObject({ returned: { kind: 'HARD', said: 'no such user' } });
  await as(agent, tryOwnAddressAgain);
  expect(await as(kim, mailTimingView)).toMatchObject({ returned: { kind: 'HARD' } });
  await as(kim, tryOwnAddressAgain);
  expect(await as(kim, mailTimingView)).toMatchObject({ returned: null });
});
