import type { TicketType } from '../contracts/terms.js';
import { unreachable } from '../unreachable.js';
import type { CommandOf } from './commands.js';
import type { DecisionContext } from './decide-conversation.js';
import { CLIENT_ACCOUNTABLE_REASON } from './events.js';
import type { Binding, DateCause, Offer, OfferKind, Side, TicketEventBody } from './events.js';
import { accept, reject, type Decision, type TicketProblem } from './problems.js';
import { isUnfinished, type Proposal, type TicketState } from './state.js';

const DATED_TYPES: readonly TicketType[] = ['SERVICE_REQUEST', 'CHANGE'];

function sameBinding(one: Binding, other: Binding): boolean {
  return one.contractVersionId === other.contractVersionId && one.termsDigest === other.termsDigest;
}

function dateProblem(state: TicketState, dueAt: number, { now }: DecisionContext): TicketProblem | null {
  if (!DATED_TYPES.includes(state.type)) return { kind: 'NO_DATE_FOR_TYPE', type: state.type };
  if (!(dueAt > now)) return { kind: 'NOT_IN_FUTURE', field: 'dueAt', until: dueAt, now };
  return dueAt === state.agreedDate?.dueAt ? { kind: 'NOTHING_CHANGES', command: 'PROPOSE' } : null;
}

/** An act of both parties and of people: silence never rebinds (D-CON-1). Another service is no rebinding. */
function rebindingProblem(state: TicketState, binding: Binding, side: Side): TicketProblem | null {
  if (side === 'SYSTEM') return { kind: 'NOT_ALLOWED_FOR_SIDE', command: 'PROPOSE', side, field: 'offer' };
  if (binding.serviceItemId !== state.binding.serviceItemId) return { kind: 'REBINDING_OTHER_SERVICE', field: 'offer' };
  return sameBinding(binding, state.binding) ? { kind: 'NOTHING_CHANGES', command: 'PROPOSE' } : null;
}

/** Of a ticket that is done only how it is judged is left to be agreed. */
function isLate({ status }: TicketState, offer: OfferKind): boolean {
  return offer !== 'REBINDING' && !isUnfinished(status);
}

function offerProblem(state: TicketState, offer: Offer, context: DecisionContext): TicketProblem | null {
  const { side } = context.actor;
  switch (offer.kind) {
    case 'DATE':
      return dateProblem(state, offer.dueAt, context);
    case 'REBINDING':
      return rebindingProblem(state, offer.binding, side);
    case 'CLIENT_ACCOUNTABLE':
      // It would stop the provider's clocks: the provider's to propose, the client's to agree to (D-SLA-8).
      return side === 'PROVIDER' ? null : { kind: 'NOT_ALLOWED_FOR_SIDE', command: 'PROPOSE', side, field: 'offer' };
    default:
      return unreachable(offer);
  }
}

/** The client's word is enough for the first date and for a later one: both bind or favour only the provider (D-SLA-12). */
function clientsDate(state: TicketState, offer: Offer): DateCause | null {
  if (offer.kind !== 'DATE') return null;
  if (state.agreedDate === null) return 'REQUESTED';
  return offer.dueAt > state.agreedDate.dueAt ? 'GIVEN_BY_CLIENT' : null;
}

/** Offers something to the other side; what only gives to it takes effect at once. */
export function decidePropose(state: TicketState, command: CommandOf<'PROPOSE'>, context: DecisionContext): Decision {
  const { proposalId, offer, reasonTextId } = command;
  const { status } = state;
  if (isLate(state, offer.kind)) return reject({ kind: 'NOT_ALLOWED_IN_STATUS', command: 'PROPOSE', status });
  const problem = offerProblem(state, offer, context);
  if (problem !== null) return reject(problem);
  const open = state.proposals.find((proposal) => proposal.offer.kind === offer.kind);
  if (open !== undefined) return reject({ kind: 'PROPOSAL_OPEN', offer: offer.kind, proposalId: open.proposalId });
  const cause = context.actor.side === 'CLIENT' ? clientsDate(state, offer) : null;
  if (cause !== null && offer.kind === 'DATE')
    return accept({ kind: 'DATE_SET', v: 1, dueAt: offer.dueAt, cause, reasonTextId });
  return accept({ kind: 'PROPOSED', v: 1, proposalId, offer, reasonTextId });
}

