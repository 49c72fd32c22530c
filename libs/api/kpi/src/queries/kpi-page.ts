import { serviceItemsByIds } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import { DaylightError, type PersonScope } from '@daylight/api-platform';
import {
  computeKpis,
  previousPeriods,
  type Facts,
  type KpiReport,
  type LocalizedText,
  type Period,
} from '@daylight/domain';
import { loadFacts } from '../facts/load-facts.js';
import { figureView, isShown, volumeViews, type FigureSetting } from './figure-view.js';
import { periodView } from './period-view.js';
import { agreedFigures, reportingOf, soFar, type AgreedFigures, type Reporting } from './reporting.js';
import { rollupSeries, type Series } from './rollup-series.js';
import { timeSeries } from './time-series.js';

/** Whose figures of when, and with how much of the past beside them. */
export interface KpiPageArgs {
  readonly tenantId: string;
  readonly period: string;
  readonly compareWithPrevious: boolean;
  /** 1..12, this period counted in. */
  readonly trendLength: number;
}

/** Everything that a page, an export and a review are written from. */
export interface KpiSource {
  readonly reporting: Reporting;
  readonly facts: Facts;
  readonly report: KpiReport;
  readonly agreed: AgreedFigures;
  /** Oldest first, the period itself last. */
  readonly periods: readonly Period[];
  readonly series: Series;
}

/** Past periods of a figure: from the monthly counts and, where those don't say, from the facts. */
export async function seriesOf(tx: Tx, { tenantId, zone }: Reporting, periods: readonly Period[]): Promise<Series> {
  const wanted = { tenantId, zone, periods };
  const [counts, times] = await Promise.all([rollupSeries(tx, wanted), timeSeries(tx, wanted)]);
  return new Map([...(counts ?? []), ...times]);
}

/** Figures of a period from the kept facts, the past from the rollup; null when there is no such tenant or period. */
export async function kpiSource(
  tx: Tx,
  args: Pick<KpiPageArgs, 'tenantId' | 'period' | 'trendLength'>,
): Promise<KpiSource | null> {
  const { trendLength } = args;
  if (!Number.isInteger(trendLength) || trendLength < 1 || trendLength > 12) {
    throw new DaylightError('BAD_INPUT', 'trendLength has to be within 1..12');
  }
  const reporting = await reportingOf(tx, args.tenantId, args.period);
  if (reporting === null) return null;
  const { period, zone } = reporting;
  const periods = [...previousPeriods(zone, period.key, Math.max(1, trendLength - 1)), period];
  const now = soFar(period, tx.now);
  const [facts, series, agreed] = await Promise.all([
    loadFacts(tx, reporting.tenantId, now),
    seriesOf(tx, reporting, periods),
    agreedFigures(tx, reporting),
  ]);
  return { reporting, facts, report: computeKpis(facts, now), agreed, periods, series };
}

async function namesOf(tx: Tx, { report, agreed }: KpiSource): Promise<ReadonlyMap<string, LocalizedText>> {
  const used = report.volumes
    .filter(({ by }) => by === 'SERVICE')
    .flatMap(({ counts }) => counts.map(({ key }) => key));
  const missing = used.filter((id) => !agreed.serviceNames.has(id));
  if (missing.length === 0) return agreed.serviceNames;
  const items = await serviceItemsByIds(tx, missing);
  return new Map([...agreed.serviceNames, ...items.map(({ id, name }) => [id, name] as const)]);
}

/** `KpiPage` of the schema; null when there is no such tenant in reach or `period` is no key of one. */
export async function kpiPage(tx: Tx<PersonScope>, args: KpiPageArgs) {
  const source = await kpiSource(tx, args);
  if (source === null) return null;
  const { reporting, report, agreed, periods, series } = source;
  const { language } = tx.scope;
  const shownPeriods = args.trendLength === 1 && !args.compareWithPrevious ? periods.slice(-1) : periods;
  const setting: FigureSetting = {
    ...{
      language,
      targets: agreed.targets,
      periods: shownPeriods,
      series,
      compareWithPrevious: args.compareWithPrevious,
    },
  };
  const previous = args.compareWithPrevious ? periods.at(-2) : undefined;
  return {
    period: periodView(reporting.period, tx.now, language),
    previous: previous === undefined ? null : periodView(previous, tx.now, language),
    ...{ tenantId: reporting.tenantId, tenantName: reporting.tenantName, asOf: tx.now, reviewId: reporting.reviewId },
    figures: report.figures.filter((figure) => isShown(figure, setting)).map((figure) => figureView(figure, setting)),
    volumes: volumeViews(report, language, await namesOf(tx, source)),
    flow: report.flow,
  };
}
