import { MailHouse, mailText } from '../testing/mail-house.test.js';

jest.setTimeout(120_000);

let house: MailHouse;
let kim: string;

beforeAll(async () => {
  house = await MailHouse.create();
  kim = await house.person('kim@acme.example');
}, 120_000);
afterEach(() => house.empty());
afterAll(() => house.close());

const KIM = 'Kim <kim@acme.example>';
const from = (who: string, more: Readonly<Record<string, string>> = {}) => ({
  From: who,
  To: 'help@acme.example',
  Subject: 'Server away',
  'Message-ID': `<${Math.random().toString(36).slice(2)}@acme.example>`,
  ...more,
});

/** Opens a ticket by mail and returns its id and the address that answers to its receipt go to. */
async function openedByMail(): Promise<{
  readonly ticketId: string;
  readonly answerTo: string;
  readonly sentId: string;
}> {
  await house.forward(mailText(from(KIM)), 'help@acme.example', 'kim@acme.example');
  await house.settle();
  const [ticket] = await house.tickets();
  const raw = house.sink.taken.find(({ to }) => to.includes('kim@acme.example'))?.raw ?? '';
  house.sink.taken.length = 0;
  return {
    ticketId: ticket?.ticket_id ?? '',
    answerTo: /^Reply-To:\s+(\S+)/m.exec(raw)?.[1] ?? '',
    sentId: /^Message-ID: (\S+)$/m.exec(raw)?.[1] ?? '',
  };
}

it('a mail of a known person opens a ticket at the instant of its receipt, for the client of the mailbox', async () => {
  await expect(house.forward(mailText(from(KIM)), 'help@acme.example')).resolves.toBe(250);
  await house.settle();
  const [ticket, ...others] = await house.tickets();
  expect(others).toEqual([]);
  const said = { subject: 'Server away', description: 'The server does not answer.', channel: 'EMAIL' };
  expect(ticket).toMatchObject({ ...said, tenant_id: house.acme, requester_id: kim, status: 'NEW', priority: 'P3' });
  const [row] = await house.db.owner('select received_at, outcome from mail_inbound');
  expect(row).toEqual({ received_at: ticket?.opened_at, outcome: 'OPENED' });
});

it('the receipt that goes out carries a signed address for answers and a message id of its own', async () => {
  const { answerTo, sentId } = await openedByMail();
  expect(answerTo).toMatch(/^reply\+[a-z2-7]{45}@reply\.daylight\.example$/);
  expect(sentId).toMatch(/^<[0-9a-f-]{36}@daylight\.example>$/);
});

it('an answer to the signed address lands in its ticket: shown without the quote, kept whole', async () => {
  const { ticketId, answerTo } = await openedByMail();
  const quoted =
    'Since this morning.\n\nOn Mon, 2 Mar 2026 at 10:00, Daylight <no-reply@daylight.example> wrote:\n> We have your request.';
  const header = from(KIM, { To: answerTo, Subject: 'Re: something else altogether' });
  await expect(house.forward(mailText(header, quoted), answerTo)).resolves.toBe(250);
  await house.settle();
  await expect(house.messages(ticketId)).resolves.toMatchObject([
    { side: 'CLIENT', author_id: kim, visibility: 'PUBLIC', automatic: false, body: 'Since this morning.' },
  ]);
  const mails = await house.inbound();
  expect(mails.at(-1)?.body_text).toContain('> We have your request.');
  expect(await house.tickets()).toHaveLength(1);
});

it('an answer that names a mail of ours lands in its ticket, whatever its subject', async () => {
  const { ticketId, sentId } = await openedByMail();
  await house.forward(
    mailText(from(KIM, { 'In-Reply-To': sentId, Subject: 'And?' }), 'Any news?'),
    'help@acme.example',
  );
  await house.settle();
  await expect(house.messages(ticketId)).resolves.toMatchObject([{ body: 'Any news?', author_id: kim }]);
});

it('a number in the subject leads nowhere: it opens another ticket', async () => {
  const { ticketId } = await openedByMail();
  await house.forward(mailText(from(KIM, { Subject: 'Re: [ACME-1] Server away' })), 'help@acme.example');
  await house.settle();
  await expect(house.messages(ticketId)).resolves.toEqual([]);
  expect(await house.tickets()).toHaveLength(2);
});

it('a guessed or altered address for answers is refused with 550, and reaches no ticket (M1)', async () => {
  const { ticketId, answerTo } = await openedByMail();
  const altered = answerTo.replace(/(.)@/, (_, last: string) => `${last === 'a' ? 'i' : 'a'}@`);
  const guessed = `reply+${'a'.repeat(45)}@reply.daylight.example`;
  const before = await house.state();
  for (const address of [altered, guessed, 'nobody@acme.example']) {
    await expect(house.forward(mailText(from(KIM, { To: address })), address)).resolves.toBe(550);
  }
  // Beside a mailbox that takes the mail the altered address is worth nothing either.
  await house.forward(mailText(from('Choi <choi@elsewhere.example>', { To: altered })), 'help@acme.example');
  await house.settle();
  expect(await house.state()).toBe(before);
  await expect(house.messages(ticketId)).resolves.toEqual([]);
  expect((await house.inbound()).at(-1)).toMatchObject({ state: 'QUARANTINED', ticket_id: null });
});

