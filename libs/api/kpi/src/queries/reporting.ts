import { contractVersionsOf, termsByDigest, type AgreedVersion } from '@daylight/api-contracts';
import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import {
  parsePeriod,
  type Instant,
  type KpiPeriod,
  type KpiTarget,
  type LocalizedText,
  type Period,
} from '@daylight/domain';

const TENANT = statement<{ name: string; prefix: string; zone: string; review_id: string | null }>(
  'kpi-tenant',
  // The review is a link only: the row comes of a later feature, and its policy says who sees it.
  `select t.name, t.prefix, reporting_zone($1, $2) as zone,
     (select r.review_id from review r where r.provider_id = $1 and r.tenant_id = $2 and r.period_key = $3) as review_id
   from tenant t where t.provider_id = $1 and t.tenant_id = $2`,
);

/** Whose figures, cut in which zone. */
export interface Reporting {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly prefix: string;
  readonly zone: string;
  readonly period: Period;
  /** The period's review, where there is one that the reader may see. */
  readonly reviewId: string | null;
}

/** The tenant and period asked for; null when the tenant isn't in reach or the key is no period. One statement. */
export async function reportingOf(tx: Tx, tenantId: string, key: string): Promise<Reporting | null> {
  if (!isId(tenantId)) return null;
  const [tenant] = await tx.query(TENANT, [tx.scope.providerId, tenantId, key]);
  const period = tenant === undefined ? null : parsePeriod(tenant.zone, key);
  if (tenant === undefined || period === null) return null;
  return {
    tenantId,
    tenantName: tenant.name,
    prefix: tenant.prefix,
    zone: tenant.zone,
    period,
    reviewId: tenant.review_id,
  };
}

/** The period as far as it has come: what lies in the future has no age and no backlog yet. */
export function soFar({ key, zone, from, to }: Period, now: Instant): KpiPeriod {
  // Half-open: what happens in this very millisecond is in.
  return { key, zone, from, to: Math.max(from, Math.min(to, now + 1)) };
}

/** What the terms say about figures of a period. */
export interface AgreedFigures {
  readonly targets: readonly KpiTarget[];
  /** Names of service items, as agreed last. */
  readonly serviceNames: ReadonlyMap<string, LocalizedText>;
}

/** Targets of the managed terms in force when the period ends, or now; of several contracts the newest word counts. */
export async function agreedFigures(tx: Tx, { tenantId, period }: Reporting): Promise<AgreedFigures> {
  return agreedBy(tx, period, await contractVersionsOf(tx, tenantId));
}

/** The same, of versions that the caller has read. */
export async function agreedBy(tx: Tx, period: Period, versions: readonly AgreedVersion[]): Promise<AgreedFigures> {
  const at = Math.min(period.to - 1, tx.now);
  const terms = await termsByDigest(
    tx,
    versions.map(({ termsDigest }) => termsDigest),
  );
  const managed = versions.filter(({ contractKind, services }) => {
    const covers = services.some(({ from, to }) => from <= at && (to === null || at < to));
    return contractKind === 'MANAGED' && covers;
  });
  const targets = managed.flatMap(({ termsDigest }) => terms.get(termsDigest)?.kpiTargets ?? []);
  const named = versions.flatMap(({ termsDigest }) => terms.get(termsDigest)?.services ?? []);
  return {
    targets: [...new Map(targets.map((target) => [`${target.kpi}/${target.clock}/${target.side}`, target])).values()],
    serviceNames: new Map(named.map(({ serviceItemId, name }) => [serviceItemId, name])),
  };
}
