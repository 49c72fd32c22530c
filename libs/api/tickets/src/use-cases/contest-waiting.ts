import type { ClientScope } from '@daylight/api-platform';
import { newId } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf, wordsOf } from './reason.js';

/** The client contests that waiting stopped clocks (D-SLA-4): both figures are shown until it is settled. Audited. */
@Injectable()
export class ContestWaiting {
  async run(
    tx: Tx<ClientScope>,
    contest: Target & { readonly waitingSeq: number; readonly reason: string },
  ): Promise<ChangeOutcome> {
    const reason = reasonOf(contest.reason);
    const faults = reasonFault(reason);
    if (faults.length > 0) return invalid(...faults);
    const { waitingSeq } = contest;
    const reasonTextId = reason === null ? null : newId();
    return changeTicket(tx, contest, () => ({
      commands: [{ kind: 'CONTEST_WAITING', waitingSeq, reasonTextId }],
      audit: { action: 'ticket.contest-waiting', after: { waitingSeq } },
      reason: wordsOf(reasonTextId, reason),
    }));
  }
}
