import { unreachable } from '@daylight/domain';
import { sayInstantAndZone } from '../explain/instant.js';
import { clockName } from '../explain/names.js';
import { letterOfDigest, letterOfMailboxTest } from './letter-digest.js';
import { letterOfAvailability } from './letter-availability.js';
import { escalationLetter } from './letter-escalation.js';
import { letterOfLending } from './letter-lending.js';
import { letterOfReview } from './letter-review.js';
import { letterOfTerm, letterOfTicket } from './letter-told.js';
import type { Letter, MailFacts, MailSetting, MailTicket } from './facts.js';

const OPEN_TICKET = 'Open the ticket';

function ticketFacts(ticket: MailTicket): Letter['facts'] {
  return [
    ['Number', ticket.number],
    ['Subject', ticket.subject],
    ['Client', ticket.tenantName],
    ['Priority', ticket.priority],
  ];
}

function aboutTicket(ticket: MailTicket, subject: string, more: Partial<Letter> = {}): Letter {
  return {
    subject: `[${ticket.number}] ${subject}: ${ticket.subject}`,
    paragraphs: [],
    facts: ticketFacts(ticket),
    quote: null,
    action: { label: OPEN_TICKET, url: ticket.url },
    notes: [],
    ...more,
  };
}

/** The English words of a mail. */
export function letterInEnglish(facts: MailFacts, setting: MailSetting): Letter {
  const say = (at: number): string => sayInstantAndZone(at, setting.zone, 'en');
  switch (facts.template) {
    case 'INVITATION':
    case 'PASSWORD_RESET':
      return accountLetter(facts, setting);
    case 'TICKET_OPENED':
      return aboutTicket(facts.ticket, 'We have your ticket', {
        paragraphs: [`Your ticket was received on ${say(facts.at)}. You can follow it below.`],
      });
    case 'TICKET_ASSIGNED':
      return aboutTicket(facts.ticket, 'Assigned to you', {
        paragraphs: [`This ticket was assigned to you on ${say(facts.at)}.`],
      });
    case 'TICKET_REPLIED':
      return aboutTicket(facts.ticket, facts.question ? 'We have a question' : 'New reply', {
        paragraphs: [`${facts.authorName ?? 'An automatic message'} replied on ${say(facts.at)}.`],
        quote: facts.body,
      });
    case 'TICKET_RESOLVED':
      return aboutTicket(facts.ticket, 'Resolved', {
        paragraphs: [
          `This ticket was resolved on ${say(facts.at)}.`,
          'If something is still wrong, reply to it and it opens again.',
          'You can rate the outcome on the ticket’s page.',
        ],
      });
    case 'CLOCK_WARNED':
    case 'CLOCK_BREACHED':
      return clockLetter(facts, say);
    case 'CONTRACT_PROPOSED':
    case 'CONTRACT_AGREED':
      return contractLetter(facts, say);
    case 'CONTRACT_TERM_AHEAD':
    case 'CONTRACT_TERM_REACHED':
      return letterOfTerm(facts, 'en');
    case 'REVIEW_PUBLISHED':
    case 'REVIEW_SIGNED':
    case 'REVIEW_AMENDED':
      return letterOfReview(facts, 'en');
    case 'APPROVALS_LENT':
      return letterOfLending(facts, 'en');
    case 'DIGEST':
      return letterOfDigest(facts, setting.zone, 'en');
    case 'MAILBOX_TEST':
      return letterOfMailboxTest(facts, 'en');
    case 'OUTAGE_UPDATED':
    case 'MAINTENANCE_TOLD':
    case 'EXCLUSION_PROPOSED':
    case 'CREDIT_PROPOSED':
    case 'CREDIT_ANSWERED':
      return letterOfAvailability(facts, 'en');
    case 'ESCALATION_CALL':
    case 'ESCALATION_UNANSWERED':
    case 'COVERAGE_GAPS':
    case 'CONTACTS_UNVERIFIED':
      return escalationLetter(facts, setting.zone, 'en');
    case 'TICKET_PROPOSED':
    case 'TICKET_ANSWERED':
    case 'TICKET_DATE_SET':
    case 'TICKET_WAITING_CONTESTED':
    case 'TICKET_CONTEST_SETTLED':
    case 'TICKET_REBOUND':
    case 'TICKET_UNMERGED':
    case 'TICKET_NOTICE_WARNED':
    case 'TICKET_NOTICE_BREACHED':
    case 'TICKET_NOTICE_GIVEN':
    case 'CLOCK_DUE_MOVED':
      return letterOfTicket(facts, 'en');
    default:
      return unreachable(facts);
  }
}

