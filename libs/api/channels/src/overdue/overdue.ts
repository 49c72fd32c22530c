import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { queueName } from '@daylight/api-mail';
import { overdueName } from '../messages.js';
import { topicName } from '../webhooks/topics.js';

export type OverdueKind = 'JOB' | 'CLOCK' | 'ESCALATION' | 'INTAKE' | 'MAIL_IN' | 'MAIL_OUT' | 'WEBHOOK';

interface StepRow {
  readonly kind: OverdueKind;
  readonly name: string;
  readonly tenant_name: string | null;
  readonly ticket_id: string | null;
  readonly ticket_key: string | null;
  readonly due_at: Instant;
}

const STEPS = statement<StepRow>(
  'overdue-steps',
  `select o.kind, o.name, n.name as tenant_name, t.ticket_id, n.prefix || '-' || t.number as ticket_key, o.due_at
   from (select * from overdue_step where provider_id = $1 order by due_at limit 100) o
   left join tenant n on n.provider_id = o.provider_id and n.tenant_id = o.tenant_id
   left join ticket t on t.provider_id = o.provider_id and t.tenant_id = o.tenant_id and t.ticket_id = o.ticket_id
   order by o.due_at, o.kind, o.name`,
);
const COUNTS = statement<{ kind: OverdueKind; count: number; oldest_due_at: Instant }>(
  'overdue-counts',
  `select kind, count(*)::integer as count, min(due_at) as oldest_due_at from overdue_step where provider_id = $1 group by kind order by kind`,
);

function nameOf({ kind, name }: StepRow, { language }: StaffScope): string {
  if (kind === 'JOB') return queueName(name, language);
  return kind === 'WEBHOOK' ? topicName(name, language) : overdueName(kind, name)[language];
}

/** What is late for the clients in reach though nothing has given it up, longest first (R15). Two statements however much. */
export async function overdueSteps(tx: Tx<StaffScope>) {
  const { providerId } = tx.scope;
  const [steps, counts] = await Promise.all([tx.query(STEPS, [providerId]), tx.query(COUNTS, [providerId])]);
  return {
    steps: steps.map((row) => ({
      ...{ kind: row.kind, name: nameOf(row, tx.scope), tenantName: row.tenant_name, dueAt: row.due_at },
      ...{ ticketId: row.ticket_id, ticketKey: row.ticket_key },
    })),
    counts: counts.map(({ kind, count, oldest_due_at: oldestDueAt }) => ({ kind, count, oldestDueAt })),
  };
}