/** What an offer comes to once both sides want it. */
function effectOf(
  { offer, proposalId, side, userId }: Proposal,
  state: TicketState,
  changesDigest: string | null,
): readonly TicketEventBody[] {
  switch (offer.kind) {
    case 'DATE':
      return [{ kind: 'DATE_SET', v: 1, dueAt: offer.dueAt, cause: 'AGREED', reasonTextId: null }];
    case 'REBINDING':
      return [
        {
          ...({ kind: 'REBOUND', v: 1, binding: offer.binding, proposalId, changesDigest } as const),
          proposedBy: { side, userId },
        },
      ];
    case 'CLIENT_ACCOUNTABLE': {
      const details = { questionMessageId: null, caseNumber: null, until: null, clientConsent: true };
      const status = 'WAITING_ON_CLIENT';
      const waiting = { kind: 'WAITING_STARTED', v: 1, status, reason: CLIENT_ACCOUNTABLE_REASON, ...details } as const;
      return state.waiting === null ? [waiting] : [{ kind: 'RESUMED', v: 1, cause: 'STAFF' }, waiting];
    }
    default:
      return unreachable(offer);
  }
}

/** The other side agrees or declines; one's own side can only take it back. The system speaks where silence is consent. */
export function decideAnswer(
  state: TicketState,
  { proposalId, agree, changesDigest }: CommandOf<'ANSWER_PROPOSAL'>,
  context: DecisionContext,
): Decision {
  const { side } = context.actor;
  const proposal = state.proposals.find((open) => open.proposalId === proposalId);
  if (proposal === undefined) return reject({ kind: 'PROPOSAL_UNKNOWN', field: 'proposalId', proposalId });
  const own = proposal.side === side;
  if (own && agree) return reject({ kind: 'PROPOSAL_OF_OWN_SIDE', field: 'proposalId', proposalId });
  const offer = proposal.offer.kind;
  if (isLate(state, offer))
    return reject({ kind: 'NOT_ALLOWED_IN_STATUS', command: 'ANSWER_PROPOSAL', status: state.status });
  const answered = (answer: 'AGREED' | 'DECLINED' | 'WITHDRAWN' | 'DEEMED'): TicketEventBody => ({
    ...{ kind: 'PROPOSAL_ANSWERED', v: 1, proposalId, offer, answer },
  });
  if (!agree) return accept(answered(own ? 'WITHDRAWN' : 'DECLINED'));
  const problem = proposal.offer.kind === 'CLIENT_ACCOUNTABLE' ? null : offerProblem(state, proposal.offer, context);
  if (problem !== null) return reject(problem);
  return accept(answered(side === 'SYSTEM' ? 'DEEMED' : 'AGREED'), ...effectOf(proposal, state, changesDigest ?? null));
}

/** A date moved by the provider: with consent on record it is agreed, without it is a miss (D-SLA-12). */
export function decideMoveDate(
  state: TicketState,
  command: CommandOf<'MOVE_DATE'>,
  context: DecisionContext,
): Decision {
  const { dueAt, consentRecorded, reasonTextId } = command;
  const problem = dateProblem(state, dueAt, context);
  if (problem !== null) return reject(problem);
  if (state.agreedDate === null && !consentRecorded) return reject({ kind: 'NO_DATE_YET', field: 'dueAt' });
  if (state.agreedDate !== null && reasonTextId === null)
    return reject({ kind: 'MOVE_NEEDS_REASON', field: 'reasonTextId' });
  const open = state.proposals.find(({ offer }) => offer.kind === 'DATE');
  if (open !== undefined) return reject({ kind: 'PROPOSAL_OPEN', offer: 'DATE', proposalId: open.proposalId });
  const cause = consentRecorded ? 'CONSENT_RECORDED' : 'WITHOUT_CONSENT';
  return accept({ kind: 'DATE_SET', v: 1, dueAt, cause, reasonTextId });
}
