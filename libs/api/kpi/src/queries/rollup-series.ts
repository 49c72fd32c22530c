import { statement, timestamp, type Tx } from '@daylight/api-database';
import { CLOCK_KINDS, type ClockKind, type Instant, type KpiKey, type Period } from '@daylight/domain';

/**
 * Counts per month from the rollup, clocks that ran out unjudged laid over (decision 8), and under the month '' what was
 * counted before the first one: the backlog at its beginning. Rows of another zone say that months can't be summed.
 */
const MONTHS = statement<MonthRow>(
  'kpi-rollup-months',
  `select month, measure, clock, sum(n)::bigint as n from (
     select case when month < $4 then '' else month end as month, measure, clock, n from kpi_rollup
     where provider_id = $1 and tenant_id = $2 and zone = $3 and month <= $5 and (month >= $4 or clock = '')
     union all
     select to_char(c.due_at at time zone $3, 'YYYY-MM'), 'MISSED', c.kind, 1
     from ticket_clock c join ticket_fact f on f.provider_id = c.provider_id and f.ticket_id = c.ticket_id and not f.pilot
     where c.provider_id = $1 and c.tenant_id = $2 and c.verdict is null and c.state = 'RUNNING'
       and c.due_at >= $6 and c.due_at < $7 and c.due_at < $8
     union all
     select 'other-zone', '', '', 1 from kpi_rollup
     where provider_id = $1 and tenant_id = $2 and zone <> $3 and n <> 0 and month <= $5) counted
   group by month, measure, clock having sum(n) <> 0`,
);

interface MonthRow {
  readonly month: string;
  readonly measure: string;
  readonly clock: string;
  readonly n: number;
}

/** A figure in one period as the exact fraction; a zero denominator is no data. `n` is what it is about. */
export interface SeriesPoint {
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
}

/** Points of a figure by `key/clock` (`key/` without a clock), one per period asked for. */
export type Series = ReadonlyMap<string, readonly SeriesPoint[]>;

export function seriesName(key: KpiKey, clock: ClockKind | null): string {
  return `${key}/${clock ?? ''}`;
}

export interface PeriodsWanted {
  readonly tenantId: string;
  readonly zone: string;
  /** Consecutive, oldest first. */
  readonly periods: readonly Period[];
}

function monthsOf({ firstDate, lastDate }: Period): readonly [first: string, last: string] {
  return [firstDate.slice(0, 7), lastDate.slice(0, 7)];
}

type Count = (measure: string, clock: string) => number;

/** Sums the months of a period. */
function countsIn(rows: readonly MonthRow[], holds: (month: string) => boolean): Count {
  const sums = new Map<string, number>();
  for (const { month, measure, clock, n } of rows) {
    if (holds(month)) sums.set(`${measure}/${clock}`, (sums.get(`${measure}/${clock}`) ?? 0) + n);
  }
  return (measure, clock) => sums.get(`${measure}/${clock}`) ?? 0;
}

function counted(n: number): SeriesPoint {
  return { numerator: n, denominator: 1, n };
}

const FLOW = ['OPENED', 'RESOLVED', 'REOPENED', 'CANCELLED', 'MERGED'] as const;
/** Figures that `rollupSeries` gives. */
export const COUNT_KEYS = [
  ...(['SLA_ATTAINMENT', 'CLOCKS_CANCELLED', 'CLOCKS_MERGED', 'CONTESTED'] as const),
  ...([...FLOW, 'BACKLOG_START', 'BACKLOG_END'] as const),
] as const satisfies readonly KpiKey[];

function backlogOf(count: Count): number {
  return (
    count('OPENED', '') + count('REOPENED', '') - count('RESOLVED', '') - count('CANCELLED', '') - count('MERGED', '')
  );
}

function pointsOf(inside: Count, before: Count): readonly (readonly [name: string, point: SeriesPoint])[] {
  const start = backlogOf(before);
  const ofClocks = CLOCK_KINDS.flatMap((clock): readonly (readonly [string, SeriesPoint])[] => {
    const [met, missed] = [inside('MET', clock), inside('MISSED', clock)];
    return [
      [seriesName('SLA_ATTAINMENT', clock), { numerator: met, denominator: met + missed, n: met + missed }],
      [seriesName('CLOCKS_CANCELLED', clock), counted(inside('CANCELLED', clock))],
      [seriesName('CLOCKS_MERGED', clock), counted(inside('MERGED', clock))],
      [seriesName('CONTESTED', clock), counted(inside('CONTESTED', clock))],
    ];
  });
  return [
    ...ofClocks,
    ...FLOW.map((key) => [seriesName(key, null), counted(inside(key, ''))] as const),
    [seriesName('BACKLOG_START', null), counted(start)],
    [seriesName('BACKLOG_END', null), counted(start + backlogOf(inside))],
  ];
}

/**
 * Attainment, counts of clocks, flow and backlog of consecutive periods, from monthly counts in one statement; null when
 * months were counted in more than one zone, so that they don't sum to these periods.
 */
export async function rollupSeries(tx: Tx, { tenantId, zone, periods }: PeriodsWanted): Promise<Series | null> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const months = [monthsOf(first)[0], monthsOf(last)[1]];
  const instants = [first.from, last.to, tx.now].map((at: Instant) => timestamp(at));
  const rows = await tx.query(MONTHS, [tx.scope.providerId, tenantId, zone, ...months, ...instants]);
  if (rows.some(({ month }) => month === 'other-zone')) return null;
  const series = new Map<string, SeriesPoint[]>();
  for (const period of periods) {
    const [from, to] = monthsOf(period);
    const inside = countsIn(rows, (month) => month >= from && month <= to);
    const before = countsIn(rows, (month) => month < from);
    for (const [name, point] of pointsOf(inside, before)) series.set(name, [...(series.get(name) ?? []), point]);
  }
  return series;
}
