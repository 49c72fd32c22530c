import type { Terms } from '../contracts/terms.js';
import type { TicketEvent } from '../ticketing/events.js';
import { bindingOf } from '../ticketing/events.js';

/** The terms that the bindings of one log name, by digest; made by {@link bindTerms}, which knows that none is missing. */
export type BoundTerms = ReadonlyMap<string, Terms>;

/** A binding of a log that names a document nobody has. */
export interface MissingTerms {
  readonly seq: number;
  readonly termsDigest: string;
}

export type TermsOfLog =
  | { readonly kind: 'BOUND'; readonly boundTerms: BoundTerms }
  /** Nothing can be judged without them: a gap is said, never guessed at. */
  | { readonly kind: 'TERMS_MISSING'; readonly missing: readonly MissingTerms[] };

/** The documents that a log names, each once, in the order of their first binding (D-CON-3). Most name one. */
export function termsDigestsOf(events: readonly TicketEvent[]): readonly string[] {
  const digests: string[] = [];
  for (const event of events) {
    const digest = bindingOf(event)?.termsDigest ?? null;
    if (digest !== null && !digests.includes(digest)) digests.push(digest);
  }
  return digests;
}

/** Whether a log was bound to more than one thing: to other terms, into a contract or out of one. */
export function isBoundAnew(events: readonly TicketEvent[]): boolean {
  let first: string | null | undefined;
  for (const event of events) {
    const binding = bindingOf(event);
    if (binding === null) continue;
    if (first === undefined) first = binding.termsDigest;
    else if (first !== binding.termsDigest) return true;
  }
  return false;
}

/** Looks up every document that a log names. Total: a lookup that knows one not is told which, and where it was bound. */
export function bindTerms(events: readonly TicketEvent[], termsOf: (digest: string) => Terms | null): TermsOfLog {
  const boundTerms = new Map<string, Terms>();
  const missing: MissingTerms[] = [];
  for (const event of events) {
    const termsDigest = bindingOf(event)?.termsDigest ?? null;
    if (termsDigest === null || boundTerms.has(termsDigest)) continue;
    const terms = termsOf(termsDigest);
    if (terms === null) missing.push({ seq: event.seq, termsDigest });
    else boundTerms.set(termsDigest, terms);
  }
  return missing.length > 0 ? { kind: 'TERMS_MISSING', missing } : { kind: 'BOUND', boundTerms };
}