it('the right address from the wrong sender waits for a person, and changes nothing meanwhile (M2)', async () => {
  await house.person('park@beta.example', house.beta);
  const { ticketId, answerTo } = await openedByMail();
  const before = await house.state();
  for (const who of ['Stranger <stranger@elsewhere.example>', 'Park <park@beta.example>']) {
    await house.forward(mailText(from(who, { To: answerTo }), 'I know better.'), answerTo);
  }
  await house.settle();
  expect(await house.state()).toBe(before);
  const held = (await house.inbound()).filter(({ state }) => state === 'QUARANTINED');
  const why = held.map(({ from_address: who, reason, ticket_id: id }) => [who, reason, id]);
  expect(why).toContainEqual(['stranger@elsewhere.example', 'UNKNOWN_SENDER', ticketId]);
  expect(why).toContainEqual(['park@beta.example', 'THIRD_PARTY', ticketId]);
  expect(house.sink.taken).toEqual([]);
});

it('a colleague who may not see the ticket can not write into it by a forwarded address', async () => {
  await house.person('lee@acme.example');
  await house.person('han@acme.example', house.acme, ['COORDINATOR']);
  const { ticketId, answerTo } = await openedByMail();
  await house.forward(mailText(from('lee@acme.example', { To: answerTo })), answerTo);
  await house.forward(mailText(from('han@acme.example', { To: answerTo }), 'We all see it.'), answerTo);
  await house.settle();
  await expect(house.messages(ticketId)).resolves.toMatchObject([{ body: 'We all see it.' }]);
  expect((await house.inbound()).map(({ reason }) => reason)).toContain('NOT_ON_TICKET');
});

it('two senders in one From, or two From fields, are nobody in particular', async () => {
  const { answerTo } = await openedByMail();
  const double = mailText(from(KIM, { To: answerTo })).replace('To:', 'From: Other <other@elsewhere.example>\r\nTo:');
  const both = mailText(from('kim@acme.example, other@elsewhere.example', { To: answerTo }));
  const before = await house.state();
  for (const raw of [double, both]) await house.forward(raw, answerTo);
  await house.settle();
  expect(await house.state()).toBe(before);
});

it('the provider’s own mailbox asks the sender for the client; who belongs to several waits', async () => {
  const both = await house.person('both@acme.example');
  await house.db.owner(
    `insert into tenant_membership (provider_id, tenant_id, person_id, roles, created_at) values ($1, $2, $3, '{REQUESTER}', now())`,
    [house.providerId, house.beta, both],
  );
  await house.person('oh@beta.example', house.beta);
  for (const who of ['oh@beta.example', 'both@acme.example', 'stranger@elsewhere.example']) {
    await house.forward(mailText(from(who, { To: 'help@north.example' })), 'help@north.example');
  }
  await house.settle();
  expect((await house.tickets()).map(({ tenant_id }) => tenant_id)).toEqual([house.beta]);
  const held = (await house.inbound()).flatMap(({ reason }) => reason ?? []);
  expect(held.sort()).toEqual(['SEVERAL_TENANTS', 'UNKNOWN_SENDER']);
});

it('the same message handed over again is one mail, and a second copy by another way one ticket (M9)', async () => {
  const raw = mailText(from(KIM, { Cc: 'help@north.example' }));
  for (let time = 0; time < 3; time += 1) await expect(house.forward(raw, 'help@acme.example')).resolves.toBe(250);
  await house.forward(`Received: from elsewhere\r\n${raw}`, 'help@acme.example');
  await house.settle();
  expect(await house.tickets()).toHaveLength(1);
  expect((await house.inbound()).map(({ reason }) => reason).sort()).toEqual(['DUPLICATE', null]);
});

it('a forged message id does not make an honest mail disappear (M9)', async () => {
  const header = from(KIM, { 'Message-ID': '<same@acme.example>' });
  await house.forward(mailText({ ...header, From: 'mallory@elsewhere.example' }, 'first'), 'help@acme.example');
  await house.settle();
  await house.forward(mailText(header, 'the real one'), 'help@acme.example');
  await house.settle();
  expect((await house.tickets()).map(({ description }) => description)).toEqual(['the real one']);
});

it('control fields of ours and of other systems in a mail control nothing (M5)', async () => {
  const control = {
    'X-Daylight-Ticket': 'ACME-1',
    'X-Daylight-Priority': 'P1',
    'X-OTRS-Priority': '1',
    'X-Priority': '1',
  };
  await house.forward(mailText(from(KIM, control)), 'help@acme.example');
  await house.settle();
  expect(await house.tickets()).toMatchObject([{ priority: 'P3', description: 'The server does not answer.' }]);
  const [{ text } = { text: '' }] = await house.db.owner<{ text: string }>(
    'select i::text as text from mail_inbound i',
  );
  expect(text).not.toContain('Daylight-Priority');
});

