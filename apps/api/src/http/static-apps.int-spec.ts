import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseConfig } from '@daylight/api-platform';
import { createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import { createServer } from '../server.js';

const TICKET = '0190f3a0-0000-7000-8000-00000000000a';
const HTML =
  '<!doctype html><html lang="ko"><head><title>Daylight</title></head><body><div id="root"></div></body></html>';
const question = (operationName: string, variables = {}) => ({
  operationName,
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: operationName } },
});
const route = (path: string, file: string, early: readonly unknown[] = [], inside = true) => ({
  path,
  inside,
  setUp: file === 'people',
  js: [`assets/${file}.js`],
  css: [`assets/${file}.css`],
  early,
});
const PAGES = {
  entry: { js: ['assets/entry.js'], css: ['assets/entry.css'] },
  catalogues: { ko: { js: ['assets/ko.js'], css: [] }, en: { js: ['assets/en.js'], css: [] } },
  setUpTexts: { ko: { js: ['assets/setupko.js'], css: [] }, en: { js: ['assets/setupen.js'], css: [] } },
  doorTexts: { ko: { js: ['assets/doorko.js'], css: [] }, en: { js: ['assets/dooren.js'], css: [] } },
  door: { js: ['assets/door.js'], css: [] },
  shell: { js: ['assets/shell.js'], css: [] },
  viewer: [question('Viewer')],
  routes: [
    route('/', 'home'),
    route('/tickets/new', 'new'),
    route('/tickets/$ticketId', 'ticket', [question('Ticket', { id: '$ticketId' })]),
    route('/people', 'people'),
    route('/welcome', 'welcome', [], false),
  ],
};

let db: TestDatabase;
let app: NestFastifyApplication;
let folder: string;

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-static-'));
  for (const name of ['portal', 'console']) {
    write(`${name}/dist/index.html`, HTML);
    write(`${name}/dist/.vite/pages.json`, JSON.stringify(PAGES));
    write(`${name}/dist/assets/home-1.js`, `export const app = '${name}';`);
    write(`${name}/dist/assets/home-1.js.br`, brotliCompressSync(`export const app = '${name}';`));
  }
  db = await createTestDatabase();
  const config = parseConfig({
    NODE_ENV: 'test',
    DAYLIGHT_APP_DATABASE_URL: db.url('daylight_app'),
    DAYLIGHT_SECRET: 's'.repeat(32),
    DAYLIGHT_LOG: 'silent',
    DAYLIGHT_STATIC: folder,
  });
  app = await createServer({ config, root: resolve(__dirname, '../../../..') });
});
afterAll(async () => {
  await app.close();
  await db.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } });
const signedIn = { cookie: 'daylight_portal=whatever', 'accept-language': 'ko-KR,ko;q=0.9' };

it('a page asks for what it will need: its texts, the frame and itself', async () => {
  const { body, statusCode } = await get(`/tickets/${TICKET}`, signedIn);
  const linked = [...body.matchAll(/<link rel="(\w+)" crossorigin href="\/assets\/([\w.]+)">/g)].map(
    ([, rel, file]) => `${rel ?? ''} ${file ?? ''}`,
  );
  expect(statusCode).toBe(200);
  expect(linked).toEqual([
    'stylesheet ticket.css',
    'modulepreload entry.js',
    'modulepreload doorko.js',
    'modulepreload ko.js',
    'modulepreload shell.js',
    'modulepreload ticket.js',
  ]);
});

it('a page where things are set up asks for its own texts too, and no other page does', async () => {
  const scripts = async (url: string) =>
    [...(await get(url, signedIn)).body.matchAll(/assets\/(\w+)\.js/g)].map(([, file]) => file);
  expect(await scripts('/people')).toContain('setupko');
  expect(await scripts('/tickets/new')).not.toContain('setupko');
});

it('without a session the sign-in page is on its way, in the language of the browser', async () => {
  const { body } = await get('/', { 'accept-language': 'en-GB' });
  expect([...body.matchAll(/assets\/(\w+)\.js/g)].map(([, file]) => file)).toEqual(['entry', 'dooren', 'door']);
  expect(body).toContain('<html lang="en"');
});

it('the language chosen in this browser wins over the one it asks for', async () => {
  const { body } = await get('/', { cookie: 'daylight_language=ko', 'accept-language': 'en-GB' });
  expect(body).toContain('<html lang="ko"');
});

it('first questions leave with the page, under a nonce of this response alone', async () => {
  const [first, second] = await Promise.all([get(`/tickets/${TICKET}`, signedIn), get(`/tickets/${TICKET}`, signedIn)]);
  const nonce = /<script nonce="([^"]+)">/.exec(first.body)?.[1] ?? 'none';
  expect(first.body).toContain(`"operationName":"Ticket","variables":{"id":"${TICKET}"}`);
  expect(first.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}';`);
  expect(/script-src[^;]*/.exec(String(first.headers['content-security-policy']))?.[0]).not.toContain('unsafe');
  expect(second.body).not.toContain(nonce);
});

it.each(['/tickets/%3C%2Fscript%3E', '/tickets/"};alert(1)//', '/tickets/not-an-id', `/tickets/${TICKET}?view=x`])(
  'nothing of the address %s gets into the script',
  async (url) => {
    const { body } = await get(url, signedIn);
    expect(body).not.toContain('"operationName":"Ticket"');
    expect(body.match(/<\/script>/g)).toHaveLength(1);
  },
);

it('before signing in, only who is there is asked', async () => {
  expect((await get(`/tickets/${TICKET}`)).body).not.toContain('"operationName":"Ticket"');
});

it('what is spelled out wins over a parameter', async () => {
  expect((await get('/tickets/new', signedIn)).body).toContain('assets/new.js');
});

it('the page is never kept by caches; assets are for ever, and travel compressed', async () => {
  expect((await get('/')).headers['cache-control']).toBe('private, no-cache');
  const asset = await app.inject({ url: '/console/assets/home-1.js', headers: { 'accept-encoding': 'gzip, br' } });
  expect(asset.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  });
  expect(brotliDecompressSync(asset.rawPayload).toString()).toContain('console');
});

it.each([
  '/assets/old-1.js',
  '/console/assets/old-1.js',
  '/favicon.ico',
  '/portal/nothing',
  '/console/files/a/b',
  '/.vite/pages.json',
])('%s is missing, and no page in its place', async (url) => {
  const response = await get(url);
  expect(response.statusCode).toBe(404);
  expect(response.headers['content-type']).toContain('application/json');
});

it('a picture or script looked for under a wrong address gets no page', async () => {
  expect((await get('/tickets', { 'sec-fetch-dest': 'script' })).statusCode).toBe(404);
  expect((await app.inject({ url: '/tickets', headers: { accept: 'application/json' } })).statusCode).toBe(404);
});

it('an address that no page has is said to be not found, by the page itself', async () => {
  const response = await get('/nowhere/at/all');
  expect([response.statusCode, response.body.includes('<div id="root">')]).toEqual([404, true]);
});

it('the console has its own page, its own files and its own questions', async () => {
  const { body } = await get('/console/', { cookie: 'daylight_console=x' });
  expect(body).toContain('href="/console/assets/home.js"');
  expect(body).toContain('"/console/graphql"');
  expect((await get('/console')).headers['location']).toBe('/console/');
});
