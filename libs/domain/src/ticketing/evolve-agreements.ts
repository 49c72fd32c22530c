import { unreachable } from '../unreachable.js';
import type { Instant } from '../time/instant.js';
import type { TicketEvent } from './events.js';
import type { TicketState, WaitRecord } from './state.js';

const AGREEMENTS = [
  ...(['PROPOSED', 'PROPOSAL_ANSWERED', 'DATE_SET', 'WAITING_CONTESTED', 'CONTEST_SETTLED'] as const),
  ...(['NO_ACTION_NEEDED', 'PERSONAL_DATA_SET', 'NOTICE_GIVEN', 'CHANGE_OUTCOME_SET', 'RATED'] as const),
];

/** What the sides agree, contest and owe beside the work itself. */
export type AgreementEvent = Extract<TicketEvent, { kind: (typeof AGREEMENTS)[number] }>;

export function isAgreement(event: TicketEvent): event is AgreementEvent {
  return AGREEMENTS.some((kind) => kind === event.kind);
}

/** Folds what the sides agree, contest and owe. */
export function evolveAgreement(state: TicketState, event: AgreementEvent): TicketState {
  switch (event.kind) {
    case 'PROPOSED': {
      const { proposalId, offer, at, actor, reasonTextId } = event;
      const others = state.proposals.filter((open) => open.offer.kind !== offer.kind);
      return {
        ...state,
        proposals: [...others, { proposalId, offer, side: actor.side, userId: actor.userId, at, reasonTextId }],
      };
    }
    case 'PROPOSAL_ANSWERED':
      return { ...state, proposals: state.proposals.filter(({ proposalId }) => proposalId !== event.proposalId) };
    case 'DATE_SET':
      return { ...state, agreedDate: { dueAt: event.dueAt, cause: event.cause } };
    case 'WAITING_CONTESTED':
      return withContest(state, event.waitingSeq, 'OPEN');
    case 'CONTEST_SETTLED':
      return withContest(state, event.waitingSeq, event.outcome);
    case 'NO_ACTION_NEEDED':
      return resolvedAgain(state, event.messageId, event.at);
    case 'PERSONAL_DATA_SET':
      return { ...state, security: { ...state.security, leakAwareAt: event.affected ? event.awareAt : null } };
    case 'NOTICE_GIVEN': {
      const { templateId, dutyId, givenAt } = event;
      const notices = [...state.security.notices, { templateId, dutyId, at: givenAt }];
      return { ...state, security: { ...state.security, notices } };
    }
    case 'CHANGE_OUTCOME_SET':
      return { ...state, changeOutcome: event.outcome };
    case 'RATED':
      return { ...state, rating: { score: event.score, at: event.at } };
    default:
      return unreachable(event);
  }
}

function withContest(state: TicketState, waitingSeq: number, contest: WaitRecord['contest']): TicketState {
  return { ...state, waits: state.waits.map((wait) => (wait.seq === waitingSeq ? { ...wait, contest } : wait)) };
}

/** As resolved as before the thank-you. That it was reopened stays counted: putting it right improves no figure. */
function resolvedAgain(state: TicketState, messageId: string, at: Instant): TicketState {
  const { reopening } = state;
  if (reopening === null || reopening.messageId !== messageId || state.status !== 'OPEN') return state;
  const { resolvedAt, resolutionCode, changeOutcome } = reopening;
  const ended = { resolvedAt: resolvedAt ?? at, resolutionCode, changeOutcome };
  return { ...state, status: 'RESOLVED', ...ended, reopening: null };
}