it('a line break hidden in a subject adds no header to what goes out (M7)', async () => {
  const subject = `=?utf-8?B?${Buffer.from('Hello\r\nBcc: everybody@elsewhere.example\r\n').toString('base64')}?=`;
  await house.forward(mailText(from(KIM, { Subject: subject })), 'help@acme.example');
  await house.settle();
  expect((await house.tickets()).map(({ subject: kept }) => kept)).toEqual(['Hello Bcc: everybody@elsewhere.example']);
  for (const { raw, to } of house.sink.taken) {
    expect(to).toEqual(['kim@acme.example']);
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  }
});

it('an answer to a resolved ticket reopens it; the fourth within a day waits for a person', async () => {
  const { ticketId, answerTo } = await openedByMail();
  for (let time = 1; time <= 4; time += 1) {
    await resolve(ticketId);
    await house.forward(mailText(from(KIM, { To: answerTo }), `Not yet, number ${time}`), answerTo);
    await house.settle();
  }
  const mails = await house.inbound();
  expect(mails.slice(1).map(({ outcome, reason }) => outcome ?? reason)).toEqual([
    'REOPENED',
    'REOPENED',
    'REOPENED',
    'REOPENED_TOO_OFTEN',
  ]);
});

async function resolve(ticketId: string): Promise<void> {
  const { ResolveTicket } = jest.requireActual<typeof import('@daylight/api-tickets')>('@daylight/api-tickets');
  const outcome = await house.asAdmin((tx) =>
    new ResolveTicket().run(tx, { ticketId, expectedVersion: null, code: 'FIXED' }),
  );
  expect(outcome).toMatchObject({ kind: 'changed' });
}

it('a program that opens ticket after ticket is stopped at twenty within an hour', async () => {
  for (let count = 0; count < 22; count += 1) {
    await house.forward(mailText(from(KIM, { Subject: `Alarm ${count}` })), 'help@acme.example');
  }
  await house.settle();
  expect(await house.tickets()).toHaveLength(20);
  expect((await house.inbound()).filter(({ reason }) => reason === 'TOO_MANY')).toHaveLength(2);
});

it('one message to a signed address and the mailbox beside it takes effect once', async () => {
  const { ticketId, answerTo } = await openedByMail();
  const header = from(KIM, { To: answerTo, Cc: 'help@acme.example' });
  await house.forward(mailText(header, 'To both.'), [answerTo, 'help@acme.example']);
  await house.settle();
  await expect(house.messages(ticketId)).resolves.toHaveLength(1);
  expect(await house.tickets()).toHaveLength(1);
});

it('files come along and can be read by who sees the ticket', async () => {
  const raw = [
    'From: kim@acme.example',
    'To: help@acme.example',
    'Subject: With a file',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See the log.',
    '--b',
    "Content-Disposition: attachment; filename*=UTF-8''%EB%A1%9C%EA%B7%B8.txt",
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('boom').toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
  await house.forward(raw, 'help@acme.example');
  await house.settle();
  const files = await house.db.owner(
    `select f.name, f.audience, f.tenant_id, convert_from(c.bytes, 'UTF8') as text from ticket_attachment a
     join file f on f.file_id = a.file_id join file_content c on c.file_id = f.file_id`,
  );
  expect(files).toEqual([{ name: '로그.txt', audience: 'LINKED', tenant_id: house.acme, text: 'boom' }]);
});

it('what is larger than the limit is refused with 552, while the database is away 451', async () => {
  const { startSmtpListener } = jest.requireActual<typeof import('@daylight/api-mail')>('@daylight/api-mail');
  const nodemailer = jest.requireActual<typeof import('nodemailer')>('nodemailer');
  const base = { secret: 'x'.repeat(32), host: '127.0.0.1', port: 0, trouble: () => undefined, largestBytes: 2_000 };
  const small = await startSmtpListener({ ...base, work: house.db.worker });
  const away = {
    withoutScope: () => Promise.reject(new Error('away')),
    asSystem: () => Promise.reject(new Error('away')),
  };
  const alone = await startSmtpListener({ ...base, work: away as unknown as typeof house.db.worker });
  const code = (port: number, raw: string) =>
    nodemailer
      .createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
      .sendMail({ envelope: { from: 'a@b.example', to: 'help@acme.example' }, raw })
      .then(
        () => 250,
        (error: unknown) => Number(Reflect.get(error as object, 'responseCode')),
      );
  await expect(code(small.port, mailText(from(KIM), 'x'.repeat(5_000)))).resolves.toBe(552);
  await expect(code(small.port, mailText(from(KIM)))).resolves.toBe(250);
  await expect(code(alone.port, mailText(from(KIM)))).resolves.toBe(451);
  await Promise.all([small.close(), alone.close()]);
});
