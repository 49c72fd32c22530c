import type { Tx } from '@daylight/api-database';
import { FIGURE_SLOTS, type KpiKey, type PackedSummary, type Period } from '@daylight/domain';
import type { Kept } from '../keep/kept-periods.js';
import type { Reporting } from './reporting.js';
import { COUNT_KEYS, rollupSeries, seriesName, type Series, type SeriesPoint } from './rollup-series.js';
import { TIME_KEYS, timeSeries } from './time-series.js';

/** Past periods of a figure: from the monthly counts and, where those don't say, from the facts. */
export async function seriesOf(tx: Tx, { tenantId, zone }: Reporting, periods: readonly Period[]): Promise<Series> {
  const wanted = { tenantId, zone, periods };
  const [counts, times] = await Promise.all([rollupSeries(tx, wanted), timeSeries(tx, wanted)]);
  return new Map([...(counts ?? []), ...times]);
}

const SERIES_KEYS: ReadonlySet<KpiKey> = new Set<KpiKey>([...COUNT_KEYS, ...TIME_KEYS]);
/** Where the figures that have a past stand in a summary. */
const PLACES = FIGURE_SLOTS.flatMap(({ key, clock }, index) =>
  SERIES_KEYS.has(key) ? [{ name: seriesName(key, clock), index }] : [],
);

function pointAt(packed: PackedSummary | null, index: number): SeriesPoint | undefined {
  const figure = packed?.figures[index];
  return figure === undefined ? undefined : { numerator: figure[0], denominator: figure[1], n: figure[2] };
}

/** Points of periods that are kept or, where one isn't, were computed. A figure without some point has no past. */
function pointsOf(
  kept: readonly (PackedSummary | null)[],
  { computed, from }: { readonly computed: Series; readonly from: number },
): Series {
  const series = new Map<string, readonly SeriesPoint[]>();
  for (const { name, index } of PLACES) {
    const told = computed.get(name) ?? [];
    const points = kept.flatMap((packed, at) => pointAt(packed, index) ?? told[at - from] ?? []);
    if (points.length === kept.length) series.set(name, points);
  }
  return series;
}

/** Past periods of a figure, oldest first: read where they are kept, computed from the first to the last that isn't. */
export async function pastSeries(
  tx: Tx,
  reporting: Reporting,
  { kept, past }: { readonly kept: Kept; readonly past: readonly Period[] },
): Promise<Series> {
  const packed = past.map((period) => kept.of(period));
  const [from, to] = [packed.indexOf(null), packed.lastIndexOf(null) + 1];
  const computed = from === -1 ? new Map() : await seriesOf(tx, reporting, past.slice(from, to));
  return pointsOf(packed, { computed, from });
}
