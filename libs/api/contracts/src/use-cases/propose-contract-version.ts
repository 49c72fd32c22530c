import { notFoundResult, type NotFound } from '@daylight/api-calendars';
import { appendEvents, enqueue, recordAudit, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { consent, signatureOf } from '../consent.js';
import { lockedVersion } from '../locked-version.js';
import { ContractVersionRow } from '../model/contract-version.row.js';
import {
  pastEffectiveDate,
  stale,
  stateRefused,
  viewOf,
  type ContractStateRefused,
  type PastEffectiveDate,
  type StaleContractVersion,
} from '../outcomes.js';
import { overlapsOf, type OverlappingTerms } from '../overlaps.js';
import { versionRow, type VersionRow, type VersionView } from '../queries/version-rows.js';
import { storedTerms } from '../terms/stored-terms.js';
import { contractTimer } from '../timer/contract-timer.js';
import { deemedAtOf } from '../timer/deem-agreed.js';

export interface ProposeContractVersionInput {
  readonly versionId: string;
  readonly version: number;
  /** Of the list that a version starting in the past asks to be signed. */
  readonly verdictChangesDigest?: string | null;
}

export interface ContractVersionProposed {
  readonly __typename: 'ContractVersionProposed';
  readonly version: VersionView;
}

type Outcome =
  | ContractVersionProposed
  | OverlappingTerms
  | PastEffectiveDate
  | StaleContractVersion
  | ContractStateRefused
  | NotFound;

/** Sends a draft to the client. From somebody who may agree for the provider, this is its consent (D-CON-4). */
export async function proposeContractVersion(tx: Tx<StaffScope>, input: ProposeContractVersionInput): Promise<Outcome> {
  const row = await lockedVersion(tx, input.versionId);
  if (row === null) return notFoundResult('contract version');
  if (row.version !== input.version) return stale(tx, row.versionId, input.version);
  if (row.state !== 'DRAFT') return stateRefused(tx, row.state);
  const terms = await storedTerms(tx, row.digest);
  const overlapping = await overlapsOf(tx, row, terms);
  if (overlapping !== null) return overlapping;
  const signature = await signatureOf(tx, row, { terms, digest: input.verdictChangesDigest ?? null });
  if (signature.kind === 'missing') return pastEffectiveDate(tx, signature);
  await setProposed(tx, row);
  const proposed = await versionRow(tx, row.versionId);
  if (proposed === null) throw new Error('a version that was just proposed is gone');
  if (tx.scope.permissions.has('contract:agree')) await consent(tx, proposed, { terms, signature });
  return { __typename: 'ContractVersionProposed', version: await viewOf(tx, proposed) };
}

async function setProposed(tx: Tx<StaffScope>, row: VersionRow): Promise<void> {
  const { providerId, personId } = tx.scope;
  const { tenantId, contractId, versionId } = row;
  const { effectiveFrom } = row;
  const deemedAt = await deemedAtOf(tx, { contractId, effectiveFrom, at: tx.now });
  const change = { state: 'PROPOSED' as const, proposedAt: tx.now, proposedBy: personId, version: row.version + 1 };
  await tx.rows.update(ContractVersionRow, { providerId, versionId }, { ...change, deemedAt });
  if (deemedAt !== null) await enqueue(tx, [contractTimer(row, null)]);
  await appendEvents(tx, [{ topic: 'contract.proposed', tenantId, ids: { contractId, versionId } }]);
  await recordAudit(tx, {
    action: 'contract.propose',
    objectType: 'contract-version',
    objectId: versionId,
    tenantId,
    after: { termsDigest: row.digest, effectiveFrom: row.effectiveFrom },
  });
}
