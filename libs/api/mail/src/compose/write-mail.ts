import { enqueue, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { composeMail, type MailFacts } from '@daylight/text';
import { MailMessageRow } from '../model/mail-message.row.js';
import { sendJob } from '../send/send-job.js';
import {
  isStoppable,
  UNSUBSCRIBE_PLACEHOLDER,
  unsubscribeHash,
  type LinkSetting,
} from '../unsubscribe/unsubscribe-link.js';
import { settingOf, type About } from './about.js';

export interface MailToWrite {
  readonly id: string;
  readonly tenantId: string | null;
  readonly about: About;
  readonly facts: MailFacts;
}

/** Writes a mail to a person in the person's language and zone, and queues its sending, in the acting transaction. */
export async function writeMail(tx: Tx<SystemScope>, link: LinkSetting, mail: MailToWrite): Promise<void> {
  const { id: mailId, tenantId, about, facts } = mail;
  const { payload, to } = about;
  const { template } = facts;
  const url = isStoppable(template) ? UNSUBSCRIBE_PLACEHOLDER : null;
  const written = composeMail(facts, { ...settingOf(to), unsubscribeUrl: url });
  const host = new URL(link.origin).hostname;
  const ticketId = payload.ids['ticketId'] ?? null;
  await tx.rows.insert(MailMessageRow, {
    providerId: tx.scope.providerId,
    mailId,
    tenantId,
    personId: to.person_id,
    toAddress: null,
    language: to.language,
    template,
    subject: written.subject,
    bodyText: written.text,
    bodyHtml: written.html,
    secretLink: payload.link === undefined ? null : `${link.origin}${payload.link}`,
    unsubscribeHash: unsubscribeHash(link.secret, mailId, template),
    messageId: `<${mailId}@${host}>`,
    threadId: ticketId === null ? null : `<ticket.${ticketId}@${host}>`,
    state: 'QUEUED',
    attempts: 0,
    createdAt: tx.now,
    ticketId,
    contractVersionId: payload.ids['contractVersionId'] ?? null,
    reviewId: payload.ids['reviewId'] ?? null,
  });
  await enqueue(tx, [sendJob(mailId, tenantId)]);
}
