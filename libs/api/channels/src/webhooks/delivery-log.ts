import { isId } from '@daylight/api-calendars';
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
import type { Instant, Language } from '@daylight/domain';
import { topicName } from './topics.js';

interface DeliveryRow {
  readonly delivery_id: string;
  readonly topic: string;
  readonly tenant_name: string | null;
  readonly state: 'QUEUED' | 'DELIVERED' | 'FAILED';
  readonly attempts: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly created_at: Instant;
  readonly next_at: Instant | null;
}

const SELECT = `select d.delivery_id, d.topic, n.name as tenant_name, d.state, d.attempts, d.last_status, d.last_error, d.created_at, d.next_at`;
const FROM = `from webhook_delivery d left join tenant n on n.provider_id = d.provider_id and n.tenant_id = d.tenant_id`;
const PAGE = statement<DeliveryRow>(
  'webhook-deliveries',
  `${SELECT} ${FROM} where d.provider_id = $1 and d.webhook_id = $2 and ($3::text is null or d.state = $3)
     and ($4::timestamptz is null or (d.created_at, d.delivery_id) < ($4, $5::uuid))
   order by d.created_at desc, d.delivery_id desc limit $6`,
);
const ONE = statement<DeliveryRow & { readonly body: string }>(
  'webhook-delivery',
  `${SELECT}, d.body ${FROM} where d.provider_id = $1 and d.delivery_id = $2`,
);
const ATTEMPTS = statement<{
  at: Instant;
  status: number | null;
  error: string | null;
  response: string | null;
  duration_ms: number;
}>(
  'webhook-attempts',
  `select at, status, error, response, duration_ms from webhook_attempt
   where provider_id = $1 and delivery_id = $2 order by at desc, attempt_id desc limit 50`,
);

function deliveryView(row: DeliveryRow, language: Language) {
  return {
    ...{ id: row.delivery_id, topic: row.topic, topicName: topicName(row.topic, language), state: row.state },
    ...{ tenantName: row.tenant_name, attempts: row.attempts, status: row.last_status, error: row.last_error },
    ...{ createdAt: row.created_at, nextAttemptAt: row.next_at },
  };
}

export interface DeliveryArgs extends ForwardPage {
  readonly webhookId: string;
  readonly state?: 'QUEUED' | 'DELIVERED' | 'FAILED' | null;
}

/** What a webhook was told, newest first. An empty page where it is out of reach. Throws BAD_INPUT for a foreign cursor. */
export async function webhookDeliveries(
  tx: Tx<StaffScope>,
  { webhookId, state = null, ...page }: DeliveryArgs,
): Promise<Connection<ReturnType<typeof deliveryView>>> {
  const after = keysOf(page.after, 2);
  const from = after === null ? [null, null] : [timestamp(Number(after[0])), after[1]];
  const limit = pageSize(page.first) + 1;
  const rows = isId(webhookId) ? await tx.query(PAGE, [tx.scope.providerId, webhookId, state, ...from, limit]) : [];
  return connectionOf(rows, page, {
    keys: (row) => [row.created_at, row.delivery_id],
    node: (row) => deliveryView(row, tx.scope.language),
  });
}

/** One delivery with its bytes and every attempt; null: none in reach. */
export async function webhookDelivery(tx: Tx<StaffScope>, deliveryId: string) {
  const { providerId, language } = tx.scope;
  const [row] = isId(deliveryId) ? await tx.query(ONE, [providerId, deliveryId]) : [];
  if (row === undefined) return null;
  const attempts = await tx.query(ATTEMPTS, [providerId, deliveryId]);
  return {
    delivery: deliveryView(row, language),
    body: row.body,
    attempts: attempts.map(({ duration_ms: durationMs, ...attempt }) => ({ ...attempt, durationMs })),
  };
}
