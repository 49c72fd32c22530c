import { statement, timestamp, type Tx } from '@daylight/api-database';
import { DaylightError, type PersonScope } from '@daylight/api-platform';
import {
  approvalAuthority,
  type ApprovalAuthority,
  type Instant,
  type LentAuthority,
  type Permission,
} from '@daylight/domain';

/** What an approver can lend; nothing else of the role goes with it. */
export const LENDABLE = ['contract:agree', 'review:sign'] as const satisfies readonly Permission[];
type Lendable = (typeof LENDABLE)[number];

/** Authority of somebody else that the caller holds now. */
export interface LentApproval extends LentAuthority {
  readonly delegatorName: string;
  readonly endsAt: Instant;
}

interface LentRow {
  readonly delegation_id: string;
  readonly delegator_id: string;
  readonly display_name: string;
  readonly limit_minor: number | null;
  readonly ends_at: Instant;
}

const LENT = statement<LentRow>('identity-approvals-on-behalf', 'select * from approvals_on_behalf($1)');

/** Whom the caller stands in for now; nobody for staff. */
export async function lentApprovals(tx: Tx<PersonScope>): Promise<readonly LentApproval[]> {
  if (tx.scope.side !== 'CLIENT') return [];
  const rows = await tx.query(LENT, [timestamp(tx.now)]);
  return rows.map((row) => ({
    delegationId: row.delegation_id,
    delegatorId: row.delegator_id,
    delegatorName: row.display_name,
    limitMinor: row.limit_minor,
    endsAt: row.ends_at,
  }));
}

/** By what right the caller approves an amount (minor units; 0: none is at stake). Asks the database only for a delegate. */
export async function authorityFor(
  tx: Tx<PersonScope>,
  permission: Lendable,
  amountMinor: number,
): Promise<ApprovalAuthority<LentApproval>> {
  const { scope } = tx;
  const limitMinor = scope.side === 'CLIENT' ? scope.approvalLimitMinor : null;
  const own = scope.permissions.has(permission) ? { limitMinor } : null;
  const alone = approvalAuthority<LentApproval>(own, [], amountMinor);
  return alone.kind === 'OWN' ? alone : approvalAuthority(own, await lentApprovals(tx), amountMinor);
}

/** Whom an act is done for, beside who does it. */
export function behalfOf(authority: ApprovalAuthority<LentApproval>): LentApproval | null {
  return authority.kind === 'ON_BEHALF' ? authority.lent : null;
}

/** The refusal that the guard would give. */
export function noAuthority(permission: Lendable): DaylightError {
  return new DaylightError('FORBIDDEN', 'your role does not allow this', { permission });
}

/** What the audit trail says of an act done for somebody else; nothing where it was one's own. */
export function auditedBehalf(lent: LentApproval | null): Readonly<Record<string, string>> {
  return lent === null ? {} : { onBehalfOf: lent.delegatorId, delegationId: lent.delegationId };
}
