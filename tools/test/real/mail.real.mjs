// Mail in with a real mail client (Debian's swaks) and real messages: handed to the worker as it is started in production.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { newId } from '@daylight/api-platform';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
} from '@daylight/api-testing';
import { startTestCluster } from '../cluster.mjs';
import { freePort } from '../../start/ports.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ARCHIVE = path.join(process.env.DAYLIGHT_FIXTURES, 'mail/rt-mail.tar.xz');
const MAILBOX = 'help@acme.example';

let cluster;
let db;
let worker;
let said = '';
let port;
let folder;
let messages = [];

/** Installed where it is missing; where it can't be, this says so and fails. */
function ensureSwaks() {
  if (spawnSync('swaks', ['--version']).status === 0) return;
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', 'swaks'], { encoding: 'utf8' });
  assert.equal(status, 0, `swaks is not installed and apt-get can't: ${stderr}`);
}

function unpack() {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daylight-mail-'));
  const { status, stderr } = spawnSync('tar', ['xf', ARCHIVE, '-C', folder], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function until(done, what) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await done()) return;
    assert.equal(worker.exitCode, null, `the worker ended: ${said.slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${what} did not happen: ${said.slice(-2000)}`);
}

async function seed() {
  const { providerId } = await createProvider(db, 'Nordlys');
  const tenantId = await createTenant(db, providerId, 'ACME');
  const service = newId();
  await addService(db, providerId, service, 0);
  await addContract(db, { providerId, tenantId, services: [service] });
  await db.owner(
    `insert into mailbox (provider_id, mailbox_id, tenant_id, address, intake, service_item_id, ticket_type, impact, urgency, created_at, updated_at)
     values ($1, $2, $3, $4, 'SMTP', $5, 'INCIDENT', 2, 2, now(), now())`,
    [providerId, newId(), tenantId, MAILBOX, service],
  );
  const person = await createClient(db, providerId, tenantId);
  await db.owner('update person set email = $2 where person_id = $1', [person, 'kim@acme.example']);
}

before(async () => {
  ensureSwaks();
  messages = unpack();
  cluster = await startTestCluster();
  process.env.DAYLIGHT_TEST_CLUSTER = JSON.stringify({
    host: cluster.host,
    port: cluster.port,
    template: cluster.template,
  });
  db = await createTestDatabase();
  await seed();
  port = await freePort();
  const env = {
    PATH: process.env.PATH,
    DAYLIGHT_SECRET: 'x'.repeat(32),
    DAYLIGHT_WORKER_DATABASE_URL: db.url('daylight_worker'),
    DAYLIGHT_SMTP_PORT: String(port),
    DAYLIGHT_REPLY_DOMAIN: 'answers.acme.example',
  };
  const main = path.join(ROOT, 'apps/worker/dist-run/main.js');
  worker = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (chunk) => (said += chunk));
  await until(() => said.includes('"event":"started"'), 'the start');
});
after(async () => {
  worker?.kill('SIGKILL');
  await db?.close();
  await cluster?.stop();
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
});

function swaks(...args) {
  const server = ['--server', '127.0.0.1', '--port', String(port), '--hide-all', '--from', 'sender@somewhere.example'];
  return spawnSync('swaks', [...server, ...args], { encoding: 'utf8' });
}

const rows = () =>
  db.owner(
    'select subject, body_text, state, reason, sha256, size_bytes, attachments from mail_inbound order by received_at',
  );
const settled = async () => (await rows()).every(({ state }) => state !== 'RECEIVED');

test('a client’s mail, sent with swaks, is a ticket; an unknown address is refused', async () => {
  const mail = ['--to', MAILBOX, '--header', 'From: Kim <kim@acme.example>', '--header', 'Subject: 서버 접속 불가'];
  assert.equal(swaks(...mail, '--body', '접속이 되지 않습니다.').status, 0);
  await until(async () => (await db.owner('select 1 from ticket')).length === 1, 'the ticket');
  const [ticket] = await db.owner('select subject, description, channel from ticket');
  assert.deepEqual(
    { ...ticket },
    { subject: '서버 접속 불가', description: '접속이 되지 않습니다.', channel: 'EMAIL' },
  );
  assert.notEqual(swaks('--to', 'nobody@acme.example').status, 0);
});

/** Words that a person would read in each; by the file's name. */
const READABLE = {
  msg1: /test äöüßÄÖÜß€/,
  'new-ticket-from-gb18030': /测试/,
  'new-ticket-from-iso-8859-1': /Håvard/,
  'russian-subject-no-content-type': /тест/,
  'multipart-alternative-with-umlaut': /Freundlichen Grüßen|freundlichen Grüßen/,
  'text-html-with-umlaut': /freundlichen Grüßen/,
  'lorem-ipsum': /Lorem ipsum dolor sit amet/,
  'very-long-subject': /0123456789/,
  'notes-uuencoded': /Lotus Notes/,
};

test('every real message is taken, none is lost, none crashes the reader, all are readable', async () => {
  const before = (await rows()).length;
  const bytes = new Map();
  for (const file of messages) {
    const { status, stdout, stderr } = swaks('--to', MAILBOX, '--data', `@${file}`);
    assert.equal(status, 0, `${path.basename(file)}: ${stdout}${stderr}`);
    bytes.set(path.basename(file), fs.readFileSync(file));
  }
  await until(settled, 'reading');
  const read = (await rows()).slice(before);
  assert.equal(read.length, messages.length);
  const unread = read.filter(({ reason }) => reason === 'UNREADABLE' || reason === 'FAILED');
  assert.deepEqual(unread, []);
  const broken = read.filter(({ subject, body_text: body }) => `${subject}${body}`.includes('\ufffd'));
  assert.deepEqual(
    broken.map(({ subject }) => subject),
    [],
  );
  const all = read.map(({ subject, body_text: body }) => `${subject}\n${body}`);
  for (const [name, words] of Object.entries(READABLE)) {
    assert.ok(bytes.has(name), `${name} is not among the messages`);
    assert.ok(
      all.some((text) => words.test(text)),
      `${name}: ${words} is not readable`,
    );
  }
  const empty = read.filter(({ subject, body_text: body }) => subject === '' && body.trim() === '');
  assert.deepEqual(empty, []);
  const states = new Map();
  for (const { state, reason } of read) {
    const name = reason === null ? state : `${state} ${reason}`;
    states.set(name, (states.get(name) ?? 0) + 1);
  }
  console.log(`${read.length} messages: ${[...states].map(([state, count]) => `${state} ${count}`).join(', ')}`);
});

test('a message that is handed over twice is kept once', async () => {
  const before = (await rows()).length;
  assert.equal(swaks('--to', MAILBOX, '--data', `@${messages[0]}`).status, 0);
  assert.equal((await rows()).length, before);
});
