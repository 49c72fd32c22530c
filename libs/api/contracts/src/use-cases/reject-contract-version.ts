import { inputRefused, notFoundResult, textProblems, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { auditedBehalf, authorityFor, behalfOf, noAuthority, type LentApproval } from '@daylight/api-identity';
import { appendEvents, recordAudit, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { partyOf } from '../consent.js';
import { lockedVersion } from '../locked-version.js';
import { ContractVersionRow } from '../model/contract-version.row.js';
import { stale, stateRefused, viewOf, type ContractStateRefused, type StaleContractVersion } from '../outcomes.js';
import { versionRow, type VersionRow, type VersionView } from '../queries/version-rows.js';

export interface RejectContractVersionInput {
  readonly versionId: string;
  readonly version: number;
  readonly reason: string;
}

export interface ContractVersionRejected {
  readonly __typename: 'ContractVersionRejected';
  readonly version: VersionView;
}

type Outcome = ContractVersionRejected | StaleContractVersion | ContractStateRefused | InputRefused | NotFound;

/** Says no to a proposal, with the reason that the other side reads. What is in force goes on. */
export async function rejectContractVersion(tx: Tx<PersonScope>, input: RejectContractVersionInput): Promise<Outcome> {
  const row = await lockedVersion(tx, input.versionId);
  if (row === null) return notFoundResult('contract version');
  const problems = textProblems(input.reason, { path: 'reason', max: 4000, language: tx.scope.language });
  if (problems.length > 0) return inputRefused(problems);
  if (row.version !== input.version) return stale(tx, row.versionId, input.version);
  if (row.state !== 'PROPOSED') return stateRefused(tx, row.state);
  const authority = await authorityFor(tx, 'contract:agree', 0);
  // Saying no commits to nothing: a limit doesn't matter.
  if (authority.kind === 'NONE') throw noAuthority('contract:agree');
  await write(tx, row, { reason: input.reason, lent: behalfOf(authority) });
  const after = (await versionRow(tx, row.versionId)) ?? row;
  return { __typename: 'ContractVersionRejected', version: await viewOf(tx, after) };
}

async function write(
  tx: Tx<PersonScope>,
  row: VersionRow,
  { reason: decisionNote, lent }: { readonly reason: string; readonly lent: LentApproval | null },
): Promise<void> {
  const { providerId, personId } = tx.scope;
  const { tenantId, contractId, versionId } = row;
  const decision = { decidedAt: tx.now, decidedBy: personId, decisionNote, version: row.version + 1 };
  await tx.rows.update(ContractVersionRow, { providerId, versionId }, { ...decision, state: 'REJECTED' as const });
  await appendEvents(tx, [{ topic: 'contract.rejected', tenantId, ids: { contractId, versionId } }]);
  await recordAudit(tx, {
    action: 'contract.reject',
    objectType: 'contract-version',
    objectId: versionId,
    tenantId,
    after: { party: partyOf(tx.scope), termsDigest: row.digest, ...auditedBehalf(lent) },
  });
}
