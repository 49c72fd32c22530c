import type { ChannelDesk, ChannelMessage, HandedOver } from '@daylight/api-channels';
import { statement, type DeliveryHandler, type Job, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import { CALL_WORDS, callTitle, shortCall, spokenCall } from '@daylight/text';
import * as v from 'valibot';
import { linkPath, linkToken } from '../runs/link.js';
import type { LinkSetting } from '../runs/step-run.js';
import { callFacts } from '../runs/ticket-facts.js';
import { CHANNEL_QUEUE } from './dispatch.js';
import { recordResult } from './results.js';

interface DeliveryRow {
  readonly attempt_id: string;
  readonly channel: ChannelMessage['channel'];
  readonly address: string;
  readonly late: boolean;
  readonly ticket_id: string;
  readonly priority: string;
  readonly name: string;
  readonly language: Language;
}

const DELIVERY = statement<DeliveryRow>(
  'escalation-delivery',
  `select d.attempt_id, d.channel, d.address, a.late, e.ticket_id, e.priority, c.name, coalesce(c.languages[1], 'ko') as language
   from escalation_delivery d
   join escalation_attempt a on a.provider_id = d.provider_id and a.attempt_id = d.attempt_id
   join escalation e on e.provider_id = a.provider_id and e.escalation_id = a.escalation_id
   join escalation_contact c on c.provider_id = a.provider_id and c.contact_id = a.contact_id
   where d.provider_id = $1 and d.delivery_id = $2 and not exists (
     select 1 from escalation_delivery_result r where r.provider_id = d.provider_id and r.delivery_id = d.delivery_id)`,
);
const payload = v.object({ deliveryId: v.pipe(v.string(), v.uuid()) });

/** What a delivery's result says where nothing of that kind is connected. */
export const NO_GATEWAY = 'NO_GATEWAY';

/** What is said to one person on one channel, by a link of their own. */
async function messageOf(
  tx: Tx<SystemScope>,
  id: string,
  row: DeliveryRow,
  { origin, secret }: LinkSetting,
): Promise<ChannelMessage> {
  const { channel, address, language, late, name } = row;
  const call = await callFacts(tx, row.ticket_id, row.priority);
  const url = `${origin.replace(/\/+$/, '')}${linkPath(linkToken(secret, row.attempt_id))}`;
  const short = { call, url, late };
  const text = channel === 'VOICE' ? spokenCall(short, language) : shortCall(short, language);
  const about = { number: call.number, priority: call.priority, client: call.tenantName };
  return {
    ...{ id, tenantId: tx.scope.tenantId, channel, address },
    values: { ...about, subject: call.subject ?? '', text, link: url, name, language },
    card: {
      ...{ title: callTitle(short, language), text: call.subject },
      facts: [[CALL_WORDS.client[language], call.tenantName]],
      link: { label: CALL_WORDS.answer[language], url },
    },
  };
}

interface Ended {
  readonly deliveryId: string;
  readonly job: Job;
  readonly handed: HandedOver | null;
}

async function record(tx: Tx<SystemScope>, { deliveryId, job, handed }: Ended) {
  const failed = (error: string) => recordResult(tx, deliveryId, { outcome: 'FAILED', error, bounced: false });
  if (handed === null) {
    await failed(NO_GATEWAY);
    return { kind: 'done' as const };
  }
  await handed.keep(tx);
  const { answer } = handed;
  if (answer.kind === 'taken') {
    await recordResult(tx, deliveryId, { outcome: 'SENT', error: null, bounced: false });
    return { kind: 'done' as const };
  }
  if (!answer.forGood && !job.lastAttempt) return { kind: 'retry' as const, error: answer.error };
  // A gateway that refuses may be set up wrongly: only its report says that an address is.
  await failed(answer.error);
  return { kind: 'done' as const };
}

/**
 * Queue `escalation-channel`: hands a call to its channel's gateway, at least once, under the same id. A channel without a
 * gateway is a failed delivery that everybody sees, never silence.
 */
export function channelHandler({
  desk,
  setting,
}: {
  readonly desk: ChannelDesk;
  readonly setting: LinkSetting;
}): DeliveryHandler {
  return {
    queue: CHANNEL_QUEUE,
    pauseMs: [2_000, 60_000],
    prepare: async (tx, job) => {
      const { deliveryId } = v.parse(payload, job.payload);
      const [row] = await tx.query(DELIVERY, [tx.scope.providerId, deliveryId]);
      if (row === undefined) return null;
      const send = await desk.prepare(tx, await messageOf(tx, deliveryId, row, setting));
      return {
        deliver: async () => {
          const handed = send === null ? null : await send();
          return (after) => record(after, { deliveryId, job, handed });
        },
      };
    },
    onDead: async (tx, job, error) => {
      const { deliveryId } = v.parse(payload, job.payload);
      await recordResult(tx, deliveryId, { outcome: 'FAILED', error, bounced: false });
    },
  };
}
