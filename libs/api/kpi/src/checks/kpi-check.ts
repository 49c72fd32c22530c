import { enqueue, statement, timestamp, type Job, type JobHandler, type Tx } from '@daylight/api-database';
import { newId, type SystemScope } from '@daylight/api-platform';
import { DAY } from '@daylight/domain';
import { allTickets, cellsOff, rebuildFactsOf } from './rebuild-facts.js';

export const KPI_CHECK_QUEUE = 'kpi-check';
/** Tickets of a tenant that a night looks at; over some weeks it looks at all of them. */
const SAMPLE = 500;

const TENANTS = statement<{ tenant_id: string }>(
  'kpi-check-tenants',
  `select tenant_id from tenant where provider_id = $1 and stage <> 'CLOSED' order by tenant_id`,
);
const NOTE = statement(
  'kpi-check-note',
  'insert into kpi_check (provider_id, tenant_id, check_id, at, tickets, differing, cells) values ($1, $2, $3, $4, $5, $6, $7)',
);

/** A different stretch of the tickets each day, wrapping around. */
function sampleOf(ids: readonly string[], day: number): readonly string[] {
  if (ids.length <= SAMPLE) return ids;
  const start = (day * SAMPLE) % ids.length;
  return [...ids.slice(start, start + SAMPLE), ...ids.slice(0, Math.max(0, start + SAMPLE - ids.length))];
}

/** Checks one tenant's kept facts against its events and notes what was found; what differed is put right. */
export async function checkTenant(
  tx: Tx<SystemScope>,
  tenantId: string,
): Promise<{ readonly differing: number; readonly cells: number }> {
  const sample = sampleOf(await allTickets(tx, tenantId), Math.floor(tx.now / DAY));
  const cells = await cellsOff(tx, tenantId);
  const differing = await rebuildFactsOf(tx, tenantId, sample);
  const values = [newId(), timestamp(tx.now), sample.length, JSON.stringify(differing), cells];
  await tx.query(NOTE, [tx.scope.providerId, tenantId, ...values]);
  return { differing: differing.length, cells };
}

/** Arms the provider's nightly check; arming it again moves it. */
export function armKpiCheck(tx: Tx, runAt: number): Promise<void> {
  return enqueue(tx, [{ queue: KPI_CHECK_QUEUE, tenantId: null, payload: {}, runAt, dedupeKey: 'nightly' }]);
}

async function handle(tx: Tx<SystemScope>, { tenantId, dueAt }: Job): Promise<void> {
  if (tenantId !== null) {
    await checkTenant(tx, tenantId);
    return;
  }
  // One job per tenant: a large one must not hold up the others, and each has a transaction of its own.
  const tenants = await tx.query(TENANTS, [tx.scope.providerId]);
  const night = String(Math.floor(tx.now / DAY));
  const jobs = tenants.map(({ tenant_id: id }) => ({
    ...{ queue: KPI_CHECK_QUEUE, tenantId: id, payload: {}, runAt: null, dedupeKey: `${night}/${id}` },
  }));
  const next = dueAt + DAY * Math.max(1, Math.ceil((tx.now - dueAt) / DAY));
  await enqueue(tx, [
    ...jobs,
    { queue: KPI_CHECK_QUEUE, tenantId: null, payload: {}, runAt: next, dedupeKey: 'nightly' },
  ]);
}

/** Queue `kpi-check`: without a tenant it plans the night and the next one, with a tenant it checks. */
export const kpiCheckHandler: JobHandler = { queue: KPI_CHECK_QUEUE, handle };
