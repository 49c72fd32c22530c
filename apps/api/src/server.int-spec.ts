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
import { createServer } from './server.js';

let db: TestDatabase;
let app: NestFastifyApplication;
let cookie: string;

beforeAll(async () => {
  db = await createTestDatabase();
  const { providerId } = await createProvider(db, 'North');
  const personId = await createClient(db, providerId, await createTenant(db, providerId, 'ACME'));
  cookie = `daylight_portal=${(await signInAs(db, { providerId, personId }, 'PORTAL')).token}`;
  const config = parseConfig({
    NODE_ENV: 'test',
    DAYLIGHT_APP_DATABASE_URL: db.url('daylight_app'),
    DAYLIGHT_SECRET: 's'.repeat(32),
    DAYLIGHT_LOG: 'silent',
  });
  app = await createServer({ config, root: resolve(__dirname, '../../..') });
});
afterAll(async () => {
  await app.close();
  await db.close();
});

function post(body: unknown, headers: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url: '/portal/graphql',
    headers: { 'content-type': 'application/json', 'x-daylight-csrf': '1', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

it('answers a public question without a session', async () => {
  const response = await post({ query: '{ version }' });
  expect(response.json()).toEqual({ data: { version: '0.1.0' } });
});

it('asks for a sign-in where one is needed, with a stable code', async () => {
  const response = await post({ query: 'mutation { ping }' });
  expect(response.json().errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

it('lets a signed-in client user write', async () => {
  const response = await post({ query: 'mutation { ping }' }, { cookie });
  expect(response.json()).toEqual({ data: { ping: true } });
});

it('gives a retried request the first answer, and refuses the same key for another request', async () => {
  const headers = { cookie, 'idempotency-key': 'retry-me-once' };
  const first = await post({ query: 'mutation { ping }' }, headers);
  const second = await post({ query: 'mutation { ping }' }, headers);
  expect(second.json()).toEqual(first.json());
  await expect(db.owner('select count(*)::int as n from idempotency_key')).resolves.toEqual([{ n: 1 }]);
});

it('refuses a write that another site could have caused', async () => {
  const response = await app.inject({
    method: 'POST',
    url: '/portal/graphql',
    headers: { 'content-type': 'application/json', cookie },
    payload: '{"query":"mutation { ping }"}',
  });
  expect(response.statusCode).toBe(403);
});

it.each([
  [
    'a NUL character',
    { query: 'query ($t: String!) { oneTimeLink(token: $t) { __typename } }', variables: { t: 'a\u0000b' } },
  ],
  [
    'half a character',
    { query: 'query ($t: String!) { oneTimeLink(token: $t) { __typename } }', variables: { t: '\ud800' } },
  ],
  [
    'a text of a million characters',
    { query: 'query ($t: String!) { oneTimeLink(token: $t) { __typename } }', variables: { t: 'x'.repeat(1_000_000) } },
  ],
])('refuses %s, naming the variable', async (_, body) => {
  const response = await post(body);
  expect(response.statusCode).toBe(400);
  expect(response.json().errors[0]).toMatchObject({ extensions: { code: 'BAD_INPUT', path: 't' } });
});

it('refuses documents too broad or too deep before they run', async () => {
  const aliases = Array.from({ length: 100 }, (_, index) => `a${index}: version`).join(' ');
  const response = await post({ query: `{ ${aliases} }` });
  expect(response.json().errors[0].message).toBe('the document has 100 root fields; 20 are allowed');
});

it('refuses a body that is too large or no JSON with a 4xx', async () => {
  expect((await post(`{"query":"${'x'.repeat(3_000_000)}"}`)).statusCode).toBe(413);
  expect((await post('{')).statusCode).toBe(400);
});

it('is alive, ready and measured', async () => {
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  expect((await app.inject('/readyz')).statusCode).toBe(200);
  expect((await app.inject('/metrics')).body).toContain('daylight_jobs_waiting');
});
