import { isId } from '@daylight/api-calendars';
import { resolveBinding, serviceItemsByIds, storedTerms } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import type { Binding, CalendarOf, Instant, LocalizedText, Terms } from '@daylight/domain';
import { knownCalendars } from './known-calendars.js';

/** The law that a ticket is under: its terms and their calendars as known. */
export interface Law {
  readonly terms: Terms | null;
  readonly calendarOf: CalendarOf;
}

/** What a service is bound to at an instant (D-CON-1); without terms: out of contract (D-CON-2). */
export interface BoundLaw extends Law {
  readonly binding: Binding;
  readonly serviceName: LocalizedText;
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

/** What a ticket for this service is bound to if it opens at `at`; null when there is no such service. */
export async function bindAt(
  tx: Tx,
  on: { readonly tenantId: string; readonly serviceItemId: string; readonly at: Instant },
): Promise<BoundLaw | null> {
  const { serviceItemId } = on;
  if (!isId(serviceItemId)) return null;
  const found = await resolveBinding(tx, on);
  if (found === null) return outOfContract(tx, serviceItemId);
  const { terms, versionId: contractVersionId, termsDigest, policyId } = found;
  const name = terms.services.find((service) => service.serviceItemId === serviceItemId)?.name;
  const calendarOf = await knownCalendars(tx, terms, tx.now, found.calendarRevision);
  const binding = { contractVersionId, termsDigest, serviceItemId, policyId };
  return { binding, serviceName: name ?? { ko: serviceItemId, en: serviceItemId }, terms, calendarOf };
}

async function outOfContract(tx: Tx, serviceItemId: string): Promise<BoundLaw | null> {
  const [item] = await serviceItemsByIds(tx, [serviceItemId]);
  if (item === undefined) return null;
  const binding = { contractVersionId: null, termsDigest: null, serviceItemId, policyId: null };
  return { binding, serviceName: item.name, ...OUT_OF_CONTRACT };
}
