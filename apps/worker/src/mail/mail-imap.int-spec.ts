import { pollMailboxes, sealSecret } from '@daylight/api-mail';
import { startImapServer, type ImapBox } from '../testing/imap-server.test.js';
import { MailHouse, mailText, SECRET } from '../testing/mail-house.test.js';

jest.setTimeout(120_000);

let house: MailHouse;
let box: ImapBox;
let mailboxId: string;

const MAILS = ['One', 'Two'].map((subject) =>
  mailText({
    From: 'kim@acme.example',
    To: 'imap@acme.example',
    Subject: subject,
    'Message-ID': `<${subject}@acme.example>`,
  }),
);

beforeAll(async () => {
  house = await MailHouse.create();
  await house.person('kim@acme.example');
  box = await startImapServer(MAILS);
  mailboxId = await house.mailbox('imap@acme.example', house.acme);
}, 120_000);
afterAll(async () => {
  await box.close();
  await house.close();
});

async function poll(password: string, networks: readonly string[] = ['loopback']): Promise<number> {
  const sealed = sealSecret(SECRET, { providerId: house.providerId, mailboxId }, password);
  await house.db.owner(
    `update mailbox set intake = 'IMAP', imap_host = 'localhost', imap_port = $2, imap_security = 'TLS', imap_user = 'help', imap_folder = 'INBOX',
       imap_secret = $3, poll_after = now() - interval '1 second' where mailbox_id = $1`,
    [mailboxId, box.port, sealed],
  );
  return pollMailboxes({ work: house.db.worker, secret: SECRET, networks, tls: { ca: box.ca } });
}

const lastError = async () =>
  (
    await house.db.owner<{ last_error: string | null }>('select last_error from mailbox where mailbox_id = $1', [
      mailboxId,
    ])
  )[0]?.last_error;

it('a wrong password, or a host in a network that may not be reached, stands with the mailbox; nothing is marked', async () => {
  await expect(poll('wrong')).resolves.toBe(0);
  expect(await lastError()).not.toBeNull();
  await expect(poll('hunter2', [])).resolves.toBe(0);
  expect(await lastError()).toContain('network');
  expect(box.seen.size).toBe(0);
});

it('unseen mail is fetched, kept, and only then marked as seen; each mail is a ticket once', async () => {
  await expect(poll('hunter2')).resolves.toBe(2);
  expect(await lastError()).toBeNull();
  expect([...box.seen]).toEqual([1, 2]);
  // A worker that died before marking fetches again: the bytes are known.
  box.seen.clear();
  await expect(poll('hunter2')).resolves.toBe(2);
  await house.settle();
  expect((await house.tickets()).map(({ subject }) => subject).sort()).toEqual(['One', 'Two']);
});

it('a mailbox is fetched by one worker at a time', async () => {
  await poll('hunter2');
  await expect(pollMailboxes({ work: house.db.worker, secret: SECRET, networks: ['loopback'] })).resolves.toBe(0);
});
