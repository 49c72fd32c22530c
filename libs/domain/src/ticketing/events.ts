import type { Priority, ResponseAct, TicketType, WaitingStatus } from '../contracts/terms.js';
import type { LocalizedText } from '../text.js';
import type { Instant } from '../time/instant.js';

export const CHANNELS = ['PORTAL', 'CONSOLE', 'EMAIL', 'PHONE', 'MONITORING', 'API', 'IMPORT'] as const;
export type Channel = (typeof CHANNELS)[number];

export const TICKET_STATUSES = [
  'NEW',
  'OPEN',
  'WAITING_ON_CLIENT',
  'WAITING_ON_THIRD_PARTY',
  'SCHEDULED',
  'RESOLVED',
  'CLOSED',
  'CANCELLED',
  'MERGED',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** The waiting reason of what the client is accountable for and has agreed to (D-SLA-8); no rule of the terms names it. */
export const CLIENT_ACCOUNTABLE_REASON = 'CLIENT_ACCOUNTABLE';

export type Side = 'CLIENT' | 'PROVIDER' | 'SYSTEM';

/** How the carrying out of a change went. Only AS_PLANNED is a success (domain.md section 9). */
export const IMPLEMENTATION_OUTCOMES = ['AS_PLANNED', 'WITH_ISSUES', 'ROLLED_BACK', 'FAILED'] as const;
export type ImplementationOutcome = (typeof IMPLEMENTATION_OUTCOMES)[number];

/** How satisfied the client is, from 1 (not at all) to 5 (very). */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

export interface Actor {
  readonly side: Side;
  readonly userId: string | null;
}

/** What a ticket was matched to when it opened (D-CON-1, D-CON-3). null version: out of contract. */
export interface Binding {
  readonly contractVersionId: string | null;
  readonly termsDigest: string | null;
  readonly serviceItemId: string;
  readonly policyId: string | null;
}

/** What one side may offer to the other; it takes effect when the other agrees. */
export type Offer =
  /** To have it done by then (D-SLA-12). */
  | { readonly kind: 'DATE'; readonly dueAt: Instant }
  /** To judge it by another version of the contract (D-CON-1). */
  | { readonly kind: 'REBINDING'; readonly binding: Binding }
  /** By the responsibility matrix the client is accountable for what comes next, in the matrix's words (D-SLA-8). */
  | { readonly kind: 'CLIENT_ACCOUNTABLE'; readonly activity: LocalizedText };

export type OfferKind = Offer['kind'];

/** How a date came to be agreed or moved (D-SLA-12). */
export type DateCause =
  /** The client asked for it when there was none. */
  | 'REQUESTED'
  /** One side proposed it and the other agreed. */
  | 'AGREED'
  /** The client gave more time. */
  | 'GIVEN_BY_CLIENT'
  /** Moved by the provider, who has the client's consent on record. */
  | 'CONSENT_RECORDED'
  /** Moved by the provider alone: a miss. */
  | 'WITHOUT_CONSENT';

/**
 * What can happen to a ticket. `(kind, v)` names the shape of the data; a changed shape gets a new `v` and an upcast.
 * No personal text in here: messages, subjects and notes are rows of their own, referenced by id (decisions.md 7).
 */
export type TicketEventBody =
  | {
      readonly kind: 'OPENED';
      readonly v: 1;
      readonly type: TicketType;
      readonly priority: Priority;
      readonly impact: 1 | 2 | 3;
      readonly urgency: 1 | 2 | 3;
      readonly channel: Channel;
      readonly confidential: boolean;
      readonly requesterId: string | null;
      readonly binding: Binding;
    }
  | {
      readonly kind: 'PRIORITY_CHANGED';
      readonly v: 1;
      readonly from: Priority;
      readonly to: Priority;
      /** MISCLASSIFIED: the provider had it wrong, so the raise counts from the opening (D-SLA-5). */
      readonly cause: 'CIRCUMSTANCES' | 'MISCLASSIFIED';
      readonly reasonTextId: string | null;
    }
  | { readonly kind: 'SERVICE_CHANGED'; readonly v: 1; readonly binding: Binding }
  /** Both sides agreed to judge it by another version (D-CON-1): one proposed, the actor consented. */
  | {
      readonly kind: 'REBOUND';
      readonly v: 1;
      readonly binding: Binding;
      readonly proposalId: string;
      readonly proposedBy: Actor;
      /** SHA-256 of the changed verdicts that were shown before the consent; null: it was recorded elsewhere. */
      readonly changesDigest: string | null;
    }
  | {
      readonly kind: 'CLASSIFIED';
      readonly v: 1;
      readonly impact: 1 | 2 | 3;
      readonly urgency: 1 | 2 | 3;
      readonly type: TicketType;
    }
  | {
      readonly kind: 'MESSAGE_ADDED';
      readonly v: 1;
      readonly messageId: string;
      readonly visibility: 'PUBLIC' | 'INTERNAL';
      /** An automatic message never responds (D-SLA-3). */
      readonly automatic: boolean;
      /** Asks the client something; only after such a message may the ticket wait on the client (D-SLA-4). */
      readonly question: boolean;
    }
  | { readonly kind: 'MESSAGE_WITHDRAWN'; readonly v: 1; readonly messageId: string }
  | {
      readonly kind: 'RESPONSE_LOGGED';
      readonly v: 1;
      readonly act: Exclude<ResponseAct, 'PUBLIC_REPLY'>;
      readonly personId: string | null;
    }
  | { readonly kind: 'ASSIGNED'; readonly v: 1; readonly assigneeId: string | null; readonly teamId: string | null }
  | {
      readonly kind: 'WAITING_STARTED';
      readonly v: 1;
      readonly status: WaitingStatus;
      /** Key of a WaitingRule of the bound terms. */
      readonly reason: string;
      /** The public question that was asked, when waiting on the client. */
      readonly questionMessageId: string | null;
      readonly caseNumber: string | null;
      /** SCHEDULED: until when, as the client asked. */
      readonly until: Instant | null;
      readonly clientConsent: boolean;
    }
  | { readonly kind: 'RESUMED'; readonly v: 1; readonly cause: 'CLIENT_REPLY' | 'STAFF' | 'SCHEDULE_REACHED' }
  | { readonly kind: 'WORK_STARTED'; readonly v: 1 }
  | { readonly kind: 'SERVICE_RESTORED'; readonly v: 1 }
  | {
      readonly kind: 'RESOLVED';
      readonly v: 1;
      readonly code: 'FIXED' | 'WORKAROUND' | 'NO_FAULT_FOUND' | 'ANSWERED' | 'DUPLICATE' | 'OTHER';
    }
  | { readonly kind: 'REOPENED'; readonly v: 1; readonly cause: 'CLIENT_REPLY' | 'CLIENT' | 'STAFF' }
  | { readonly kind: 'CLOSED'; readonly v: 1; readonly cause: 'CLIENT' | 'STAFF' | 'TIMER' | 'IMPORT' }
  | { readonly kind: 'CANCELLED'; readonly v: 1; readonly cause: 'CLIENT' | 'STAFF' }
  | { readonly kind: 'MERGED'; readonly v: 1; readonly intoTicketId: string }
  /** On the survivor: takes the earliest opening for its unjudged clocks (D-SLA-7). */
  | { readonly kind: 'ABSORBED'; readonly v: 1; readonly ticketId: string; readonly openedAt: Instant }
  /** Its merge into a ticket is undone: it goes on by itself (D-SLA-7). */
  | { readonly kind: 'UNMERGED'; readonly v: 1; readonly ticketId: string }
  /** On what was the survivor: the other goes on by itself. */
  | { readonly kind: 'RELEASED'; readonly v: 1; readonly ticketId: string }
  | { readonly kind: 'CONFIDENTIAL_SET'; readonly v: 1; readonly confidential: boolean }
  | { readonly kind: 'WATCHER_ADDED' | 'WATCHER_REMOVED'; readonly v: 1; readonly userId: string }
  | {
      readonly kind: 'PROPOSED';
      readonly v: 1;
      readonly proposalId: string;
      readonly offer: Offer;
      readonly reasonTextId: string | null;
    }
  | {
      readonly kind: 'PROPOSAL_ANSWERED';
      readonly v: 1;
      readonly proposalId: string;
      readonly offer: OfferKind;
      /** DEEMED: the time for an objection that the terms allow went by (D-SLA-8). */
      readonly answer: 'AGREED' | 'DECLINED' | 'WITHDRAWN' | 'DEEMED';
    }
  | {
      readonly kind: 'DATE_SET';
      readonly v: 1;
      readonly dueAt: Instant;
      readonly cause: DateCause;
      readonly reasonTextId: string | null;
    }
  /** The client contests that a stretch of waiting stopped clocks; `waitingSeq` is that of its WAITING_STARTED (D-SLA-4). */
  | {
      readonly kind: 'WAITING_CONTESTED';
      readonly v: 1;
      readonly waitingSeq: number;
      readonly reasonTextId: string | null;
    }
  /** CONCEDED: the provider agrees that it stopped nothing. WITHDRAWN: the client lets it stand. */
  | {
      readonly kind: 'CONTEST_SETTLED';
      readonly v: 1;
      readonly waitingSeq: number;
      readonly outcome: 'CONCEDED' | 'WITHDRAWN';
    }
  /** The client's word after RESOLVED was a mere thank-you: the reopening that it caused is undone. */
  | { readonly kind: 'NO_ACTION_NEEDED'; readonly v: 1; readonly messageId: string }
  /** Whether a security incident touches personal data, and since when somebody knew: what law asks for depends on it. */
  | {
      readonly kind: 'PERSONAL_DATA_SET';
      readonly v: 1;
      readonly affected: boolean;
      readonly awareAt: Instant;
    }
  /** How a change went: said when it was resolved, or put right afterwards. */
  | { readonly kind: 'CHANGE_OUTCOME_SET'; readonly v: 1; readonly outcome: ImplementationOutcome }
  /** The client says how satisfied it is with what was done; a later rating replaces an earlier one. */
  | { readonly kind: 'RATED'; readonly v: 1; readonly score: Score; readonly reasonTextId: string | null }
  /** A notice owed by law was given; `dutyId` is one of a statutory template. */
  | {
      readonly kind: 'NOTICE_GIVEN';
      readonly v: 1;
      readonly templateId: string;
      readonly dutyId: string;
      readonly givenAt: Instant;
    };

export type TicketEventKind = TicketEventBody['kind'];

/** What an event of one kind says. */
export type EventBodyOf<K extends TicketEventKind> = Extract<TicketEventBody, { kind: K }>;

/** Whether events of a kind bind their ticket to a version of the contract (D-CON-1). */
export function isBindingKind(kind: string): boolean {
  return kind === 'OPENED' || kind === 'SERVICE_CHANGED' || kind === 'REBOUND';
}

/** What an event binds its ticket to; null: it binds to nothing new. */
export function bindingOf(event: TicketEventBody): Binding | null {
  return event.kind === 'OPENED' || event.kind === 'SERVICE_CHANGED' || event.kind === 'REBOUND' ? event.binding : null;
}

/** One entry of a ticket's append-only log, ordered by `seq` within its ticket (never by id or time). */
export type TicketEvent = TicketEventBody & {
  readonly seq: number;
  /** When it happened (UTC ms): D-TKT-1 for the opening. */
  readonly at: Instant;
  readonly actor: Actor;
};
