import type { TicketProblem } from '@daylight/domain';
import type { OpenedTicket } from './opened-ticket.js';

/** A value of the input that can't be taken: where and what, without words yet. */
export interface InputFault {
  readonly path: string;
  readonly kind: InputFaultKind;
}

export type InputFaultKind =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'BAD_CHARACTER'
  | 'OUT_OF_RANGE'
  | 'BAD_SCORE'
  | 'UNKNOWN_SERVICE'
  | 'UNKNOWN_PERSON'
  | 'UNKNOWN_TEAM'
  | 'UNKNOWN_FILE'
  | 'UNKNOWN_TICKET'
  | 'UNKNOWN_VERSION'
  /** The changes that were shown are no longer those that would follow. */
  | 'VERDICTS_MOVED'
  | 'IN_FUTURE'
  | 'TOO_LONG_AGO'
  | 'NOT_A_CHANNEL_FOR_PEOPLE'
  | 'NOT_A_WAITING_STATUS';

/** How a change of a ticket ends. All but `changed` have written nothing. */
export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly ticketId: string }
  | { readonly kind: 'refused'; readonly problem: TicketProblem }
  | { readonly kind: 'conflict'; readonly ticketId: string; readonly yours: number }
  | { readonly kind: 'invalid'; readonly faults: readonly InputFault[] }
  | { readonly kind: 'not-found'; readonly what: 'ticket' | 'tenant' };

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly ticketId: string; readonly ticket: OpenedTicket }
  | Exclude<ChangeOutcome, { kind: 'changed' | 'conflict' }>;

export function invalid(...faults: readonly InputFault[]): {
  readonly kind: 'invalid';
  readonly faults: readonly InputFault[];
} {
  return { kind: 'invalid', faults };
}
