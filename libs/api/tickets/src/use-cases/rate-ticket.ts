import type { ClientScope } from '@daylight/api-platform';
import { newId } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { SCORES } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf, wordsOf } from './reason.js';

/** The client says how satisfied it is with what was done. A later rating replaces an earlier one. */
@Injectable()
export class RateTicket {
  async run(
    tx: Tx<ClientScope>,
    rating: Target & { readonly score: number; readonly comment: string | null },
  ): Promise<ChangeOutcome> {
    const comment = reasonOf(rating.comment);
    const score = SCORES.find((known) => known === rating.score);
    const faults = reasonFault(comment).map((fault) => ({ ...fault, path: 'comment' }));
    if (score === undefined) return invalid({ path: 'score', kind: 'BAD_SCORE' }, ...faults);
    if (faults.length > 0) return invalid(...faults);
    const reasonTextId = comment === null ? null : newId();
    return changeTicket(tx, rating, () => ({
      commands: [{ kind: 'RATE', score, reasonTextId }],
      reason: wordsOf(reasonTextId, comment),
    }));
  }
}
