import { inputRefused, notFoundResult, textProblems, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { auditedBehalf, authorityFor, behalfOf, noAuthority, type LentApproval } from '@daylight/api-identity';
import { appendEvents, enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { LocalDate, NoticeEffect } from '@daylight/domain';
import { partyOf } from '../consent.js';
import { lockedVersion } from '../locked-version.js';
import { NO_NOTICE } from '../messages.js';
import { stale, stateRefused, viewOf, type ContractStateRefused, type StaleContractVersion } from '../outcomes.js';
import { effectAt, noticeNow } from '../queries/notice-view.js';
import { versionRow, type VersionRow, type VersionView } from '../queries/version-rows.js';
import { lastDateBefore } from '../term.js';
import { contractTimer } from '../timer/contract-timer.js';

const GIVE = statement(
  'contract-give-notice',
  `update contract_version set notice_at = $3, notice_party = $4, notice_by = $5, notice_on_behalf_of = $6, notice_reason = $7,
     effective_to = $8, version = version + 1
   where provider_id = $1 and version_id = $2 and state = 'AGREED' and notice_at is null`,
);
const CUT = statement(
  'contract-notice-scopes',
  'update contract_scope set valid_to = $3 where provider_id = $1 and version_id = $2 and (valid_to is null or valid_to > $3)',
);

export interface GiveContractNoticeInput {
  readonly versionId: string;
  readonly version: number;
  readonly reason: string;
  /** Last day of the contract as it was shown. */
  readonly endsOn: LocalDate;
}

export interface ContractNoticeGiven {
  readonly __typename: 'ContractNoticeGiven';
  readonly version: VersionView;
}

type Outcome = ContractNoticeGiven | StaleContractVersion | ContractStateRefused | InputRefused | NotFound;

/** Ends a contract by notice of the caller's party: when, its terms say (D-CON-2). Renewing or holding over stops there. */
export async function giveContractNotice(tx: Tx<PersonScope>, input: GiveContractNoticeInput): Promise<Outcome> {
  const row = await lockedVersion(tx, input.versionId);
  if (row === null) return notFoundResult('contract version');
  const problems = textProblems(input.reason, { path: 'reason', max: 4000, language: tx.scope.language });
  if (problems.length > 0) return inputRefused(problems);
  if (row.version !== input.version) return stale(tx, row.versionId, input.version);
  if (row.state !== 'AGREED') return stateRefused(tx, row.state);
  const authority = await authorityFor(tx, 'contract:agree', 0);
  // Ending commits to no amount: a limit doesn't matter.
  if (authority.kind === 'NONE') throw noAuthority('contract:agree');
  const effect = row.noticeAt === null ? effectAt(row, tx.now) : null;
  if (effect === null)
    return {
      ...stateRefused(tx, row.state),
      message: NO_NOTICE[row.noticeAt === null ? 'ENDS' : 'GIVEN'][tx.scope.language],
    };
  // The day has changed since it was read, perhaps past the last one for notice: both see it before they decide.
  if (noticeNow(row, tx.now)?.endsOn !== input.endsOn) return stale(tx, row.versionId, input.version);
  await write(tx, row, { effect, reason: input.reason, lent: behalfOf(authority) });
  const after = (await versionRow(tx, row.versionId)) ?? row;
  return { __typename: 'ContractNoticeGiven', version: await viewOf(tx, after) };
}

interface Notice {
  readonly effect: NoticeEffect;
  readonly reason: string;
  readonly lent: LentApproval | null;
}

async function write(tx: Tx<PersonScope>, row: VersionRow, { effect, reason, lent }: Notice): Promise<void> {
  const { providerId, personId } = tx.scope;
  const { tenantId, contractId, versionId, zone, renewal } = row;
  const party = partyOf(tx.scope);
  const end = timestamp(effect.end);
  const given = [timestamp(tx.now), party, personId, lent?.delegatorId ?? null, reason, end];
  await tx.query(GIVE, [providerId, versionId, ...given]);
  await tx.query(CUT, [providerId, versionId, end]);
  const termEnd = lastDateBefore(zone, effect.end);
  const ids = { contractId, versionId, mark: `NOTICE_BY_${party}`, atEnd: renewal.atEnd, termEnd, late: 'false' };
  await appendEvents(tx, [{ topic: 'contract.term-reached', tenantId, ids }]);
  // What is told of the term next is its end now.
  await enqueue(tx, [contractTimer(row, null)]);
  await recordAudit(tx, {
    ...{ action: 'contract.give-notice', objectType: 'contract-version', objectId: versionId, tenantId },
    after: { party, endsOn: termEnd, inTime: effect.inTime, ...auditedBehalf(lent) },
  });
}
