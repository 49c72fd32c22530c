import type { UnitOfWork } from '@daylight/api-database';

/** Steps of one kind that should have been done by now, over all providers. */
export interface OverdueCount {
  readonly kind: string;
  readonly overdue: number;
  readonly oldest_seconds: number;
}

/** Kinds as `overdue_step` knows them. */
export const OVERDUE_KINDS = ['JOB', 'CLOCK', 'ESCALATION', 'INTAKE', 'MAIL_IN', 'MAIL_OUT', 'WEBHOOK'] as const;

/** The auditor's numbers (R15); none of a kind: nothing of it is late. */
export async function overdueCounts(work: UnitOfWork): Promise<readonly OverdueCount[]> {
  const { rows } = await work.withoutScope((client) =>
    client.query<OverdueCount>({ name: 'overdue-counts-all', text: 'select * from overdue_counts() order by kind' }),
  );
  return rows;
}
