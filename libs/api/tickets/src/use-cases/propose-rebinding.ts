import type { Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import { rebindingPreview } from '../queries/rebinding.js';
import { changeTicket, type Target } from './change-ticket.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf, wordsOf } from './reason.js';

export interface RebindingWish extends Target {
  readonly contractVersionId: string;
  readonly reason: string;
  /** Of the changes that the proposer was shown. */
  readonly changesDigest: string;
}

/** Offers the other side to judge the ticket by another version (D-CON-1), after seeing what it would change. Audited. */
@Injectable()
export class ProposeRebinding {
  async run(tx: Tx, wish: RebindingWish): Promise<ChangeOutcome> {
    const reason = reasonOf(wish.reason);
    const faults = reason === null ? [{ path: 'reason', kind: 'REQUIRED' } as const] : reasonFault(reason);
    if (faults.length > 0) return invalid(...faults);
    const reasonTextId = newId();
    return changeTicket(tx, wish, async (ticket) => {
      const preview = await rebindingPreview(tx, ticket, wish.contractVersionId);
      if (preview === null) return { faults: [{ path: 'contractVersionId', kind: 'UNKNOWN_VERSION' }] };
      const { binding, changesDigest } = preview;
      if (changesDigest !== wish.changesDigest) return { faults: [{ path: 'changesDigest', kind: 'VERDICTS_MOVED' }] };
      const { contractVersionId } = ticket.state.binding;
      return {
        commands: [{ kind: 'PROPOSE', proposalId: newId(), offer: { kind: 'REBINDING', binding }, reasonTextId }],
        audit: {
          action: 'ticket.propose-rebinding',
          before: { contractVersionId },
          after: { contractVersionId: binding.contractVersionId, changesDigest },
        },
        reason: wordsOf(reasonTextId, reason),
      };
    });
  }
}
