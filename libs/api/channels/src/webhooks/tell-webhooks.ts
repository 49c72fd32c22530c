import {
  enqueue,
  statement,
  timestamp,
  type NewJob,
  type RelayedEvent,
  type Subscriber,
  type Tx,
} from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import type { Instant, Language } from '@daylight/domain';
import { composeBody, factsOf, type ToldEvent } from './compose-body.js';
import { topicKeys } from './topics.js';

export const WEBHOOK_QUEUE = 'webhook';

interface ListenerRow {
  readonly webhook_id: string;
  readonly format: 'DAYLIGHT' | 'SLACK' | 'TEAMS';
  readonly language: Language;
}

const LISTENERS = statement<ListenerRow>(
  'webhook-listeners',
  `select webhook_id, format, language from webhook
   where provider_id = $1 and active and $2 = any (topics) and (tenant_id is null or tenant_id = $3) order by webhook_id`,
);
const RECORD = statement<{ delivery_id: string }>(
  'webhook-delivery-record',
  `insert into webhook_delivery (provider_id, delivery_id, webhook_id, tenant_id, event_id, topic, body, state, next_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, 'QUEUED', $8, $8)
   on conflict on constraint webhook_delivery_once do nothing returning delivery_id`,
);

/** The delivery's timer; enqueuing it again moves it. */
export function deliveryJob(deliveryId: string, tenantId: string | null, runAt: Instant | null): NewJob {
  return { queue: WEBHOOK_QUEUE, tenantId, payload: { deliveryId }, runAt, dedupeKey: deliveryId };
}

/** Writes down what one webhook is to be told. Null: it was told of this event before. */
export async function recordDelivery(
  tx: Tx,
  webhookId: string,
  { id: eventId, topic, tenantId, body }: Pick<RelayedEvent, 'id' | 'topic' | 'tenantId'> & { readonly body: string },
): Promise<string | null> {
  const values = [tx.scope.providerId, newId(), webhookId, tenantId, eventId, topic, body, timestamp(tx.now)];
  const [row] = await tx.query(RECORD, values);
  if (row === undefined) return null;
  await enqueue(tx, [deliveryJob(row.delivery_id, tenantId, null)]);
  return row.delivery_id;
}

async function tellEach(tx: Tx, listeners: readonly ListenerRow[], told: ToldEvent, origin: string): Promise<void> {
  for (const { webhook_id: webhookId, format, language } of listeners) {
    const body = composeBody(tx, told, { format, language, origin });
    await recordDelivery(tx, webhookId, { id: told.id, topic: told.topic, tenantId: told.tenantId, body });
  }
}

/** Hands each event to the webhooks that chose it, once each however often the event comes by. */
export function webhookSubscriber(setting: { readonly origin: string }): Subscriber {
  const origin = setting.origin.replace(/\/+$/, '');
  return {
    name: 'channels.webhooks',
    topics: topicKeys,
    handle: async (tx, event) => {
      const listeners = await tx.query(LISTENERS, [tx.scope.providerId, event.topic, event.tenantId]);
      if (listeners.length > 0) await tellEach(tx, listeners, await factsOf(tx, event), origin);
    },
  };
}
