import { notFoundResult, type NotFound } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { PAST, STATE_REFUSED } from './messages.js';
import { versionDetail, type VersionDetail } from './queries/version-detail.js';
import { consentsOf, toVersionView, type VersionRow, type VersionView } from './queries/version-rows.js';
import { verdictChangeList, type VerdictChangeListView } from './what-if/verdict-change-view.js';
import type { VerdictList } from './what-if/verdict-list.js';

export interface StaleContractVersion {
  readonly __typename: 'StaleContractVersion';
  readonly yourVersion: number;
  readonly current: VersionDetail;
}

export interface ContractStateRefused {
  readonly __typename: 'ContractStateRefused';
  readonly state: VersionRow['state'];
  readonly message: string;
}

export interface PastEffectiveDate {
  readonly __typename: 'PastEffectiveDate';
  readonly effectiveFrom: Instant;
  readonly message: string;
  readonly verdictChanges: VerdictChangeListView;
  readonly verdictChangesAsOf: Instant;
  readonly verdictChangesDigest: string;
}

export interface ContractDraftSaved {
  readonly __typename: 'ContractDraftSaved';
  readonly draft: VersionDetail;
}

/** The document has moved on since the caller read it: both are shown. */
export async function stale(tx: Tx, versionId: string, yourVersion: number): Promise<StaleContractVersion | NotFound> {
  const current = await versionDetail(tx, versionId);
  if (current === null) return notFoundResult('contract version');
  return { __typename: 'StaleContractVersion', yourVersion, current };
}

export function stateRefused(tx: Tx<PersonScope>, state: VersionRow['state']): ContractStateRefused {
  return { __typename: 'ContractStateRefused', state, message: STATE_REFUSED[state][tx.scope.language] };
}

/** The list that the caller has to sign, named by its digest; nothing was done yet. */
export async function pastEffectiveDate(
  tx: Tx<PersonScope>,
  missing: { readonly effectiveFrom: Instant; readonly list: VerdictList },
): Promise<PastEffectiveDate> {
  const { effectiveFrom, list } = missing;
  return {
    ...{ __typename: 'PastEffectiveDate', effectiveFrom, message: PAST[tx.scope.language] },
    ...{ verdictChanges: await verdictChangeList(tx, list.changes), verdictChangesAsOf: list.asOf },
    verdictChangesDigest: list.digest,
  };
}

/** The draft as saved, read in the same transaction (decision 14). */
export async function draftSaved(tx: Tx, versionId: string): Promise<ContractDraftSaved> {
  const draft = await versionDetail(tx, versionId);
  if (draft === null) throw new Error('a draft that was just saved is gone');
  return { __typename: 'ContractDraftSaved', draft };
}

/** A version as it stands now, read in the same transaction. */
export async function viewOf(tx: Tx, row: VersionRow): Promise<VersionView> {
  return toVersionView(row, await consentsOf(tx, row.versionId), tx.now);
}
