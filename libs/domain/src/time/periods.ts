import type { LocalDate, Instant, Interval } from './instant.js';
import { dateOf, utcDay } from './date.js';
import { localParts, startOfLocalDay } from './zone.js';

export const PERIOD_UNITS = ['YEAR', 'QUARTER', 'MONTH'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A reporting period, half-open and cut at local midnight in its zone (D-AVL-2). */
export type Period = Interval & {
  /** `2026`, `2026-Q3` or `2026-08`. */
  readonly key: string;
  readonly zone: string;
  readonly unit: PeriodUnit;
  /** Parts for a label: quarter 1..4 and month 1..12 where the unit has them, else null. */
  readonly year: number;
  readonly quarter: number | null;
  readonly month: number | null;
  /** First and last local date, both included. */
  readonly firstDate: LocalDate;
  readonly lastDate: LocalDate;
};

const KEY = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;
const MONTHS = { YEAR: 12, QUARTER: 3, MONTH: 1 } as const;

/** A period by its key; null when the key is none. Throws a RangeError for an unknown zone. */
export function parsePeriod(zone: string, key: string): Period | null {
  const match = KEY.exec(key);
  if (match === null) return null;
  const [, year, quarter, month] = match;
  const first = Number(year) * 12;
  if (quarter !== undefined) return periodAt(zone, 'QUARTER', first + (Number(quarter) - 1) * 3);
  if (month !== undefined) return periodAt(zone, 'MONTH', first + Number(month) - 1);
  return periodAt(zone, 'YEAR', first);
}

/** A period by a key known to be one. Throws a RangeError otherwise: use `parsePeriod` for what people type. */
export function period(zone: string, key: string): Period {
  const found = parsePeriod(zone, key);
  if (found === null) throw new RangeError(`not a period: ${key}`);
  return found;
}

/** The period of a unit that contains an instant. */
export function periodOf(zone: string, unit: PeriodUnit, at: Instant): Period {
  return periodAt(zone, unit, indexOf(zone, unit, at));
}

/** First month, counted from year 0, of the period of a unit that contains an instant. */
function indexOf(zone: string, unit: PeriodUnit, at: Instant): number {
  const { year, month } = localParts(zone, at);
  const index = year * 12 + month - 1;
  return index - (index % MONTHS[unit]);
}

/** The local month that contains an instant. */
export function monthOf(zone: string, at: Instant): Period {
  return periodOf(zone, 'MONTH', at);
}

/** The local quarter that contains an instant. */
export function quarterOf(zone: string, at: Instant): Period {
  return periodOf(zone, 'QUARTER', at);
}

/** The `n` periods before `key`, of its unit, oldest first. */
export function previousPeriods(zone: string, key: string, n: number): readonly Period[] {
  const { unit, year, month, quarter } = period(zone, key);
  const first = year * 12 + (month ?? ((quarter ?? 1) - 1) * 3 + 1) - 1;
  return Array.from({ length: n }, (_, index) => periodAt(zone, unit, first - (n - index) * MONTHS[unit]));
}

/** Every period of a unit that shares an instant with `[from, to)`, oldest first. */
export function periodsBetween(zone: string, unit: PeriodUnit, from: Instant, to: Instant): readonly Period[] {
  const periods: Period[] = [];
  if (from >= to) return periods;
  let index = indexOf(zone, unit, from);
  for (let next = periodAt(zone, unit, index); next.from < to; next = periodAt(zone, unit, index)) {
    periods.push(next);
    index += MONTHS[unit];
  }
  return periods;
}

/** Edges are found through the zone's rules, which is slow; there are few periods and they never change. */
const known = new Map<string, Period>();
const MOST_KNOWN = 10_000;

/** `index` counts months from year 0. Throws a RangeError for an unknown zone. */
function periodAt(zone: string, unit: PeriodUnit, index: number): Period {
  const name = `${zone}/${unit}/${index}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const period = cutPeriod(zone, unit, index);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, period);
  return period;
}

function cutPeriod(zone: string, unit: PeriodUnit, index: number): Period {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const first = utcDay(year, month, 1);
  const next = utcDay(year, month + MONTHS[unit], 1);
  const quarter = Math.floor((month - 1) / 3) + 1;
  return {
    key: keyOf(unit, year, quarter, month),
    zone,
    unit,
    year,
    quarter: unit === 'QUARTER' ? quarter : null,
    month: unit === 'MONTH' ? month : null,
    from: startOfLocalDay(zone, first),
    to: startOfLocalDay(zone, next),
    firstDate: dateOf(first),
    lastDate: dateOf(next - 1),
  };
}

function keyOf(unit: PeriodUnit, year: number, quarter: number, month: number): string {
  const name = String(year).padStart(4, '0');
  if (unit === 'YEAR') return name;
  return unit === 'QUARTER' ? `${name}-Q${quarter}` : `${name}-${String(month).padStart(2, '0')}`;
}
