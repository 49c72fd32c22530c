import type { JobHandler, UnitOfWork } from '@daylight/api-database';
import { KPI_EDITION } from '@daylight/domain';
import { keepPeriods } from './keep-periods.js';

/** Queue `kpi-keep`, one job per tenant. */
export const kpiKeepHandler: JobHandler = {
  queue: 'kpi-keep',
  handle: async (tx, { tenantId }) => {
    if (tenantId !== null) await keepPeriods(tx, tenantId);
  },
};

/** Arms that job wherever there is something to keep, in every house; a worker does it once a minute. */
export async function armKpiKeeping(work: UnitOfWork): Promise<void> {
  await work.withoutScope((client) => client.query('select arm_kpi_keeping($1)', [KPI_EDITION]));
}
