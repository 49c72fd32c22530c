import { inputRefused, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { LocalDate } from '@daylight/domain';
import { checkDraft, seedRegions } from '../draft.js';
import { lockedVersion } from '../locked-version.js';
import { ContractVersionRow } from '../model/contract-version.row.js';
import {
  draftSaved,
  stale,
  stateRefused,
  type ContractDraftSaved,
  type ContractStateRefused,
  type StaleContractVersion,
} from '../outcomes.js';

const KIND = statement<{ kind: 'PILOT' | 'MANAGED' }>(
  'contract-kind',
  'select kind from contract where provider_id = $1 and contract_id = $2',
);

export interface SaveContractDraftInput {
  readonly versionId: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly termEnd?: LocalDate | null;
  readonly terms: unknown;
  readonly note?: string | null;
}

/** Replaces what a draft says. Who read an older draft is shown both instead (decision 15). */
export async function saveContractDraft(
  tx: Tx<StaffScope>,
  input: SaveContractDraftInput,
): Promise<ContractDraftSaved | StaleContractVersion | ContractStateRefused | InputRefused | NotFound> {
  const row = await lockedVersion(tx, input.versionId);
  if (row === null) return notFoundResult('contract version');
  if (row.version !== input.version) return stale(tx, row.versionId, input.version);
  if (row.state !== 'DRAFT') return stateRefused(tx, row.state);
  const [contract] = await tx.query(KIND, [tx.scope.providerId, row.contractId]);
  const { effectiveFrom, termEnd = null, terms, note = null } = input;
  const draft = await checkDraft(tx, { kind: contract?.kind ?? 'MANAGED', effectiveFrom, termEnd, terms, note });
  if (draft.kind === 'invalid') return inputRefused(draft.problems);
  await seedRegions(tx, draft.terms);
  const at = { providerId: tx.scope.providerId, versionId: row.versionId };
  await tx.rows.update(ContractVersionRow, at, { ...draft.columns, version: row.version + 1 });
  await recordAudit(tx, {
    action: 'contract.edit',
    objectType: 'contract-version',
    objectId: row.versionId,
    tenantId: row.tenantId,
    before: { termsDigest: row.digest, effectiveFrom: row.effectiveFrom, termEnd: row.termEnd },
    after: { termsDigest: draft.columns.termsDigest, effectiveFrom: draft.columns.effectiveFrom, termEnd },
  });
  return draftSaved(tx, row.versionId);
}
