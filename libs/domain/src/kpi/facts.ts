import type { ContractParty } from '../contracts/amendment.js';
import type { ClockKind, Priority, TicketType } from '../contracts/terms.js';
import type { Channel, ImplementationOutcome, Score } from '../ticketing/events.js';
import type { Instant, Ms } from '../time/instant.js';

/** A move into (+1) or out of (-1) the backlog. A history alternates: in, out, in again. */
export interface BacklogMove {
  readonly at: Instant;
  readonly kind: 'OPENED' | 'REOPENED' | 'RESOLVED' | 'CANCELLED' | 'MERGED';
  readonly delta: 1 | -1;
}

/** One answer of the client for which the ticket waited. */
export interface ClientReply {
  readonly askedAt: Instant;
  readonly answeredAt: Instant;
}

/** A stretch in which the ticket waited, so that clocks may have been paused; `to` null: it waits still. */
export interface WaitFact {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What one side can be asked to agree to: offers about a ticket, a version of the contract, a review to sign. */
export const APPROVAL_SUBJECTS = ['DATE', 'REBINDING', 'CLIENT_ACCOUNTABLE', 'CONTRACT_VERSION', 'REVIEW'] as const;
export type ApprovalSubject = (typeof APPROVAL_SUBJECTS)[number];

/** Something that one party was asked to agree to. */
export interface Approval {
  readonly approvalId: string;
  readonly subject: ApprovalSubject;
  /** Who was asked. */
  readonly party: ContractParty;
  readonly askedAt: Instant;
  /** When somebody of that party said yes or no; null: nobody has. */
  readonly decidedAt: Instant | null;
  /** Since when nobody waits for it any more without a word of that party: taken back, deemed given, its ticket ended. */
  readonly lapsedAt: Instant | null;
}

/** How a change went, as it was said from an instant on; null: a reopening took it back. */
export interface OutcomeFact {
  readonly at: Instant;
  readonly outcome: ImplementationOutcome | null;
}

export interface RatingFact {
  readonly at: Instant;
  readonly score: Score;
}

/** What figures need to know about a ticket: one narrow row, derived from its events up to `lastSeq`. */
export interface TicketFact {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly serviceItemId: string;
  readonly priority: Priority;
  readonly type: TicketType;
  readonly channel: Channel;
  readonly openedAt: Instant;
  /** The earliest opening among the ticket and those merged into it: a merge never shortens a duration (D-SLA-7). */
  readonly earliestOpenedAt: Instant;
  readonly acknowledgedAt: Instant | null;
  /** Incidents: last SERVICE_RESTORED, else the last resolution while it stands; null for other types. */
  readonly restoredAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly mergedAt: Instant | null;
  readonly moves: readonly BacklogMove[];
  /** The client's second word, the opening being the first where the client came to us. */
  readonly secondInboundAt: Instant | null;
  /** The client's answers to what was asked of it, in order. */
  readonly clientReplies: readonly ClientReply[];
  /** In order; a scheduled wait ends when it was to end, so that a later word doesn't move what was reported. */
  readonly waits: readonly WaitFact[];
  /** What one side asked the other to agree to about it, in order. */
  readonly approvals: readonly Approval[];
  /** In order; of tickets that are no change, none. */
  readonly changeOutcomes: readonly OutcomeFact[];
  /** When its client was first asked how satisfied it is: at the first resolution; null: no client person asked for it. */
  readonly surveyedAt: Instant | null;
  /** The client's ratings, in order: the last one before an instant is the one that counts then. */
  readonly ratings: readonly RatingFact[];
  /** First hand-over from one person or team to another. */
  readonly reassignedAt: Instant | null;
  readonly pilot: boolean;
  readonly outOfContract: boolean;
  readonly confidential: boolean;
  readonly termsDigest: string | null;
  /** Names the calendar days that were known (D-CAL-4). */
  readonly calendarRevision: string;
  readonly lastSeq: number;
}

/** What figures need to know about one clock of a ticket. */
export interface ClockFact {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly serviceItemId: string;
  readonly priority: Priority;
  readonly type: TicketType;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly targetId: string;
  readonly targetMs: Ms;
  readonly usedMs: Ms;
  readonly dueAt: Instant | null;
  readonly metAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly verdict: 'MET' | 'MISSED' | null;
  readonly verdictAt: Instant | null;
  /** When it was stopped without a verdict, and by what. */
  readonly cancelledAt: Instant | null;
  readonly cancelCause: 'CANCELLED' | 'MERGED' | 'SUPERSEDED' | null;
  /** The client contests waiting that counted for this clock (D-SLA-4). */
  readonly contested: boolean;
  /** How it would be judged if that were conceded; absent: nothing is contested. */
  readonly ifConceded?: { readonly verdict: 'MET' | 'MISSED' | null; readonly verdictAt: Instant | null };
  readonly pilot: boolean;
  readonly confidential: boolean;
  readonly termsDigest: string | null;
  readonly calendarRevision: string;
  readonly lastSeq: number;
}

export interface Facts {
  readonly tickets: readonly TicketFact[];
  readonly clocks: readonly ClockFact[];
  /** What was asked apart from tickets: versions of contracts, reviews. Absent: none. */
  readonly approvals?: readonly Approval[];
}
