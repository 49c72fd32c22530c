import { knownCalendars } from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type SystemScope } from '@daylight/api-platform';
import { amendmentDeemedAt, type Instant, type Terms } from '@daylight/domain';
import { ContractConsentRow } from '../model/contract-consent.row.js';
import { consentsOf, consentState, type VersionRow } from '../queries/version-rows.js';
import { unlessExcluded } from '../savepoint.js';
import { takeEffect } from '../take-effect.js';
import { storedTerms } from '../terms/stored-terms.js';

const SET_DEEMED = statement(
  'contract-deemed-at',
  'update contract_version set deemed_at = $3 where provider_id = $1 and version_id = $2',
);

/** The terms in force for a contract when something was proposed: those that say whether silence is consent. */
const BASE = statement<{ terms_digest: string }>(
  'contract-deemed-base',
  `select terms_digest from contract_version
   where provider_id = $1 and contract_id = $2 and state = 'AGREED' and effective_from <= $3
     and (effective_to is null or effective_to > $3)
   order by effective_from desc limit 1`,
);

/**
 * When the client's silence about a proposed version counts as consent, by the terms that were in force at the proposal and
 * the public holidays known now (D-CAL-4); null: never.
 */
export async function deemedAtOf(
  tx: Tx,
  proposed: { readonly contractId: string; readonly effectiveFrom: Instant; readonly at: Instant },
): Promise<Instant | null> {
  const [base] = await tx.query(BASE, [tx.scope.providerId, proposed.contractId, timestamp(proposed.at)]);
  if (base === undefined) return null;
  const terms = await storedTerms(tx, base.terms_digest);
  if (terms.deemedConsent === undefined) return null;
  const calendarOf = await knownCalendars(tx, terms, tx.now);
  return amendmentDeemedAt(terms, { at: proposed.at, from: proposed.effectiveFrom }, (id) => calendarOf(id, tx.now));
}

export interface DeemedNext {
  /** Whether a version was agreed by silence just now. */
  readonly agreed: boolean;
  /** When one will be; null: none waits for it. */
  readonly at: Instant | null;
}

const NEVER: DeemedNext = { agreed: false, at: null };

/** Lets silence be the client's consent to the version that waits for it, once its time is over (D-CON-4). */
export async function deemAgreed(tx: Tx<SystemScope>, rows: readonly VersionRow[]): Promise<DeemedNext> {
  const pending = rows.find(({ state }) => state === 'PROPOSED');
  if (pending?.deemedAt == null || pending.proposedAt === null) return NEVER;
  const { contractId, effectiveFrom, proposedAt } = pending;
  const at = await deemedAtOf(tx, { contractId, effectiveFrom, at: proposedAt });
  if (at !== pending.deemedAt) await tx.query(SET_DEEMED, [tx.scope.providerId, pending.versionId, timestamp(at)]);
  if (at === null || at > tx.now) return { agreed: false, at };
  const state = consentState(pending, await consentsOf(tx, pending.versionId), at);
  // Silence speaks for the client only; what the provider owes itself stays owed.
  const onlyClient = state.kind === 'PROPOSED' && state.missing.every(({ party }) => party === 'CLIENT');
  if (!onlyClient) return NEVER;
  const terms = await storedTerms(tx, pending.digest);
  return { agreed: await putInForce(tx, pending, terms, at), at: null };
}

/** False: another contract covers one of its services by now, so that it waits for people after all (D-CON-2). */
async function putInForce(tx: Tx<SystemScope>, row: VersionRow, terms: Terms, at: Instant): Promise<boolean> {
  const { tenantId, contractId, versionId, digest } = row;
  const done = await unlessExcluded(tx, async () => {
    await tx.rows.insert(ContractConsentRow, {
      ...{ providerId: tx.scope.providerId, consentId: newId(), tenantId, versionId, party: 'CLIENT', personId: null },
      ...{ cause: 'DEEMED', at, digest, verdictChangesDigest: null, address: null },
    });
    await takeEffect(tx, row, terms);
    await appendEvents(tx, [{ topic: 'contract.agreed', tenantId, ids: { contractId, versionId, cause: 'DEEMED' } }]);
    await recordAudit(tx, {
      ...{ action: 'contract.agree', objectType: 'contract-version', objectId: versionId, tenantId },
      after: { party: 'CLIENT', termsDigest: digest, complete: true, cause: 'DEEMED', deemedAt: at },
    });
    return true;
  });
  if (done === null) await tx.query(SET_DEEMED, [tx.scope.providerId, versionId, null]);
  return done ?? false;
}
