import { statement, type DeliveryHandler } from '@daylight/api-database';
import type { ChannelKind } from '@daylight/domain';
import * as v from 'valibot';
import { CHANNEL_QUEUE } from './dispatch.js';
import { recordResult } from './results.js';

/** A call on its way through a channel other than mail. */
export interface ChannelCall {
  readonly deliveryId: string;
  readonly attemptId: string;
  readonly channel: Exclude<ChannelKind, 'EMAIL'>;
  readonly address: string;
}

export type ChannelHandover =
  { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly forGood: boolean; readonly error: string };

/** Hands calls of one channel over to whoever delivers them. The delivery's id is the same on every attempt. */
export interface ChannelGateway {
  send(call: ChannelCall): Promise<ChannelHandover>;
}

export type ChannelGateways = Readonly<Partial<Record<Exclude<ChannelKind, 'EMAIL'>, ChannelGateway>>>;

interface DeliveryRow {
  readonly attempt_id: string;
  readonly channel: Exclude<ChannelKind, 'EMAIL'>;
  readonly address: string;
}

const DELIVERY = statement<DeliveryRow>(
  'escalation-delivery',
  `select d.attempt_id, d.channel, d.address from escalation_delivery d
   where d.provider_id = $1 and d.delivery_id = $2 and not exists (
     select 1 from escalation_delivery_result r where r.provider_id = d.provider_id and r.delivery_id = d.delivery_id)`,
);
const payload = v.object({ deliveryId: v.pipe(v.string(), v.uuid()) });

/** What a delivery's result says where nothing of that kind is connected. */
export const NO_GATEWAY = 'NO_GATEWAY';

/**
 * Queue `escalation-channel`: hands a call to its channel's gateway, at least once, under the same id. A channel without a
 * gateway is a failed delivery that everybody sees, never silence.
 */
export function channelHandler(gateways: ChannelGateways): DeliveryHandler {
  return {
    queue: CHANNEL_QUEUE,
    pauseMs: [2_000, 60_000],
    prepare: async (tx, job) => {
      const { deliveryId } = v.parse(payload, job.payload);
      const [row] = await tx.query(DELIVERY, [tx.scope.providerId, deliveryId]);
      if (row === undefined) return null;
      const { attempt_id: attemptId, channel, address } = row;
      const gateway = gateways[channel];
      return {
        deliver: async () => {
          const handover: ChannelHandover =
            gateway === undefined
              ? { kind: 'refused', forGood: true, error: NO_GATEWAY }
              : await gateway.send({ deliveryId, attemptId, channel, address });
          return async (after) => {
            if (handover.kind === 'taken') {
              await recordResult(after, deliveryId, { outcome: 'SENT', error: null, bounced: false });
              return { kind: 'done' };
            }
            const { error, forGood } = handover;
            if (!forGood && !job.lastAttempt) return { kind: 'retry', error };
            const bounced = gateway !== undefined && forGood;
            await recordResult(after, deliveryId, { outcome: 'FAILED', error, bounced });
            return { kind: 'done' };
          };
        },
      };
    },
    onDead: async (tx, job, error) => {
      const { deliveryId } = v.parse(payload, job.payload);
      await recordResult(tx, deliveryId, { outcome: 'FAILED', error, bounced: false });
    },
  };
}
