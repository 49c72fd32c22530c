import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { ExclusionCause, Instant } from '@daylight/domain';

/** An outage as stored; those that were withdrawn aren't read. */
export interface OutageFact {
  readonly outage_id: string;
  readonly service_item_id: string;
  readonly state: 'DOWN' | 'DEGRADED';
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly asset_ids: readonly string[];
  readonly ticket_ids: readonly string[];
}

export interface WindowFact {
  readonly window_id: string;
  readonly tenant_id: string;
  readonly kind: 'PLANNED' | 'EMERGENCY';
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly started_at: Instant | null;
  readonly ended_at: Instant | null;
  readonly cancelled: boolean;
  readonly conceded: boolean;
  readonly service_item_ids: readonly string[];
  /** In the order in which they were sent; instants as UTC milliseconds. */
  readonly announcements: readonly {
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly deliveredAt: Instant | null;
  }[];
}

export interface ExclusionFact {
  readonly exclusion_id: string;
  readonly service_item_id: string;
  readonly cause: ExclusionCause;
  readonly from_at: Instant;
  readonly to_at: Instant;
  readonly state: 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'DISPUTED';
}

export interface MeasurementFact {
  readonly service_item_id: string;
  readonly measured: boolean;
  readonly from_at: Instant;
  readonly to_at: Instant | null;
}

/** What happened to a client's services in and around a stretch of time. */
export interface History {
  readonly outages: readonly OutageFact[];
  readonly windows: readonly WindowFact[];
  readonly exclusions: readonly ExclusionFact[];
  /** In the order in which they were written down: later words count more. */
  readonly measurements: readonly MeasurementFact[];
}

const OUTAGES = statement<OutageFact>(
  'availability-outages',
  `select outage_id, service_item_id, state, started_at, ended_at, asset_ids, ticket_ids from outage
   where provider_id = $1 and tenant_id = $2 and started_at < $4 and coalesce(ended_at, 'infinity'::timestamptz) > $3 and withdrawn_at is null
   order by started_at, outage_id`,
);
const WINDOW = `select w.window_id, w.tenant_id, w.kind, w.starts_at, w.ends_at, w.started_at, w.ended_at, w.cancelled_at is not null as cancelled,
     w.conceded_at is not null as conceded,
     (select array_agg(s.service_item_id order by s.service_item_id) from maintenance_service s
       where s.provider_id = w.provider_id and s.window_id = w.window_id) as service_item_ids,
     (select jsonb_agg(jsonb_build_object('startsAt', floor(extract(epoch from a.starts_at) * 1000), 'endsAt', floor(extract(epoch from a.ends_at) * 1000),
         'deliveredAt', floor(extract(epoch from a.delivered_at) * 1000)) order by a.ordinal)
       from maintenance_announcement a where a.provider_id = w.provider_id and a.window_id = w.window_id) as announcements
   from maintenance_window w`;
const WITHIN = `w.starts_at < $4 and greatest(w.ends_at, coalesce(w.ended_at, w.ends_at),
     case when w.started_at is not null and w.ended_at is null then $5::timestamptz else w.ends_at end) > $3
   order by w.starts_at, w.window_id`;
const WINDOWS = statement<WindowFact>(
  'availability-windows',
  `${WINDOW} where w.provider_id = $1 and w.tenant_id = $2 and ${WITHIN}`,
);
const WINDOWS_OF_MANY = statement<WindowFact>(
  'availability-windows-of-many',
  `${WINDOW} where w.provider_id = $1 and w.tenant_id = any ($2::uuid[]) and ${WITHIN}`,
);
const WINDOW_OF = statement<WindowFact>(
  'availability-window-of',
  `${WINDOW} where w.provider_id = $1 and w.tenant_id = $2 and w.window_id = $3`,
);
const EXCLUSIONS = statement<ExclusionFact>(
  'availability-exclusions',
  `select exclusion_id, service_item_id, cause, from_at, to_at, state from exclusion
   where provider_id = $1 and tenant_id = $2 and from_at < $4 and to_at > $3 and state <> 'WITHDRAWN'
   order by from_at, exclusion_id`,
);
const MEASUREMENTS = statement<MeasurementFact>(
  'availability-measurements',
  `select service_item_id, measured, from_at, to_at from measurement
   where provider_id = $1 and tenant_id = $2 and from_at < $4 and (to_at is null or to_at > $3)
   order by created_at, measurement_id`,
);

export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Everything that can matter to `[from, to)` of one client; whole months, since planned work has a monthly cap. Four statements. */
export async function loadHistory(tx: Tx, tenantId: string, { from, to }: Stretch): Promise<History> {
  const of = [tx.scope.providerId, tenantId, timestamp(from), timestamp(to)];
  const [outages, windows, exclusions, measurements] = await Promise.all([
    tx.query(OUTAGES, of),
    tx.query(WINDOWS, [...of, timestamp(tx.now)]),
    tx.query(EXCLUSIONS, of),
    tx.query(MEASUREMENTS, of),
  ]);
  return { outages, windows, exclusions, measurements };
}

/** The windows of several clients, for lists. One statement. */
export function windowsOf(tx: Tx, tenantIds: readonly string[], { from, to }: Stretch): Promise<readonly WindowFact[]> {
  const of = [tx.scope.providerId, tenantIds, timestamp(from), timestamp(to), timestamp(tx.now)];
  return tx.query(WINDOWS_OF_MANY, of);
}

/** One window, whenever it is; null: this client has none such, or none in reach. One statement. */
export async function windowOf(tx: Tx, tenantId: string, windowId: string): Promise<WindowFact | null> {
  const [row] = await tx.query(WINDOW_OF, [tx.scope.providerId, tenantId, windowId]);
  return row ?? null;
}
