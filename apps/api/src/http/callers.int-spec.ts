import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseConfig } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { createServer } from '../server.js';

let db: TestDatabase;
let providerId: string;
let personId: string;
let cookie: string;
const servers: NestFastifyApplication[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  personId = await createClient(db, providerId, await createTenant(db, providerId, 'ACME'));
  cookie = `daylight_portal=${(await signInAs(db, { providerId, personId }, 'PORTAL')).token}`;
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await db.close();
});

async function serve(trusted: string): Promise<NestFastifyApplication> {
  const config = parseConfig({
    NODE_ENV: 'test',
    DAYLIGHT_APP_DATABASE_URL: db.url('daylight_app'),
    DAYLIGHT_SECRET: 's'.repeat(32),
    DAYLIGHT_LOG: 'silent',
    DAYLIGHT_TRUSTED_PROXIES: trusted,
  });
  const server = await createServer({ config, root: resolve(__dirname, '../../../..') });
  servers.push(server);
  return server;
}

interface Asking {
  readonly query: string;
  readonly variables?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
}

async function ask(server: NestFastifyApplication, { query, variables, headers = {}, from = '10.0.0.9' }: Asking) {
  const response = await server.inject({
    method: 'POST',
    url: '/portal/graphql',
    remoteAddress: from,
    headers: { 'content-type': 'application/json', 'x-daylight-csrf': '1', ...headers },
    payload: JSON.stringify({ query, variables }),
  });
  return response.json<{ readonly data: Readonly<Record<string, unknown>> }>().data;
}

describe('the language of an answer', () => {
  let server: NestFastifyApplication;
  beforeAll(async () => (server = await serve('')));

  const KOREAN = '비밀번호는 10자 이상이어야 합니다.';
  const ENGLISH = 'A password has at least 10 characters.';

  const change = `mutation ($input: ChangePasswordInput!) {
    changePassword(input: $input) { ... on InputRefused { problems { message } } } }`;
  const tooShort = { input: { currentPassword: 'whatever', newPassword: 'short' } };

  it.each([
    ['the switch of the app says English', 'en', ENGLISH],
    ['the switch of the app says Korean', 'ko', KOREAN],
    ['only the browser’s list of preferences comes: the profile decides', 'en-GB,en;q=0.9', KOREAN],
  ])('to a signed-in reader whose profile says Korean: %s', async (_, language, message) => {
    const headers = { cookie, 'accept-language': language };
    const data = await ask(server, { query: change, variables: tooShort, headers });
    expect(data).toEqual({ changePassword: { problems: [{ message }] } });
  });

  it.each([
    ['en', ENGLISH],
    ['ko', KOREAN],
    ['fr', KOREAN],
  ])('to somebody with a reset link, asked in "%s"', async (language, message) => {
    await db.owner('delete from one_time_link');
    await db.owner('delete from rate_limit');
    const [person] = await db.owner<{ email: string }>('select email from person where person_id = $1', [personId]);
    await ask(server, {
      query: 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }',
      variables: { input: { email: person?.email } },
      headers: { 'accept-language': language },
    });
    const [job] = await db.owner<{ payload: { link: string; language?: string } }>(
      `select payload from job where payload ->> 'personId' = $1 order by created_at desc, job_id desc limit 1`,
      [personId],
    );
    // The mail asks the profile when it is written, not the request.
    expect(job?.payload.language).toBeUndefined();
    const data = await ask(server, {
      query:
        'mutation ($input: SpendLinkInput!) { spendLink(input: $input) { ... on InputRefused { problems { message } } } }',
      variables: { input: { token: job?.payload.link.split('=')[1], password: 'short' } },
      headers: { 'accept-language': language },
    });
    expect(data).toEqual({ spendLink: { problems: [{ message }] } });
  });
});

describe('the network address of a caller', () => {
  const spend = `mutation { spendLink(input: { token: "no such link", password: "long enough" }) { __typename } }`;

  /** The address under which a change of the own profile stands in the audit trail. */
  async function auditedAddress(server: NestFastifyApplication, forwarded: string, from: string) {
    const [person] = await db.owner<{ version: number }>('select version from person where person_id = $1', [personId]);
    const input = { displayName: 'Kim', language: 'ko', timeZone: 'Asia/Seoul', version: person?.version };
    const data = await ask(server, {
      query: 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }',
      variables: { input },
      headers: { cookie, 'x-forwarded-for': forwarded },
      from,
    });
    expect(data).toEqual({ updateProfile: { __typename: 'ProfileUpdated' } });
    const [entry] = await db.owner<{ address: string }>(
      `select address from audit_entry where action = 'profile.update' order by at desc, entry_id desc limit 1`,
    );
    return entry?.address;
  }

  it('is the one that the front server in the trusted network names, for the audit trail too', async () => {
    const server = await serve('10.0.0.0/8');
    await expect(auditedAddress(server, '203.0.113.7', '10.0.0.9')).resolves.toBe('203.0.113.7');
    await expect(auditedAddress(server, '198.51.100.1, 203.0.113.8', '10.0.0.9')).resolves.toBe('203.0.113.8');
  });

  it('is the peer’s own where nobody is trusted or somebody else speaks, whatever they claim', async () => {
    await expect(auditedAddress(await serve(''), '203.0.113.7', '127.0.0.1')).resolves.toBe('127.0.0.1');
    await expect(auditedAddress(await serve('10.0.0.0/8'), '203.0.113.7', '192.0.2.5')).resolves.toBe('192.0.2.5');
  });

  it('counts attempts: a new claim each time gives no new attempts', async () => {
    const server = await serve('');
    await db.owner('delete from rate_limit');
    const answers: unknown[] = [];
    for (let n = 0; n < 101; n += 1) {
      answers.push(
        (await ask(server, { query: spend, headers: { 'x-forwarded-for': `203.0.113.${n}` } }))['spendLink'],
      );
    }
    expect(answers[99]).toEqual({ __typename: 'LinkNotGood' });
    expect(answers[100]).toEqual({ __typename: 'TooManyAttempts' });
  });
});
