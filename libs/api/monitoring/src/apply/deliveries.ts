import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import type { BodyRead } from '../vendors/read-body.js';
import type { LockedSource } from './source-row.js';

export interface WaitingDelivery {
  readonly delivery_id: string;
  readonly vendor: string;
  readonly body: Buffer;
  readonly received_at: Instant;
}

/** One transaction reads so many bodies of a source, and so many bytes of them. */
const BATCH = 200;
const BATCH_BYTES = 16 * 1024 * 1024;

const WAITING = statement<WaitingDelivery>(
  'intake-waiting',
  `select d.delivery_id, d.vendor, d.body, d.received_at from intake_delivery d
   join (
     select w.delivery_id, sum(w.bytes) over (order by w.received_at, w.delivery_id) - w.bytes as before
     from (
       select x.delivery_id, x.bytes, x.received_at from intake_delivery x
       where x.provider_id = $1 and x.source_id = $2 and x.state = 'RECEIVED' and x.vendor <> 'cloudwatch'
       order by x.received_at, x.delivery_id limit ${BATCH}) w
   ) b on b.delivery_id = d.delivery_id and b.before < ${BATCH_BYTES}
   where d.provider_id = $1 order by d.received_at, d.delivery_id`,
);
const ONE = statement<WaitingDelivery>(
  'intake-one',
  `select delivery_id, vendor, body, received_at from intake_delivery
   where provider_id = $1 and delivery_id = $2 and state = 'RECEIVED'`,
);
const SETTLE = statement(
  'intake-settle',
  `update intake_delivery d set state = r.state, reason = r.reason, detail = r.detail, alerts = r.alerts, settled_at = $3
   from jsonb_to_recordset($2) as r (delivery_id uuid, state text, reason text, detail text, alerts integer)
   where d.provider_id = $1 and d.delivery_id = r.delivery_id and d.state = 'RECEIVED'`,
);
// Jobs in another worker's hands are left alone: they find nothing to do.
const DROP_JOBS = statement(
  'intake-drop-jobs',
  `delete from job where provider_id = $1 and queue = $2 and dedupe_key = any ($3::text[]) and leased_until is null`,
);
const HEARD = statement(
  'alert-source-heard',
  `update alert_source set heard_at = greatest(coalesce(heard_at, $3), $3) where provider_id = $1 and source_id = $2`,
);

/** The oldest bodies of a source that nobody has read. */
export function waitingDeliveries(tx: Tx, sourceId: string): Promise<readonly WaitingDelivery[]> {
  return tx.query(WAITING, [tx.scope.providerId, sourceId]);
}

/** One body, unless it was read already. */
export async function waitingDelivery(tx: Tx, deliveryId: string): Promise<WaitingDelivery | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, deliveryId]);
  return row ?? null;
}

/** A delivery and what its body says. */
export interface ReadDelivery {
  readonly deliveryId: string;
  readonly receivedAt: Instant;
  readonly read: BodyRead;
}

function settled({ deliveryId, read }: ReadDelivery) {
  const row = { delivery_id: deliveryId };
  if (read.kind === 'unreadable') {
    return { ...row, state: 'DEAD', reason: read.reason, detail: read.detail.slice(0, 500), alerts: 0 };
  }
  const note = read.note === null ? null : read.note.replaceAll(/\W+/g, '_').slice(0, 60);
  return { ...row, state: 'DONE', reason: note, detail: null, alerts: read.signals.length };
}

/** Writes what became of deliveries, and that their source was heard of. */
export async function settleDeliveries(tx: Tx, source: LockedSource, reads: readonly ReadDelivery[]): Promise<void> {
  if (reads.length === 0) return;
  const last = Math.max(...reads.map(({ receivedAt }) => receivedAt));
  const { providerId } = tx.scope;
  await tx.query(SETTLE, [providerId, JSON.stringify(reads.map(settled)), timestamp(tx.now)]);
  await tx.query(HEARD, [providerId, source.sourceId, timestamp(last)]);
}

export async function dropJobs(tx: Tx, queue: string, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length > 0) await tx.query(DROP_JOBS, [tx.scope.providerId, queue, deliveryIds]);
}

/** A delivery that was given up, for everybody to see. */
export async function buryDelivery(tx: Tx, deliveryId: string): Promise<void> {
  const row = { delivery_id: deliveryId, state: 'DEAD', reason: 'FAILED', detail: null, alerts: 0 };
  await tx.query(SETTLE, [tx.scope.providerId, JSON.stringify([row]), timestamp(tx.now)]);
}
