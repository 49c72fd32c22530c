import { resolve } from 'node:path';
import { unsubscribeToken } from '@daylight/api-mail';
import { newToken, parseConfig, tokenHash } from '@daylight/api-platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHouses, type Actor, type Houses, type Part } from './isolation/houses.fixture.js';
import { createServer } from './server.js';

jest.setTimeout(120_000);

const SECRET = 's'.repeat(32);
const ORIGIN = 'http://127.0.0.1:4280';

let houses: Houses;
let app: NestFastifyApplication;
let path: string;

beforeAll(async () => {
  houses = await createHouses();
  const config = parseConfig({
    NODE_ENV: 'test',
    DAYLIGHT_APP_DATABASE_URL: houses.db.url('daylight_app'),
    DAYLIGHT_SECRET: SECRET,
    DAYLIGHT_LOG: 'silent',
  });
  app = await createServer({ config, root: resolve(__dirname, '../../..') });
  const { mail } = houses.ids.N1;
  const token = unsubscribeToken(SECRET, mail);
  path = `/u/${token}`;
  const hash = tokenHash(token);
  await houses.db.owner('update mail_message set unsubscribe_hash = $2, created_at = now() where mail_id = $1', [
    mail,
    hash,
  ]);
});
afterEach(() => houses.db.owner('delete from notification_preference'));
afterAll(async () => {
  await app?.close();
  await houses?.db.close();
});

const get = (url: string) => app.inject({ method: 'GET', url });
const post = (url: string, type = 'application/x-www-form-urlencoded', payload = '') =>
  app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
/** Kinds of which the mail's person gets no mails, in number. */
const stopped = async (): Promise<number> =>
  (
    await houses.db.owner<{ n: number }>(
      `select count(*)::integer as n from notification_preference c join mail_message m on m.provider_id = c.provider_id and m.person_id = c.person_id
       where m.mail_id = $1 and not c.mail and c.in_app`,
      [houses.ids.N1.mail],
    )
  )[0]?.n ?? 0;

describe('the link that stops mails', () => {
  it('looking at it stops nothing, however often a scanner looks', async () => {
    for (let time = 0; time < 3; time += 1) {
      const page = await get(path);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain(`<form method="post" action="${path}">`);
      expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    }
    expect(await stopped()).toBe(0);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('one click of a mail program stops just its kind, as %s', async (type, body) => {
    const answer = await post(path, type, body);
    expect(answer.statusCode).toBe(200);
    expect(await stopped()).toBe(1);
    expect((await get(path)).body).toContain(`${path}/again`);
  });

  it('all kinds can be stopped, and one be had again', async () => {
    await post(`${path}/all`);
    const all = await stopped();
    expect(all).toBeGreaterThan(15);
    await post(`${path}/again`);
    expect(await stopped()).toBe(all - 1);
  });

  it('one that nobody was sent says so, in both languages, and stops nothing', async () => {
    for (const url of [`/u/${newToken()}`, '/u/short', `/u/${'x'.repeat(90)}`]) {
      for (const answer of [await get(url), await post(url)]) {
        expect(answer.statusCode).toBe(404);
        expect(answer.body).toContain('lang="en"');
        expect(answer.body).toContain('lang="ko"');
      }
    }
    expect(await stopped()).toBe(0);
  });

  it('one that has expired says so and stops nothing', async () => {
    const { mail } = houses.ids.N1;
    await houses.db.owner(`update mail_message set created_at = now() - interval '366 days' where mail_id = $1`, [
      mail,
    ]);
    for (const answer of [await get(path), await post(path), await post(`${path}/all`)]) {
      expect(answer.statusCode).toBe(410);
      expect(answer.body).toContain('1년');
    }
    expect(await stopped()).toBe(0);
    await houses.db.owner('update mail_message set created_at = now() where mail_id = $1', [mail]);
  });
});

describe('a message as it came', () => {
  const actor = (part: Part): Actor | undefined =>
    houses.actors.find((each) => each.provider === 'N' && each.part === part);
  const save = (id: string, part: Part) =>
    app.inject({
      method: 'GET',
      url: `/console/mail-raw/${id}`,
      headers: { cookie: actor(part)?.cookie ?? '', origin: ORIGIN },
    });
  const audited = async (): Promise<number> =>
    (
      await houses.db.owner<{ n: number }>(
        `select count(*)::integer as n from audit_entry where action = 'mail.download'`,
      )
    )[0]?.n ?? 0;

  it('is saved by staff who may decide about it, and that stands in the audit trail', async () => {
    const before = await audited();
    const answer = await save(houses.ids.N1.inbound, 'AGENT');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringContaining('attachment'),
      'x-content-type-options': 'nosniff',
    });
    expect(answer.rawPayload.length).toBeGreaterThan(0);
    expect(await audited()).toBe(before + 1);
  });

  it('is not found by staff of another client or provider, and refused to clients; nothing is audited', async () => {
    const before = await audited();
    expect((await save(houses.ids.S1.inbound, 'PROVIDER_ADMIN')).statusCode).toBe(404);
    expect((await save(houses.ids.N2.inbound, 'RESTRICTED')).statusCode).toBe(404);
    expect((await save('no-id', 'AGENT')).statusCode).toBe(404);
    expect((await save(houses.ids.N1.inbound, 'COORDINATOR')).statusCode).toBe(401);
    expect(await audited()).toBe(before);
  });
});
