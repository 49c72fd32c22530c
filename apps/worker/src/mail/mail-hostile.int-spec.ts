import { MailHouse, mailText, testReader } from '../testing/mail-house.test.js';

jest.setTimeout(240_000);

let house: MailHouse;

beforeAll(async () => {
  house = await MailHouse.create();
  await house.person('kim@acme.example');
}, 120_000);
afterEach(() => house.empty());
afterAll(() => house.close());

const KIM = 'Kim <kim@acme.example>';

/** What programs send back, each in its own way. */
const AUTOMATIC: readonly Readonly<Record<string, string>>[] = [
  { From: 'MAILER-DAEMON@mx.example', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
  { From: KIM, 'Auto-Submitted': 'auto-replied' },
  { From: KIM, 'X-Autoreply': 'yes' },
  { From: KIM, Precedence: 'bulk' },
  { From: KIM, 'List-Id': '<news.acme.example>' },
  { From: KIM, Subject: '자동 회신: 부재중입니다' },
  { From: 'Daylight <no-reply@daylight.example>' },
  { From: 'help@acme.example' },
];

it('a thousand bounces, automatic answers, list mails and mails of our own open, change and send nothing (M6)', async () => {
  await house.forward(mailText({ From: KIM, To: 'help@acme.example', Subject: 'One' }), 'help@acme.example');
  await house.settle();
  const raw = house.sink.taken[0]?.raw ?? '';
  const answerTo = /^Reply-To:\s+(\S+)/m.exec(raw)?.[1] ?? '';
  const sentId = /^Message-ID: (\S+)/m.exec(raw)?.[1] ?? '';
  house.sink.taken.length = 0;
  const before = await house.state();
  const work: Promise<number>[] = [];
  for (let count = 0; count < 1_000; count += 1) {
    const kind = AUTOMATIC[count % AUTOMATIC.length] ?? {};
    const to = count % 2 === 0 ? answerTo : 'help@acme.example';
    const header = {
      To: to,
      Subject: 'Undelivered',
      'Message-ID': `<${count}@mx.example>`,
      'In-Reply-To': sentId,
      ...kind,
    };
    work.push(house.forward(mailText(header, `number ${count}`), to, count % 3 === 0 ? '' : 'somebody@mx.example'));
    if (work.length === 20) expect(new Set(await Promise.all(work.splice(0)))).toEqual(new Set([250]));
  }
  await house.settle();
  const rows = await house.db.owner<{ state: string; n: number }>(
    `select state || coalesce(':' || outcome, '') as state, count(*)::int as n from mail_inbound group by 1 order by 1`,
  );
  const [automatic] = await house.db.owner<{ n: number }>(
    'select count(*)::int as n from ticket_message where automatic',
  );
  // One note that the requester is away is kept in the thread; nobody is told of it.
  expect(rows).toEqual([
    { state: 'DONE:AUTOMATIC', n: automatic?.n },
    { state: 'DONE:OPENED', n: 1 },
    { state: 'IGNORED', n: 1_000 - (automatic?.n ?? 0) },
  ]);
  expect(automatic?.n).toBeLessThanOrEqual(1);
  expect(house.sink.taken).toEqual([]);
  const state = automatic?.n === 0 ? await house.state() : before;
  expect(state).toBe(before);
  expect(await house.tickets()).toMatchObject([{ status: 'NEW' }]);
});

it('a mail of more parts than any honest one, or that takes too long, is held; the next one passes (M8)', async () => {
  const bomb = (parts: string) =>
    `From: ${KIM}\r\nTo: help@acme.example\r\nSubject: bomb\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`;
  const nested = Array.from(
    { length: 20_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  await house.forward(bomb('--b\r\nContent-Type: text/plain\r\n\r\na\r\n'.repeat(60_000)), 'help@acme.example');
  await house.forward(bomb(`--b\r\n${nested.join('')}`), 'help@acme.example');
  await house.settle();
  const hasty = testReader({ timeLimitMs: 1 });
  await house.forward(bomb(`--b\r\n\r\n${'slow '.repeat(1_000_000)}\r\n--b--\r\n`), 'help@acme.example');
  await house.settle(hasty);
  await hasty.close();
  await house.forward(mailText({ From: KIM, To: 'help@acme.example', Subject: 'after' }), 'help@acme.example');
  await house.settle();
  const held = ['bomb', 'QUARANTINED', 'UNREADABLE'];
  expect((await house.inbound()).map(({ subject, state, reason }) => [subject, state, reason])).toEqual([
    ...[held, held, held],
    ['after', 'DONE', null],
  ]);
  expect((await house.tickets()).map(({ subject }) => subject)).toEqual(['after']);
});

const KOREAN = Buffer.from('bcadb9f6b0a120c1d7befabdc0b4cfb4d92e', 'hex'); // 서버가 죽었습니다. in EUC-KR
const CP949 = Buffer.from('8c63b9e6b0a2c7cf', 'hex'); // 똠방각하: the first letter is in CP949 only
const JAPANESE = Buffer.from('1b24422535213c2550213c242c4d6e2441246b1b2842', 'hex'); // サーバーが落ちる in ISO-2022-JP

function encoded(charset: string, bytes: Buffer): Buffer {
  const header = [
    `From: ${KIM}`,
    'To: help@acme.example',
    `Subject: =?${charset}?B?${bytes.toString('base64')}?=`,
    `Content-Type: text/plain; charset=${charset}`,
    'Content-Transfer-Encoding: 8bit',
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(header), bytes, Buffer.from('\r\n')]);
}

/** As some old programs send it: raw bytes, and nothing that says in what charset. */
function unnamed(bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`From: ${KIM}\r\nTo: help@acme.example\r\nSubject: `),
    bytes,
    Buffer.from('\r\n\r\n'),
    bytes,
  ]);
}

it.each([
  ['EUC-KR', encoded('euc-kr', KOREAN), '서버가 죽었습니다.'],
  ['KS_C_5601-1987', encoded('ks_c_5601-1987', KOREAN), '서버가 죽었습니다.'],
  ['CP949', encoded('cp949', CP949), '똠방각하'],
  ['ISO-2022-JP', encoded('iso-2022-jp', JAPANESE), 'サーバーが落ちる'],
  ['Korean without a word about its charset', unnamed(KOREAN), '서버가 죽었습니다.'],
])('mail in %s is read as it was written', async (_name, raw, words) => {
  await house.forward(raw, 'help@acme.example');
  await house.settle();
  expect(await house.tickets()).toMatchObject([{ subject: words, description: words }]);
});

it('broken mail still opens a ticket (M10)', async () => {
  const broken = `From: ${KIM}\r\nSubject: =?utf-8?B?broken\r\nContent-Type: multipart/mixed; boundary="never"\r\n\r\nNo boundary at all.`;
  await house.forward(broken, 'help@acme.example');
  await house.forward(`From: ${KIM}\r\n\r\n`, 'help@acme.example');
  await house.settle();
  const tickets = await house.tickets();
  expect(tickets).toHaveLength(2);
  expect(tickets.every(({ requester_id }) => requester_id !== null)).toBe(true);
});
