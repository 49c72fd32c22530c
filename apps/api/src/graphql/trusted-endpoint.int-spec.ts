import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

const DOCUMENTS = {
  version: 'query Version { version }',
  ping: 'mutation Ping { ping }',
  ticket:
    'query Ticket($id: ID, $key: String) { ticket(id: $id, key: $key) { id row { id subject } timeline { seq } } }',
  tickets:
    'query Tickets($first: Int!) { tickets(view: OPEN, first: $first) { edges { node { id subject } } totalCount } }',
  directive: 'query Maybe($on: Boolean!) { version @include(if: $on) }',
};
const OPEN = `mutation Open($input: OpenTicketInput!) { openTicket(input: $input) { __typename
  ... on InputRefused { problems { path message } } ... on NotFound { what } } }`;
const documents = { ...DOCUMENTS, open: OPEN };
type Name = keyof typeof documents;
const hashOf = (name: Name) => createHash('sha256').update(documents[name]).digest('hex');

let db: TestDatabase;
let root: string;
let app: NestFastifyApplication;
let cookie: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'daylight-trusted-'));
  symlinkSync(resolve(__dirname, '../../../../libs'), join(root, 'libs'));
  mkdirSync(join(root, 'apps/portal/generated'), { recursive: true });
  const manifest = Object.keys(documents).map((name) => [hashOf(name as Name), documents[name as Name]]);
  writeFileSync(join(root, 'apps/portal/generated/operations.json'), JSON.stringify(Object.fromEntries(manifest)));
  db = await createTestDatabase();
  const { providerId } = await createProvider(db, 'North');
  const personId = await createClient(db, providerId, await createTenant(db, providerId, 'ACME'));
  cookie = `daylight_portal=${(await signInAs(db, { providerId, personId }, 'PORTAL')).token}`;
  const config = parseConfig({
    ...{ NODE_ENV: 'test', DAYLIGHT_APP_DATABASE_URL: db.url('daylight_app'), DAYLIGHT_SECRET: 's'.repeat(32) },
    ...{ DAYLIGHT_LOG: 'silent', DAYLIGHT_POOL_SIZE: '2' },
  });
  app = await createServer({ config, root });
});
afterAll(async () => {
  await app.close();
  await db.close();
  rmSync(root, { recursive: true });
});

async function answer(question: object, headers: Readonly<Record<string, string>>) {
  const response = await app.inject({
    method: 'POST',
    url: '/portal/graphql',
    headers: { 'content-type': 'application/json', 'x-daylight-csrf': '1', ...headers },
    payload: JSON.stringify(question),
  });
  const { date: _, ...answered } = response.headers;
  return { status: response.statusCode, headers: answered, body: response.body };
}

const byHash = (name: Name, more: object) => ({
  ...more,
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(name) } },
});

const NOBODYS = '018f0000-0000-7000-8000-000000000000';
const INPUT = { type: 'INCIDENT', serviceItemId: NOBODYS, impact: 2, urgency: 2, subject: '', description: '' };

it.each<[string, Name, object, boolean]>([
  ['a public question', 'version', {}, false],
  ['a question with its name', 'version', { operationName: 'Version' }, false],
  ['a question by a name that it does not have', 'version', { operationName: 'Other' }, false],
  ['a question without a session', 'ticket', { variables: { id: NOBODYS } }, false],
  ['a change without a session', 'ping', {}, false],
  ['a change', 'ping', {}, true],
  ['a change that is refused', 'open', { variables: { input: INPUT } }, true],
  ['a change whose input lacks a field', 'open', { variables: { input: { type: 'INCIDENT' } } }, true],
  ['a ticket that is not there', 'ticket', { variables: { id: NOBODYS } }, true],
  ['an empty page', 'tickets', { variables: { first: 5 } }, true],
  ['a page that is too long', 'tickets', { variables: { first: 5_000 } }, true],
  ['a text that cannot be stored', 'ticket', { variables: { key: 'A\u0000B' } }, true],
  ['variables that are no object', 'ticket', { variables: 'id' }, true],
  ['a question with a directive', 'directive', { variables: { on: true } }, false],
])('answers %s alike by hash and by text', async (_, name, more, signedIn) => {
  const headers: Record<string, string> = signedIn ? { cookie } : {};
  const known = await answer(byHash(name, more), headers);
  expect(known).toEqual(await answer({ ...more, query: documents[name] }, headers));
});

it('makes a retried change once, and refuses its key for another', async () => {
  const headers = { cookie, 'idempotency-key': 'trusted-once' };
  const first = await answer(byHash('ping', {}), headers);
  expect(await answer(byHash('ping', {}), headers)).toEqual(first);
  const other = await answer(byHash('open', { variables: { input: INPUT } }), headers);
  expect(other.body).toContain('IDEMPOTENCY_KEY_REUSED');
});

it('leaves no connection behind, whatever was asked', async () => {
  const questions = Array.from({ length: 12 }, (_, n) => byHash(n % 2 === 0 ? 'ticket' : 'open', { variables: { n } }));
  await Promise.all(questions.map((question) => answer(question, { cookie })));
  const { body } = await answer(byHash('ping', {}), { cookie });
  expect(body).toBe('{"data":{"ping":true}}\n');
});
