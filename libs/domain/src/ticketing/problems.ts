import type { Priority, TicketType, WaitingStatus } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import type { TicketCommandKind } from './commands.js';
import type { OfferKind, Side, TicketEventBody, TicketStatus } from './events.js';

/** Why a merge is refused (D-SLA-7). */
export type MergeObstacle =
  | 'ITSELF'
  | 'OTHER_TENANT'
  | 'OTHER_SERVICE_ITEM'
  | 'CONFIDENTIAL_INTO_OPEN'
  | 'TARGET_MERGED'
  | 'TARGET_ENDED'
  | 'DUPLICATE_ENDED'
  | 'ALREADY_ABSORBED';

/** Why a command was refused: `kind` is stable, the rest says what and where. `libs/text` says it in Korean and English. */
export type TicketProblem =
  | { readonly kind: 'NOT_OPENED'; readonly command: TicketCommandKind }
  | { readonly kind: 'ALREADY_OPENED' }
  | { readonly kind: 'NOT_ALLOWED_IN_STATUS'; readonly command: TicketCommandKind; readonly status: TicketStatus }
  | {
      readonly kind: 'NOT_ALLOWED_FOR_SIDE';
      readonly command: TicketCommandKind;
      readonly side: Side;
      readonly field: string | null;
    }
  /** The ticket is over: a new one, linked to it, is the way to go on. */
  | {
      readonly kind: 'FOLLOW_UP_NEEDED';
      readonly status: TicketStatus;
      readonly endedAt: Instant;
      readonly windowDays: number;
    }
  /** The ticket lives on in another one; the words belong there (D-SLA-7). */
  | { readonly kind: 'MERGED_ELSEWHERE'; readonly survivorId: string }
  | { readonly kind: 'NOTHING_CHANGES'; readonly command: TicketCommandKind }
  | { readonly kind: 'REASON_NEEDED'; readonly field: 'reasonTextId'; readonly from: Priority; readonly to: Priority }
  | { readonly kind: 'MESSAGE_UNKNOWN'; readonly field: string; readonly messageId: string }
  | { readonly kind: 'MESSAGE_EXISTS'; readonly field: 'messageId'; readonly messageId: string }
  | { readonly kind: 'MESSAGE_TAKEN_BACK'; readonly field: string; readonly messageId: string }
  | { readonly kind: 'MESSAGE_OF_OTHERS'; readonly field: 'messageId'; readonly messageId: string }
  | { readonly kind: 'QUESTION_NOT_PUBLIC'; readonly field: 'question' }
  | { readonly kind: 'QUESTION_NEEDED'; readonly field: 'questionMessageId' }
  | { readonly kind: 'NOT_A_QUESTION'; readonly field: 'questionMessageId'; readonly messageId: string }
  | { readonly kind: 'QUESTION_ANSWERED'; readonly field: 'questionMessageId'; readonly messageId: string }
  | {
      readonly kind: 'WAITING_REASON_UNKNOWN';
      readonly field: 'reason';
      readonly reason: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'WAITING_REASON_MISMATCH';
      readonly field: 'reason';
      readonly reason: string;
      readonly meantFor: WaitingStatus;
    }
  | { readonly kind: 'CASE_NUMBER_NEEDED'; readonly field: 'caseNumber'; readonly reason: string }
  | {
      readonly kind: 'NOT_IN_FUTURE';
      readonly field: 'until' | 'dueAt';
      readonly until: Instant;
      readonly now: Instant;
    }
  | { readonly kind: 'STILL_AHEAD'; readonly field: 'awareAt' | 'givenAt'; readonly at: Instant; readonly now: Instant }
  | { readonly kind: 'TOO_EARLY'; readonly command: TicketCommandKind; readonly notBefore: Instant }
  | { readonly kind: 'NOT_AN_INCIDENT'; readonly command: 'RESTORE' }
  /** Only of changes it is said how they went. */
  | { readonly kind: 'NOT_A_CHANGE'; readonly field: 'outcome' }
  | { readonly kind: 'ALREADY_RESTORED'; readonly at: Instant }
  | { readonly kind: 'REBINDING_NEEDS_BOTH'; readonly field: 'binding' }
  | { readonly kind: 'OWNER_UNNAMED'; readonly field: 'actor' }
  | { readonly kind: 'MERGE_REFUSED'; readonly obstacle: MergeObstacle }
  /** Something of the kind is proposed already and waits for its answer. */
  | { readonly kind: 'PROPOSAL_OPEN'; readonly offer: OfferKind; readonly proposalId: string }
  /** The ticket is merged into no other, or another is not merged into it. */
  | { readonly kind: 'NOT_MERGED'; readonly field: 'ticketId' }
  | { readonly kind: 'PROPOSAL_UNKNOWN'; readonly field: 'proposalId'; readonly proposalId: string }
  /** A rebinding keeps the service: another one is a change of service. */
  | { readonly kind: 'REBINDING_OTHER_SERVICE'; readonly field: 'offer' }
  | { readonly kind: 'PROPOSAL_OF_OWN_SIDE'; readonly field: 'proposalId'; readonly proposalId: string }
  /** Dates are agreed for requests and changes (D-SLA-12). */
  | { readonly kind: 'NO_DATE_FOR_TYPE'; readonly type: TicketType }
  | { readonly kind: 'NO_DATE_YET'; readonly field: 'dueAt' }
  | { readonly kind: 'MOVE_NEEDS_REASON'; readonly field: 'reasonTextId' }
  | { readonly kind: 'CONTEST_NEEDS_REASON'; readonly field: 'reasonTextId' }
  | { readonly kind: 'WAIT_UNKNOWN'; readonly field: 'waitingSeq'; readonly waitingSeq: number }
  | { readonly kind: 'WAIT_CONTESTED'; readonly field: 'waitingSeq'; readonly waitingSeq: number }
  | { readonly kind: 'WAIT_NOT_CONTESTED'; readonly field: 'waitingSeq'; readonly waitingSeq: number }
  /** Only the last word that reopened the ticket, while nothing was said since, can be a mere thank-you. */
  | { readonly kind: 'NOT_A_THANK_YOU'; readonly field: 'messageId'; readonly messageId: string }
  | { readonly kind: 'NOT_A_SECURITY_INCIDENT' }
  | { readonly kind: 'NOTICE_UNKNOWN'; readonly field: 'dutyId'; readonly dutyId: string }
  | { readonly kind: 'NOTICE_ALREADY_GIVEN'; readonly field: 'dutyId'; readonly at: Instant };

export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly TicketEventBody[] }
  | { readonly kind: 'rejected'; readonly problem: TicketProblem };

export function accept(...events: readonly TicketEventBody[]): Decision {
  return { kind: 'accepted', events };
}

export function reject(problem: TicketProblem): Decision {
  return { kind: 'rejected', problem };
}
