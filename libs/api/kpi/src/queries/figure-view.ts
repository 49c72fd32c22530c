import {
  judgeKpi,
  KPI_DEFINITIONS,
  valueOf,
  type FigureSummary,
  type KpiKey,
  type KpiSummary,
  type KpiTarget,
  type Language,
  type LocalizedText,
  type Period,
} from '@daylight/domain';
import { exclusionName, KPI_WORDS, kpiName, kpiValue, periodName, splitName, targetText } from '@daylight/text';
import { seriesName, type Series, type SeriesPoint } from './rollup-series.js';

/** What stands beside a report's figures. */
export interface FigureSetting {
  readonly language: Language;
  readonly targets: readonly KpiTarget[];
  /** The last periods, oldest first; the report's own is the last one. */
  readonly periods: readonly Period[];
  readonly series: Series;
  readonly compareWithPrevious: boolean;
}

/** A point's value in the figure's unit, rounded down; null without data. */
export function pointValue(point: SeriesPoint, key: KpiKey): number | null {
  return valueOf(KPI_DEFINITIONS[key].unit, point);
}

function trendOf(figure: FigureSummary, { periods, series, language }: FigureSetting) {
  const points = series.get(seriesName(figure.key, figure.clock)) ?? [];
  return periods.flatMap((period, index) => {
    const own = index === periods.length - 1;
    const point = own ? figure : points[index];
    // A figure that no series covers has its own period only.
    if (point === undefined || points.length === 0) return [];
    return [
      {
        periodKey: period.key,
        label: periodName(period, language),
        value: own ? figure.value : pointValue(point, figure.key),
        n: point.n,
      },
    ];
  });
}

/** What attainment would be if objections were conceded stands right behind attainment, clock by clock (D-SLA-4). */
function besideEachOther(figures: readonly FigureSummary[]): readonly FigureSummary[] {
  const conceded = figures.filter(({ key }) => key === 'SLA_ATTAINMENT_IF_CONCEDED');
  return figures
    .filter((figure) => !conceded.includes(figure))
    .flatMap((figure) =>
      figure.key === 'SLA_ATTAINMENT' ? [figure, ...conceded.filter(({ clock }) => clock === figure.clock)] : [figure],
    );
}

/** The second figure is held against what was agreed for the first. */
function judged(figure: FigureSummary, targets: readonly KpiTarget[]) {
  return judgeKpi(figure.key === 'SLA_ATTAINMENT_IF_CONCEDED' ? { ...figure, key: 'SLA_ATTAINMENT' } : figure, targets);
}

/** `KpiFigure` of the schema. */
function figureView(figure: FigureSummary, setting: FigureSetting) {
  const { language, targets, compareWithPrevious } = setting;
  const { key, clock, unit, value, numerator, denominator, n, confidential } = figure;
  const trend = trendOf(figure, setting);
  const previousValue = compareWithPrevious ? (trend.at(-2)?.value ?? null) : null;
  const { group, direction, definition } = KPI_WORDS[key];
  return {
    ...{ key, clock, group, direction, unit, value, numerator, denominator, n, confidential, trend, previousValue },
    ...{
      label: kpiName(key, clock, language),
      definition: definition[language],
      display: kpiValue(value, unit, language),
    },
    exclusions: figure.exclusions.map(({ reason, count }) => ({
      reason,
      count,
      label: exclusionName(reason, language),
    })),
    targets: judged(figure, targets).map(({ target, kind }) => ({
      ...{
        side: target.side,
        comparison: target.comparison,
        value: target.value,
        display: targetText(target, language),
      },
      judgement: kind,
    })),
    previousDisplay: previousValue === null ? null : kpiValue(previousValue, unit, language),
    hasItems: n > 0,
  };
}

export type FigureView = ReturnType<typeof figureView>;

/** A figure about nothing isn't shown for clocks that nobody promised; everything else is, without data too. */
function isShown(figure: FigureSummary, { targets, series }: Pick<FigureSetting, 'targets' | 'series'>): boolean {
  if (figure.clock === null || figure.n > 0 || figure.exclusions.some(({ reason }) => reason !== 'OUT_OF_CONTRACT'))
    return true;
  if (targets.some(({ kpi, clock }) => kpi === figure.key && clock === figure.clock)) return true;
  const points = series.get(seriesName(figure.key, figure.clock)) ?? [];
  return figure.key === 'SLA_ATTAINMENT' && points.some(({ n }) => n > 0);
}

/** The figures of a report that are worth showing, in the order in which people read them. */
export function figureViews(figures: readonly FigureSummary[], setting: FigureSetting): readonly FigureView[] {
  return besideEachOther(figures.filter((figure) => isShown(figure, setting))).map((figure) =>
    figureView(figure, setting),
  );
}

/** `Volume` of the schema. */
export function volumeViews(
  { volumes }: Pick<KpiSummary, 'volumes'>,
  language: Language,
  serviceNames: ReadonlyMap<string, LocalizedText>,
) {
  return volumes.map(({ by, counts }) => ({
    by,
    counts: counts.map(({ key, count }) => ({
      ...{
        key,
        count,
        label: (by === 'SERVICE' ? serviceNames.get(key)?.[language] : undefined) ?? splitName(by, key, language),
      },
    })),
  }));
}
