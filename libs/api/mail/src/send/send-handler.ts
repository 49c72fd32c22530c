import {
  appendEvents,
  statement,
  type DeliveryHandler,
  type DeliveryOutcome,
  type Job,
  type Tx,
} from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import * as v from 'valibot';
import { withLink } from '../compose/link.js';
import { replyAddress, returnAddress } from '../inbound/reply-address.js';
import { MailMessageRow } from '../model/mail-message.row.js';
import { unsubscribeUrl, withUnsubscribe, type LinkSetting } from '../unsubscribe/unsubscribe-link.js';
import { SEND_QUEUE } from './send-job.js';
import type { Handover, MailTransport, OutgoingMail } from './transport.js';

interface QueuedMail {
  readonly mail_id: string;
  readonly language: 'ko' | 'en';
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly secret_link: string | null;
  readonly message_id: string;
  readonly thread_id: string | null;
  readonly attempts: number;
  readonly template: string;
  readonly email: string;
  readonly display_name: string;
  readonly ticket_id: string | null;
  readonly person_id: string | null;
  /** It was written with a link by which its kind is stopped. */
  readonly stoppable: boolean;
  /** The latest mail of its recipient that stands in the ticket, and the latest that the recipient got about it. */
  readonly answers: string | null;
  readonly follows: string | null;
  /** The client's mailbox, else the provider's; null: there is none. */
  readonly mailbox: string | null;
}

const QUEUED = statement<QueuedMail>(
  'mail-queued',
  `select m.mail_id, m.language, m.subject, m.body_text, m.body_html, m.secret_link, m.message_id, m.thread_id, m.attempts, m.template,
     coalesce(m.guest_address, p.email) as email, coalesce(m.guest_name, p.display_name) as display_name, m.ticket_id, m.person_id,
     m.unsubscribe_hash is not null as stoppable,
     (select i.header_message_id from mail_inbound i where i.provider_id = m.provider_id and i.ticket_id = m.ticket_id
        and i.person_id = m.person_id and i.state = 'DONE' and i.header_message_id is not null and i.received_at < m.created_at
      order by i.received_at desc limit 1) as answers,
     (select x.message_id from mail_message x where x.provider_id = m.provider_id and x.person_id = m.person_id
        and x.ticket_id = m.ticket_id and x.state in ('SENT', 'LOCAL') and x.created_at < m.created_at
      order by x.created_at desc limit 1) as follows,
     (select b.address from mailbox b where b.provider_id = m.provider_id and b.enabled and (b.tenant_id = m.tenant_id or b.tenant_id is null)
      order by b.tenant_id nulls last, b.created_at limit 1) as mailbox
   from mail_message m left join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
   where m.provider_id = $1 and m.mail_id = $2 and m.state = 'QUEUED' and (p.person_id is null or p.status <> 'DEACTIVATED')`,
);
const GIVEN_UP = statement<{ template: string }>(
  'mail-given-up',
  `update mail_message set state = 'DEAD', last_error = coalesce(last_error, left($3, 1000))
   where provider_id = $1 and mail_id = $2 and state = 'QUEUED' returning template`,
);

const payload = v.object({ mailId: v.pipe(v.string(), v.uuid()) });
const mailIdOf = (job: Job): string => v.parse(payload, job.payload).mailId;

/** Where links, answers and returned mails lead. */
export interface SendSetting extends LinkSetting {
  /** A domain whose mail comes here whole; null: the client's or the provider's mailbox takes answers. */
  readonly domain: string | null;
}

const addressAt = (name: string, { domain }: SendSetting, mailbox: string | null): string | null =>
  domain === null ? mailbox : `${name}@${domain}`;

function replyToOf(row: QueuedMail, setting: SendSetting): string | null {
  const { mail_id: mailId, ticket_id: ticketId } = row;
  const at = addressAt('reply', setting, row.mailbox);
  if (at === null || ticketId === null) return null;
  return replyAddress(setting.secret, { mailId, ticketId, personId: row.person_id ?? mailId }, at);
}

