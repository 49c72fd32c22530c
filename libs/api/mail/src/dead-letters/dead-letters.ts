import {
  connectionOf,
  keysOf,
  pageSize,
  statement,
  timestamp,
  type Connection,
  type ForwardPage,
  type Tx,
} from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import { DEAD_JOB, DEAD_MAIL, JOB_COLUMNS, MAIL_COLUMNS, type LetterRow } from './letter-sql.js';
import { queueName } from './queue-names.js';

interface ShownRow extends LetterRow {
  readonly tenant_name: string | null;
  readonly ticket_key: string | null;
}

const PAGE = statement<ShownRow>(
  'dead-letters',
  `with letter as (
     (select ${JOB_COLUMNS} from job j
      where ${DEAD_JOB} and ($2::text is null or j.queue = $2)
        and ($3::timestamptz is null or (j.dead_at, j.job_id) < ($3, $4::uuid))
      order by j.dead_at desc, j.job_id desc limit $5)
     union all
     (select ${MAIL_COLUMNS} from mail_message m
      where ${DEAD_MAIL} and ($2::text is null or $2 = 'mail-send')
        and ($3::timestamptz is null or (m.created_at, m.mail_id) < ($3, $4::uuid))
      order by m.created_at desc, m.mail_id desc limit $5))
   select l.*, n.name as tenant_name, n.prefix || '-' || t.number as ticket_key
   from letter l
   left join tenant n on n.provider_id = $1 and n.tenant_id = l.tenant_id
   left join ticket t on t.provider_id = $1 and t.ticket_id = l.ticket_id and t.tenant_id = l.tenant_id
   order by l.dead_at desc, l.id desc limit $5`,
);
const QUEUES = statement<{ queue: string; count: number }>(
  'dead-letter-queues',
  `select l.queue, count(*)::integer as count
   from (select j.queue from job j where ${DEAD_JOB}
         union all select 'mail-send' from mail_message m where ${DEAD_MAIL}) l
   group by l.queue order by l.queue`,
);

function letterView(row: ShownRow, language: Language) {
  return {
    id: row.id,
    queue: row.queue,
    queueName: queueName(row.queue, language),
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    ticket: row.ticket_key === null ? null : { id: row.ticket_id, key: row.ticket_key },
    mailId: row.mail_id,
    detail: row.detail,
    error: row.error,
    attempts: row.attempts,
    createdAt: row.created_at,
    deadAt: row.dead_at,
  };
}

export type DeadLetterView = ReturnType<typeof letterView>;

/** What was given up, latest first, of the clients in reach. Throws BAD_INPUT for a foreign cursor or page size. */
export async function deadLetters(
  tx: Tx<StaffScope>,
  queue: string | null,
  page: ForwardPage,
): Promise<Connection<DeadLetterView>> {
  const after = keysOf(page.after, 2);
  const from = after === null ? [null, null] : [timestamp(Number(after[0])), after[1]];
  const rows = await tx.query(PAGE, [tx.scope.providerId, queue, ...from, pageSize(page.first) + 1]);
  return connectionOf(rows, page, {
    keys: (row) => [row.dead_at, row.id],
    node: (row) => letterView(row, tx.scope.language),
  });
}

/** The queues that hold dead letters, with how many. */
export async function deadLetterQueues(tx: Tx<StaffScope>) {
  const rows = await tx.query(QUEUES, [tx.scope.providerId]);
  return rows.map(({ queue, count }) => ({ queue, queueName: queueName(queue, tx.scope.language), count }));
}
