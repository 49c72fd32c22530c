import { enqueue, type Job, type JobHandler, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { composeMail, type MailFacts } from '@daylight/text';
import { MailMessageRow } from '../model/mail-message.row.js';
import { sendJob } from '../send/send-job.js';
import { LINK_PLACEHOLDER } from './link.js';
import { contractFacts, lendingFacts, reviewFacts, termFacts, type About } from './other-facts.js';
import { MAIL_QUEUE, parsePayload, type MailPayload } from './payload.js';
import { loadRecipient, type Recipient } from './recipient.js';
import { isAboutTicket, ticketFacts } from './ticket-facts.js';

function mayGet({ template }: MailPayload, to: Recipient): boolean {
  return to.status === 'ACTIVE' || (template === 'INVITATION' && to.status === 'INVITED');
}

async function factsFor(tx: Tx<SystemScope>, about: About): Promise<MailFacts | null> {
  const { template, link } = about.payload;
  if (isAboutTicket(template)) return ticketFacts(tx, template, about);
  switch (template) {
    case 'INVITATION':
      return link === undefined ? null : { template, tenantName: about.to.tenant_name, url: LINK_PLACEHOLDER };
    case 'PASSWORD_RESET':
      return link === undefined ? null : { template, url: LINK_PLACEHOLDER };
    case 'CONTRACT_PROPOSED':
    case 'CONTRACT_AGREED':
      return contractFacts(tx, template, about);
    case 'CONTRACT_TERM_AHEAD':
    case 'CONTRACT_TERM_REACHED':
      return termFacts(tx, template, about);
    case 'APPROVALS_LENT':
      return lendingFacts(about);
    case 'REVIEW_PUBLISHED':
    case 'REVIEW_SIGNED':
      return reviewFacts(template, about);
  }
}

async function store(tx: Tx<SystemScope>, job: Job, about: About, facts: MailFacts): Promise<void> {
  const { payload, to, origin } = about;
  const { language, zone, display_name: recipientName, provider_name: providerName } = to;
  const mail = composeMail(facts, { language, zone, recipientName, providerName });
  const host = new URL(origin).hostname;
  const ticketId = payload.ids['ticketId'] ?? null;
  await tx.rows.insert(MailMessageRow, {
    providerId: tx.scope.providerId,
    mailId: job.id,
    tenantId: job.tenantId,
    personId: to.person_id,
    toAddress: null,
    language,
    template: payload.template,
    subject: mail.subject,
    bodyText: mail.text,
    bodyHtml: mail.html,
    secretLink: payload.link === undefined ? null : `${origin}${payload.link}`,
    messageId: `<${job.id}@${host}>`,
    threadId: ticketId === null ? null : `<ticket.${ticketId}@${host}>`,
    state: 'QUEUED',
    attempts: 0,
    createdAt: tx.now,
    ticketId,
    contractVersionId: payload.ids['contractVersionId'] ?? null,
    reviewId: payload.ids['reviewId'] ?? null,
  });
  await enqueue(tx, [sendJob(job.id, job.tenantId)]);
}

/**
 * Queue `mail`: writes a mail in its recipient's language and zone and queues its sending. The mail's id is the job's, so
 * that it exists once. Whoever was deactivated meanwhile, or may not see the ticket any more, gets none.
 */
export function composeHandler({ origin }: { readonly origin: string }): JobHandler {
  return {
    queue: MAIL_QUEUE,
    handle: async (tx, job) => {
      const payload = parsePayload(job.payload);
      const to = await loadRecipient(tx, payload.personId, job.tenantId);
      if (to === null || !mayGet(payload, to)) return;
      const about: About = { payload, to, origin: origin.replace(/\/+$/, '') };
      const facts = await factsFor(tx, about);
      if (facts !== null) await store(tx, job, about, facts);
    },
  };
}
