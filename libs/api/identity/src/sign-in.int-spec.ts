import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  type TestDatabase,
} from '@daylight/api-testing';
import { AccountAuthenticator } from './accounts.js';
import { OpenLink, RequestPasswordReset, SpendLink } from './links.js';
import { entities } from './model/entities.js';
import { callerOf, type Visit } from './open-session.js';
import { hashPassword } from './passwords.js';
import { SignIn } from './sign-in.js';

const PASSWORD = '한강-밤산책-1204';

let db: TestDatabase;
let signIn: SignIn;
let provider: { providerId: string; adminId: string };
let tenantId: string;

beforeAll(async () => {
  db = await createTestDatabase(entities);
  signIn = new SignIn(db.app, new AccountAuthenticator(db.app));
  provider = await createProvider(db, 'North');
  tenantId = await createTenant(db, provider.providerId, 'ACME');
});
afterAll(() => db.close());

let addresses = 0;
/** Each test comes from its own network address, so that none uses up another's attempts. */
function visit(audience: 'PORTAL' | 'CONSOLE', token: string | null = null): Visit {
  addresses += 1;
  return { audience, address: `192.0.2.${addresses}`, userAgent: 'spec', requestId: 'spec', language: null, token };
}

async function withPassword(personId: string, providerId = provider.providerId): Promise<string> {
  await db.owner(
    'insert into credential (provider_id, person_id, password_hash, changed_at) values ($1, $2, $3, now())',
    [providerId, personId, await hashPassword(PASSWORD)],
  );
  const [row] = await db.owner<{ email: string }>('select email from person where person_id = $1', [personId]);
  return row?.email ?? '';
}

async function client(): Promise<{ personId: string; email: string }> {
  const personId = await createClient(db, provider.providerId, tenantId, ['COORDINATOR']);
  return { personId, email: await withPassword(personId) };
}

it('the right password opens a session that knows the person, the company and what may be done', async () => {
  const { personId, email } = await client();
  const result = await signIn.run(visit('PORTAL'), { email: `  ${email.toUpperCase()} `, password: PASSWORD });
  expect(result).toMatchObject({
    __typename: 'SignedIn',
    viewer: {
      id: personId,
      email,
      provider: { name: 'North' },
      tenant: { id: tenantId, name: 'Tenant ACME', roles: ['COORDINATOR'] },
      tenants: [{ id: tenantId }],
      permissions: expect.arrayContaining(['people:invite', 'ticket:read']),
    },
  });
});

it('staff sign in to the console by the same way, and not to the portal', async () => {
  const personId = await createStaff(db, provider.providerId, { role: 'ACCOUNT_MANAGER' });
  const email = await withPassword(personId);
  const signedIn = await signIn.run(visit('CONSOLE'), { email, password: PASSWORD });
  expect(signedIn).toMatchObject({ __typename: 'SignedIn', viewer: { role: 'ACCOUNT_MANAGER', restricted: false } });
  await expect(signIn.run(visit('PORTAL'), { email, password: PASSWORD })).resolves.toMatchObject({
    __typename: 'SignInRefused',
  });
});

it('a password typed on a Mac, where Korean comes decomposed, is the same password', async () => {
  const { email } = await client();
  const result = await signIn.run(visit('PORTAL'), { email, password: PASSWORD.normalize('NFD') });
  expect(result.__typename).toBe('SignedIn');
});

