import { setMailTimingFor } from '../testing/mail-timing.test.js';
import { MailHouse, mailText } from '../testing/mail-house.test.js';
import { put, newJob } from '../testing/workers.test.js';

jest.setTimeout(120_000);

let house: MailHouse;
let kim: string;

beforeAll(async () => {
  house = await MailHouse.create();
  kim = await house.person('kim@acme.example');
}, 120_000);
afterEach(async () => {
  await house.empty();
  for (const table of ['mail_held', 'mail_timing', 'notification_preference'])
    await house.db.owner(`delete from ${table}`);
});
afterAll(() => house.close());

const DAILY = { digest: 'DAILY', digestHour: 8, digestWeekday: 1, quiet: null } as const;
const AT_ONCE = { ...DAILY, digest: 'NONE' } as const;

/** Quiet from an hour ago to an hour from now, on the wall of the person's zone, whatever time the test runs at. */
async function quietNow(): Promise<{ readonly from: string; readonly to: string; readonly days: readonly number[] }> {
  const [row] = await house.db.owner<{ from: string; to: string }>(
    `select to_char(now() at time zone zone - interval '1 hour', 'HH24:MI') as from, to_char(now() at time zone zone + interval '1 hour', 'HH24:MI') as to
     from person where person_id = $1`,
    [kim],
  );
  return { from: row?.from ?? '', to: row?.to ?? '', days: [1, 2, 3, 4, 5, 6, 7] };
}

const opens = async (subject: string): Promise<void> => {
  await house.forward(
    mailText({ From: 'kim@acme.example', To: 'help@acme.example', Subject: subject }),
    'help@acme.example',
  );
  await house.settle();
};
const wishes = (timing: Parameters<typeof setMailTimingFor>[2]): Promise<void> => setMailTimingFor(house, kim, timing);
const held = () =>
  house.db.owner<{ n: number; digest: boolean | null }>(
    'select count(*)::integer as n, bool_and(in_digest) as digest from mail_held',
  );
/** Time goes by: what is held is due. */
const due = async (): Promise<void> => {
  await house.db.owner(`update mail_held set due_at = now() - interval '1 second'`);
  await house.db.owner(`update job set run_at = now() where queue = 'mail-release'`);
  await house.settle();
};
const subjects = (): readonly string[] =>
  house.sink.taken.map(({ raw }) => {
    const line = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(raw)?.[1] ?? '';
    return line.replaceAll(/\r\n[ \t]/g, '').replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/gi, '$1');
  });

it('who wants a digest gets one mail for all that happened, each line with its link', async () => {
  await wishes(DAILY);
  await opens('First');
  await opens('Second');
  expect(house.sink.taken).toEqual([]);
  expect(await held()).toEqual([{ n: 2, digest: true }]);
  await due();
  const [mail, ...others] = await house.db.owner<{ template: string; body_text: string; subject: string }>(
    'select template, body_text, subject from mail_message',
  );
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ template: 'DIGEST', subject: '알림 모음: 2건' });
  const [first, second] = await house.tickets();
  for (const ticket of [first, second]) {
    expect(mail?.body_text).toContain(ticket?.subject);
    expect(mail?.body_text).toContain(`https://daylight.example/tickets/${ticket?.ticket_id}`);
  }
  expect(subjects()).toHaveLength(1);
  expect(await held()).toEqual([{ n: 0, digest: null }]);
});

it('in quiet hours mails wait for their end, and then come one by one', async () => {
  await wishes({ ...AT_ONCE, quiet: await quietNow() });
  await opens('By night');
  await opens('Again');
  expect(house.sink.taken).toEqual([]);
  expect(await held()).toEqual([{ n: 2, digest: false }]);
  await due();
  expect(house.sink.taken).toHaveLength(2);
});

it('an invitation, a password’s reset and what law asks for come by night as well', async () => {
  await wishes({ ...DAILY, quiet: await quietNow() });
  const job = { template: 'PASSWORD_RESET', personId: kim, link: '/welcome?token=x' };
  await put(house.db, house.providerId, [newJob('mail', job, { tenantId: house.acme })]);
  await house.settle();
  expect(house.sink.taken).toHaveLength(1);
});

it('nothing that is held is lost when the wishes change: it leaves by the new ones', async () => {
  await wishes(DAILY);
  await opens('Held for the digest');
  expect(house.sink.taken).toEqual([]);
  await wishes(AT_ONCE);
  await house.settle();
  expect(house.sink.taken).toHaveLength(1);
  expect(await held()).toEqual([{ n: 0, digest: null }]);
  const [mail] = await house.db.owner('select template from mail_message');
  expect(mail).toEqual({ template: 'TICKET_OPENED' });
});

it('what its person has stopped meanwhile, or may see no more, does not come', async () => {
  await wishes(DAILY);
  await opens('Stopped');
  await house.db.owner(
    `insert into notification_preference (provider_id, person_id, kind, in_app, mail) values ($1, $2, 'TICKET_OPENED', true, false)`,
    [house.providerId, kim],
  );
  await due();
  expect(await house.db.owner('select 1 from mail_message')).toEqual([]);
  expect(await held()).toEqual([{ n: 0, digest: null }]);
});

it('a digest says nothing of a confidential ticket but that there is one', async () => {
  await wishes(DAILY);
  await opens('Payroll leak');
  await house.db.owner('update ticket set confidential = true');
  await due();
  const [mail] = await house.db.owner<{ body_text: string }>('select body_text from mail_message');
  expect(mail?.body_text).toContain('비공개 문의');
  expect(mail?.body_text).not.toContain('Payroll');
});

it('a digest that its worker starts twice is sent once', async () => {
  await wishes(DAILY);
  await opens('Once');
  await due();
  await put(house.db, house.providerId, [newJob('mail-release', { personId: kim })]);
  await house.settle();
  expect(house.sink.taken).toHaveLength(1);
});

it('a mail names the one it follows, and where its kind is stopped by one click (RFC 8058)', async () => {
  await opens('Threads');
  const [first] = house.sink.taken;
  const fields = (raw = ''): string => raw.split('\r\n\r\n')[0]?.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
  expect(fields(first?.raw)).toMatch(/^List-Unsubscribe: <https:\/\/daylight\.example\/u\/[\w-]{43}>$/m);
  expect(fields(first?.raw)).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const id = /^Message-ID: (\S+)$/m.exec(fields(first?.raw))?.[1] ?? '';
  const [ticket] = await house.tickets();
  const about = { template: 'TICKET_ASSIGNED', personId: kim, ids: { ticketId: ticket?.ticket_id } };
  await put(house.db, house.providerId, [newJob('mail', about, { tenantId: house.acme })]);
  await house.settle();
  const second = fields(house.sink.taken[1]?.raw);
  expect(second).toMatch(new RegExp(`^In-Reply-To: ${id}$`, 'm'));
  expect(second).toMatch(new RegExp(`^References: <ticket\\.${ticket?.ticket_id}@daylight\\.example> ${id}$`, 'm'));
  expect(house.sink.taken[0]?.raw).not.toContain('unsubscribe.invalid');
});
