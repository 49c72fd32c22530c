import { contractVersionsOf, policyOf, termsByDigest, versionAt } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import { lawOf, type BoundLaw, type Law } from '@daylight/api-tickets';
import type { Instant, LocalizedText, Terms } from '@daylight/domain';

/** All contract versions of a tenant with their terms and calendars, for binding thousands of cases without a query each. */
export interface Laws {
  /** The waiting rules that any agreed version knows. */
  readonly waiting: Terms['waiting'];
  /** What a service is bound to at an instant (D-CON-1); without a version in force: out of contract (D-CON-2). */
  bind(service: { readonly id: string; readonly name: LocalizedText }, at: Instant): BoundLaw;
}

/** Loads the laws as this transaction sees them; a run loads them anew with every batch. */
export async function loadLaws(tx: Tx, tenantId: string): Promise<Laws> {
  const versions = await contractVersionsOf(tx, tenantId);
  const digests = [...new Set(versions.map(({ termsDigest }) => termsDigest))];
  const terms = await termsByDigest(tx, digests);
  const laws = new Map<string | null, Law>();
  for (const digest of [null, ...digests]) laws.set(digest, await lawOf(tx, digest, tx.now));
  return {
    waiting: [...terms.values()].flatMap(({ waiting }) => waiting),
    bind: (service, at) => {
      const version = versionAt(versions, service.id, at);
      const law = laws.get(version?.termsDigest ?? null);
      if (law === undefined) throw new Error('a version without terms');
      const promised = law.terms?.services.find(({ serviceItemId }) => serviceItemId === service.id);
      const binding = {
        contractVersionId: version?.versionId ?? null,
        termsDigest: version?.termsDigest ?? null,
        serviceItemId: service.id,
        policyId: law.terms === null ? null : policyOf(law.terms, service.id),
      };
      return { ...law, binding, serviceName: promised?.name ?? service.name };
    },
  };
}
