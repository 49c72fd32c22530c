import { newId } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { Offer, Terms } from '@daylight/domain';
import { clientActivities } from '../views/agreements.js';
import { changeTicket, type Target } from './change-ticket.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf, wordsOf } from './reason.js';

export type Wanted =
  | { readonly kind: 'DATE'; readonly dueAt: number }
  /** `activity`: index among what the matrix of the bound terms makes the client accountable for. */
  | { readonly kind: 'CLIENT_ACCOUNTABLE'; readonly activity: number };

function offerOf(wanted: Wanted, terms: Terms | null): Offer | null {
  if (wanted.kind === 'DATE') return wanted;
  const activity = clientActivities(terms)[wanted.activity];
  return activity === undefined ? null : { kind: 'CLIENT_ACCOUNTABLE', activity };
}

/** Offers something to the other side (D-SLA-8, D-SLA-12); what only gives to it takes effect at once. Audited. */
@Injectable()
export class Propose {
  async run(
    tx: Tx,
    proposal: Target & { readonly wanted: Wanted; readonly reason: string | null },
  ): Promise<ChangeOutcome> {
    const reason = reasonOf(proposal.reason);
    const faults = reasonFault(reason);
    if (faults.length > 0) return invalid(...faults);
    const reasonTextId = reason === null ? null : newId();
    return changeTicket(tx, proposal, ({ terms }) => {
      const offer = offerOf(proposal.wanted, terms);
      if (offer === null) return { faults: [{ path: 'activity', kind: 'OUT_OF_RANGE' }] };
      return {
        commands: [{ kind: 'PROPOSE', proposalId: newId(), offer, reasonTextId }],
        audit: { action: 'ticket.propose', after: { offer: offer.kind } },
        reason: wordsOf(reasonTextId, reason),
      };
    });
  }
}
