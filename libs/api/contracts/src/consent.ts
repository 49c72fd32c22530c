import { appendEvents, type Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import type { ContractParty, Terms } from '@daylight/domain';
import { ContractConsentRow } from './model/contract-consent.row.js';
import { overlapsOf, type OverlappingTerms } from './overlaps.js';
import { consentsOf, consentState, type VersionRow } from './queries/version-rows.js';
import { unlessExcluded } from './savepoint.js';
import { takeEffect } from './take-effect.js';
import { NO_VERDICTS_CHANGE } from './terms/verdict-changes.js';

export function partyOf(scope: PersonScope): ContractParty {
  return scope.side;
}

export type ConsentOutcome =
  | { readonly kind: 'awaiting' }
  | { readonly kind: 'agreed' }
  | { readonly kind: 'overlapping'; readonly outcome: OverlappingTerms };

/** Records the caller's consent to a proposed version and, when it was the last one needed, puts it in force (D-CON-4). */
export async function consent(
  tx: Tx<PersonScope>,
  version: VersionRow,
  given: { readonly terms: Terms; readonly acknowledgePast: boolean },
): Promise<ConsentOutcome> {
  const { terms, acknowledgePast } = given;
  const done = await unlessExcluded(tx, async (): Promise<ConsentOutcome> => {
    await insertConsent(tx, version, acknowledgePast);
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

async function insertConsent(tx: Tx<PersonScope>, version: VersionRow, acknowledgePast: boolean): Promise<void> {
  const { providerId, personId } = tx.scope;
  await tx.rows.insert(ContractConsentRow, {
    providerId,
    consentId: newId(),
    tenantId: version.tenantId,
    versionId: version.versionId,
    party: partyOf(tx.scope),
    personId,
    at: tx.now,
    digest: version.digest,
    verdictChangesDigest: acknowledgePast ? NO_VERDICTS_CHANGE : null,
    address: tx.address,
  });
}
