import { appendEvents, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type SystemScope } from '@daylight/api-platform';
import type { FailedAddress } from '../read/delivery-report.js';
import type { ReadMail } from '../read/read-mail.js';
import { isReturn, replyTokenIn } from '../reply-address.js';
import type { InboundRow } from './inbound-row.js';

interface SentRow {
  readonly mail_id: string;
  readonly tenant_id: string | null;
  readonly to_address: string;
  readonly person_id: string | null;
}

/** Mails of ours that a report can be about. Whose address has changed since is not theirs any more. */
const SENT = statement<SentRow>(
  'mail-returned-sent',
  `select m.mail_id, m.tenant_id, lower(m.to_address) as to_address, p.person_id
   from mail_message m
   left join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.email = lower(m.to_address)
   where m.provider_id = $1 and m.to_address is not null and (m.mail_id = any ($2::uuid[]) or m.message_id = any ($3::text[]))
   order by m.mail_id = any ($2::uuid[]) desc, m.created_at desc limit 20`,
);
/** That it is only late doesn't undo that it failed. */
const MARK_MAIL = statement(
  'mail-returned-mark',
  `update mail_message set returned_kind = $3, returned_status = $4, returned_said = $5, returned_at = $6
   where provider_id = $1 and mail_id = $2 and (returned_kind is null or returned_kind = 'SOFT' or $3 = 'HARD')`,
);
const MARK_ADDRESS = statement(
  'mail-returned-address',
  `insert into mail_address_trouble as t (provider_id, trouble_id, address, tenant_id, person_id, mail_id, kind, status, said, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict on constraint mail_address_trouble_once do update set
     tenant_id = excluded.tenant_id, person_id = excluded.person_id, mail_id = excluded.mail_id, kind = excluded.kind,
     status = excluded.status, said = excluded.said, at = excluded.at
   where t.kind = 'SOFT' or excluded.kind = 'HARD'`,
);

/** Programs that report in words only, to the address that names the mail. */
const LATE = /\b(?:warning|delay(?:ed)?|still trying|could not send .* for past)\b|지연/i;

function failureIn({ report, subject }: ReadMail, sent: SentRow, isSigned: boolean): FailedAddress | null {
  const failed = report?.failed ?? [];
  const same = failed.find(({ address }) => address === sent.to_address);
  if (same !== undefined || !isSigned) return same ?? null;
  // It went on from the address we know: what became of it there became of the mail.
  if (report !== null) return failed[0] ?? null;
  const said = subject.slice(0, 500) || '?';
  return { address: sent.to_address, kind: LATE.test(subject) ? 'SOFT' : 'HARD', status: null, said };
}

/**
 * Marks the mail that a bounce is about, and its address. By the signed address it came back to, else by the message id and
 * the address together that it reports: whoever forges one knows the mail, so had it. What matches no mail of ours marks
 * nothing. Emits `mail.returned`.
 */
export async function recordReturned(
  tx: Tx<SystemScope>,
  secret: string,
  { row, mail }: { readonly row: InboundRow; readonly mail: ReadMail },
): Promise<void> {
  if (mail.automatic !== 'BOUNCE') return;
  const tokens = [row.to_address, ...mail.recipients].flatMap((address) => replyTokenIn(address) ?? []);
  const signed = tokens.filter((token) => isReturn(secret, token)).map(({ mailId }) => mailId);
  const messageIds = mail.report?.messageId == null ? [] : [mail.report.messageId];
  if (signed.length === 0 && messageIds.length === 0) return;
  for (const sent of await tx.query(SENT, [tx.scope.providerId, signed, messageIds])) {
    const failure = failureIn(mail, sent, signed.includes(sent.mail_id));
    if (failure !== null) return mark(tx, sent, failure);
  }
}

async function mark(tx: Tx<SystemScope>, sent: SentRow, failure: FailedAddress): Promise<void> {
  const { providerId } = tx.scope;
  const { mail_id: mailId, tenant_id: tenantId, person_id: personId, to_address: address } = sent;
  const what = [failure.kind, failure.status, failure.said, timestamp(tx.now)];
  await tx.query(MARK_MAIL, [providerId, mailId, ...what]);
  await tx.query(MARK_ADDRESS, [providerId, newId(), address, tenantId, personId, mailId, ...what]);
  await appendEvents(tx, [{ topic: 'mail.returned', tenantId, ids: { mailId, kind: failure.kind } }]);
}
