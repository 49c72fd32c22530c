import type { ConnectionOptions } from 'node:tls';
import { statement, timestamp, type UnitOfWork } from '@daylight/api-database';
import { SECOND } from '@daylight/domain';
import { ImapFlow } from 'imapflow';
import { openSecret } from '../sealed-secret.js';
import { reachableAddress } from './reachable.js';
import { LARGEST_MESSAGE_BYTES, receiveMail } from './receive.js';

export interface ImapPollOptions {
  readonly work: UnitOfWork;
  /** Opens the mailboxes' passwords. */
  readonly secret: string;
  /** Internal networks in which mailboxes may lie. */
  readonly networks: readonly string[];
  /** Whose certificates are believed, where it isn't the system's list. */
  readonly tls?: Pick<ConnectionOptions, 'ca'>;
}

interface ClaimedMailbox {
  readonly provider_id: string;
  readonly tenant_id: string | null;
  readonly mailbox_id: string;
  readonly address: string;
  readonly imap_host: string;
  readonly imap_port: number;
  readonly imap_security: 'TLS' | 'STARTTLS';
  readonly imap_user: string;
  readonly imap_folder: string;
  readonly imap_secret: Buffer;
}

const AT_ONCE = 4;
/** A worker that dies over a mailbox leaves it to the next one after this. */
const LEASE = '10 minutes';
const PAUSE_MS = 60 * SECOND;
const MOST_MESSAGES = 500;
const TIMEOUT_MS = 20_000;
/** Of a message that is too large: enough to see whose it is. */
const GLANCE_BYTES = 65_536;

const POLLED = statement(
  'mailbox-polled',
  'update mailbox set last_polled_at = $3, last_error = $4, poll_after = $5 where provider_id = $1 and mailbox_id = $2',
);

async function take(options: ImapPollOptions, mailbox: ClaimedMailbox, client: ImapFlow): Promise<number> {
  const to = { providerId: mailbox.provider_id, tenantId: mailbox.tenant_id, mailboxId: mailbox.mailbox_id };
  const found = await client.search({ seen: false }, { uid: true });
  const uids = Array.isArray(found) ? found.slice(0, MOST_MESSAGES) : [];
  let taken = 0;
  for (const uid of uids) {
    const known = await client.fetchOne(String(uid), { size: true }, { uid: true });
    if (known === false) continue;
    const tooLarge = (known.size ?? 0) > LARGEST_MESSAGE_BYTES;
    const source = tooLarge ? { maxLength: GLANCE_BYTES } : true;
    const message = await client.fetchOne(String(uid), { source }, { uid: true });
    if (message === false || message.source === undefined) continue;
    await receiveMail(options.work, to, {
      ...{ raw: message.source, envelopeFrom: '', toAddress: mailbox.address, tooLarge },
    });
    // Only now: a message that isn't marked comes again, and is known by its bytes (G3, M9).
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    taken += 1;
  }
  return taken;
}

async function pollOne(options: ImapPollOptions, mailbox: ClaimedMailbox): Promise<number> {
  const { provider_id: providerId, mailbox_id: mailboxId, imap_host: host } = mailbox;
  const pass = openSecret(options.secret, { providerId, mailboxId }, mailbox.imap_secret);
  if (pass === null) throw new Error('the password cannot be opened with the secret of this installation');
  const address = await reachableAddress(host, options.networks);
  if (address === null) throw new Error('the host lies in a network that may not be reached');
  const secure = mailbox.imap_security === 'TLS';
  const client = new ImapFlow({
    ...{ host: address, port: mailbox.imap_port, servername: host, secure, ...(secure ? {} : { doSTARTTLS: true }) },
    ...{ auth: { user: mailbox.imap_user, pass }, tls: { ...options.tls, servername: host }, logger: false },
    ...{
      disableAutoIdle: true,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: 3 * TIMEOUT_MS,
    },
  });
  // Said once more by the call that waits for it; unheard it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const lock = await client.getMailboxLock(mailbox.imap_folder);
    try {
      return await take(options, mailbox, client);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 500);
  const said: unknown = Reflect.get(error, 'responseText');
  return (typeof said === 'string' && said !== '' ? `${error.message}: ${said}` : error.message).slice(0, 500);
}

/**
 * Fetches new mail of the mailboxes that are due, each by one worker at a time. A message is marked as seen only after it was
 * committed here. What went wrong stands with the mailbox. Returns how many messages were taken; throws when the database
 * is away.
 */
export async function pollMailboxes(options: ImapPollOptions): Promise<number> {
  const { work } = options;
  const claimed = await work.withoutScope(async (client) => {
    const text = 'select * from mailbox_claim($1, $2::interval)';
    return (await client.query<ClaimedMailbox>({ name: 'mailbox-claim', text, values: [AT_ONCE, LEASE] })).rows;
  });
  const taken = await Promise.all(claimed.map((mailbox) => pollAndTell(options, mailbox)));
  return taken.reduce((sum, count) => sum + count, 0);
}

async function pollAndTell(options: ImapPollOptions, mailbox: ClaimedMailbox): Promise<number> {
  let error: string | null = null;
  const taken = await pollOne(options, mailbox).catch((failure: unknown) => {
    error = reasonOf(failure);
    return 0;
  });
  const { provider_id: providerId, tenant_id: tenantId, mailbox_id: mailboxId } = mailbox;
  await options.work.asSystem({ providerId, tenantId, requestId: 'mail-in' }, async (tx) => {
    const next = timestamp(tx.now + PAUSE_MS);
    await tx.query(POLLED, [providerId, mailboxId, timestamp(tx.now), error, next]);
  });
  return taken;
}
