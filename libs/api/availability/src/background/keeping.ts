import { enqueue, type JobHandler, type Subscriber, type UnitOfWork } from '@daylight/api-database';
import * as v from 'valibot';
import { keepFigures } from '../figures/keep.js';
import { OUTAGE_SETTLE_QUEUE, settleOutage } from '../outages/from-alerts.js';

export const AVAILABILITY_QUEUE = 'availability-keep';
/** What comes within it is computed once. */
const GATHER_MS = 1_000;

/** Queue `availability-keep`, one job per client. */
export const availabilityKeepHandler: JobHandler = {
  queue: AVAILABILITY_QUEUE,
  handle: async (tx, { tenantId }) => {
    if (tenantId !== null) await keepFigures(tx, tenantId);
  },
};

const target = v.object({ outageId: v.pipe(v.string(), v.uuid()) });

/** Queue `outage-settle`: the alerts of an outage have been quiet for long enough. */
export const outageSettleHandler: JobHandler = {
  queue: OUTAGE_SETTLE_QUEUE,
  handle: (tx, job) => settleOutage(tx, v.parse(target, job.payload).outageId),
};

/** Whatever figures rest on has changed. */
export const keepOnChange: Subscriber = {
  name: 'availability.keep',
  topics: ['availability.changed', 'contract.agreed', 'contract.term-reached', 'holiday.recorded'],
  handle: async (tx, { tenantId }) => {
    if (tenantId === null) return;
    const job = { queue: AVAILABILITY_QUEUE, tenantId, payload: {}, dedupeKey: tenantId };
    await enqueue(tx, [{ ...job, runAt: tx.now + GATHER_MS }]);
  },
};

/** Arms the job wherever time alone may have changed something, in every house; a worker does it once a minute. */
export async function armAvailabilityKeeping(work: UnitOfWork): Promise<void> {
  await work.withoutScope((client) => client.query('select arm_availability_keeping()'));
}
