import { isId, notFoundResult, type NotFound } from '@daylight/api-calendars';
import { enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import { composeBody } from './compose-body.js';
import { deliveryJob, recordDelivery } from './tell-webhooks.js';
import { TEST_TOPIC } from './topics.js';
import { webhookRow } from './webhook-view.js';

const MOST_REPLAYED = 1_000;
const REVIVE = statement<{ delivery_id: string; tenant_id: string | null }>(
  'webhook-deliveries-revive',
  `update webhook_delivery d set state = 'QUEUED', attempts = 0, next_at = $4, settled_at = null
   from (select x.delivery_id from webhook_delivery x
     where x.provider_id = $1 and x.webhook_id = $2 and case when $3::uuid is null then x.state = 'FAILED'
       else x.delivery_id = $3 and x.state <> 'QUEUED' end
     order by x.created_at, x.delivery_id limit ${MOST_REPLAYED} for update) found
   where d.provider_id = $1 and d.delivery_id = found.delivery_id returning d.delivery_id, d.tenant_id`,
);
/** Whoever replays says that the receiver is there again. */
const WAKE = statement(
  'webhook-wake',
  'update webhook set failures = 0, paused_until = null where provider_id = $1 and webhook_id = $2',
);

const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'ko');

/** Sends an event that is none, so that somebody sees whether it arrives. */
export async function testWebhook(
  tx: Tx<StaffScope>,
  { webhookId }: { readonly webhookId: string },
  { origin }: { readonly origin: string },
): Promise<{ readonly __typename: 'WebhookTestQueued'; readonly webhookDeliveryId: string } | NotFound> {
  const row = isId(webhookId) ? await webhookRow(tx, webhookId) : null;
  if (row === null) return notFoundResult('webhook');
  const event = { id: newId(), topic: TEST_TOPIC, tenantId: row.tenant_id, ids: {}, facts: null };
  const form = { format: row.format, language: languageOf(row.language), origin: origin.replace(/\/+$/, '') };
  await tx.query(WAKE, [tx.scope.providerId, webhookId]);
  const deliveryId = await recordDelivery(tx, webhookId, { ...event, body: composeBody(tx, event, form) });
  await recordAudit(tx, {
    ...{ action: 'webhook.test', objectType: 'webhook', objectId: webhookId, tenantId: row.tenant_id },
  });
  return deliveryId === null
    ? notFoundResult('webhook')
    : { __typename: 'WebhookTestQueued', webhookDeliveryId: deliveryId };
}

/** Sends the same bytes again, under the same ids, each with all its attempts before it. */
export async function replayWebhook(
  tx: Tx<StaffScope>,
  { webhookId, webhookDeliveryId = null }: { readonly webhookId: string; readonly webhookDeliveryId?: string | null },
): Promise<{ readonly __typename: 'WebhookReplayed'; readonly replayed: number } | NotFound> {
  const row = isId(webhookId) ? await webhookRow(tx, webhookId) : null;
  if (row === null) return notFoundResult('webhook');
  if (webhookDeliveryId !== null && !isId(webhookDeliveryId)) return notFoundResult('delivery');
  const { providerId } = tx.scope;
  const revived = await tx.query(REVIVE, [providerId, webhookId, webhookDeliveryId, timestamp(tx.now)]);
  if (webhookDeliveryId !== null && revived.length === 0) return notFoundResult('delivery');
  await tx.query(WAKE, [providerId, webhookId]);
  await enqueue(
    tx,
    revived.map(({ delivery_id, tenant_id }) => deliveryJob(delivery_id, tenant_id, null)),
  );
  const after = { deliveries: revived.length };
  await recordAudit(tx, {
    ...{ action: 'webhook.replay', objectType: 'webhook', objectId: webhookId, tenantId: row.tenant_id, after },
  });
  return { __typename: 'WebhookReplayed', replayed: revived.length };
}
