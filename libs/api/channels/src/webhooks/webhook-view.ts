import { statement, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';

export interface WebhookRow {
  readonly webhook_id: string;
  readonly name: string;
  readonly tenant_id: string | null;
  readonly tenant_name: string | null;
  readonly url_hint: string;
  readonly format: 'DAYLIGHT' | 'SLACK' | 'TEAMS';
  readonly language: string;
  readonly topics: readonly string[];
  readonly active: boolean;
  readonly version: number;
  readonly former_secret_until: Instant | null;
  readonly paused_until: Instant | null;
  readonly last_delivered_at: Instant | null;
  readonly waiting: number;
  readonly failed: number;
  readonly updated_at: Instant;
}

const SELECT = `select w.webhook_id, w.name, w.tenant_id, n.name as tenant_name, w.url_hint, w.format, w.language, w.topics, w.active,
    w.version, w.former_secret_until, w.paused_until, w.updated_at,
    (select max(d.settled_at) from webhook_delivery d
      where d.provider_id = w.provider_id and d.webhook_id = w.webhook_id and d.state = 'DELIVERED') as last_delivered_at,
    (select count(*)::integer from webhook_delivery d
      where d.provider_id = w.provider_id and d.webhook_id = w.webhook_id and d.state = 'QUEUED') as waiting,
    (select count(*)::integer from webhook_delivery d
      where d.provider_id = w.provider_id and d.webhook_id = w.webhook_id and d.state = 'FAILED') as failed
  from webhook w left join tenant n on n.provider_id = w.provider_id and n.tenant_id = w.tenant_id where w.provider_id = $1`;
const ALL = statement<WebhookRow>('webhooks', `${SELECT} order by w.name, w.webhook_id`);
const ONE = statement<WebhookRow>('webhook', `${SELECT} and w.webhook_id = $2`);

export function webhookView(row: WebhookRow, now: Instant) {
  const later = (at: Instant | null): Instant | null => (at !== null && at > now ? at : null);
  return {
    ...{ id: row.webhook_id, name: row.name, tenantId: row.tenant_id, tenantName: row.tenant_name },
    ...{ urlHint: row.url_hint, format: row.format, language: row.language, topics: row.topics, active: row.active },
    ...{ version: row.version, formerSecretUntil: later(row.former_secret_until), waiting: row.waiting },
    ...{ pausedUntil: later(row.paused_until), lastDeliveredAt: row.last_delivered_at, failed: row.failed },
    updatedAt: row.updated_at,
  };
}

export type WebhookView = ReturnType<typeof webhookView>;

/** Every webhook in reach, by name. One statement however many. */
export async function webhooks(tx: Tx): Promise<readonly WebhookView[]> {
  const rows = await tx.query(ALL, [tx.scope.providerId]);
  return rows.map((row) => webhookView(row, tx.now));
}

/** One webhook; null: none in reach. */
export async function webhookRow(tx: Tx, webhookId: string): Promise<WebhookRow | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, webhookId]);
  return row ?? null;
}
