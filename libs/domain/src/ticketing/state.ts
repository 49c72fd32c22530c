import type { Priority, TicketType, WaitingStatus } from '../contracts/terms.js';
import type { Grade } from '../contracts/defaults.js';
import type { Instant } from '../time/instant.js';
import type { Binding, Channel, DateCause, ImplementationOutcome, Offer, Score, Side, TicketStatus } from './events.js';
import type { ResolutionCode } from './commands.js';

/** A message as the log knows it: never its text (decisions.md 7). */
export interface MessageRef {
  readonly messageId: string;
  readonly at: Instant;
  readonly side: Side;
  readonly userId: string | null;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
  readonly automatic: boolean;
  readonly question: boolean;
  readonly withdrawn: boolean;
}

/** What a waiting ticket waits for, since when. */
export interface Waiting {
  readonly status: WaitingStatus;
  readonly reason: string;
  readonly since: Instant;
  readonly questionMessageId: string | null;
  readonly caseNumber: string | null;
  readonly until: Instant | null;
  readonly clientConsent: boolean;
}

/** What one side proposed and the other hasn't answered yet. */
export interface Proposal {
  readonly proposalId: string;
  readonly offer: Offer;
  readonly side: Side;
  readonly userId: string | null;
  readonly at: Instant;
  readonly reasonTextId: string | null;
}

/** A stretch of waiting, and whether the client contests that it stopped clocks (D-SLA-4). */
export interface WaitRecord {
  /** `seq` of its WAITING_STARTED. */
  readonly seq: number;
  readonly status: WaitingStatus;
  readonly reason: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly contest: 'NONE' | 'OPEN' | 'CONCEDED' | 'WITHDRAWN';
}

/** What a reopening by the client's word undid, so that a mere thank-you can be put right. */
export interface Reopening {
  readonly messageId: string;
  readonly resolvedAt: Instant | null;
  readonly resolutionCode: ResolutionCode | null;
  readonly changeOutcome: ImplementationOutcome | null;
}

/** What law may ask for after a security incident. */
export interface SecurityFacts {
  /** Since when it is known to be one; null: it isn't. */
  readonly awareAt: Instant | null;
  /** Since when it is known to touch personal data; null: it doesn't. */
  readonly leakAwareAt: Instant | null;
  readonly notices: readonly { readonly templateId: string; readonly dutyId: string; readonly at: Instant }[];
}

/** A ticket as of its last event: the fold of its log, never stored as truth. */
export interface TicketState {
  /** `seq` of the last event folded in. */
  readonly seq: number;
  readonly lastEventAt: Instant;
  readonly status: TicketStatus;
  readonly type: TicketType;
  readonly priority: Priority;
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly binding: Binding;
  readonly channel: Channel;
  readonly confidential: boolean;
  readonly requesterId: string | null;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly watchers: readonly string[];
  readonly openedAt: Instant;
  /** The opening that unjudged clocks count from: the earliest of its own and those of absorbed tickets (D-SLA-7). */
  readonly earliestOpenedAt: Instant;
  /** First act by which the provider showed that somebody has it: a human public reply, a logged response, work started. */
  readonly acknowledgedAt: Instant | null;
  /** First public reply by a human of the provider. What the terms count as a response is for the clock to say (D-SLA-3). */
  readonly firstRespondedAt: Instant | null;
  /** Last SERVICE_RESTORED; null when the service was never said to be restored before it was resolved. */
  readonly restoredAt: Instant | null;
  /** Null again after a reopening. */
  readonly resolvedAt: Instant | null;
  readonly resolutionCode: ResolutionCode | null;
  /** Of a change, how it went; null again after a reopening. */
  readonly changeOutcome: ImplementationOutcome | null;
  /** The client's last rating; a reopening doesn't take it back. */
  readonly rating: { readonly score: Score; readonly at: Instant } | null;
  readonly closedAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly waiting: Waiting | null;
  readonly reopenCount: number;
  readonly reopenedAt: Instant | null;
  readonly messages: readonly MessageRef[];
  /** Last public message by a human of each side that still stands. */
  readonly lastPublicMessageAt: { readonly CLIENT: Instant | null; readonly PROVIDER: Instant | null };
  readonly mergedInto: string | null;
  readonly absorbed: readonly string[];
  /** By when both sides want it done, and how that came about (D-SLA-12). */
  readonly agreedDate: { readonly dueAt: Instant; readonly cause: DateCause } | null;
  /** Open ones only, at most one per kind of offer. */
  readonly proposals: readonly Proposal[];
  /** All stretches of waiting, in order. */
  readonly waits: readonly WaitRecord[];
  /** The last reopening by the client's word; null once something else was said or the ticket was resolved anew. */
  readonly reopening: Reopening | null;
  readonly security: SecurityFacts;
}

const UNFINISHED: readonly TicketStatus[] = ['NEW', 'OPEN', 'WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY', 'SCHEDULED'];

/** Whether the ticket counts into the backlog: still to be resolved. */
export function isUnfinished(status: TicketStatus): boolean {
  return UNFINISHED.includes(status);
}

/** Whether the message is a word from a human that the client can see. */
export function isPublicWord(message: Pick<MessageRef, 'visibility' | 'automatic' | 'withdrawn'>): boolean {
  return message.visibility === 'PUBLIC' && !message.automatic && !message.withdrawn;
}

/** The public questions of the provider that the client has not answered since (D-SLA-4). */
export function openQuestions(state: TicketState): readonly MessageRef[] {
  const lastAnswer = state.messages.findLastIndex((message) => message.side === 'CLIENT' && isPublicWord(message));
  return state.messages
    .slice(lastAnswer + 1)
    .filter((message) => message.side === 'PROVIDER' && message.question && isPublicWord(message));
}
