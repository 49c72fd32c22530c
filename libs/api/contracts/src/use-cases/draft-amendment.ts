import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import type { LocalDate } from '@daylight/domain';
import { isContractDate, problem } from '../draft.js';
import { lockContracts } from '../locked-version.js';
import { draftSaved, type ContractDraftSaved } from '../outcomes.js';
import { contractView, type ContractView } from '../queries/contracts.js';
import { versionRow, type VersionRow, type VersionView } from '../queries/version-rows.js';
import { instantsOf } from '../term.js';
import { storedTerms } from '../terms/stored-terms.js';
import { insertDraft } from './create-contract.js';

export interface DraftAmendmentInput {
  readonly contractId: string;
  readonly effectiveFrom: LocalDate;
  readonly note?: string | null;
}

/** An amendment is being drafted or waits for consent already. */
export interface AmendmentOpen {
  readonly __typename: 'AmendmentOpen';
  readonly version: VersionView;
}

/** A new draft from the version agreed last; from the last one at all when none ever was. */
export async function draftAmendment(
  tx: Tx<StaffScope>,
  input: DraftAmendmentInput,
): Promise<ContractDraftSaved | AmendmentOpen | InputRefused | NotFound> {
  const contract = await lockedContract(tx, input.contractId);
  if (contract === null) return notFoundResult('contract');
  const open = contract.versions.find(({ state }) => state === 'DRAFT' || state === 'PROPOSED');
  if (open !== undefined) return { __typename: 'AmendmentOpen', version: open };
  const base = await baseOf(tx, contract);
  if (base === null) return notFoundResult('contract');
  const problems = problemsOf(tx, input, base);
  return problems.length > 0 ? inputRefused(problems) : write(tx, input, base, contract);
}

async function lockedContract(tx: Tx<StaffScope>, contractId: string): Promise<ContractView | null> {
  const seen = isId(contractId) ? await contractView(tx, contractId) : null;
  if (seen === null) return null;
  await lockContracts(tx, seen.tenantId);
  return contractView(tx, contractId);
}

async function baseOf(tx: Tx<StaffScope>, { versions }: ContractView): Promise<VersionRow | null> {
  const base = versions.find(({ state }) => state === 'AGREED') ?? versions[0];
  return base === undefined ? null : versionRow(tx, base.id);
}

function problemsOf(tx: Tx<StaffScope>, input: DraftAmendmentInput, base: VersionRow): readonly InputProblem[] {
  const { language } = tx.scope;
  if (!isContractDate(input.effectiveFrom)) return [problem('effectiveFrom', 'NO_DATE', language)];
  const { effectiveFrom } = instantsOf(base.zone, { effectiveFrom: input.effectiveFrom, termEnd: null });
  if (base.state === 'AGREED' && effectiveFrom <= base.effectiveFrom) {
    return [problem('effectiveFrom', 'NOT_AFTER_PREVIOUS', language)];
  }
  const note = input.note ?? '';
  return note === '' ? [] : textProblems(note, { path: 'note', max: 4000, language });
}

async function write(
  tx: Tx<StaffScope>,
  input: DraftAmendmentInput,
  base: VersionRow,
  contract: ContractView,
): Promise<ContractDraftSaved> {
  const { tenantId, contractId, zone, renewal, digest: termsDigest } = base;
  const versionId = newId();
  // The term goes on as agreed unless it is over by then; the editor sets another one where needed.
  const termEnd = base.termEnd !== null && base.termEnd >= input.effectiveFrom ? base.termEnd : null;
  const dates = instantsOf(zone, { effectiveFrom: input.effectiveFrom, termEnd });
  const terms = await storedTerms(tx, termsDigest);
  const ordinal = (contract.versions[0]?.ordinal ?? 0) + 1;
  const note = input.note ?? null;
  await insertDraft(tx, {
    ...dates,
    termEnd,
    terms,
    termsDigest,
    zone,
    renewal,
    note,
    tenantId,
    contractId,
    versionId,
    ordinal,
  });
  const after = { contractId, versionId, ordinal, from: base.versionId };
  await recordAudit(tx, {
    action: 'contract.draft-amendment',
    objectType: 'contract-version',
    objectId: versionId,
    tenantId,
    after,
  });
  return draftSaved(tx, versionId);
}
