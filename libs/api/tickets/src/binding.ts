import { isId } from '@daylight/api-calendars';
import { policyOf, resolveBinding, serviceItemsByIds, storedTerms, termsByDigest } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import {
  bindingOf,
  bindTerms,
  isBoundAnew,
  termsDigestsOf,
  type Binding,
  type BoundTerms,
  type CalendarOf,
  type CalendarOfTerms,
  type Instant,
  type LocalizedText,
  type Terms,
  type TicketEvent,
} from '@daylight/domain';
import { knownCalendars } from './known-calendars.js';

/** The law that a ticket is under: its terms and their calendars as known. */
export interface Law {
  /** In force now: what may be decided goes by them. */
  readonly terms: Terms | null;
  /** Of a ticket that was bound more than once: what judges each stretch of its log (D-CON-1). */
  readonly boundTerms?: BoundTerms | null;
  readonly calendarOf: CalendarOfTerms;
}

/** What a service is bound to at an instant (D-CON-1); without terms: out of contract (D-CON-2). */
export interface BoundLaw extends Law {
  readonly binding: Binding;
  readonly serviceName: LocalizedText;
}

/** The law among what is known of a ticket. */
export function lawIn({ terms, boundTerms = null, calendarOf }: Law): Law {
  return { terms, boundTerms, calendarOf };
}

/** An agreed version that is in force for a service, as the database finds it. */
export interface InForce {
  readonly contractVersionId: string;
  readonly termsDigest: string;
  /** Newest revision of official days. */
  readonly calendarRevision: number;
}

const OUT_OF_CONTRACT: Law = {
  terms: null,
  calendarOf: (calendarId) => {
    throw new RangeError(`out of contract there is no calendar ${calendarId}`);
  },
};

/**
 * The law behind a digest, with the calendars as known at `asOf`; null digest: out of contract. `revision`: of the
 * calendars, where the caller has asked for it already.
 */
export async function lawOf(tx: Tx, digest: string | null, asOf: Instant, revision?: number): Promise<Law> {
  if (digest === null) return OUT_OF_CONTRACT;
  const terms = await storedTerms(tx, digest);
  return { terms, calendarOf: await knownCalendars(tx, terms, asOf, revision) };
}

/**
 * The law behind a whole log: where it was bound more than once, every document that it names (D-CON-1); else what
 * {@link lawOf} says of the one. `digest`: of the binding in force.
 */
export async function lawOfLog(
  tx: Tx,
  log: readonly TicketEvent[],
  by: { readonly digest: string | null; readonly asOf: Instant; readonly revision?: number | undefined },
): Promise<Law> {
  const { digest, asOf, revision } = by;
  const law = await lawOf(tx, digest, asOf, revision);
  if (!isBoundAnew(log)) return law;
  const found = await termsByDigest(tx, termsDigestsOf(log));
  const bound = bindTerms(log, (each) => found.get(each) ?? null);
  if (bound.kind === 'TERMS_MISSING') {
    const [first] = bound.missing;
    throw new DaylightError('INTERNAL', `event ${first?.seq ?? 0} is bound to terms that are gone`);
  }
  const { boundTerms } = bound;
  const calendars = new Map<string, CalendarOf>();
  for (const [each, terms] of boundTerms) calendars.set(each, await knownCalendars(tx, terms, asOf, revision));
  const calendarOf: CalendarOfTerms = (id, knownAt, termsDigest = digest ?? '') =>
    (calendars.get(termsDigest) ?? law.calendarOf)(id, knownAt);
  return { terms: law.terms, boundTerms, calendarOf };
}

/** The law and the name of the service under a binding that is known already. */
export async function lawOfBinding(tx: Tx, binding: Binding): Promise<BoundLaw | null> {
  const { termsDigest, serviceItemId } = binding;
  if (termsDigest === null) return outOfContract(tx, serviceItemId);
  const law = await lawOf(tx, termsDigest, tx.now);
  return { binding, serviceName: nameIn(law.terms, serviceItemId), ...law };
}

/** What a service was bound to when the ticket was about it before: a detour brings no other version (ADR 0014). */
export function boundBefore(log: readonly TicketEvent[], serviceItemId: string): Binding | null {
  const bindings = log.flatMap((event) => bindingOf(event) ?? []);
  return bindings.findLast((binding) => binding.serviceItemId === serviceItemId) ?? null;
}

function nameIn(terms: Terms | null, serviceItemId: string): LocalizedText {
  const named = terms?.services.find((service) => service.serviceItemId === serviceItemId)?.name;
  return named ?? { ko: serviceItemId, en: serviceItemId };
}

/** What a ticket for this service is bound to if it opens at `at`; null when there is no such service. */
export async function bindAt(
  tx: Tx,
  on: { readonly tenantId: string; readonly serviceItemId: string; readonly at: Instant },
): Promise<BoundLaw | null> {
  const { serviceItemId } = on;
  if (!isId(serviceItemId)) return null;
  const found = await resolveBinding(tx, on);
  return lawInForce(tx, serviceItemId, found === null ? null : { ...found, contractVersionId: found.versionId });
}

/** The same of a version that is found already; null: out of contract. */
export async function lawInForce(tx: Tx, serviceItemId: string, found: InForce | null): Promise<BoundLaw | null> {
  if (found === null) return isId(serviceItemId) ? outOfContract(tx, serviceItemId) : null;
  const { contractVersionId, termsDigest, calendarRevision } = found;
  const terms = await storedTerms(tx, termsDigest);
  const calendarOf = await knownCalendars(tx, terms, tx.now, calendarRevision);
  const binding = { contractVersionId, termsDigest, serviceItemId, policyId: policyOf(terms, serviceItemId) };
  return { binding, serviceName: nameIn(terms, serviceItemId), terms, calendarOf };
}

async function outOfContract(tx: Tx, serviceItemId: string): Promise<BoundLaw | null> {
  const [item] = await serviceItemsByIds(tx, [serviceItemId]);
  if (item === undefined) return null;
  const binding = { contractVersionId: null, termsDigest: null, serviceItemId, policyId: null };
  return { binding, serviceName: item.name, ...OUT_OF_CONTRACT };
}