function accountLetter(
  facts: Extract<MailFacts, { template: 'INVITATION' | 'PASSWORD_RESET' }>,
  setting: MailSetting,
): Letter {
  const base = { facts: [], quote: null };
  if (facts.template === 'PASSWORD_RESET') {
    return {
      ...base,
      subject: 'Set a new password',
      paragraphs: [`Somebody asked to set a new password for your account at ${setting.providerName}.`],
      action: { label: 'Set a new password', url: facts.url },
      notes: ['The link works once.', 'If it was not you, there is nothing to do: your password stays as it is.'],
    };
  }
  const where = facts.tenantName === null ? setting.providerName : `${setting.providerName} for ${facts.tenantName}`;
  return {
    ...base,
    subject: `You are invited to the service portal of ${setting.providerName}`,
    paragraphs: [`You are invited to the service portal of ${where}.`, 'Choose a password to begin.'],
    action: { label: 'Choose a password', url: facts.url },
    notes: ['The link works once, within 7 days.'],
  };
}

function clockLetter(
  facts: Extract<MailFacts, { template: 'CLOCK_WARNED' | 'CLOCK_BREACHED' }>,
  say: (at: number) => string,
): Letter {
  const name = clockName(facts.clock, 'en');
  const due = facts.dueAt === null ? [] : [['Due', say(facts.dueAt)] as const];
  const more = { facts: [...ticketFacts(facts.ticket), ...due] };
  if (facts.template === 'CLOCK_BREACHED') {
    return aboutTicket(facts.ticket, `${name} overdue`, {
      ...more,
      paragraphs: [`The ${name.toLowerCase()} target was missed (SLA breach).`],
    });
  }
  return aboutTicket(facts.ticket, `${name}: ${facts.percent} % of the time is used`, {
    ...more,
    paragraphs: [`${facts.percent} % of the ${name.toLowerCase()} target is used.`],
  });
}

function contractLetter(
  facts: Extract<MailFacts, { template: 'CONTRACT_PROPOSED' | 'CONTRACT_AGREED' }>,
  say: (at: number) => string,
): Letter {
  const proposed = facts.template === 'CONTRACT_PROPOSED';
  const by: Letter['facts'] = facts.byName === null ? [] : [[proposed ? 'Proposed by' : 'Agreed by', facts.byName]];
  const named = `${facts.title}, version ${facts.ordinal}`;
  // The first agreement amends nothing.
  const isFirst = facts.ordinal === 1;
  return {
    subject: `${isFirst ? 'Contract' : 'Amendment'} ${proposed ? 'proposed' : 'agreed'}: ${named}`,
    paragraphs: [
      proposed
        ? `${isFirst ? 'A contract' : 'A new version of the contract'} is proposed. Please read it and say whether you agree.`
        : facts.deemed === 'BY_SILENCE'
          ? 'The client did not object in the time that the contract allows, so this version counts as agreed.'
          : `Both parties have agreed to ${isFirst ? 'the contract' : 'this version of the contract'}.`,
      ...(facts.deemed !== null && facts.deemed !== 'BY_SILENCE'
        ? [`By the contract in force it counts as agreed unless the client objects by ${say(facts.deemed.at)}.`]
        : []),
    ],
    facts: [['Contract', named], ['Client', facts.tenantName], ['In force from', say(facts.effectiveFrom)], ...by],
    quote: null,
    action: { label: 'Open the contract', url: facts.url },
    notes: [],
  };
}
