import {
  inboundMailContent,
  inboundMails,
  quarantineCount,
  rejectInboundMail,
  releaseInboundMail,
  saveMailbox,
} from '@daylight/api-mail';
import { statementLog } from '@daylight/api-database';
import { MailHouse, mailText, SECRET } from '../testing/mail-house.test.js';

jest.setTimeout(120_000);

let house: MailHouse;
let agent: string;

beforeAll(async () => {
  house = await MailHouse.create();
  agent = await house.staff();
}, 120_000);
afterEach(() => house.empty());
afterAll(() => house.close());

const stranger = (to: string, subject = 'Hello') =>
  mailText({
    From: 'Yoon <yoon@partner.example>',
    To: to,
    Subject: subject,
    'Message-ID': `<${subject}@partner.example>`,
  });

async function heldId(): Promise<string> {
  const [held] = (await house.inbound()).filter(({ state }) => state === 'QUARANTINED');
  return held?.inbound_id ?? '';
}

it('a released mail of a stranger opens a ticket that nobody of the client has asked for, from its receipt on', async () => {
  await house.forward(stranger('help@acme.example'), 'help@acme.example');
  await house.settle();
  const id = await heldId();
  await expect(house.asAdmin((tx) => quarantineCount(tx))).resolves.toBe(1);
  const released = await house.asAdmin((tx) => releaseInboundMail(tx, { id, as: 'AS_IT_IS' }), agent);
  expect(released).toMatchObject({
    __typename: 'InboundMailDecided',
    mail: { state: 'RELEASED', decidedBy: { id: agent } },
  });
  await house.settle();
  const [ticket] = await house.tickets();
  expect(ticket).toMatchObject({ tenant_id: house.acme, requester_id: null, channel: 'EMAIL' });
  expect(ticket?.description).toBe(
    '[외부 발신자가 보낸 메일: Yoon <yoon@partner.example>]\n\nThe server does not answer.',
  );
  const [row] = await house.db.owner('select state, outcome, received_at from mail_inbound');
  expect(row).toEqual({ state: 'DONE', outcome: 'OPENED', received_at: ticket?.opened_at });
  const [entry] = await house.db.owner(`select actor_person_id, before from audit_entry where action = 'mail.release'`);
  expect(entry).toEqual({ actor_person_id: agent, before: { reason: 'UNKNOWN_SENDER' } });
});

