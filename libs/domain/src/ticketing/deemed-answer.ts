import { proposalDeemedAt } from '../contracts/deemed-consent.js';
import type { Terms } from '../contracts/terms.js';
import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import { isUnfinished, type Proposal, type TicketState } from './state.js';

/** The law that a ticket is bound to: without terms it is out of contract, and silence says nothing. */
export interface DeemingLaw {
  readonly terms: Terms | null;
  readonly calendarOf: (calendarId: string, knownAt: Instant) => CompiledCalendar;
}

/**
 * When the client's silence about an open proposal counts as consent (D-SLA-8); null: never. Only what the provider asks
 * the client to confirm as its own responsibility is deemed: a date or another contract needs somebody's word.
 */
export function deemedAt({ offer, side, at }: Proposal, { terms, calendarOf }: DeemingLaw): Instant | null {
  if (offer.kind !== 'CLIENT_ACCOUNTABLE' || side !== 'PROVIDER') return null;
  // Public holidays as known by now: a day declared meanwhile moves what still runs (D-CAL-4).
  return proposalDeemedAt(terms, at, (id) => calendarOf(id, Number.MAX_SAFE_INTEGER));
}

/** The proposal that silence agrees to next, and when; null: none ever. A ticket that is done with owes no answer. */
export function nextDeemed(
  { status, proposals }: Pick<TicketState, 'status' | 'proposals'>,
  law: DeemingLaw,
): { readonly proposalId: string; readonly at: Instant } | null {
  if (!isUnfinished(status) || law.terms?.deemedConsent === undefined) return null;
  const due = proposals.flatMap((proposal) => {
    const at = deemedAt(proposal, law);
    return at === null ? [] : [{ proposalId: proposal.proposalId, at }];
  });
  return due.sort((a, b) => a.at - b.at)[0] ?? null;
}