function returnToOf({ mail_id: mailId, mailbox }: QueuedMail, setting: SendSetting): string | null {
  const at = addressAt('bounce', setting, mailbox);
  return at === null ? null : returnAddress(setting.secret, mailId, at);
}

function outgoing(row: QueuedMail, setting: SendSetting): OutgoingMail {
  const unsubscribe = row.stoppable ? unsubscribeUrl(setting, row.mail_id, row.template) : null;
  const body = withUnsubscribe({ text: row.body_text, html: row.body_html }, unsubscribe);
  const before = [row.thread_id, row.answers, row.follows].flatMap((id) => id ?? []);
  return {
    ...withLink(body, row.secret_link),
    to: { name: row.display_name, address: row.email },
    subject: row.subject,
    messageId: row.message_id,
    inReplyTo: row.answers ?? row.follows,
    references: [...new Set(before)],
    returnTo: returnToOf(row, setting),
    unsubscribeUrl: unsubscribe,
    replyTo: replyToOf(row, setting),
    language: row.language,
  };
}

type Written = Partial<Pick<MailMessageRow, 'state' | 'sentAt' | 'lastError' | 'secretLink'>>;

function written(tx: Tx, handover: Handover | null, giveUp: boolean): Written {
  if (handover === null) return { state: 'LOCAL' };
  if (handover.kind === 'taken') return { state: 'SENT', sentAt: tx.now, lastError: null, secretLink: null };
  return { state: giveUp ? 'DEAD' : 'QUEUED', lastError: handover.error.slice(0, 1_000) };
}

/** Templates whose fate somebody waits for: a call that reached nobody must not look like one that did, and notice of planned work counts from delivery (D-MON-2). */
const ANNOUNCED: ReadonlySet<string> = new Set(['ESCALATION_CALL', 'MAINTENANCE_TOLD']);

/** `mail.settled`: the mail was taken, stays here, or was given up. */
function announce(tx: Tx, job: Job, mailId: string): Promise<void> {
  return appendEvents(tx, [{ topic: 'mail.settled', tenantId: job.tenantId, ids: { mailId } }]);
}

async function record(
  tx: Tx<SystemScope>,
  job: Job,
  { row, handover }: { readonly row: QueuedMail; readonly handover: Handover | null },
): Promise<DeliveryOutcome> {
  const refused = handover?.kind === 'refused' ? handover : null;
  const giveUp = refused !== null && (refused.forGood || job.lastAttempt);
  await tx.rows.update(
    MailMessageRow,
    { providerId: tx.scope.providerId, mailId: row.mail_id },
    { toAddress: row.email, attempts: row.attempts + 1, ...written(tx, handover, giveUp) },
  );
  const settled = refused === null || giveUp;
  if (settled && ANNOUNCED.has(row.template)) await announce(tx, job, row.mail_id);
  // A dead mail is itself the visible dead letter (`retryMail`); its job has done its part.
  return settled ? { kind: 'done' } : { kind: 'retry', error: refused.error };
}

/**
 * Queue `mail-send`: hands a stored mail over, at least once, with the same message id each time (G5). Without a transport
 * the mail stays here, to be read in the local mailbox. Answers to a mail about a ticket go to a signed address.
 */
export function sendHandler(transport: MailTransport | null, setting: SendSetting): DeliveryHandler {
  return {
    queue: SEND_QUEUE,
    // Greylisting asks for minutes, an outage of the mail server may last an hour.
    pauseMs: [30_000, 3_600_000],
    prepare: async (tx, job) => {
      const [row] = await tx.query(QUEUED, [tx.scope.providerId, mailIdOf(job)]);
      if (row === undefined) return null;
      return {
        deliver: async () => {
          const handover = transport === null ? null : await transport.send(outgoing(row, setting));
          return (after) => record(after, job, { row, handover });
        },
      };
    },
    onDead: async (tx, job, error) => {
      const [given] = await tx.query(GIVEN_UP, [tx.scope.providerId, mailIdOf(job), error]);
      if (given !== undefined && ANNOUNCED.has(given.template)) await announce(tx, job, mailIdOf(job));
    },
  };
}
