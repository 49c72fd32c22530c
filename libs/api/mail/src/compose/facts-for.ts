import type { Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { isToldOfAvailability, type MailFacts } from '@daylight/text';
import type { About } from './about.js';
import { LINK_PLACEHOLDER } from './link.js';
import { availabilityFacts, contractFacts, lendingFacts, reviewFacts, termFacts } from './other-facts.js';
import type { MailPayload } from './payload.js';
import type { Recipient } from './recipient.js';
import { isAboutTicket, ticketFacts } from './ticket-facts.js';

/** Whoever was deactivated gets no mail; whoever is invited only the invitation. */
export function mayGet({ template }: MailPayload, to: Recipient): boolean {
  return to.status === 'ACTIVE' || (template === 'INVITATION' && to.status === 'INVITED');
}

/** What a mail says; null: nothing, or not to this person. */
export async function factsFor(tx: Tx<SystemScope>, about: About): Promise<MailFacts | null> {
  const { template, link } = about.payload;
  if (isAboutTicket(template)) return ticketFacts(tx, template, about);
  if (isToldOfAvailability(template)) return availabilityFacts(template, about);
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
    case 'REVIEW_AMENDED':
      return reviewFacts(template, about);
  }
}
