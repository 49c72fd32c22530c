import { statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, tokenHash, type SystemScope } from '@daylight/api-platform';
import type { Attempt, ContactChannel } from '@daylight/domain';
import { linkToken } from './link.js';
import type { RunRow } from './run-row.js';

const ATTEMPTS = statement(
  'escalation-attempts-record',
  `insert into escalation_attempt (provider_id, tenant_id, escalation_id, attempt_id, slot_key, round, step_id, target, contact_id,
     due_at, made_at, late, link_hash)
   select $1, $2, $3, a.attempt_id, a.slot_key, a.round, a.step_id, a.target, a.contact_id, a.due_at, $4, a.late, decode(a.link_hash, 'hex')
   from jsonb_to_recordset($5) as a (attempt_id text, slot_key text, round integer, step_id text, target jsonb, contact_id uuid,
     due_at timestamptz, late boolean, link_hash text)`,
);
const DELIVERIES = statement(
  'escalation-deliveries-record',
  `insert into escalation_delivery (provider_id, tenant_id, delivery_id, attempt_id, channel_id, channel, address, place, created_at)
   select $1, $2, d.delivery_id, d.attempt_id, d.channel_id, d.channel, d.address, d.place, $3
   from jsonb_to_recordset($4) as d (delivery_id uuid, attempt_id text, channel_id text, channel text, address text, place integer)`,
);

/** One message on its way to one person. */
export interface Delivery {
  readonly id: string;
  readonly attempt: Attempt;
  readonly channel: ContactChannel;
}

/**
 * Records calls and, for each, a delivery on every working channel at once: at night nobody knows whether a mail was read,
 * and a duplicate is better than silence (G5).
 */
export async function recordCalls(
  tx: Tx<SystemScope>,
  run: Pick<RunRow, 'tenant_id' | 'escalation_id'>,
  attempts: readonly Attempt[],
  secret: string,
): Promise<readonly Delivery[]> {
  const { providerId } = tx.scope;
  const at = timestamp(tx.now);
  const deliveries = attempts.flatMap((attempt) =>
    attempt.channels.map((channel) => ({ id: newId(), attempt, channel })),
  );
  const rows = attempts.map((attempt) => attemptRow(attempt, secret));
  await tx.query(ATTEMPTS, [providerId, run.tenant_id, run.escalation_id, at, JSON.stringify(rows)]);
  await tx.query(DELIVERIES, [providerId, run.tenant_id, at, JSON.stringify(deliveries.map(deliveryRow))]);
  return deliveries;
}

function attemptRow({ id, slot, target, contact, dueAt, late }: Attempt, secret: string) {
  return {
    ...{ attempt_id: id, slot_key: slot.key, round: slot.round, step_id: slot.stepId, target },
    ...{ contact_id: contact.id, due_at: timestamp(dueAt), late },
    link_hash: tokenHash(linkToken(secret, id)).toString('hex'),
  };
}

function deliveryRow({ id, attempt, channel }: Delivery) {
  const place = attempt.channels.indexOf(channel);
  return {
    ...{ delivery_id: id, attempt_id: attempt.id, channel_id: channel.id },
    ...{ channel: channel.kind, address: channel.address, place },
  };
}
