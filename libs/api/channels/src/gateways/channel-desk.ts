import { statement, timestamp, type Tx } from '@daylight/api-database';
import { newToken } from '@daylight/api-platform';
import { toIso } from '@daylight/domain';
import { sendRequest, type OutboundLimits, type OutboundOutcome } from '../outbound/send-request.js';
import { chatBody, chatKindOf, type ChatCard } from '../webhooks/chat-card.js';
import { gatewayOf, type GatewayInUse } from './gateway-row.js';
import { readAnswer, type GatewayAnswer } from './read-answer.js';
import { renderRequest, type MessageValues } from './render.js';
import { reportToken, reportUrl } from './report-address.js';

export interface DeskSetting {
  /** The installation's, with which secrets are sealed and report addresses derived. */
  readonly secret: string;
  readonly origin: string;
  readonly limits: OutboundLimits;
}

/** One message to one person. */
export interface ChannelMessage {
  /** The same on every attempt. */
  readonly id: string;
  readonly tenantId: string | null;
  readonly channel: 'SMS' | 'VOICE' | 'MESSENGER' | 'CHAT_WEBHOOK';
  readonly address: string;
  readonly values: Omit<MessageValues, 'to' | 'id' | 'reportUrl' | 'timestamp' | 'date' | 'salt'>;
  /** The same for a chat room. */
  readonly card: ChatCard;
}

/** What became of handing a message over, and how to keep that in the transaction which records it. */
export interface HandedOver {
  readonly answer: GatewayAnswer;
  readonly keep: (tx: Tx) => Promise<void>;
}

export interface ChannelDesk {
  /** How to hand a message over, outside of any transaction; null: nothing delivers this channel. */
  prepare(tx: Tx, message: ChannelMessage): Promise<(() => Promise<HandedOver>) | null>;
}

const KEEP = statement(
  'gateway-message-keep',
  `insert into gateway_message (provider_id, message_id, gateway_id, tenant_id, is_test, address, state, reference, last_status, last_error,
     response, created_at)
   values ($1, $2, $3, $4, $5, left($6, 500), $7, $8, $9, $10, $11, $12)
   on conflict (provider_id, message_id) do update set state = excluded.state, reference = excluded.reference,
     last_status = excluded.last_status, last_error = excluded.last_error, response = excluded.response
   where gateway_message.state in ('QUEUED', 'FAILED') and gateway_message.reported_at is null`,
);
const SENT = statement(
  'gateway-sent',
  `update channel_gateway set last_sent_at = case when $4::text is null then $3 else last_sent_at end, last_error = $4
   where provider_id = $1 and gateway_id = $2`,
);

interface Sent {
  readonly gateway: GatewayInUse;
  readonly message: Pick<ChannelMessage, 'id' | 'tenantId' | 'address'> & { readonly isTest: boolean };
  readonly outcome: OutboundOutcome;
  readonly answer: GatewayAnswer;
}

async function keepMessage(tx: Tx, { gateway, message, outcome, answer }: Sent): Promise<void> {
  const { providerId } = tx.scope;
  const taken = answer.kind === 'taken';
  const error = taken ? null : answer.error;
  // A gateway that gives its messages no id names ours.
  const reference = taken ? (answer.reference ?? message.id) : null;
  const answered = outcome.kind === 'answered';
  const facts = [reference, answered ? outcome.status : null, error, answered ? outcome.body.slice(0, 2_000) : null];
  const about = [message.id, gateway.gatewayId, message.tenantId, message.isTest, message.address];
  await tx.query(KEEP, [providerId, ...about, taken ? 'SENT' : 'FAILED', ...facts, timestamp(tx.now)]);
  await tx.query(SENT, [providerId, gateway.gatewayId, timestamp(tx.now), error]);
}

/** A gateway's request for one message, ready to be sent. */
export function throughGateway(
  tx: Tx,
  gateway: GatewayInUse,
  message: Pick<ChannelMessage, 'id' | 'tenantId' | 'address' | 'values'> & { readonly isTest: boolean },
  { secret, origin, limits }: DeskSetting,
): () => Promise<HandedOver> {
  const request = renderRequest(
    gateway.template,
    {
      ...message.values,
      ...{ to: message.address, id: message.id, salt: newToken().slice(0, 22) },
      ...{ timestamp: String(tx.now), date: toIso(tx.now) },
      reportUrl: reportUrl(origin, reportToken(secret, gateway.gatewayId, gateway.reportVersion)),
    },
    gateway.secrets,
  );
  return async () => {
    const outcome = await sendRequest(request, limits);
    const answer = readAnswer(outcome, gateway.template);
    return { answer, keep: (after) => keepMessage(after, { gateway, message, outcome, answer }) };
  };
}

function toChatRoom({ address, card }: ChannelMessage, limits: OutboundLimits): () => Promise<HandedOver> {
  const body = Buffer.from(chatBody(chatKindOf(address), card), 'utf8');
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return async () => {
    const outcome = await sendRequest({ method: 'POST', url: address, headers, body }, limits);
    const success = { statuses: ['2xx'], pointer: null, values: [] };
    const answer = readAnswer(outcome, { success, reference: null });
    return { answer, keep: () => Promise.resolve() };
  };
}

/** Where messages leave by other ways than mail: the provider's gateways, and chat rooms at their own address. */
export function channelDesk(setting: DeskSetting): ChannelDesk {
  return {
    prepare: async (tx, message) => {
      if (message.channel === 'CHAT_WEBHOOK') return toChatRoom(message, setting.limits);
      const gateway = await gatewayOf(tx, message.channel, setting.secret);
      return gateway === null ? null : throughGateway(tx, gateway, { ...message, isTest: false }, setting);
    },
  };
}
