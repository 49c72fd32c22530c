import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { OfferKind, TicketCommand } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

export interface ProposalAnswer extends Target {
  readonly proposalId: string;
  readonly agree: boolean;
  /** What the reader may answer: a proposal of another kind is none to them. */
  readonly offer: OfferKind;
}

/** Agrees to what the other side proposed, declines it, or takes one's own proposal back. Audited. */
@Injectable()
export class AnswerProposal {
  run(tx: Tx, { proposalId, agree, offer, ...target }: ProposalAnswer): Promise<ChangeOutcome> {
    return changeTicket(tx, target, ({ state }) => {
      const known = state.proposals.some((open) => open.proposalId === proposalId && open.offer.kind === offer);
      const command: TicketCommand = { kind: 'ANSWER_PROPOSAL', proposalId: known ? proposalId : '', agree };
      return { commands: [command], audit: { action: 'ticket.answer-proposal', after: { offer, agree } } };
    });
  }
}
