import type { Priority, ResponseAct, TicketType, WaitingStatus } from '../contracts/terms.js';
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

export type Side = 'CLIENT' | 'PROVIDER' | 'SYSTEM';

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
  | { readonly kind: 'CONFIDENTIAL_SET'; readonly v: 1; readonly confidential: boolean }
  | { readonly kind: 'WATCHER_ADDED' | 'WATCHER_REMOVED'; readonly v: 1; readonly userId: string };

export type TicketEventKind = TicketEventBody['kind'];

/** What an event of one kind says. */
export type EventBodyOf<K extends TicketEventKind> = Extract<TicketEventBody, { kind: K }>;

/** One entry of a ticket's append-only log, ordered by `seq` within its ticket (never by id or time). */
export type TicketEvent = TicketEventBody & {
  readonly seq: number;
  /** When it happened (UTC ms): D-TKT-1 for the opening. */
  readonly at: Instant;
  readonly actor: Actor;
};
