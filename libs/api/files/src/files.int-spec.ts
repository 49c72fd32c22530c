import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import { UnitOfWork, type Caller } from '@daylight/api-database';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FilesModule } from './files.module.js';
import { entities } from './model/entities.js';
import { RequestCallers } from './request-callers.js';
import { LARGEST_FILE_BYTES } from './store-file.js';

let db: TestDatabase;
let app: NestFastifyApplication;
const callers = new Map<string, Caller>();

class HeaderCallers extends RequestCallers {
  override callerOf(request: { readonly headers: Readonly<Record<string, unknown>> }): Caller {
    const caller = callers.get(String(request.headers['x-test-person']));
    if (caller === undefined) throw new Error('nobody of that name');
    return caller;
  }
}

beforeAll(async () => {
  db = await createTestDatabase(entities);
  const { providerId } = await createProvider(db, 'North');
  const [acme, beta] = [await createTenant(db, providerId, 'ACME'), await createTenant(db, providerId, 'BETA')];
  const person = async (name: string, personId: string, audience: 'PORTAL' | 'CONSOLE') => {
    callers.set(name, await signInAs(db, { providerId, personId }, audience));
  };
  await person('requester', await createClient(db, providerId, acme), 'PORTAL');
  await person('colleague', await createClient(db, providerId, acme), 'PORTAL');
  await person('auditor', await createClient(db, providerId, acme, ['AUDITOR']), 'PORTAL');
  await person('stranger', await createClient(db, providerId, beta, ['COORDINATOR']), 'PORTAL');
  await person('agent', await createStaff(db, providerId), 'CONSOLE');

  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: db.app },
      { provide: RequestCallers, useValue: new HeaderCallers() },
    ],
    exports: [UnitOfWork, RequestCallers],
  })
  class Surroundings {}
  @Module({ imports: [Surroundings, FilesModule] })
  class App {}
  app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter(), { logger: false });
  await app.register(multipart);
  // As in the running server, where every address below the console's is one of its pages.
  app
    .getHttpAdapter()
    .getInstance()
    .get('/console/*', (_, reply) => reply.send('a page'));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await db.close();
});

function form(name: string, bytes: Buffer, type = 'text/plain') {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
}

function upload(person: string, payload: Buffer, more: Readonly<Record<string, string>> = {}) {
  const headers = { 'x-test-person': person, 'content-type': 'multipart/form-data; boundary=b', ...more };
  return app.inject({ method: 'POST', url: `/${person === 'agent' ? 'console' : 'portal'}/files`, headers, payload });
}

function download(person: string, id: string) {
  const url = `/${person === 'agent' ? 'console' : 'portal'}/files/${id}`;
  return app.inject({ method: 'GET', url, headers: { 'x-test-person': person } });
}

it('what was uploaded comes back bit by bit, as a download that no browser runs', async () => {
  const bytes = Buffer.from([0, 1, 2, 255, 254, 10, 13]);
  const stored = await upload('requester', form('로그.html', bytes, 'text/html'));
  expect(stored.statusCode).toBe(201);
  const { id, sha256 } = stored.json<{ id: string; sha256: string }>();
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const back = await download('requester', id);
  expect(back.rawPayload.equals(bytes)).toBe(true);
  expect(back.headers).toMatchObject({
    'content-disposition': `attachment; filename="__.html"; filename*=UTF-8''%EB%A1%9C%EA%B7%B8.html`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
});

it('a file is fetched where the console keeps its pages, too', async () => {
  const { id } = (await upload('agent', form('mapping.csv', Buffer.from('a,b')))).json<{ id: string }>();
  expect((await download('agent', id)).body).toBe('a,b');
});

it.each(['colleague', 'stranger', 'agent'])('a file that hangs on nothing yet is not found by %s', async (other) => {
  const { id } = (await upload('requester', form('a.txt', Buffer.from('secret')))).json<{ id: string }>();
  const answer = await download(other, id);
  expect([answer.statusCode, answer.json()]).toEqual([
    404,
    { error: { code: 'NOT_FOUND', message: 'file not found', what: 'file' } },
  ]);
});

it.each(['00000000-0000-7000-8000-000000000000', 'not-an-id'])(
  'an unknown id (%s) is answered in the same words',
  async (id) => {
    const answer = await download('requester', id);
    expect([answer.statusCode, answer.json()]).toEqual([
      404,
      { error: { code: 'NOT_FOUND', message: 'file not found', what: 'file' } },
    ]);
  },
);

it('more than 25 MB is refused and nothing is kept', async () => {
  const answer = await upload('agent', form('big.bin', Buffer.alloc(LARGEST_FILE_BYTES + 1)));
  expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([413, 'TOO_LARGE']);
  await expect(db.owner(`select 1 from file where name = 'big.bin'`)).resolves.toEqual([]);
});

it('an auditor uploads nothing', async () => {
  expect((await upload('auditor', form('a.txt', Buffer.from('x')))).statusCode).toBe(403);
});

it('a form on another site can not upload with this browser’s session', async () => {
  expect(
    (await upload('requester', form('a.txt', Buffer.from('x')), { 'sec-fetch-site': 'cross-site' })).statusCode,
  ).toBe(403);
});

it('something that is no form is refused', async () => {
  const headers = { 'x-test-person': 'requester', 'content-type': 'text/plain' };
  const answer = await app.inject({ method: 'POST', url: '/portal/files', headers, payload: 'x' });
  expect(answer.statusCode).toBe(400);
});
