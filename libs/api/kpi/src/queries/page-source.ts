import { isId } from '@daylight/api-calendars';
import { contractVersionsOf } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import {
  computeKpis,
  parsePeriod,
  previousPeriods,
  summaryOf,
  unpackSummary,
  type KpiSummary,
  type Period,
} from '@daylight/domain';
import { loadFacts } from '../facts/load-facts.js';
import { keptPeriods, type Kept } from '../keep/kept-periods.js';
import { pastSeries } from './past-series.js';
import { agreedBy, soFar, type AgreedFigures, type Reporting } from './reporting.js';
import type { Series } from './rollup-series.js';

/** Everything that a page and an export are written from. */
export interface PageSource {
  readonly reporting: Reporting;
  readonly summary: KpiSummary;
  readonly agreed: AgreedFigures;
  /** Oldest first, the period itself last. */
  readonly periods: readonly Period[];
  /** Of the periods before it. */
  readonly series: Series;
}

export interface PageWanted {
  readonly tenantId: string;
  readonly period: string;
  /** How many periods before it. */
  readonly past: number;
}

/** The period and those before it, oldest first; null when the key is none. */
function periodsUpTo(zone: string, key: string, past: number): readonly Period[] | null {
  const own = parsePeriod(zone, key);
  return own === null ? null : [...previousPeriods(zone, key, past), own];
}

async function summaryFor(tx: Tx, tenantId: string, { kept, own }: { readonly kept: Kept; readonly own: Period }) {
  const known = kept.of(own);
  if (known !== null) return unpackSummary(known);
  const period = soFar(own, tx.now);
  return summaryOf(computeKpis(await loadFacts(tx, tenantId, period), period));
}

function reportingFor(tenantId: string, { tenant }: Kept, period: Period): Reporting {
  const { name: tenantName, prefix, zone, review_id: reviewId } = tenant;
  return { tenantId, tenantName, prefix, zone, period, reviewId };
}

/**
 * Figures of a period and its past: kept ones are read, two statements in all; what isn't kept, the current period first of
 * all, is computed from the facts. Both give the same bits (decision 8). Null when there is no such tenant or period.
 */
export async function pageSource(tx: Tx, { tenantId, period: key, past }: PageWanted): Promise<PageSource | null> {
  // Keys don't depend on the zone, which isn't known yet.
  const keys = periodsUpTo('UTC', key, past)?.map((each) => each.key) ?? null;
  if (keys === null || !isId(tenantId)) return null;
  const [kept, versions] = await Promise.all([
    keptPeriods(tx, tenantId, [key, ...keys.slice(0, -1)]),
    contractVersionsOf(tx, tenantId),
  ]);
  const periods = kept === null ? null : periodsUpTo(kept.tenant.zone, key, past);
  const own = periods?.at(-1);
  if (kept === null || periods === null || own === undefined) return null;
  const reporting = reportingFor(tenantId, kept, own);
  const [summary, series, agreed] = await Promise.all([
    summaryFor(tx, tenantId, { kept, own }),
    pastSeries(tx, reporting, { kept, past: periods.slice(0, -1) }),
    agreedBy(tx, own, versions),
  ]);
  return { reporting, summary, agreed, periods, series };
}
