import { startHandler, stepHandler } from '@daylight/api-escalation';
import { newId } from '@daylight/api-platform';
import { LINK, MailHouse, mailText } from '../testing/mail-house.test.js';

jest.setTimeout(120_000);

let house: MailHouse;

beforeAll(async () => {
  house = await MailHouse.create();
  await house.person('kim@acme.example');
  await house.db.owner(`update mailbox set impact = 1, urgency = 1 where address = 'help@acme.example'`);
  const channels = [{ id: 'mail', kind: 'EMAIL', address: 'Night@partner.example', bouncedAt: null }];
  await house.db.owner(
    `insert into escalation_contact (provider_id, contact_id, side, name, role, place, channels, languages, zone, valid_from, updated_at)
     values ($1, $2, 'PROVIDER', 'Night desk', 'PARTNER', 1, $3, '{en}', 'Asia/Seoul', '2025-01-01', now())`,
    [house.providerId, newId(), JSON.stringify(channels)],
  );
}, 120_000);
afterEach(async () => {
  await house.db.owner('truncate escalation cascade');
  await house.empty();
});
afterAll(() => house.close());

const settle = (): Promise<void> => house.settle(house.reader, [startHandler, stepHandler(LINK)]);

/** A P1 comes by mail and somebody without an account is called; where answers to the call go. */
async function called(): Promise<{ readonly ticketId: string; readonly answerTo: string }> {
  await house.forward(
    mailText({ From: 'kim@acme.example', To: 'help@acme.example', Subject: 'Down' }),
    'help@acme.example',
  );
  await settle();
  const call = house.sink.taken.find(({ to }) => to.includes('Night@partner.example'))?.raw ?? '';
  house.sink.taken.length = 0;
  const [ticket] = await house.tickets();
  return { ticketId: ticket?.ticket_id ?? '', answerTo: /^Reply-To:\s+(\S+)/m.exec(call)?.[1] ?? '' };
}

const runs = () =>
  house.db.owner<{ state: string; via: string | null }>('select state, acknowledged_via as via from escalation');

const answer = (answerTo: string, from: string, more: Readonly<Record<string, string>> = {}): string =>
  mailText({ From: from, To: answerTo, Subject: 'Re: Down', ...more }, 'On my way, 20 minutes.');

it('an answer to a call’s mail, from the address that was called, ends the run and stands in the ticket among staff', async () => {
  const { ticketId, answerTo } = await called();
  expect(answerTo).toMatch(/^reply\+[a-z2-7]{45}@reply\.daylight\.example$/);
  expect(await runs()).toEqual([{ state: 'RUNNING', via: null }]);
  await expect(house.forward(answer(answerTo, 'Night <night@partner.example>'), answerTo)).resolves.toBe(250);
  await settle();
  expect(await runs()).toEqual([{ state: 'ACKNOWLEDGED', via: 'REPLY' }]);
  const [note, ...others] = await house.messages(ticketId);
  expect(others).toEqual([]);
  expect(note).toMatchObject({ side: 'SYSTEM', visibility: 'INTERNAL', author_id: null });
  expect(note?.body).toContain('night@partner.example');
  expect(note?.body).toContain('On my way, 20 minutes.');
});

it('neither anybody else nor a program answers a call, though they have its address', async () => {
  const { ticketId, answerTo } = await called();
  await house.forward(answer(answerTo, 'stranger@elsewhere.example'), answerTo);
  await house.forward(answer(answerTo, 'night@partner.example', { 'Auto-Submitted': 'auto-replied' }), answerTo);
  const report = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' };
  await house.forward(answer(answerTo, 'MAILER-DAEMON@partner.example', report), answerTo, '');
  await settle();
  expect(await runs()).toEqual([{ state: 'RUNNING', via: null }]);
  await expect(house.messages(ticketId)).resolves.toEqual([]);
  expect((await house.inbound()).flatMap(({ reason }) => reason ?? []).sort()).toEqual([
    'AUTOMATIC_REPLY',
    'BOUNCE',
    'UNKNOWN_SENDER',
  ]);
});

it('the client’s own answer to the ticket’s receipt ends no call', async () => {
  await house.forward(
    mailText({ From: 'kim@acme.example', To: 'help@acme.example', Subject: 'Down' }),
    'help@acme.example',
  );
  await settle();
  const receipt = house.sink.taken.find(({ to }) => to.includes('kim@acme.example'))?.raw ?? '';
  const answerTo = /^Reply-To:\s+(\S+)/m.exec(receipt)?.[1] ?? '';
  await house.forward(answer(answerTo, 'kim@acme.example'), answerTo);
  await settle();
  expect(await runs()).toEqual([{ state: 'RUNNING', via: null }]);
});
