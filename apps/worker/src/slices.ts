import type { QueueHandler, Subscriber } from '@daylight/api-database';
import { composeHandler, sendHandler, smtpTransport } from '@daylight/api-mail';
import { mailEntities } from '@daylight/api-mail/entities';
import { notificationSubscribers } from '@daylight/api-notifications';
import type { Config } from '@daylight/api-platform';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { outboxRelay, subscriberRunner } from './outbox/relay.js';

/** What a feature brings to the worker: jobs it can do, events it waits for, its tables. One line each. */
export interface Slice {
  readonly handlers?: readonly QueueHandler[];
  readonly subscribers?: readonly Subscriber[];
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
}

function mailSlice(config: Config): Slice {
  const { SMTP_URL, DAYLIGHT_MAIL_FROM: from, DAYLIGHT_ORIGIN: origin } = config;
  const transport = SMTP_URL === undefined ? null : smtpTransport(SMTP_URL, from);
  return { handlers: [composeHandler({ origin }), sendHandler(transport)], entities: mailEntities };
}

/** Every feature with background work. */
export function slicesOf(config: Config): readonly Slice[] {
  return [{ subscribers: notificationSubscribers }, mailSlice(config)];
}

/** Handlers by queue, the relay of the outbox among them. Throws when two features claim one queue. */
export function handlersOf(slices: readonly Slice[]): ReadonlyMap<string, QueueHandler> {
  const subscribers = slices.flatMap((slice) => slice.subscribers ?? []);
  const handlers = [
    outboxRelay(subscribers),
    subscriberRunner(subscribers),
    ...slices.flatMap((slice) => slice.handlers ?? []),
  ];
  const byQueue = new Map(handlers.map((handler) => [handler.queue, handler]));
  if (byQueue.size !== handlers.length) throw new Error('two handlers claim one queue');
  return byQueue;
}
