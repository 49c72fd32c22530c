import type { Grade } from '../contracts/defaults.js';
import type { Priority, ResponseAct, TicketType, WaitingStatus } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import type { Binding, Channel, ImplementationOutcome, Offer, Score, Side, TicketEventBody } from './events.js';
import type { TicketState } from './state.js';

export type ResolutionCode = Extract<TicketEventBody, { kind: 'RESOLVED' }>['code'];
export type PriorityCause = Extract<TicketEventBody, { kind: 'PRIORITY_CHANGED' }>['cause'];

/** Names a ticket together with the client it belongs to. */
export interface TicketName {
  readonly ticketId: string;
  readonly tenantId: string;
}

/** The other ticket of a merge, loaded and locked by the caller. */
export type MergePartner = TicketName & { readonly state: TicketState };

/** What somebody asks of a ticket; every channel asks in these words (domain.md section 4). */
export type TicketCommand =
  | {
      readonly kind: 'OPEN';
      readonly type: TicketType;
      readonly impact: Grade;
      readonly urgency: Grade;
      /** null: by the matrix of the terms. Only the provider's side may set one by hand. */
      readonly priority: Priority | null;
      readonly channel: Channel;
      readonly confidential: boolean;
      readonly requesterId: string | null;
      readonly binding: Binding;
    }
  | {
      readonly kind: 'REPLY';
      readonly messageId: string;
      readonly visibility: 'PUBLIC' | 'INTERNAL';
      readonly automatic: boolean;
      readonly question: boolean;
    }
  | { readonly kind: 'WITHDRAW_MESSAGE'; readonly messageId: string }
  | { readonly kind: 'ASSIGN'; readonly assigneeId: string | null; readonly teamId: string | null }
  /** A named owner takes the ticket. */
  | { readonly kind: 'ACCEPT' }
  | { readonly kind: 'START_WORK' }
  | {
      readonly kind: 'LOG_RESPONSE';
      readonly act: Exclude<ResponseAct, 'PUBLIC_REPLY'>;
      readonly personId: string | null;
    }
  | {
      readonly kind: 'SET_PRIORITY';
      readonly to: Priority;
      readonly cause: PriorityCause;
      readonly reasonTextId: string | null;
    }
  | {
      readonly kind: 'CLASSIFY';
      readonly type: TicketType;
      readonly impact: Grade;
      readonly urgency: Grade;
      /** BY_MATRIX lets the priority follow impact and urgency; KEEP leaves a priority set by hand alone. */
      readonly priority: 'BY_MATRIX' | 'KEEP';
      readonly cause: PriorityCause;
      readonly reasonTextId: string | null;
    }
  /** To another service item; another version of the same one is for both sides to agree (D-CON-1). */
  | { readonly kind: 'CHANGE_SERVICE'; readonly binding: Binding }
  | {
      readonly kind: 'WAIT';
      readonly status: Exclude<WaitingStatus, 'SCHEDULED'>;
      readonly reason: string;
      readonly questionMessageId: string | null;
      readonly caseNumber: string | null;
    }
  | { readonly kind: 'SCHEDULE'; readonly reason: string; readonly until: Instant; readonly clientConsent: boolean }
  | { readonly kind: 'RESUME' }
  | { readonly kind: 'RESTORE' }
  /** Of a change with how it went; absent: nobody says yet. */
  | { readonly kind: 'RESOLVE'; readonly code: ResolutionCode; readonly outcome?: ImplementationOutcome }
  | { readonly kind: 'REOPEN' }
  | { readonly kind: 'CLOSE' }
  | { readonly kind: 'CANCEL' }
  | { readonly kind: 'MERGE_INTO'; readonly self: TicketName; readonly survivor: MergePartner }
  | { readonly kind: 'ABSORB'; readonly self: TicketName; readonly duplicate: MergePartner }
  | { readonly kind: 'UNMERGE' }
  | { readonly kind: 'RELEASE'; readonly ticketId: string }
  | { readonly kind: 'SET_CONFIDENTIAL'; readonly confidential: boolean }
  | { readonly kind: 'ADD_WATCHER'; readonly userId: string }
  | { readonly kind: 'REMOVE_WATCHER'; readonly userId: string }
  | {
      readonly kind: 'PROPOSE';
      readonly proposalId: string;
      readonly offer: Offer;
      readonly reasonTextId: string | null;
    }
  /** Declining one's own proposal takes it back. The system agrees where the terms deem consent given. */
  | {
      readonly kind: 'ANSWER_PROPOSAL';
      readonly proposalId: string;
      readonly agree: boolean;
      /** Of a rebinding: what was shown to be changed by it. */
      readonly changesDigest?: string;
    }
  /** The provider moves a date by itself, with the client's consent on record or without. */
  | {
      readonly kind: 'MOVE_DATE';
      readonly dueAt: Instant;
      readonly consentRecorded: boolean;
      readonly reasonTextId: string | null;
    }
  | { readonly kind: 'CONTEST_WAITING'; readonly waitingSeq: number; readonly reasonTextId: string | null }
  /** The provider concedes, the client withdraws. */
  | { readonly kind: 'SETTLE_CONTEST'; readonly waitingSeq: number }
  | { readonly kind: 'MARK_NO_ACTION'; readonly messageId: string }
  | { readonly kind: 'SET_PERSONAL_DATA'; readonly affected: boolean; readonly awareAt: Instant }
  /** Says afterwards how a change went, or puts right what was said. */
  | { readonly kind: 'SET_CHANGE_OUTCOME'; readonly outcome: ImplementationOutcome }
  | { readonly kind: 'RATE'; readonly score: Score; readonly reasonTextId: string | null }
  | {
      readonly kind: 'GIVE_NOTICE';
      readonly templateId: string;
      readonly dutyId: string;
      readonly givenAt: Instant;
    };

