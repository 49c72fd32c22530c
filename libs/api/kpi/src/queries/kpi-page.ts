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
import { figureViews, volumeViews, type FigureSetting } from './figure-view.js';
import { periodView } from './period-view.js';
import { pageSource, type PageSource } from './page-source.js';
import { agreedFigures, reportingOf, soFar, type AgreedFigures, type Reporting } from './reporting.js';
import { seriesOf } from './past-series.js';
import { type Series } from './rollup-series.js';

/** Whose figures of when, and with how much of the past beside them. */
export interface KpiPageArgs {
  readonly tenantId: string;
  readonly period: string;
  readonly compareWithPrevious: boolean;
  /** 1..12, this period counted in. */
  readonly trendLength: number;
}

function checkLength(trendLength: number): void {
  if (Number.isInteger(trendLength) && trendLength >= 1 && trendLength <= 12) return;
  throw new DaylightError('BAD_INPUT', 'trendLength has to be within 1..12');
}

/** Everything that a review is written from. */
export interface KpiSource {
  readonly reporting: Reporting;
  readonly facts: Facts;
  readonly report: KpiReport;
  readonly agreed: AgreedFigures;
  /** Oldest first, the period itself last. */
  readonly periods: readonly Period[];
  readonly series: Series;
}

/** Figures of a period from the kept facts, the past from the rollup; null when there is no such tenant or period. */
export async function kpiSource(
  tx: Tx,
  args: Pick<KpiPageArgs, 'tenantId' | 'period' | 'trendLength'>,
): Promise<KpiSource | null> {
  checkLength(args.trendLength);
  const reporting = await reportingOf(tx, args.tenantId, args.period);
  if (reporting === null) return null;
  const { period, zone } = reporting;
  const periods = [...previousPeriods(zone, period.key, Math.max(1, args.trendLength - 1)), period];
  const now = soFar(period, tx.now);
  const [facts, series, agreed] = await Promise.all([
    loadFacts(tx, reporting.tenantId, now),
    seriesOf(tx, reporting, periods),
    agreedFigures(tx, reporting),
  ]);
  return { reporting, facts, report: computeKpis(facts, now), agreed, periods, series };
}

async function namesOf(tx: Tx, { summary, agreed }: PageSource): Promise<ReadonlyMap<string, LocalizedText>> {
  const used = summary.volumes
    .filter(({ by }) => by === 'SERVICE')
    .flatMap(({ counts }) => counts.map(({ key }) => key));
  const missing = used.filter((id) => !agreed.serviceNames.has(id));
  if (missing.length === 0) return agreed.serviceNames;
  const items = await serviceItemsByIds(tx, missing);
  return new Map([...agreed.serviceNames, ...items.map(({ id, name }) => [id, name] as const)]);
}

/** `KpiPage` of the schema; null when there is no such tenant in reach or `period` is no key of one. */
export async function kpiPage(tx: Tx<PersonScope>, args: KpiPageArgs) {
  const { compareWithPrevious } = args;
  checkLength(args.trendLength);
  const past = Math.max(args.trendLength - 1, compareWithPrevious ? 1 : 0);
  const source = await pageSource(tx, { ...args, past });
  if (source === null) return null;
  const { reporting, summary, agreed, periods, series } = source;
  const { language } = tx.scope;
  const setting: FigureSetting = { language, targets: agreed.targets, periods, series, compareWithPrevious };
  const previous = compareWithPrevious ? periods.at(-2) : undefined;
  return {
    period: periodView(reporting.period, tx.now, language),
    previous: previous === undefined ? null : periodView(previous, tx.now, language),
    ...{ tenantId: reporting.tenantId, tenantName: reporting.tenantName, asOf: tx.now, reviewId: reporting.reviewId },
    figures: figureViews(summary.figures, setting),
    volumes: volumeViews(summary, language, await namesOf(tx, source)),
    flow: summary.flow,
  };
}
