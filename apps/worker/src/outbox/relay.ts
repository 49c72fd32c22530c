import {
  enqueue,
  LIVE_CHANNEL,
  OUTBOX_QUEUE,
  statement,
  type Job,
  type JobHandler,
  type RelayedEvent,
  type Subscriber,
} from '@daylight/api-database';
import * as v from 'valibot';

export const SUBSCRIBER_QUEUE = 'subscriber';

const NOTIFY = statement('outbox-notify', 'select pg_notify($1, $2)');

const outboxPayload = v.object({ topic: v.string(), ids: v.record(v.string(), v.string()) });
const subscriberPayload = v.object({ ...outboxPayload.entries, subscriber: v.string(), eventId: v.string() });

/** Relays an event of the outbox: tells live screens (ids only, decision 16), and gives each subscriber a job of its own. */
export function outboxRelay(subscribers: readonly Subscriber[]): JobHandler {
  return {
    queue: OUTBOX_QUEUE,
    handle: async (tx, job) => {
      const { topic, ids } = v.parse(outboxPayload, job.payload);
      const { providerId, tenantId } = job;
      await tx.query(NOTIFY, [LIVE_CHANNEL, JSON.stringify({ providerId, tenantId, topic, ids })]);
      const interested = subscribers.filter((subscriber) => subscriber.topics.includes(topic));
      await enqueue(
        tx,
        interested.map(({ name }) => ({
          queue: SUBSCRIBER_QUEUE,
          tenantId,
          payload: { subscriber: name, eventId: job.id, topic, ids },
          runAt: null,
          dedupeKey: `${job.id}:${name}`,
        })),
      );
    },
  };
}

function relayed(job: Job): { readonly subscriber: string; readonly event: RelayedEvent } {
  const { subscriber, eventId, topic, ids } = v.parse(subscriberPayload, job.payload);
  return { subscriber, event: { id: eventId, topic, tenantId: job.tenantId, ids } };
}

/** Hands a relayed event to its subscriber, in the subscriber's own transaction. */
export function subscriberRunner(subscribers: readonly Subscriber[]): JobHandler {
  const byName = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]));
  if (byName.size !== subscribers.length) throw new Error('two subscribers share a name');
  return {
    queue: SUBSCRIBER_QUEUE,
    handle: async (tx, job) => {
      const { subscriber, event } = relayed(job);
      const known = byName.get(subscriber);
      if (known === undefined) throw new Error(`no subscriber ${subscriber}`);
      await known.handle(tx, event);
    },
  };
}
