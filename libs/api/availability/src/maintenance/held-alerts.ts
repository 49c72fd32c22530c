import { statement, timestamp, type JobHandler } from '@daylight/api-database';
import { lookAgain, type MaintenanceAt } from '@daylight/api-monitoring';
import * as v from 'valibot';
import { MAINTENANCE_END_QUEUE } from './announce.js';

const HOLDING = statement<{ window_id: string }>(
  'maintenance-holding',
  `select w.window_id from maintenance_window w
   join maintenance_service s on s.provider_id = w.provider_id and s.window_id = w.window_id and s.service_item_id = $3
   where w.provider_id = $1 and w.tenant_id = $2 and w.starts_at <= $4 and w.ends_at > $4 and w.cancelled_at is null
     and (w.ended_at is null or w.ended_at > $4)
   order by w.starts_at, w.window_id limit 1`,
);

/** The work that was announced to a service's client for an instant; while it goes on, alerts open no tickets. */
export const maintenanceAt: MaintenanceAt = async (tx, { tenantId, serviceItemId, at }) => {
  const [row] = await tx.query(HOLDING, [tx.scope.providerId, tenantId, serviceItemId, timestamp(at)]);
  return row?.window_id ?? null;
};

const target = v.object({ windowId: v.pipe(v.string(), v.uuid()) });

/** Queue `maintenance-end`: a window is over or was cancelled; what it held and still fires is looked at again. */
export const maintenanceEndHandler: JobHandler = {
  queue: MAINTENANCE_END_QUEUE,
  handle: async (tx, job) => {
    const { windowId } = v.parse(target, job.payload);
    if (job.tenantId !== null) {
      await lookAgain(tx, { tenantId: job.tenantId, maintenanceId: windowId }, { maintenanceAt });
    }
  },
};
