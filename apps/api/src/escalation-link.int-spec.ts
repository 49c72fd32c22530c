import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { linkPath, linkToken } from '@daylight/api-escalation';
import { newToken, parseConfig, tokenHash } from '@daylight/api-platform';
import { createHouses, type Houses } from './isolation/houses.fixture.js';
import { createServer } from './server.js';

jest.setTimeout(120_000);

let houses: Houses;
let app: NestFastifyApplication;
let path: string;

beforeAll(async () => {
  houses = await createHouses();
  const config = parseConfig({
    NODE_ENV: 'test',
    DAYLIGHT_APP_DATABASE_URL: houses.db.url('daylight_app'),
    DAYLIGHT_SECRET: 's'.repeat(32),
    DAYLIGHT_LOG: 'silent',
  });
  app = await createServer({ config, root: resolve(__dirname, '../../..') });
  const { escalation, contact } = houses.ids.N1;
  const attempt = `${escalation}:r1.s1.t1:${contact}`;
  const token = linkToken(config.DAYLIGHT_SECRET, attempt);
  path = linkPath(token);
  await houses.db.owner('update escalation_attempt set link_hash = $2, made_at = now() where attempt_id = $1', [
    attempt,
    tokenHash(token),
  ]);
  await houses.db.owner(
    `update escalation set state = 'RUNNING', ended_at = null, acknowledged_via = null, acknowledged_by = null where escalation_id = $1`,
    [escalation],
  );
});
afterAll(async () => {
  await app?.close();
  await houses?.db.close();
});

const state = async () =>
  (
    await houses.db.owner<{ state: string }>('select state from escalation where escalation_id = $1', [
      houses.ids.N1.escalation,
    ])
  )[0]?.state;
const get = (url: string) => app.inject({ method: 'GET', url });
/** What a browser's form without fields sends. */
const press = (url: string) =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' });

it('looking at the link answers nothing, however often a scanner looks', async () => {
  for (let time = 0; time < 3; time += 1) {
    const page = await get(path);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<form method="post"><button type="submit">확인하고 대응하기</button></form>');
  }
  expect(await state()).toBe('RUNNING');
});

it('the page needs no script and sends its address nowhere', async () => {
  const { headers, body } = await get(path);
  expect(body).not.toMatch(/<script|https?:/);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cache-control']).toBe('no-store');
});

it('pressing the one button answers, without session, cookie or header; pressing it again says so', async () => {
  const first = await press(path);
  expect(first.statusCode).toBe(200);
  expect(first.body).toContain('확인되었습니다');
  expect(await state()).toBe('ACKNOWLEDGED');
  expect((await press(path)).body).toContain('이미 응답한 호출입니다');
});

it('a link that was never sent is said to be none, in both languages', async () => {
  for (const url of [linkPath(newToken()), '/e/short', `/e/${'x'.repeat(5_000)}`]) {
    const [seen, pressed] = [await get(url), await press(url)];
    expect([seen.statusCode, pressed.statusCode].every((status) => status === 404 || status === 414)).toBe(true);
  }
  expect((await get(linkPath(newToken()))).body).toMatch(/유효하지 않은 링크입니다[\s\S]*This link is not valid/);
});

it('a calendar address that was never given shows nothing', async () => {
  expect((await get(`/on-call/${newToken()}.ics`)).statusCode).toBe(404);
  expect((await get('/on-call/x')).statusCode).toBe(404);
});
