import { createHash } from 'node:crypto';
import { enqueue, statement, timestamp, type UnitOfWork } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { inboundJob } from '../process/inbound-job.js';
import { isReturn, isSigned, replyTokenIn } from '../reply-address.js';

/** The largest message that is taken, as it travels: in Base64 a file of 25 MB grows by a third. */
export const LARGEST_MESSAGE_BYTES = 35_000_000;

/** Whose an address is. `mailboxId` null: a signed address, for answers or for mail that comes back. */
export interface Recipient {
  readonly providerId: string;
  readonly tenantId: string | null;
  readonly mailboxId: string | null;
}

interface RecipientRow {
  readonly provider_id: string;
  readonly tenant_id: string | null;
  readonly mailbox_id: string;
}
interface ReplyRow {
  readonly provider_id: string;
  readonly tenant_id: string;
  readonly ticket_id: string;
  readonly person_id: string;
}

/** Who takes mail to an address; null: nobody here. Anything behind a `+` in a mailbox's name is the sender's own. */
export async function recipientOf(work: UnitOfWork, secret: string, address: string): Promise<Recipient | null> {
  const normal = address.normalize('NFC').toLowerCase();
  const bare = normal.replace(/\+[^@]*(?=@)/, '');
  return work.withoutScope(async (client) => {
    const mailbox = 'select * from mail_recipient($1)';
    for (const each of new Set([normal, bare])) {
      const { rows } = await client.query<RecipientRow>({ name: 'mail-in-recipient', text: mailbox, values: [each] });
      const [row] = rows;
      if (row !== undefined) return { providerId: row.provider_id, tenantId: row.tenant_id, mailboxId: row.mailbox_id };
    }
    const token = replyTokenIn(normal);
    if (token === null) return null;
    // Mail that comes back names the mail it comes back from (VERP).
    const back = isReturn(secret, token) ? 'select * from mail_return_target($1)' : null;
    if (back !== null) {
      const target = { name: 'mail-in-return-target', text: back, values: [token.mailId] };
      const [sent] = (await client.query<Omit<RecipientRow, 'mailbox_id'>>(target)).rows;
      return sent === undefined ? null : { providerId: sent.provider_id, tenantId: sent.tenant_id, mailboxId: null };
    }
    const text = 'select * from mail_reply_ticket($1)';
    const { rows } = await client.query<ReplyRow>({ name: 'mail-in-reply-ticket', text, values: [token.mailId] });
    const [row] = rows;
    if (row === undefined || !isSigned(secret, token, { ticketId: row.ticket_id, personId: row.person_id }))
      return null;
    return { providerId: row.provider_id, tenantId: row.tenant_id, mailboxId: null };
  });
}

const RECEIVE = statement<{ inbound_id: string }>(
  'mail-in-receive',
  `insert into mail_inbound (provider_id, inbound_id, tenant_id, received_for, mailbox_id, received_at, envelope_from, to_address,
     size_bytes, sha256, state, reason)
   values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, 'RECEIVED', $10)
   on conflict on constraint mail_inbound_once do nothing returning inbound_id`,
);
const KEEP_RAW = statement(
  'mail-in-keep-raw',
  'insert into mail_inbound_raw (provider_id, inbound_id, raw) values ($1, $2, $3)',
);

export interface RawMail {
  readonly raw: Buffer;
  readonly envelopeFrom: string;
  readonly toAddress: string;
  /** Only its beginning is here: the rest is more than can be taken. */
  readonly tooLarge?: boolean;
}

const storable = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f]/g, '')
    .toWellFormed()
    .slice(0, 500);

/**
 * Keeps a message byte by byte and queues its processing. When this resolves it is committed, and its receipt may be
 * acknowledged (G3). A message that was kept before is not kept again, and acknowledged all the same (M9).
 */
export async function receiveMail(work: UnitOfWork, to: Recipient, mail: RawMail): Promise<void> {
  const { providerId, tenantId, mailboxId } = to;
  const { raw } = mail;
  const sha256 = createHash('sha256').update(raw).digest('hex');
  await work.asSystem({ providerId, tenantId, requestId: 'mail-in' }, async (tx) => {
    const inboundId = newId();
    const where = [providerId, inboundId, tenantId, mailboxId, timestamp(tx.now)];
    const what = [
      storable(mail.envelopeFrom),
      storable(mail.toAddress),
      raw.length,
      sha256,
      mail.tooLarge === true ? 'TOO_LARGE' : null,
    ];
    const [kept] = await tx.query(RECEIVE, [...where, ...what]);
    if (kept === undefined) return;
    await tx.query(KEEP_RAW, [providerId, inboundId, raw]);
    await enqueue(tx, [inboundJob(inboundId, tenantId)]);
  });
}
