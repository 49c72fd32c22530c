import { createHash } from 'node:crypto';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { DAY, HOUR, isClientRole } from '@daylight/domain';
import type { ReadMail } from '../read/read-mail.js';
import { isSigned, replyTokenIn } from '../reply-address.js';
import type { InboundRow } from './inbound-row.js';
import type { AnsweredTicket, MailFacts, Sender } from './place-mail.js';

interface SenderRow {
  readonly person_id: string;
  readonly side: 'CLIENT' | 'PROVIDER';
  readonly status: string;
  readonly memberships: readonly { readonly tenantId: string; readonly roles: readonly string[] }[];
}
interface AboutRow {
  readonly mail_id: string;
  readonly message_id: string;
  readonly ticket_id: string;
  /** The mail's own id where it went to somebody without an account. */
  readonly person_id: string;
  readonly template: string;
  readonly to_address: string | null;
}
interface TicketRow {
  readonly ticket_id: string;
  readonly tenant_id: string;
  readonly status: string;
  readonly confidential: boolean;
  readonly on_it: boolean;
  readonly reopened: number;
  readonly automatic: number;
}

const SENDER = statement<SenderRow>(
  'mail-in-sender',
  `select p.person_id, p.side, p.status, coalesce((
       select jsonb_agg(jsonb_build_object('tenantId', m.tenant_id, 'roles', m.roles) order by m.tenant_id)
       from tenant_membership m where m.provider_id = p.provider_id and m.person_id = p.person_id), '[]') as memberships
   from person p where p.provider_id = $1 and p.email = $2`,
);
const ABOUT = statement<AboutRow>(
  'mail-in-about',
  `select mail_id, message_id, ticket_id, coalesce(person_id, mail_id) as person_id, template, lower(to_address) as to_address
   from mail_message
   where provider_id = $1 and (mail_id = any ($2::uuid[]) or message_id = any ($3::text[])) and ticket_id is not null
   order by created_at desc`,
);
/** The ticket, or the one that it was merged into at last: an answer lands on the survivor (D-SLA-7). */
const TICKET = statement<TicketRow>(
  'mail-in-ticket',
  `with recursive chain as (
     select t.ticket_id, t.merged_into, 1 as depth from ticket t where t.provider_id = $1 and t.ticket_id = $2
     union all
     select t.ticket_id, t.merged_into, c.depth + 1 from chain c
     join ticket t on t.provider_id = $1 and t.ticket_id = c.merged_into where c.depth < 20
   )
   select t.ticket_id, t.tenant_id, t.status, t.confidential,
     coalesce(t.requester_id = $3::uuid or $3::uuid = any (t.watcher_ids), false) as on_it,
     (select count(*)::int from mail_inbound i where i.provider_id = $1 and i.ticket_id = t.ticket_id
        and i.outcome = 'REOPENED' and i.received_at > $4) as reopened,
     (select count(*)::int from mail_inbound i where i.provider_id = $1 and i.ticket_id = t.ticket_id
        and i.outcome = 'AUTOMATIC' and i.from_address = $5 and i.received_at > $4) as automatic
   from chain c join ticket t on t.provider_id = $1 and t.ticket_id = c.ticket_id order by c.depth desc limit 1`,
);
const OURS = statement<{ own: boolean; opened: number }>(
  'mail-in-ours',
  `select exists (select 1 from mail_message m where m.provider_id = $1 and m.message_id = $2)
       or exists (select 1 from mailbox b where b.provider_id = $1 and b.address = $3) as own,
     (select count(*)::int from mail_inbound i where i.provider_id = $1 and i.from_address = $3 and i.outcome = 'OPENED'
        and i.received_at > $4) as opened`,
);
/** Two workers with two copies of one mail take turns, and those with two mails of one sender, whose number is counted. */
const ONE_AT_A_TIME = statement('mail-in-turn', 'select pg_advisory_xact_lock(hashtextextended($1, 0))');
const COPY = statement<{ found: boolean }>(
  'mail-in-copy',
  `select exists (select 1 from mail_inbound i where i.provider_id = $1 and i.header_message_id = $2 and i.content_sha256 = $3
     and i.inbound_id <> $4 and i.state in ('QUARANTINED', 'RELEASED', 'DONE', 'REJECTED')) as found`,
);

/** What two copies of a mail have in common, whatever way they took; a forged copy under the same Message-ID has not (M9). */
export function contentDigest({ from, subject, text }: ReadMail): string {
  return createHash('sha256')
    .update(`${from?.address ?? ''}\n${subject}\n${text}`)
    .digest('hex');
}

