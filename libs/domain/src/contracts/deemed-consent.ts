import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import type { DeemedConsentTerms, Terms } from './terms.js';

/** The calendar of a terms document by its id, with the public holidays known at the instant in question. */
type CalendarById = (calendarId: string) => CompiledCalendar;

function afterBusinessDays(
  { calendarId }: DeemedConsentTerms,
  days: number | null,
  since: Instant,
  calendarOf: CalendarById,
): Instant | null {
  return days === null ? null : calendarOf(calendarId).addBusinessDays(since, days);
}

/**
 * When the client's silence about a proposal on a ticket counts as consent (D-SLA-8); null: never, because the terms don't
 * say so or the calendar has no such day.
 */
export function proposalDeemedAt(terms: Terms | null, proposedAt: Instant, calendarOf: CalendarById): Instant | null {
  const term = terms?.deemedConsent;
  return term === undefined ? null : afterBusinessDays(term, term.proposalDays, proposedAt, calendarOf);
}

/**
 * When the client's silence about an amendment counts as consent (D-CON-4), by the terms in force when it was proposed:
 * those it would change itself don't bind anybody yet. null: never. Silence can't sign the list of verdicts that an amendment
 * reaching back asks for, so one that begins before is never deemed agreed.
 */
export function amendmentDeemedAt(
  inForce: Terms | null,
  proposed: { readonly at: Instant; readonly from: Instant },
  calendarOf: CalendarById,
): Instant | null {
  const term = inForce?.deemedConsent;
  const at = term === undefined ? null : afterBusinessDays(term, term.amendmentDays, proposed.at, calendarOf);
  return at === null || at > proposed.from ? null : at;
}
