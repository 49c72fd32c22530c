import type { ClockKind, Instant } from '@daylight/domain';
import type { AvailabilityWords, ToldOfAvailability } from '../availability/told.js';
import type { LentApprovals } from '../told/of-lending.js';
import type { ToldOfTerm } from '../told/of-term.js';
import type { ToldOfTicket } from '../told/of-ticket.js';

/** A ticket as mails speak of it. `url` leads to it for this recipient. */
export interface MailTicket {
  /** `ACME-1042`. */
  readonly number: string;
  readonly subject: string;
  readonly tenantName: string;
  readonly priority: string;
  readonly url: string;
}

interface OneTimeLink {
  readonly url: string;
}

interface ContractFacts {
  readonly title: string;
  readonly ordinal: number;
  readonly tenantName: string;
  readonly effectiveFrom: Instant;
  /** Who proposed it, or whose consent completed it; null: unknown. */
  readonly byName: string | null;
  /** When silence counts as the client's consent to what is proposed, or whether it was just that; null: neither. */
  readonly deemed: { readonly at: Instant } | 'BY_SILENCE' | null;
  readonly url: string;
}

/** An incident as a call for help speaks of it. */
export interface CallFacts {
  /** `ACME-1042`. */
  readonly number: string;
  /** null: the ticket is confidential, and mail is read by more than one. */
  readonly subject: string | null;
  readonly tenantName: string;
  readonly priority: string;
}

interface ReviewFacts {
  readonly tenantName: string;
  /** As the review names it, e.g. `2026-Q1`; null: not said. */
  readonly period: string | null;
  readonly url: string;
}

/** What a mail says, by template; the words are made of it in the recipient's language. */
export type MailFacts =
  | ({ readonly template: 'INVITATION'; readonly tenantName: string | null } & OneTimeLink)
  | ({ readonly template: 'PASSWORD_RESET' } & OneTimeLink)
  | { readonly template: 'TICKET_OPENED' | 'TICKET_ASSIGNED'; readonly ticket: MailTicket; readonly at: Instant }
  | {
      readonly template: 'TICKET_REPLIED';
      readonly ticket: MailTicket;
      readonly at: Instant;
      /** null: Daylight itself. */
      readonly authorName: string | null;
      readonly body: string;
      /** Asks the reader something. */
      readonly question: boolean;
    }
  | { readonly template: 'TICKET_RESOLVED'; readonly ticket: MailTicket; readonly at: Instant }
  | {
      readonly template: 'CLOCK_WARNED';
      readonly ticket: MailTicket;
      readonly clock: ClockKind;
      readonly percent: number;
      readonly dueAt: Instant | null;
    }
  | {
      readonly template: 'CLOCK_BREACHED';
      readonly ticket: MailTicket;
      readonly clock: ClockKind;
      readonly dueAt: Instant | null;
    }
  | {
      readonly template: ToldOfTicket;
      readonly ticket: MailTicket;
      /** The event's own words, as `sayToldOfTicket` takes them. */
      readonly data: Readonly<Partial<Record<string, string>>>;
    }
  | ({
      readonly template: 'CONTRACT_TERM_AHEAD' | 'CONTRACT_TERM_REACHED';
      readonly told: ToldOfTerm;
    } & Pick<ContractFacts, 'title' | 'tenantName' | 'url'>)
  | ({ readonly template: 'CONTRACT_PROPOSED' | 'CONTRACT_AGREED' } & ContractFacts)
  | ({
      readonly template: 'ESCALATION_CALL';
      readonly call: CallFacts;
      /** Why this person: `on call: Infrastructure`; null: as a contact. */
      readonly because: string | null;
      readonly dueAt: Instant;
      /** More than a minute after `dueAt`. */
      readonly late: boolean;
    } & OneTimeLink)
  | ({
      readonly template: 'ESCALATION_UNANSWERED';
      readonly call: CallFacts;
      readonly startedAt: Instant;
      readonly exhaustedAt: Instant;
    } & OneTimeLink)
  | ({
      readonly template: 'COVERAGE_GAPS';
      /** One sentence each. */
      readonly gaps: readonly string[];
      /** How many more there are than are listed. */
      readonly more: number;
    } & OneTimeLink)
  | ({
      readonly template: 'CONTACTS_UNVERIFIED';
      readonly tenantName: string;
      readonly names: readonly string[];
    } & OneTimeLink)
  | ({ readonly template: 'APPROVALS_LENT'; readonly lent: LentApprovals; readonly tenantName: string } & OneTimeLink)
  | ({
      readonly template: ToldOfAvailability;
      /** The event's own words, as `sayToldOfAvailability` takes them. */
      readonly words: AvailabilityWords;
      readonly tenantName: string;
    } & OneTimeLink)
  | ({ readonly template: 'REVIEW_PUBLISHED' | 'REVIEW_SIGNED' | 'REVIEW_AMENDED' } & ReviewFacts)
  | {
      readonly template: 'DIGEST';
      /** The oldest first. `title` is the subject that each would have had as a mail of its own. */
      readonly entries: readonly { readonly at: Instant; readonly title: string; readonly url: string }[];
      /** Where its rhythm is changed. */
      readonly url: string;
    }
  | { readonly template: 'MAILBOX_TEST'; readonly address: string; readonly url: string };

export type MailTemplate = MailFacts['template'];

/** Who writes to whom, and how the recipient reads. */
export interface MailSetting {
  readonly language: 'ko' | 'en';
  readonly zone: string;
  readonly recipientName: string;
  readonly providerName: string;
  /** Where mails of this kind are stopped without signing in; null or absent: they can't be. */
  readonly unsubscribeUrl?: string | null;
}

/** A mail's parts before they become text and HTML. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What a mail about many things lists, each with where it leads. */
  readonly entries?: readonly { readonly text: string; readonly url: string }[];
  /** Somebody's words, shown as theirs. */
  readonly quote: string | null;
  readonly action: { readonly label: string; readonly url: string };
  /** Below the action: how long the link is good, what to do if it wasn't you. */
  readonly notes: readonly string[];
}

/** A mail ready to be sent. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
