import { statement, type DeliveryHandler, type DeliveryOutcome, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { buryDelivery, waitingDelivery, type WaitingDelivery } from '../apply/deliveries.js';
import type { IntakeOptions } from '../apply/apply-signals.js';
import { intakeTarget } from '../apply/intake-handler.js';
import { applyDeliveries } from '../apply/read-deliveries.js';
import { lockSource, readSource } from '../apply/source-row.js';
import { SNS_QUEUE } from '../receive/received.js';
import { readBody, readStrictJson, type BodyRead } from '../vendors/read-body.js';
import type { Fetcher } from './https-fetcher.js';
import { checkSns, readSns, type SnsFault, type SnsMessage } from './verify.js';

const MOST_CERTIFICATES = 50;

const SUBSCRIBE = statement(
  'alert-source-subscribe',
  'update alert_source set topic = $3 where provider_id = $1 and source_id = $2 and topic is null',
);
// SNS may deliver twice; its own id says so.
const NAME_ONCE = statement<{ delivery_id: string }>(
  'intake-name-once',
  `update intake_delivery d set replay_key = $4 where d.provider_id = $1 and d.source_id = $2 and d.delivery_id = $3
     and not exists (select 1 from intake_delivery o where o.provider_id = $1 and o.source_id = $2 and o.replay_key = $4
       and o.delivery_id <> $3)
   returning d.delivery_id`,
);

type Checked = SnsMessage | SnsFault;

const isFault = (checked: Checked): checked is SnsFault => 'reason' in checked;
const unreadable = ({ reason, detail }: SnsFault): BodyRead => ({ kind: 'unreadable', reason, detail });

/** Certificates by address: SNS changes them once in years. */
function certificates(fetcher: Fetcher): Fetcher {
  const kept = new Map<string, string>();
  return async (url) => {
    const known = kept.get(url.href);
    if (known !== undefined) return known;
    const pem = await fetcher(url);
    if (kept.size >= MOST_CERTIFICATES) kept.clear();
    kept.set(url.href, pem);
    return pem;
  };
}

interface Parts {
  readonly delivery: WaitingDelivery;
  readonly sourceId: string;
  readonly checked: Checked;
  readonly options: IntakeOptions;
}

/** What a message that is SNS's own means for this source. */
async function meaning(tx: Tx, { delivery, sourceId, checked }: Parts, topic: string | null): Promise<BodyRead> {
  if (isFault(checked)) return unreadable(checked);
  const { providerId } = tx.scope;
  const named = [providerId, sourceId, delivery.delivery_id, `sns:${checked.messageId}`];
  if ((await tx.query(NAME_ONCE, named)).length === 0) return { kind: 'signals', signals: [], note: 'DUPLICATE' };
  if (checked.type === 'SubscriptionConfirmation' && topic === null) {
    await tx.query(SUBSCRIBE, [providerId, sourceId, checked.topic]);
  } else if (topic !== checked.topic) return unreadable({ reason: 'NOT_SUBSCRIBED', detail: checked.topic });
  return readBody('cloudwatch', delivery.body, null);
}

async function record(tx: Tx<SystemScope>, parts: Parts): Promise<DeliveryOutcome> {
  const { delivery, sourceId, options } = parts;
  const source = await lockSource(tx, sourceId);
  const waiting = await waitingDelivery(tx, delivery.delivery_id);
  if (source === null || waiting === null) return { kind: 'done' };
  const read = await meaning(tx, parts, source.topic);
  const { delivery_id: deliveryId, received_at: receivedAt } = waiting;
  await applyDeliveries(tx, source, [{ deliveryId, receivedAt, read }], options);
  return { kind: 'done' };
}

/** Checks the signature and, for a topic that this source may take, answers its question whether we want it. */
async function check(
  delivery: WaitingDelivery,
  topic: string | null,
  fetchers: { readonly certificate: Fetcher; readonly confirm: Fetcher },
) {
  const json = readStrictJson(delivery.body);
  const message: Checked =
    json.kind === 'json' ? readSns(json.value) : { reason: 'UNKNOWN_SHAPE', detail: json.reason };
  if (isFault(message)) return message;
  const fault = checkSns(message, await fetchers.certificate(message.certificate), delivery.received_at);
  if (fault !== null) return fault;
  const wanted = topic === null || topic === message.topic;
  if (message.subscribe !== null && wanted) await fetchers.confirm(message.subscribe);
  return message;
}

/**
 * Queue `intake-sns`: messages of AWS's notification service. Nothing is believed before its signature was checked with a
 * certificate from AWS's own host; nobody but that host is ever asked anything (W1, W6).
 */
export function snsHandler(fetcher: Fetcher, options: IntakeOptions): DeliveryHandler {
  const fetchers = { certificate: certificates(fetcher), confirm: fetcher };
  return {
    queue: SNS_QUEUE,
    prepare: async (tx, job) => {
      const { deliveryId, sourceId } = intakeTarget(job);
      const [delivery, source] = [await waitingDelivery(tx, deliveryId), await readSource(tx, sourceId)];
      if (delivery === null || source === null) return null;
      return {
        deliver: async () => {
          const checked = await check(delivery, source.topic, fetchers);
          return (within) => record(within, { delivery, sourceId, checked, options });
        },
      };
    },
    onDead: (tx, job) => buryDelivery(tx, intakeTarget(job).deliveryId),
  };
}