it('unknown, deactivated, not yet invited and wrong password are refused in the same words', async () => {
  const [known, gone, fresh] = [await client(), await client(), await client()];
  await db.owner(`update person set status = 'DEACTIVATED' where person_id = $1`, [gone.personId]);
  await db.owner(`update person set status = 'INVITED' where person_id = $1`, [fresh.personId]);
  const attempts = [
    { email: known.email, password: 'not-the-password' },
    { email: gone.email, password: PASSWORD },
    { email: fresh.email, password: PASSWORD },
    { email: 'nobody@nowhere.example', password: PASSWORD },
    { email: known.email, password: '' },
    { email: known.email, password: 'x'.repeat(100_000) },
  ];
  const answers = await Promise.all(attempts.map((input) => signIn.run(visit('PORTAL'), input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"__typename":"SignInRefused","reason":"WRONG_CREDENTIALS"}']),
  );
});

it('somebody without a company gets no session', async () => {
  const { personId, email } = await client();
  await db.owner('delete from tenant_membership where person_id = $1', [personId]);
  const answer = await signIn.run(visit('PORTAL'), { email, password: PASSWORD });
  expect(answer).toEqual({ __typename: 'SignInRefused', reason: 'NO_TENANT' });
  await expect(db.owner('select 1 from session where person_id = $1', [personId])).resolves.toEqual([]);
});

it('of 100 attempts in one document all are counted, and the account is closed for a while', async () => {
  const { email } = await client();
  const at = visit('PORTAL');
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => signIn.run(at, { email, password: 'guess-guess-guess' })),
  );
  const kinds = answers.map((answer) => answer.__typename);
  expect(kinds.filter((kind) => kind === 'SignInRefused')).toHaveLength(20);
  expect(kinds.filter((kind) => kind === 'TooManyAttempts')).toHaveLength(80);
  const right = await signIn.run(visit('PORTAL'), { email, password: PASSWORD });
  expect(right).toMatchObject({ __typename: 'TooManyAttempts' });
  expect(right.__typename === 'TooManyAttempts' ? right.retryAfterSeconds : 0).toBeGreaterThan(0);
  expect(right.__typename === 'TooManyAttempts' ? right.retryAfterSeconds : 901).toBeLessThanOrEqual(900);
});

it('addresses are not kept in the counters', async () => {
  const { email } = await client();
  await signIn.run(visit('PORTAL'), { email, password: 'guess-guess-guess' });
  const rows = await db.owner<{ key: string }>('select key from rate_limit');
  expect(rows.filter(({ key }) => key.includes('@') || key.includes('192.0.2'))).toEqual([]);
});

it('one address at two providers chooses after the password, and only among those it fits', async () => {
  const { personId, email } = await client();
  const south = await createProvider(db, 'South');
  const east = await createProvider(db, 'East');
  for (const { providerId } of [south, east]) {
    const other = await createClient(db, providerId, await createTenant(db, providerId, 'ACME'));
    await db.owner('update person set email = $1 where person_id = $2', [email, other]);
    if (providerId === south.providerId) await withPassword(other, providerId);
  }
  const answer = await signIn.run(visit('PORTAL'), { email, password: PASSWORD });
  expect(answer).toEqual({
    __typename: 'ChooseProvider',
    providers: [
      { id: provider.providerId, name: 'North' },
      { id: south.providerId, name: 'South' },
    ],
  });
  const chosen = { email, password: PASSWORD, providerId: provider.providerId };
  await expect(signIn.run(visit('PORTAL'), chosen)).resolves.toMatchObject({ viewer: { id: personId } });
  const foreign = { email, password: PASSWORD, providerId: east.providerId };
  await expect(signIn.run(visit('PORTAL'), foreign)).resolves.toMatchObject({ reason: 'WRONG_CREDENTIALS' });
});

it('signing in again ends the session that the browser had', async () => {
  const { email } = await client();
  const first = await signIn.run(visit('PORTAL'), { email, password: PASSWORD });
  const token = first.__typename === 'SignedIn' ? first.token : '';
  await signIn.run(visit('PORTAL', token), { email, password: PASSWORD });
  await expect(db.app.asPerson(callerOf(visit('PORTAL'), token), () => Promise.resolve(1))).rejects.toMatchObject({
    code: 'DL401',
  });
});

