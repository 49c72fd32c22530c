import { enqueue, statement, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import { composeMail, type MailFacts } from '@daylight/text';
import { MailMessageRow } from '../model/mail-message.row.js';
import { sendJob } from '../send/send-job.js';

/** A mail whose facts a later feature has at hand; `LINK_PLACEHOLDER` stands in them where `link` goes. */
export interface ReadyMail {
  readonly mailId: string;
  readonly facts: MailFacts;
  /** A person with an account, or a name and address. */
  readonly to: { readonly name: string } & ({ readonly personId: string } | { readonly address: string });
  readonly language: Language;
  readonly zone: string;
  /** A path below our own origin that nobody but the recipient may know; null: none. */
  readonly link: string | null;
  readonly ticketId: string | null;
}

const PROVIDER = statement<{ name: string }>('mail-provider', 'select name from provider where provider_id = $1');

/** Writes a mail and queues its sending, in the acting transaction. `origin` without a slash at its end. */
export async function queueMail(tx: Tx<SystemScope>, origin: string, mail: ReadyMail): Promise<void> {
  const { providerId, tenantId } = tx.scope;
  const { mailId, to, language, zone, link, ticketId } = mail;
  const [provider] = await tx.query(PROVIDER, [providerId]);
  const composed = composeMail(mail.facts, {
    language,
    zone,
    recipientName: to.name,
    providerName: provider?.name ?? '',
  });
  const host = new URL(origin).hostname;
  const guest = 'address' in to ? { guestName: to.name, guestAddress: to.address } : {};
  await tx.rows.insert(MailMessageRow, {
    ...{ providerId, mailId, tenantId, ...guest, personId: 'personId' in to ? to.personId : null, toAddress: null },
    ...{ language, template: mail.facts.template, subject: composed.subject },
    ...{ bodyText: composed.text, bodyHtml: composed.html, secretLink: link === null ? null : `${origin}${link}` },
    messageId: `<${mailId}@${host}>`,
    threadId: ticketId === null ? null : `<ticket.${ticketId}@${host}>`,
    ...{ state: 'QUEUED', attempts: 0, createdAt: tx.now, ticketId },
  });
  await enqueue(tx, [sendJob(mailId, tenantId)]);
}
