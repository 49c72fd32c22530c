import { statement, type Tx } from '@daylight/api-database';
import {
  computeKpis,
  KPI_EDITION,
  packSummary,
  summaryOf,
  type Instant,
  type KpiPeriod,
  type PackedSummary,
  type Period,
} from '@daylight/domain';

/**
 * The tenant and what is kept of some periods, in one statement and so of one moment: a mark that is committed before it
 * is seen by it. Of another edition or zone nothing is kept.
 */
const KEPT = statement<KeptRow>(
  'kpi-kept',
  `select t.name, t.prefix, z.zone, k.first_opened_at, k.looked_until,
     (select min(m.since) from kpi_touch m where m.provider_id = $1 and m.tenant_id = $2) as doubted_since,
     (select jsonb_object_agg(p.period_key, p.figures) from kpi_period p where p.provider_id = $1 and p.tenant_id = $2
        and p.zone = z.zone and p.period_key = any ($4) and p.edition = $5) as kept,
     (select r.review_id from review r where r.provider_id = $1 and r.tenant_id = $2 and r.period_key = $3) as review_id
   from tenant t cross join lateral (select reporting_zone($1, $2) as zone offset 0) z
   left join kpi_keeping k on k.provider_id = $1 and k.tenant_id = $2 and k.zone = z.zone and k.edition = $5
   where t.provider_id = $1 and t.tenant_id = $2`,
);

interface KeptRow {
  readonly name: string;
  readonly prefix: string;
  readonly zone: string;
  readonly review_id: string | null;
  readonly first_opened_at: Instant | null;
  readonly looked_until: Instant | null;
  readonly doubted_since: Instant | null;
  readonly kept: Readonly<Record<string, PackedSummary>> | null;
}

/** What is kept of a tenant's periods, beside the tenant itself. */
export interface Kept {
  readonly tenant: Pick<KeptRow, 'name' | 'prefix' | 'zone' | 'review_id'>;
  /** What is kept of a period and still holds, packed; null: it has to be computed. */
  readonly of: (period: Period) => PackedSummary | null;
}

const NEVER: KpiPeriod = { key: '', zone: 'UTC', from: 0, to: 0 };
/** The figures of a period before the first ticket or question to a party: those of any such period. */
const EMPTY = packSummary(summaryOf(computeKpis({ tickets: [], clocks: [] }, NEVER)));

function holds({ looked_until: until, doubted_since: doubted }: KeptRow, { to }: Period): boolean {
  return until !== null && to <= until && (doubted === null || to <= doubted);
}

/** Reads what is kept of periods; null when the tenant isn't in reach. `keys`: the periods, the one in front first. */
export async function keptPeriods(
  tx: Tx,
  tenantId: string,
  keys: readonly [string, ...string[]],
): Promise<Kept | null> {
  const [row] = await tx.query(KEPT, [tx.scope.providerId, tenantId, keys[0], keys, KPI_EDITION]);
  if (row === undefined) return null;
  return {
    tenant: row,
    of: (period) => {
      if (!holds(row, period)) return null;
      const before = row.first_opened_at === null || period.to <= row.first_opened_at;
      return row.kept?.[period.key] ?? (before ? EMPTY : null);
    },
  };
}