it('a reset link comes by mail, works once, ends every session and takes only a good password', async () => {
  const { personId, email } = await client();
  const before = await signIn.run(visit('PORTAL'), { email, password: PASSWORD });
  const oldToken = before.__typename === 'SignedIn' ? before.token : '';
  await new RequestPasswordReset(db.app).run(visit('PORTAL'), { email });
  const [job] = await db.owner<{ payload: { template: string; personId: string; link: string } }>(
    `select payload from job where queue = 'mail' and payload ->> 'personId' = $1`,
    [personId],
  );
  expect(job?.payload).toMatchObject({ template: 'PASSWORD_RESET', link: expect.stringMatching(/^\/welcome\?token=/) });
  const token = new URLSearchParams(job?.payload.link.split('?')[1]).get('token') ?? '';

  const spend = new SpendLink(db.app);
  await expect(new OpenLink(db.app).run(token)).resolves.toMatchObject({
    purpose: 'PASSWORD_RESET',
    email,
    side: 'CLIENT',
  });
  for (const [password, kind] of [
    ['short', 'password-too-short'],
    [email.toUpperCase(), 'password-is-email'],
    ['aaaaaaaaaaaa', 'password-too-plain'],
  ] as const) {
    const refusal = await spend.run(visit('PORTAL'), { token, password });
    expect(refusal).toMatchObject({ __typename: 'InputRefused', problems: [{ path: 'password', kind }] });
  }
  const good = { token, password: 'a-new-and-long-one' };
  await expect(spend.run(visit('PORTAL'), good)).resolves.toMatchObject({ __typename: 'PasswordSet', signedIn: true });
  await expect(spend.run(visit('PORTAL'), good)).resolves.toMatchObject({ __typename: 'LinkNotGood' });
  await expect(new OpenLink(db.app).run(token)).resolves.toBeNull();
  await expect(db.app.asPerson(callerOf(visit('PORTAL'), oldToken), () => Promise.resolve(1))).rejects.toMatchObject({
    code: 'DL401',
  });
  await expect(signIn.run(visit('PORTAL'), { email, password: PASSWORD })).resolves.toMatchObject({
    __typename: 'SignInRefused',
  });
  await expect(signIn.run(visit('PORTAL'), { email, password: good.password })).resolves.toMatchObject({
    __typename: 'SignedIn',
  });
});

it('of two who spend one link at once, one wins', async () => {
  const { personId, email } = await client();
  await new RequestPasswordReset(db.app).run(visit('PORTAL'), { email });
  const [job] = await db.owner<{ link: string }>(
    `select payload ->> 'link' as link from job where payload ->> 'personId' = $1`,
    [personId],
  );
  const token = job?.link.split('=')[1] ?? '';
  const spend = new SpendLink(db.app);
  const results = await Promise.all(
    ['first-password', 'second-password', 'third-password'].map((password) =>
      spend.run(visit('PORTAL'), { token, password }),
    ),
  );
  expect(results.map((result) => result.__typename).sort()).toEqual(['LinkNotGood', 'LinkNotGood', 'PasswordSet']);
});

it('asking for a reset of an unknown address answers the same and sends nothing', async () => {
  const jobs = () => db.owner<{ n: number }>('select count(*)::integer as n from job');
  const before = await jobs();
  const answer = await new RequestPasswordReset(db.app).run(visit('PORTAL'), { email: 'nobody@nowhere.example' });
  expect(answer).toEqual({ __typename: 'PasswordResetRequested', ok: true });
  await expect(jobs()).resolves.toEqual(before);
});

it('a newer reset link ends the older one, and requests are limited', async () => {
  const { personId, email } = await client();
  const request = new RequestPasswordReset(db.app);
  const kinds: string[] = [];
  for (let n = 0; n < 6; n += 1) kinds.push((await request.run(visit('PORTAL'), { email })).__typename);
  expect(kinds).toEqual([...Array<string>(5).fill('PasswordResetRequested'), 'TooManyAttempts']);
  const [row] = await db.owner<{ n: number }>(
    'select count(*)::integer as n from one_time_link where person_id = $1 and used_at is null',
    [personId],
  );
  expect(row?.n).toBe(1);
});

it('who was invited and asks for a reset gets a new invitation', async () => {
  const { personId, email } = await client();
  await db.owner(`update person set status = 'INVITED' where person_id = $1`, [personId]);
  await new RequestPasswordReset(db.app).run(visit('PORTAL'), { email });
  const jobs = await db.owner(`select payload ->> 'template' as template from job where payload ->> 'personId' = $1`, [
    personId,
  ]);
  expect(jobs).toEqual([{ template: 'INVITATION' }]);
});

it('an expired link is not good', async () => {
  const { personId, email } = await client();
  await new RequestPasswordReset(db.app).run(visit('PORTAL'), { email });
  const [job] = await db.owner<{ link: string }>(
    `select payload ->> 'link' as link from job where payload ->> 'personId' = $1`,
    [personId],
  );
  await db.owner(`update one_time_link set expires_at = now() - interval '1 second' where person_id = $1`, [personId]);
  const token = job?.link.split('=')[1] ?? '';
  await expect(new SpendLink(db.app).run(visit('PORTAL'), { token, password: 'a-new-and-long-one' })).resolves.toEqual({
    __typename: 'LinkNotGood',
    ok: false,
  });
});
