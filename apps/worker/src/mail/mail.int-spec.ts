import { asStaff, statementLog, type Job, type Tx } from '@daylight/api-database';
import { composeHandler, mailPage, mailContent, retryMail, sendHandler, smtpTransport } from '@daylight/api-mail';
import { mailEntities } from '@daylight/api-mail/entities';
import type { StaffScope } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { startSmtpSink, type SmtpSink } from '../testing/smtp-sink.test.js';
import { newJob, put, runWorkers } from '../testing/workers.test.js';

const FROM = 'Daylight <no-reply@daylight.example>';
const ORIGIN = 'https://daylight.example';
const LINK = { origin: ORIGIN, secret: 's'.repeat(32) };

let db: TestDatabase;
let sink: SmtpSink;
let providerId: string;
let adminId: string;
let tenantId: string;

beforeAll(async () => {
  db = await createTestDatabase(mailEntities);
  sink = await startSmtpSink();
  ({ providerId, adminId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
});
afterEach(async () => {
  sink.taken.length = 0;
  sink.judge = () => null;
  await db.owner('delete from job');
  await db.owner('delete from mail_message');
});
afterAll(async () => {
  await sink.close();
  await db.close();
});

const emailOf = async (personId: string): Promise<string> =>
  (await db.owner<{ email: string }>('select email from person where person_id = $1', [personId]))[0]?.email ?? '';

const invite = (personId: string, link = '/welcome?token=s3cret') =>
  put(db, providerId, [newJob('mail', { template: 'INVITATION', personId, link }, { tenantId })]);

const nothingLeft = async (): Promise<boolean> =>
  (await db.owner('select 1 from job where dead_at is null')).length === 0;

/** Composes and sends until nothing is left to do; `smtp` null: no mail server is configured. */
function deliver(smtp: string | null = sink.url, done = nothingLeft): Promise<void> {
  const send = {
    ...sendHandler(smtp === null ? null : smtpTransport(smtp, FROM), { ...LINK, domain: null }),
    pauseMs: [1, 5] as const,
  };
  return runWorkers(db, [composeHandler(LINK), send], done, { count: 2 });
}

const mails = () =>
  db.owner(
    'select state, attempts, last_error, secret_link, sent_at is not null as sent, message_id from mail_message',
  );

async function asAdmin<T>(work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId, personId: adminId }, 'CONSOLE');
  return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}

it('an invitation reaches its person: right envelope, both forms, own id, the link from our origin', async () => {
  const personId = await createClient(db, providerId, tenantId);
  await invite(personId);
  await deliver();
  const [mail] = sink.taken;
  expect(sink.taken).toHaveLength(1);
  expect(mail?.from).toBe('no-reply@daylight.example');
  expect(mail?.to).toEqual([await emailOf(personId)]);
  expect(mail?.raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@daylight\.example>$/m);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated$/m);
  const parts = [...(mail?.raw.matchAll(/Content-Type: (text\/\w+)/g) ?? [])].map(([, type]) => type);
  expect(parts).toEqual(['text/plain', 'text/html']);
  const content = decoded(mail?.raw ?? '');
  expect(content).toContain('https://daylight.example/welcome?token=s3cret');
  expect(content).toContain('초대되었습니다');
});

/** The decoded bodies of a raw mail, one after the other. */
function decoded(raw: string): string {
  return raw
    .split(/\r\n--[^\r]*\r\n/)
    .map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n');
      const text = body.join('\r\n\r\n');
      if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
      const joined = text.replaceAll(/=\r\n/g, '');
      const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : text;
    })
    .join('\n');
}

it('a sent mail forgets its one-time link', async () => {
  await invite(await createClient(db, providerId, tenantId));
  await deliver();
  await expect(mails()).resolves.toMatchObject([{ state: 'SENT', attempts: 1, secret_link: null, sent: true }]);
});

it('a mail server that says "later" (451) is asked again, and gets the same message id', async () => {
  sink.judge = (_recipient, attempt) => (attempt <= 2 ? '451 greylisted' : null);
  await invite(await createClient(db, providerId, tenantId));
  await deliver();
  const [row] = await mails();
  expect(row).toMatchObject({ state: 'SENT', attempts: 3, last_error: null });
  expect(sink.taken.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).toEqual([row?.['message_id']]);
});

it('a mail refused for good (550) is dead at once, visible with the reason, and can be retried', async () => {
  sink.judge = () => '550 no such user here';
  await invite(await createClient(db, providerId, tenantId));
  await deliver();
  await expect(mails()).resolves.toMatchObject([{ state: 'DEAD', attempts: 1 }]);
  const dead = await asAdmin((tx) => mailPage(tx, { states: ['DEAD'] }, { first: 10 }));
  const message = dead.edges[0]?.node;
  expect(message?.lastError).toContain('550 no such user here');

  sink.judge = () => null;
  const retried = await asAdmin((tx) => retryMail(tx, { id: message?.id ?? '' }));
  expect(retried).toMatchObject({ __typename: 'MailRetried', message: { state: 'QUEUED', attempts: 0 } });
  await deliver();
  await expect(mails()).resolves.toMatchObject([{ state: 'SENT', message_id: message?.messageId }]);
  await expect(db.owner(`select action from audit_entry where object_id = $1`, [message?.id])).resolves.toEqual([
    { action: 'mail.retry' },
  ]);
});

