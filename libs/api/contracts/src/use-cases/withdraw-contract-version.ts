import { notFoundResult, type NotFound } from '@daylight/api-calendars';
import { appendEvents, recordAudit, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { lockedVersion } from '../locked-version.js';
import { ContractVersionRow } from '../model/contract-version.row.js';
import { stale, stateRefused, viewOf, type ContractStateRefused, type StaleContractVersion } from '../outcomes.js';
import { versionRow, type VersionView } from '../queries/version-rows.js';

export interface WithdrawContractVersionInput {
  readonly versionId: string;
  readonly version: number;
}

export interface ContractVersionWithdrawn {
  readonly __typename: 'ContractVersionWithdrawn';
  readonly version: VersionView;
}

type Outcome = ContractVersionWithdrawn | StaleContractVersion | ContractStateRefused | NotFound;

/** Takes back a draft or a proposal that isn't agreed yet; it stays on record. */
export async function withdrawContractVersion(
  tx: Tx<StaffScope>,
  input: WithdrawContractVersionInput,
): Promise<Outcome> {
  const row = await lockedVersion(tx, input.versionId);
  if (row === null) return notFoundResult('contract version');
  if (row.version !== input.version) return stale(tx, row.versionId, input.version);
  if (row.state !== 'DRAFT' && row.state !== 'PROPOSED') return stateRefused(tx, row.state);
  const { providerId, personId } = tx.scope;
  const { tenantId, contractId, versionId } = row;
  const change = { state: 'WITHDRAWN' as const, decidedAt: tx.now, decidedBy: personId, version: row.version + 1 };
  await tx.rows.update(ContractVersionRow, { providerId, versionId }, change);
  if (row.state === 'PROPOSED') {
    await appendEvents(tx, [{ topic: 'contract.withdrawn', tenantId, ids: { contractId, versionId } }]);
  }
  const before = { state: row.state };
  await recordAudit(tx, {
    action: 'contract.withdraw',
    objectType: 'contract-version',
    objectId: versionId,
    tenantId,
    before,
  });
  const after = (await versionRow(tx, versionId)) ?? row;
  return { __typename: 'ContractVersionWithdrawn', version: await viewOf(tx, after) };
}