async function senderOf(tx: Tx, address: string | undefined): Promise<Sender | null> {
  const [row] = address === undefined ? [] : await tx.query(SENDER, [tx.scope.providerId, address]);
  if (row === undefined) return null;
  const memberships = row.memberships.map(({ tenantId, roles }) => ({ tenantId, roles: roles.filter(isClientRole) }));
  return { personId: row.person_id, side: row.side, active: row.status !== 'DEACTIVATED', memberships };
}

/** A mail of ours that was answered. */
interface Answered {
  readonly ticketId: string;
  /** Null where no signed address says so, or another than the one that it went to has written. */
  readonly repliedMailId: string | null;
  /** It was a call for help, and whoever was called has answered. */
  readonly byTheCalled: boolean;
}

const NOTHING = { ticketId: null, repliedMailId: null, byTheCalled: false } as const;

/** What a signed address names, else a mail of ours which this one answers. Never by what a subject says. */
async function answeredBy(
  tx: Tx,
  secret: string,
  { row, mail }: { readonly row: InboundRow; readonly mail: ReadMail },
): Promise<Answered | typeof NOTHING> {
  const tokens = [row.to_address, ...mail.recipients].flatMap((address) => replyTokenIn(address) ?? []);
  const ids = tokens.map(({ mailId }) => mailId);
  if (ids.length === 0 && mail.references.length === 0) return NOTHING;
  const about = await tx.query(ABOUT, [tx.scope.providerId, ids, mail.references]);
  const signed = about.find((each) =>
    tokens.some(
      (token) =>
        token.mailId === each.mail_id &&
        isSigned(secret, token, { ticketId: each.ticket_id, personId: each.person_id }),
    ),
  );
  const answered = about.find(({ message_id: messageId }) => mail.references.includes(messageId));
  const from = mail.from?.address;
  const ours = signed !== undefined && from !== undefined && signed.to_address === from ? signed : null;
  const ticketId = (signed ?? answered)?.ticket_id;
  if (ticketId === undefined) return NOTHING;
  return { ticketId, repliedMailId: ours?.mail_id ?? null, byTheCalled: ours?.template === 'ESCALATION_CALL' };
}

async function ticketOf(
  tx: Tx,
  ticketId: string | null,
  sender: { readonly personId: string | null; readonly address: string },
): Promise<AnsweredTicket | null> {
  if (ticketId === null) return null;
  const since = timestamp(tx.now - DAY);
  const [row] = await tx.query(TICKET, [tx.scope.providerId, ticketId, sender.personId, since, sender.address]);
  if (row === undefined) return null;
  return {
    ...{ ticketId: row.ticket_id, tenantId: row.tenant_id, resolved: row.status === 'RESOLVED' },
    ...{ confidential: row.confidential, senderIsOnIt: row.on_it },
    ...{ reopenedLately: row.reopened, automaticLately: row.automatic > 0 },
  };
}

export interface FactsOptions {
  readonly secret: string;
  /** The address that our mail comes from. */
  readonly ownAddress: string;
}

/** Asks the database all that decides where a mail goes. Holds its copies off until the transaction ends. */
export async function gatherFacts(
  tx: Tx<SystemScope>,
  { secret, ownAddress }: FactsOptions,
  { row, mail }: { readonly row: InboundRow; readonly mail: ReadMail },
): Promise<MailFacts> {
  const { providerId } = tx.scope;
  const { messageId, from } = mail;
  const address = from?.address ?? '';
  // What takes no effect whoever sent it is counted nowhere: a storm of bounces needs no turns.
  const counted = mail.automatic === null || mail.automatic === 'AUTOMATIC_REPLY' || row.state === 'RELEASED';
  for (const one of [messageId ?? row.inbound_id, ...(counted ? [address] : [])]) {
    await tx.query(ONE_AT_A_TIME, [`mail-in|${providerId}|${one}`]);
  }
  const copy = [providerId, messageId, contentDigest(mail), row.inbound_id];
  const [copied] = messageId === null ? [] : await tx.query(COPY, copy);
  const [ours] = await tx.query(OURS, [providerId, messageId, address, timestamp(tx.now - HOUR)]);
  const sender = await senderOf(tx, from?.address);
  const answered = await answeredBy(tx, secret, { row, mail });
  const released = row.state === 'RELEASED';
  return {
    automatic: mail.automatic ?? (row.envelope_from === '' && row.mailbox_intake !== 'IMAP' ? 'AUTOMATIC_REPLY' : null),
    own: (ours?.own ?? false) || address === ownAddress,
    duplicate: !released && (copied?.found ?? false),
    released,
    tenantId: row.tenant_id,
    sender,
    repliedMailId: answered.repliedMailId,
    byTheCalled: answered.byTheCalled,
    ticket: await ticketOf(tx, row.ticket_id ?? answered.ticketId, { personId: sender?.personId ?? null, address }),
    openedLately: ours?.opened ?? 0,
  };
}
