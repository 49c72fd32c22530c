import { notFoundResult, type NotFound } from '@daylight/api-calendars';
import { auditedBehalf, authorityFor, behalfOf, noAuthority } from '@daylight/api-identity';
import { recordAudit, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { Terms } from '@daylight/domain';
import { consent, partyOf, signatureOf } from '../consent.js';
import { lockedVersion } from '../locked-version.js';
import { OVER_LIMIT } from '../messages.js';
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
import { monthsOf } from '../term.js';
import { storedTerms } from '../terms/stored-terms.js';

export interface AgreeContractVersionInput {
  readonly versionId: string;
  readonly version: number;
  /** Digest of the terms that were read. */
  readonly digest: string;
  /** Of the list that a version starting in the past asks to be signed. */
  readonly verdictChangesDigest?: string | null;
}

export interface ContractVersionAgreed {
  readonly __typename: 'ContractVersionAgreed';
  readonly version: VersionView;
  readonly complete: boolean;
}

export interface ApprovalLimitExceeded {
  readonly __typename: 'ApprovalLimitExceeded';
  readonly amountMinor: number;
  readonly limitMinor: number;
  readonly currency: string;
  readonly message: string;
}

type Outcome =
  | ContractVersionAgreed
  | OverlappingTerms
  | PastEffectiveDate
  | ApprovalLimitExceeded
  | StaleContractVersion
  | ContractStateRefused
  | NotFound;

/** One authorised consent of the caller's party to exactly the terms that were read (D-CON-4). */
export async function agreeContractVersion(tx: Tx<PersonScope>, input: AgreeContractVersionInput): Promise<Outcome> {
  const row = await lockedVersion(tx, input.versionId);
  if (row === null) return notFoundResult('contract version');
  if (row.version !== input.version || row.digest !== input.digest) return stale(tx, row.versionId, input.version);
  if (row.state !== 'PROPOSED') return stateRefused(tx, row.state);
  const terms = await storedTerms(tx, row.digest);
  const amountMinor = (terms.monthlyFeeMinor ?? 0) * monthsOf(row);
  const authority = await authorityFor(tx, 'contract:agree', amountMinor);
  if (authority.kind === 'NONE') throw noAuthority('contract:agree');
  if (authority.kind === 'OVER_LIMIT')
    return limitExceeded(tx, terms, { amountMinor, limitMinor: authority.limitMinor });
  const lent = behalfOf(authority);
  const overlapping = await overlapsOf(tx, row, terms);
  if (overlapping !== null) return overlapping;
  const signature = await signatureOf(tx, row, { terms, digest: input.verdictChangesDigest ?? null });
  if (signature.kind === 'missing') return pastEffectiveDate(tx, signature);
  const done = await consent(tx, row, { terms, signature, onBehalfOf: lent?.delegatorId ?? null });
  if (done.kind === 'overlapping') return done.outcome;
  await audit(tx, row, { complete: done.kind === 'agreed', ...auditedBehalf(lent) });
  const after = (await versionRow(tx, row.versionId)) ?? row;
  return { __typename: 'ContractVersionAgreed', version: await viewOf(tx, after), complete: done.kind === 'agreed' };
}

/** What the term commits to (monthly fee times its months) is above what the caller's authority reaches. */
function limitExceeded(
  { scope }: Tx<PersonScope>,
  { currency }: Terms,
  amounts: { readonly amountMinor: number; readonly limitMinor: number },
): ApprovalLimitExceeded {
  return { __typename: 'ApprovalLimitExceeded', ...amounts, currency, message: OVER_LIMIT[scope.language] };
}

async function audit(
  tx: Tx<PersonScope>,
  row: VersionRow,
  how: Readonly<Record<string, boolean | string>>,
): Promise<void> {
  await recordAudit(tx, {
    action: 'contract.agree',
    objectType: 'contract-version',
    objectId: row.versionId,
    tenantId: row.tenantId,
    after: { party: partyOf(tx.scope), termsDigest: row.digest, ...how },
  });
}
