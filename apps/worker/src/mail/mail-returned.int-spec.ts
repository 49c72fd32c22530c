import { returnedAddresses, tryAddressAgain } from '@daylight/api-mail';
import { newId } from '@daylight/api-platform';
import { MailHouse, mailText } from '../testing/mail-house.test.js';

jest.setTimeout(120_000);

let house: MailHouse;
let contact: string;

beforeAll(async () => {
  house = await MailHouse.create();
  await house.person('kim@acme.example');
  contact = newId();
  const channels = [{ id: 'mail', kind: 'EMAIL', address: 'Kim@acme.example', bouncedAt: null }];
  await house.db.owner(
    `insert into escalation_contact (provider_id, tenant_id, contact_id, side, name, role, place, channels, languages, zone, valid_from, updated_at)
     values ($1, $2, $3, 'CLIENT', 'Kim', 'IT', 1, $4, '{ko}', 'Asia/Seoul', '2025-01-01', now())`,
    [house.providerId, house.acme, contact, JSON.stringify(channels)],
  );
}, 120_000);
afterEach(async () => {
  await house.empty();
  await house.db.owner('delete from mail_address_trouble');
  await house.db.owner(`update escalation_contact set channels = jsonb_set(channels, '{0,bouncedAt}', 'null')`);
});
afterAll(() => house.close());

/** Opens a ticket by mail; where its receipt comes back to, and its message id. */
async function receipt(): Promise<{ readonly returnTo: string; readonly messageId: string }> {
  await house.forward(
    mailText({ From: 'kim@acme.example', To: 'help@acme.example', Subject: 'One' }),
    'help@acme.example',
  );
  await house.settle();
  const [taken] = house.sink.taken.splice(0);
  return { returnTo: taken?.from ?? '', messageId: /^Message-ID: (\S+)/m.exec(taken?.raw ?? '')?.[1] ?? '' };
}

interface Report {
  readonly to: string;
  readonly messageId: string;
  readonly recipient?: string;
  readonly action?: 'failed' | 'delayed';
  readonly status?: string;
}

/** A notification as a mail server writes it (RFC 3464). */
function report({
  to,
  messageId,
  recipient = 'kim@acme.example',
  action = 'failed',
  status = '5.1.1',
}: Report): string {
  return [
    'From: MAILER-DAEMON@mx.acme.example (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.acme.example',
    'Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0900 (KST)',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} <${recipient}>: Recipient address rejected:`,
    '    User unknown in local recipient table',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: Daylight <no-reply@daylight.example>',
    `To: ${recipient}`,
    `Message-ID: ${messageId}`,
    'Subject: One',
    '',
    '--b--',
    '',
  ].join('\r\n');
}

const mailState = async () =>
  (
    await house.db.owner<{ state: string; returned_kind: string | null; returned_status: string | null }>(
      'select state, returned_kind, returned_status from mail_message',
    )
  )[0];
const listed = () => house.asAdmin((tx) => returnedAddresses(tx));
const bouncedAt = async () =>
  (
    await house.db.owner<{ at: number | null }>(
      `select (channels -> 0 ->> 'bouncedAt')::bigint as at from escalation_contact where contact_id = $1`,
      [contact],
    )
  )[0]?.at;

it('every mail comes back to an address of its own', async () => {
  const { returnTo } = await receipt();
  expect(returnTo).toMatch(/^bounce\+[a-z2-7]{45}@reply\.daylight\.example$/);
});

it('a mail that comes back is marked, with its address, its person and the contact that is called there', async () => {
  const { returnTo, messageId } = await receipt();
  const before = await house.state();
  await expect(house.forward(report({ to: returnTo, messageId }), returnTo, '')).resolves.toBe(250);
  await house.settle();
  expect(await mailState()).toEqual({ state: 'SENT', returned_kind: 'HARD', returned_status: '5.1.1' });
  expect(await listed()).toMatchObject([
    { address: 'kim@acme.example', tenantName: 'Tenant ACME', returned: { kind: 'HARD', status: '5.1.1' } },
  ]);
  expect((await listed())[0]?.returned.said).toContain('User unknown in local recipient table');
  expect(await bouncedAt()).not.toBeNull();
  // The ticket knows nothing of it, and nobody is told by mail.
  expect(await house.state()).toBe(before);
  expect(house.sink.taken).toEqual([]);
  expect((await house.inbound()).at(-1)).toMatchObject({ state: 'IGNORED', reason: 'BOUNCE' });
});

it('a report to a mailbox is known by the message id and the address that it names together', async () => {
  const { messageId } = await receipt();
  const to = 'help@acme.example';
  await house.forward(report({ to, messageId, recipient: 'other@acme.example' }), to, '');
  await house.forward(report({ to, messageId: '<guessed@daylight.example>' }), to, '');
  await house.settle();
  expect(await listed()).toEqual([]);
  await house.forward(report({ to, messageId }), to, '');
  await house.settle();
  expect(await listed()).toHaveLength(1);
});

it('a mail that is only late says so, and its contact is called there all the same', async () => {
  const { returnTo, messageId } = await receipt();
  const late = { to: returnTo, messageId, action: 'delayed', status: '4.4.1' } as const;
  await house.forward(report(late), returnTo, '');
  await house.settle();
  expect(await mailState()).toMatchObject({ returned_kind: 'SOFT', returned_status: '4.4.1' });
  expect(await bouncedAt()).toBeNull();
  // In the end it failed; a late word that comes after it takes nothing back.
  await house.forward(report({ to: returnTo, messageId }), returnTo, '');
  await house.settle();
  await house.forward(report({ ...late, status: '4.4.2' }), returnTo, '');
  await house.settle();
  expect(await mailState()).toMatchObject({ returned_kind: 'HARD', returned_status: '5.1.1' });
});

it('a bounce in words alone, to the address that names the mail, is understood as well', async () => {
  const { returnTo } = await receipt();
  const words = { From: 'MAILER-DAEMON@qmail.example', To: returnTo, Subject: 'failure notice' };
  await house.forward(mailText(words, 'Hi. This is the qmail-send program.'), returnTo, '');
  await house.settle();
  expect(await mailState()).toMatchObject({ returned_kind: 'HARD' });
});

it('a forged address to come back to is refused, and a person’s mail to a true one marks nothing', async () => {
  const { returnTo, messageId } = await receipt();
  const forged = `bounce+${'a'.repeat(45)}@reply.daylight.example`;
  await expect(house.forward(report({ to: forged, messageId }), forged, '')).resolves.toBe(550);
  await house.forward(mailText({ From: 'kim@acme.example', To: returnTo, Subject: 'Hello' }), returnTo);
  await house.settle();
  expect(await mailState()).toMatchObject({ returned_kind: null });
});

it('an address counts as good again once it was corrected, or somebody tries it again', async () => {
  const { returnTo, messageId } = await receipt();
  await house.forward(report({ to: returnTo, messageId }), returnTo, '');
  await house.settle();
  await house.db.owner(`update person set email = 'new@acme.example' where email = 'kim@acme.example'`);
  expect(await listed()).toEqual([]);
  await house.db.owner(`update person set email = 'kim@acme.example' where email = 'new@acme.example'`);
  const [{ id } = { id: '' }] = await listed();
  await expect(house.asAdmin((tx) => tryAddressAgain(tx, { id }))).resolves.toMatchObject({
    __typename: 'AddressTried',
  });
  await house.settle();
  expect(await listed()).toEqual([]);
  expect(await bouncedAt()).toBeNull();
  await expect(house.asAdmin((tx) => tryAddressAgain(tx, { id }))).resolves.toMatchObject({ __typename: 'NotFound' });
});
