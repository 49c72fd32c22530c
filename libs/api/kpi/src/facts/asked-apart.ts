import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { Approval, ApprovalSubject, ContractParty, Instant, Interval } from '@daylight/domain';

const APPROVALS = statement<ApprovalRow>(
  'kpi-approvals',
  'select approval_id, subject, party, asked_at, decided_at, lapsed_at from kpi_approvals($1, $2, $3)',
);

interface ApprovalRow {
  readonly approval_id: string;
  readonly subject: ApprovalSubject;
  readonly party: ContractParty;
  readonly asked_at: Instant;
  readonly decided_at: Instant | null;
  readonly lapsed_at: Instant | null;
}

/**
 * What a client's parties were asked apart from tickets (versions of contracts, reviews) and waited for or decided in a
 * period; one statement.
 */
export async function approvalsApart(tx: Tx, tenantId: string, { from, to }: Interval): Promise<readonly Approval[]> {
  const rows = await tx.query(APPROVALS, [tenantId, timestamp(from), timestamp(to)]);
  return rows.map(({ approval_id: approvalId, subject, party, ...at }) => ({
    ...{ approvalId, subject, party, askedAt: at.asked_at, decidedAt: at.decided_at, lapsedAt: at.lapsed_at },
  }));
}
