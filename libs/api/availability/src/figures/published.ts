import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';

const PUBLISHED = statement(
  'availability-published-at',
  `select 1 as found from availability_figure where provider_id = $1 and tenant_id = $2 and service_item_id = $3
     and ordinal = 0 and published_at is not null and period_from < $5 and period_to > $4 limit 1`,
);

/** Whether a published figure of the service touches a stretch: claims come too late then. */
export async function publishedAt(
  tx: Tx,
  on: { readonly tenantId: string; readonly serviceItemId: string; readonly from: Instant; readonly to: Instant },
): Promise<boolean> {
  const { tenantId, serviceItemId, from, to } = on;
  const values = [tx.scope.providerId, tenantId, serviceItemId, timestamp(from), timestamp(to)];
  return (await tx.query(PUBLISHED, values)).length > 0;
}