export type TicketCommandKind = TicketCommand['kind'];

/** A command of one kind. */
export type CommandOf<K extends TicketCommandKind> = Extract<TicketCommand, { kind: K }>;

/** Whose command it can be at all; permissions narrow it further (access/roles.ts). */
export const COMMAND_SIDES: Readonly<Record<TicketCommandKind, readonly Side[]>> = {
  OPEN: ['CLIENT', 'PROVIDER', 'SYSTEM'],
  REPLY: ['CLIENT', 'PROVIDER', 'SYSTEM'],
  WITHDRAW_MESSAGE: ['CLIENT', 'PROVIDER'],
  ASSIGN: ['PROVIDER', 'SYSTEM'],
  ACCEPT: ['PROVIDER'],
  START_WORK: ['PROVIDER'],
  LOG_RESPONSE: ['PROVIDER'],
  SET_PRIORITY: ['PROVIDER', 'SYSTEM'],
  CLASSIFY: ['PROVIDER', 'SYSTEM'],
  CHANGE_SERVICE: ['PROVIDER'],
  WAIT: ['PROVIDER'],
  SCHEDULE: ['PROVIDER'],
  RESUME: ['PROVIDER', 'SYSTEM'],
  RESTORE: ['PROVIDER', 'SYSTEM'],
  RESOLVE: ['PROVIDER', 'SYSTEM'],
  REOPEN: ['CLIENT', 'PROVIDER'],
  CLOSE: ['CLIENT', 'PROVIDER', 'SYSTEM'],
  CANCEL: ['CLIENT', 'PROVIDER'],
  MERGE_INTO: ['PROVIDER'],
  ABSORB: ['PROVIDER'],
  UNMERGE: ['PROVIDER'],
  RELEASE: ['PROVIDER'],
  SET_CONFIDENTIAL: ['CLIENT', 'PROVIDER'],
  ADD_WATCHER: ['CLIENT', 'PROVIDER'],
  REMOVE_WATCHER: ['CLIENT', 'PROVIDER'],
  PROPOSE: ['CLIENT', 'PROVIDER'],
  ANSWER_PROPOSAL: ['CLIENT', 'PROVIDER', 'SYSTEM'],
  MOVE_DATE: ['PROVIDER'],
  CONTEST_WAITING: ['CLIENT'],
  SETTLE_CONTEST: ['CLIENT', 'PROVIDER'],
  MARK_NO_ACTION: ['PROVIDER'],
  SET_PERSONAL_DATA: ['PROVIDER'],
  GIVE_NOTICE: ['CLIENT', 'PROVIDER'],
  SET_CHANGE_OUTCOME: ['PROVIDER'],
  RATE: ['CLIENT'],
};
