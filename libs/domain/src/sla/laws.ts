import { DEFAULT_WAITING_RULES } from '../contracts/defaults.js';
import type { SlaPolicy, Terms } from '../contracts/terms.js';
import type { Binding } from '../ticketing/events.js';
import { WALL_CLOCK, withWallClock } from './agreed-date.js';
import type { BoundTerms } from './bound-terms.js';
import type { CalendarOf } from './track.js';

/** By what a log is judged: the terms of each of its bindings, and the calendars of all of them. */
export interface Laws {
  readonly termsFor: (binding: Binding) => Terms;
  readonly calendarOf: CalendarOf;
}

/** Calendars of several documents: the id is unique within one document only. */
export type CalendarOfTerms = (calendarId: string, knownAt: number, termsDigest?: string) => ReturnType<CalendarOf>;

/**
 * What judges a log: one document from its opening to its end, or, where it was bound more than once, each stretch by the
 * document that its binding names (D-CON-1). null: never under contract, no clocks (D-CON-2).
 */
export function lawsOf(by: {
  readonly terms: Terms | null;
  readonly boundTerms?: BoundTerms | null;
  readonly calendarOf: CalendarOfTerms;
}): Laws | null {
  const { terms, calendarOf } = by;
  const bound = by.boundTerms ?? null;
  if (bound === null)
    return terms === null ? null : { termsFor: () => terms, calendarOf: withWallClock(calendarOf, terms) };
  const last = [...bound.values()].at(-1);
  return last === undefined ? null : severalLaws(bound, last, calendarOf);
}

function severalLaws(bound: BoundTerms, last: Terms, calendarOf: CalendarOfTerms): Laws {
  // Nothing is promised out of contract; what happens there is heard by the default rules all the same.
  const none: Terms = { ...last, services: [], policies: [], waiting: DEFAULT_WAITING_RULES, responseMetBy: REPLY };
  const scoped = new Map([...bound].map(([digest, terms]) => [digest, withScopedCalendars(terms, digest)]));
  return {
    termsFor: ({ termsDigest }) => (termsDigest === null ? none : (scoped.get(termsDigest) ?? none)),
    calendarOf: withWallClock((id, knownAt) => {
      const { calendarId, termsDigest } = readScoped(id);
      return calendarOf(calendarId, knownAt, termsDigest ?? undefined);
    }, last),
  };
}

const REPLY = ['PUBLIC_REPLY'] as const;

/** No digest and no calendar id holds it (`read-terms` wants letters, digits and hyphens). */
const SCOPE = '*';

/** Targets that name their calendar together with the document it stands in: another document may call another one alike. */
function withScopedCalendars(terms: Terms, digest: string): Terms {
  const known = scopedTerms.get(terms) ?? new Map<string, Terms>();
  scopedTerms.set(terms, known);
  const scoped = known.get(digest) ?? {
    ...terms,
    policies: terms.policies.map((policy) => scopedPolicy(policy, digest)),
  };
  known.set(digest, scoped);
  return scoped;
}

/** Made once per document: which target a clock has is told by identity. */
const scopedTerms = new WeakMap<Terms, Map<string, Terms>>();

function scopedPolicy(policy: SlaPolicy, digest: string): SlaPolicy {
  const targets = policy.targets.map((target) => ({ ...target, calendarId: `${digest}${SCOPE}${target.calendarId}` }));
  return { ...policy, targets };
}

/** The document and the calendar that a target's calendar names; no document where the log is judged by one alone. */
export function readScoped(id: string): { readonly calendarId: string; readonly termsDigest: string | null } {
  const at = id === WALL_CLOCK ? -1 : id.indexOf(SCOPE);
  if (at < 0) return { calendarId: id, termsDigest: null };
  return { calendarId: id.slice(at + 1), termsDigest: id.slice(0, at) };
}
