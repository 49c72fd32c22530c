import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** The provider concedes that the waiting counts, or the client lets it stand (D-SLA-4). Audited. */
@Injectable()
export class SettleContest {
  run(tx: Tx, { waitingSeq, ...target }: Target & { readonly waitingSeq: number }): Promise<ChangeOutcome> {
    const outcome = tx.scope.side === 'CLIENT' ? 'WITHDRAWN' : 'CONCEDED';
    return changeTicket(tx, target, () => ({
      commands: [{ kind: 'SETTLE_CONTEST', waitingSeq }],
      audit: { action: 'ticket.settle-contest', after: { waitingSeq, outcome } },
    }));
  }
}