it('the sender who is a colleague is invited to the client, and the ticket is theirs', async () => {
  await house.forward(stranger('help@acme.example', 'colleague'), 'help@acme.example');
  await house.settle();
  const id = await heldId();
  await expect(house.asAdmin((tx) => releaseInboundMail(tx, { id, as: 'COLLEAGUE' }), agent)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await house.asAdmin((tx) => releaseInboundMail(tx, { id, as: 'COLLEAGUE' }));
  await house.settle();
  const [person] = await house.db.owner<{ person_id: string; status: string }>(
    `select p.person_id, p.status, m.tenant_id, m.roles from person p join tenant_membership m using (person_id) where p.email = 'yoon@partner.example'`,
  );
  expect(person).toMatchObject({ status: 'INVITED', tenant_id: house.acme, roles: ['REQUESTER'] });
  expect(await house.tickets()).toMatchObject([
    { requester_id: person?.person_id, description: 'The server does not answer.' },
  ]);
  await house.db.owner(`delete from tenant_membership where person_id = $1`, [person?.person_id]);
  await house.db.owner(`update person set email = 'gone@partner.example' where person_id = $1`, [person?.person_id]);
});

it('where nothing says which client it concerns, it is asked, and another one than the mailbox’s is not found', async () => {
  await house.forward(stranger('help@north.example', 'which'), 'help@north.example');
  await house.forward(stranger('help@acme.example', 'fixed'), 'help@acme.example');
  await house.settle();
  const [open, fixed] = ['which', 'fixed'].map(
    (subject) => (mails: readonly { readonly subject: string; readonly inbound_id: string }[]) =>
      mails.find((mail) => mail.subject === subject)?.inbound_id ?? '',
  );
  const mails = await house.inbound();
  const release = (id: string, tenantId: string | null) =>
    house.asAdmin((tx) => releaseInboundMail(tx, { id, as: 'AS_IT_IS', tenantId }));
  await expect(release(open?.(mails) ?? '', null)).resolves.toMatchObject({ __typename: 'InputRefused' });
  await expect(release(fixed?.(mails) ?? '', house.beta)).resolves.toMatchObject({ __typename: 'NotFound' });
  await expect(release(open?.(mails) ?? '', house.beta)).resolves.toMatchObject({ __typename: 'InboundMailDecided' });
  await house.settle();
  expect((await house.tickets()).map(({ tenant_id }) => tenant_id)).toEqual([house.beta]);
});

it('a rejected mail stays on record without effect, and is decided once', async () => {
  await house.forward(stranger('help@acme.example', 'no'), 'help@acme.example');
  await house.settle();
  const id = await heldId();
  const reject = () => house.asAdmin((tx) => rejectInboundMail(tx, { id }));
  await expect(reject()).resolves.toMatchObject({ __typename: 'InboundMailDecided', mail: { state: 'REJECTED' } });
  await expect(reject()).resolves.toMatchObject({ __typename: 'InboundMailNotHeld' });
  await house.settle();
  expect(await house.tickets()).toEqual([]);
});

it('what is read before deciding is sanitised: no script, no picture, no link', async () => {
  const html =
    '<p onclick="x()">Hi <b>you</b><script>alert(1)</script><img src="https://t.example/p.gif"><a href="javascript:x()">here</a></p>';
  const raw = mailText(
    { From: 'yoon@partner.example', To: 'help@acme.example', Subject: 's', 'Content-Type': 'text/html' },
    html,
  );
  await house.forward(raw, 'help@acme.example');
  await house.settle();
  const id = await heldId();
  const content = await house.asAdmin((tx) => inboundMailContent(tx, id));
  expect(content?.html?.trim()).toBe('<p>Hi <b>you</b>here</p>');
  expect(content?.text).toContain('Hi you');
});

it('the list takes as many statements for 2 mails as for 20', async () => {
  const counts: number[] = [];
  for (const wanted of [2, 18]) {
    for (let index = 0; index < wanted; index += 1) {
      await house.forward(stranger('help@acme.example', `s${wanted}-${index}`), 'help@acme.example');
    }
    await house.settle();
    statementLog.names = [];
    const page = await house.asAdmin((tx) => inboundMails(tx, { states: ['QUARANTINED'] }, { first: 50 }));
    counts.push(statementLog.names.length);
    statementLog.names = null;
    expect(page.edges).toHaveLength(wanted === 2 ? 2 : 20);
  }
  expect(counts[0]).toBe(counts[1]);
});

it('a mailbox’s password lies sealed in the database, out of the application’s reach, and a taken address is refused', async () => {
  const imap = {
    host: 'mail.acme.example',
    port: 993,
    security: 'TLS',
    user: 'help',
    folder: 'INBOX',
    password: 'hunter2-hunter2',
  } as const;
  const input = {
    ...{
      address: 'Sealed@acme.example',
      tenantId: house.acme,
      enabled: false,
      serviceItemId: house.service,
    },
    intake: 'IMAP',
    type: 'INCIDENT',
    ...{ impact: 2, urgency: 2, imap },
  } as const;
  const saved = await house.asAdmin((tx) => saveMailbox(tx, SECRET, input));
  expect(saved).toMatchObject({ __typename: 'MailboxSaved', mailbox: { address: 'sealed@acme.example', version: 1 } });
  expect(JSON.stringify(saved)).not.toContain('hunter2');
  const [row] = await house.db.owner<{ text: string }>(
    `select encode(imap_secret, 'escape') as text from mailbox where intake = 'IMAP'`,
  );
  expect(row?.text).not.toContain('hunter2');
  await expect(
    house.asAdmin((tx) => tx.query({ name: 'spec-secret', text: 'select imap_secret from mailbox' })),
  ).rejects.toMatchObject({
    code: '42501',
  });
  await expect(
    house.asAdmin((tx) => saveMailbox(tx, SECRET, { ...input, address: 'help@north.example' })),
  ).resolves.toMatchObject({
    problems: [{ path: 'address', kind: 'TAKEN' }],
  });
});