it('a mail that is never taken is given up after eight attempts', async () => {
  sink.judge = () => '451 never';
  await invite(await createClient(db, providerId, tenantId));
  await deliver();
  await expect(mails()).resolves.toMatchObject([{ state: 'DEAD', attempts: 8, sent: false }]);
  expect(sink.taken).toEqual([]);
});

it('a mail server that is away loses nothing', async () => {
  const gone = await startSmtpSink();
  await gone.close();
  await invite(await createClient(db, providerId, tenantId));
  const tried = async () => (await db.owner('select 1 from mail_message where attempts > 0')).length > 0;
  await deliver(gone.url, tried);
  await deliver();
  expect(sink.taken).toHaveLength(1);
});

it('only a dead mail can be retried, and another provider’s is not found', async () => {
  await invite(await createClient(db, providerId, tenantId));
  await deliver();
  const [mail] = await db.owner<{ mail_id: string }>('select mail_id from mail_message');
  const id = mail?.mail_id ?? '';
  await expect(asAdmin((tx) => retryMail(tx, { id }))).resolves.toMatchObject({ __typename: 'MailNotDead' });
  const other = await createProvider(db, 'South');
  const caller = await signInAs(db, { providerId: other.providerId, personId: other.adminId }, 'CONSOLE');
  const foreign = await db.app.asPerson(caller, (tx) => retryMail(asStaff(tx), { id }));
  expect(foreign).toEqual({ __typename: 'NotFound', what: 'mail' });
  await expect(asAdmin((tx) => retryMail(tx, { id: 'no id' }))).resolves.toEqual(foreign);
});

it('without a mail server mails stay here and an administrator can read them, link and all', async () => {
  await invite(await createClient(db, providerId, tenantId), '/welcome?token=a&b=<c>');
  await deliver(null);
  const box = await asAdmin((tx) => mailPage(tx, { states: ['LOCAL'] }, { first: 10 }));
  const content = await asAdmin((tx) => mailContent(tx, box.edges[0]?.node.id ?? ''));
  expect(content?.text).toContain('https://daylight.example/welcome?token=a&b=<c>');
  expect(content?.html).toContain('href="https://daylight.example/welcome?token=a&amp;b=&lt;c&gt;"');
});

it('the link is never shown of a mail that goes out, nor to staff who are no administrators', async () => {
  await invite(await createClient(db, providerId, tenantId));
  await deliver(null);
  const [mail] = await db.owner<{ mail_id: string }>('select mail_id from mail_message');
  const id = mail?.mail_id ?? '';
  const personId = await createStaff(db, providerId, { role: 'AGENT' });
  const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
  const seen = await db.app.asPerson(caller, (tx) => mailContent(asStaff(tx), id));
  expect(seen?.text).not.toContain('s3cret');
  await db.owner(`update mail_message set state = 'DEAD'`);
  const dead = await asAdmin((tx) => mailContent(tx, id));
  expect(dead?.text).not.toContain('s3cret');
  const link = asAdmin((tx) => tx.query({ name: 'spec-link', text: 'select secret_link from mail_message' }));
  await expect(link).rejects.toMatchObject({ code: '42501' });
});

it('nobody is mailed who was deactivated meanwhile', async () => {
  const personId = await createClient(db, providerId, tenantId);
  await invite(personId);
  await db.owner(`update person set status = 'DEACTIVATED' where person_id = $1`, [personId]);
  await deliver();
  expect(sink.taken).toEqual([]);
  await expect(mails()).resolves.toEqual([]);
});

it.each(['https://evil.example/x', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)'])(
  'a link to %s never becomes a mail',
  async (link) => {
    await put(db, providerId, [newJob('mail', { template: 'PASSWORD_RESET', personId: adminId, link })]);
    const failed = async () => (await db.owner('select 1 from job where last_error is not null')).length > 0;
    await deliver(sink.url, failed);
    await expect(mails()).resolves.toEqual([]);
  },
);

it('a name can’t add a recipient or a header (M7)', async () => {
  const personId = await createClient(db, providerId, tenantId);
  await db.owner(`update person set display_name = $2 where person_id = $1`, [
    personId,
    'Kim\r\nBcc: all@example.org, x <y@example.org>',
  ]);
  await invite(personId);
  await deliver();
  const [mail] = sink.taken;
  expect(mail?.to).toEqual([await emailOf(personId)]);
  expect(mail?.raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-[^\r]*example)/im);
});

it('a list takes as many statements for 20 mails as for 2', async () => {
  const composer = composeHandler(LINK);
  const personId = await createClient(db, providerId, tenantId);
  await put(
    db,
    providerId,
    Array.from({ length: 20 }, () =>
      newJob('mail', { template: 'INVITATION', personId, link: '/welcome' }, { tenantId }),
    ),
  );
  await runWorkers(
    db,
    [composer, { queue: 'mail-send', handle: async (_tx: Tx, _job: Job) => undefined }],
    nothingLeft,
  );
  const count = (first: number) =>
    asAdmin(async (tx) => {
      statementLog.names = [];
      const page = await mailPage(tx, {}, { first });
      const { names } = statementLog;
      statementLog.names = null;
      return [page.edges.length, names];
    });
  await expect(count(2)).resolves.toEqual([2, ['mail-page']]);
  await expect(count(20)).resolves.toEqual([20, ['mail-page']]);
});
