import { enqueue, type Job, type JobHandler } from '@daylight/api-database';
import * as v from 'valibot';
import { INTAKE_QUEUE } from '../receive/received.js';
import { isVendor, readBody } from '../vendors/read-body.js';
import type { IntakeOptions } from './apply-signals.js';
import {
  buryDelivery,
  dropJobs,
  waitingDeliveries,
  waitingDelivery,
  type ReadDelivery,
  type WaitingDelivery,
} from './deliveries.js';
import { applyDeliveries } from './read-deliveries.js';
import { tryLockSource, type LockedSource } from './source-row.js';

/** While another worker reads the source's deliveries, ours is probably among them. */
const AGAIN_MS = 300;

const target = v.object({ deliveryId: v.pipe(v.string(), v.uuid()), sourceId: v.pipe(v.string(), v.uuid()) });

export function intakeTarget(job: Job): { readonly deliveryId: string; readonly sourceId: string } {
  return v.parse(target, job.payload);
}

function readDelivery(
  { vendor, body, delivery_id, received_at }: WaitingDelivery,
  { mapping }: LockedSource,
): ReadDelivery {
  const read = isVendor(vendor)
    ? readBody(vendor, body, mapping)
    : ({ kind: 'unreadable', reason: 'UNKNOWN_SHAPE', detail: vendor } as const);
  return { deliveryId: delivery_id, receivedAt: received_at, read };
}

/**
 * Queue `intake`: reads a delivery and all others of its source that wait with it, in order. One that made the whole batch
 * fail is tried alone, so that it holds up nobody (R12).
 */
export function intakeHandler(options: IntakeOptions): JobHandler {
  return {
    queue: INTAKE_QUEUE,
    pauseMs: [500, 60_000],
    handle: async (tx, job) => {
      const { deliveryId, sourceId } = intakeTarget(job);
      const source = await tryLockSource(tx, sourceId);
      if (source === null) return;
      if (source === 'BUSY') {
        const { queue, payload, tenantId } = job;
        return enqueue(tx, [{ queue, tenantId, payload, runAt: tx.now + AGAIN_MS, dedupeKey: deliveryId }]);
      }
      const own = job.attempt > 1 ? await waitingDelivery(tx, deliveryId) : null;
      const waiting = job.attempt > 1 ? (own === null ? [] : [own]) : await waitingDeliveries(tx, sourceId);
      await applyDeliveries(
        tx,
        source,
        waiting.map((each) => readDelivery(each, source)),
        options,
      );
      const others = waiting.map(({ delivery_id: id }) => id).filter((id) => id !== deliveryId);
      await dropJobs(tx, INTAKE_QUEUE, others);
    },
    onDead: (tx, job) => buryDelivery(tx, intakeTarget(job).deliveryId),
  };
}
