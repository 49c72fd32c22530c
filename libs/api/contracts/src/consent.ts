import { appendEvents, type Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import type { ContractParty, Instant, Terms } from '@daylight/domain';
import { ContractConsentRow } from './model/contract-consent.row.js';
import { overlapsOf, type OverlappingTerms } from './overlaps.js';
import { consentsOf, consentState, type VersionRow } from './queries/version-rows.js';
import { unlessExcluded } from './savepoint.js';
import { takeEffect } from './take-effect.js';
import { keepList, verdictList, type VerdictList } from './what-if/verdict-list.js';

export function partyOf(scope: PersonScope): ContractParty {
  return scope.side;
}

export type ConsentOutcome =
  | { readonly kind: 'awaiting' }
  | { readonly kind: 'agreed' }
  | { readonly kind: 'overlapping'; readonly outcome: OverlappingTerms };

/** Nothing to sign, a signed list, or one that the caller has yet to sign (D-CON-4). */
export type PastSignature =
  | { readonly kind: 'none' }
  | { readonly kind: 'signed'; readonly list: VerdictList }
  | { readonly kind: 'missing'; readonly effectiveFrom: Instant; readonly list: VerdictList };

/** Whether the caller has signed what a version reaching back asks for: the digest of exactly the list that holds. */
export async function signatureOf(
  tx: Tx<PersonScope>,
  version: VersionRow,
  given: { readonly terms: Terms; readonly digest: string | null },
): Promise<PastSignature> {
  const { effectiveFrom } = version;
  if (effectiveFrom >= tx.now) return { kind: 'none' };
  const list = await verdictList(tx, version, given.terms);
  return list.digest === given.digest ? { kind: 'signed', list } : { kind: 'missing', effectiveFrom, list };
}

/** Records the caller's consent to a proposed version and, when it was the last one needed, puts it in force (D-CON-4). */
export async function consent(
  tx: Tx<PersonScope>,
  version: VersionRow,
  given: { readonly terms: Terms; readonly signature: PastSignature; readonly onBehalfOf?: string | null },
): Promise<ConsentOutcome> {
  const { terms, signature, onBehalfOf = null } = given;
  const done = await unlessExcluded(tx, async (): Promise<ConsentOutcome> => {
    const list = signature.kind === 'signed' ? signature.list : null;
    if (list !== null) await keepList(tx, version, list);
    await insertConsent(tx, version, { listDigest: list?.digest ?? null, onBehalfOf });
    const state = consentState(version, await consentsOf(tx, version.versionId), tx.now);
    if (state.kind !== 'AGREED') return { kind: 'awaiting' };
    await takeEffect(tx, version, terms);
    const { tenantId, contractId, versionId } = version;
    await appendEvents(tx, [{ topic: 'contract.agreed', tenantId, ids: { contractId, versionId } }]);
    return { kind: 'agreed' };
  });
  if (done !== null) return done;
  const outcome = await overlapsOf(tx, version, terms);
  if (outcome === null) throw new Error('terms were excluded, and nothing overlaps them');
  return { kind: 'overlapping', outcome };
}

async function insertConsent(
  tx: Tx<PersonScope>,
  version: VersionRow,
  { listDigest, onBehalfOf }: { readonly listDigest: string | null; readonly onBehalfOf: string | null },
): Promise<void> {
  const { providerId, personId } = tx.scope;
  await tx.rows.insert(ContractConsentRow, {
    providerId,
    consentId: newId(),
    tenantId: version.tenantId,
    versionId: version.versionId,
    party: partyOf(tx.scope),
    personId,
    onBehalfOf,
    cause: 'GIVEN',
    at: tx.now,
    digest: version.digest,
    verdictChangesDigest: listDigest,
    address: tx.address,
  });
}
