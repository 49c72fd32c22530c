import { appendEvents, statement, timestamp, type Subscriber, type Tx } from '@daylight/api-database';

export interface DeliveryResult {
  readonly outcome: 'SENT' | 'LOCAL' | 'DELIVERED' | 'FAILED';
  readonly error: string | null;
}

interface DeliveryRow {
  readonly escalation_id: string;
  readonly ticket_id: string;
  readonly contact_id: string;
  readonly channel_id: string;
}

const RECORD = statement<DeliveryRow>(
  'escalation-result-record',
  `with written as (
     insert into escalation_delivery_result (provider_id, tenant_id, delivery_id, outcome, error, at)
     select d.provider_id, d.tenant_id, d.delivery_id, $3, left($4, 1000), $5 from escalation_delivery d
     where d.provider_id = $1 and d.delivery_id = $2 on conflict do nothing returning delivery_id)
   select a.escalation_id, e.ticket_id, a.contact_id, d.channel_id from written w
   join escalation_delivery d on d.provider_id = $1 and d.delivery_id = w.delivery_id
   join escalation_attempt a on a.provider_id = $1 and a.attempt_id = d.attempt_id
   join escalation e on e.provider_id = $1 and e.escalation_id = a.escalation_id`,
);
/** A channel that came back is named by coverage until somebody corrects it (D-ESC-2). */
const BOUNCED = statement(
  'escalation-channel-bounced',
  `update escalation_contact set channels = (
     select jsonb_agg(case when c ->> 'id' = $3 and c -> 'bouncedAt' = 'null' then jsonb_set(c, '{bouncedAt}', to_jsonb($4::bigint)) else c end order by n)
     from jsonb_array_elements(channels) with ordinality x (c, n))
   where provider_id = $1 and contact_id = $2`,
);
const MAIL = statement<{ state: 'QUEUED' | 'SENT' | 'DEAD' | 'LOCAL'; last_error: string | null }>(
  'escalation-mail-state',
  'select state, last_error from mail_message where provider_id = $1 and mail_id = $2',
);
const MESSAGE = statement<{ state: string; last_error: string | null; bad_address: boolean }>(
  'escalation-message-state',
  'select state, last_error, bad_address from gateway_message where provider_id = $1 and message_id = $2',
);

/** Appends what became of a delivery, once per outcome, and tells open screens. `bounced`: the address is to be mended. */
export async function recordResult(
  tx: Tx,
  deliveryId: string,
  { outcome, error, bounced }: DeliveryResult & { readonly bounced: boolean },
): Promise<void> {
  const { providerId, tenantId } = tx.scope;
  const [row] = await tx.query(RECORD, [providerId, deliveryId, outcome, error, timestamp(tx.now)]);
  if (row === undefined) return;
  if (bounced) await tx.query(BOUNCED, [providerId, row.contact_id, row.channel_id, tx.now]);
  const ids = { escalationId: row.escalation_id, ticketId: row.ticket_id };
  await appendEvents(tx, [{ topic: 'escalation.changed', tenantId, ids }]);
}

/** Takes over what the mail server said of a call. */
export const recordMailResults: Subscriber = {
  name: 'escalation.mail-results',
  topics: ['mail.settled'],
  handle: async (tx, event) => {
    const { mailId } = event.ids;
    if (mailId === undefined) return;
    const [mail] = await tx.query(MAIL, [tx.scope.providerId, mailId]);
    if (mail === undefined || mail.state === 'QUEUED') return;
    const outcome = mail.state === 'DEAD' ? 'FAILED' : mail.state;
    await recordResult(tx, mailId, { outcome, error: mail.last_error, bounced: outcome === 'FAILED' });
  },
};

/** Takes over what a gateway reported of a call; reports of other messages find none. */
export const recordChannelReports: Subscriber = {
  name: 'escalation.channel-reports',
  topics: ['channel.reported'],
  handle: async (tx, event) => {
    const { messageId } = event.ids;
    if (messageId === undefined) return;
    const [message] = await tx.query(MESSAGE, [tx.scope.providerId, messageId]);
    if (message === undefined || (message.state !== 'DELIVERED' && message.state !== 'FAILED')) return;
    const { state: outcome, last_error: error, bad_address: bounced } = message;
    await recordResult(tx, messageId, { outcome, error, bounced });
  },
};
