import type { ClockKind } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import { KPI_DEFINITIONS, type KpiKey, type KpiUnit } from './definitions.js';

/** A reporting period, half-open, cut in a zone (D-AVL-2); `time/periods.ts` makes them. */
export interface KpiPeriod {
  readonly key: string;
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Why something was left out of a figure, and how often. */
export interface Exclusion {
  readonly reason: 'PILOT' | 'OUT_OF_CONTRACT' | 'CANCELLED' | 'MERGED' | 'NO_CLOCK' | 'OUTCOME_UNKNOWN';
  readonly count: number;
}

/**
 * One figure with what it rests on (D-KPI-1). The exact value is the fraction: `numerator / denominator` of a ratio,
 * seconds as milliseconds over 1,000 (over 1,000 n for a mean), a count over 1. `value` is that fraction rounded down,
 * to 0.01 % for ratios; null when there is no data, never 100 % (D-KPI-0).
 */
export interface KpiFigure {
  readonly key: KpiKey;
  readonly clock: ClockKind | null;
  readonly unit: KpiUnit;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Tickets, clocks or approvals the figure is about. */
  readonly n: number;
  readonly exclusions: readonly Exclusion[];
  /** Tickets behind the figure, or approvals where it is about those, sorted, each once. */
  readonly itemIds: readonly string[];
  /** How many of them are confidential: whoever may not see them sees this number (decisions.md 26). */
  readonly confidential: number;
}

/** Anything a figure can be about: a ticket or one of its clocks, which stand for the ticket, or something of its own. */
export type Item =
  | { readonly ticketId: string; readonly confidential: boolean }
  | { readonly itemId: string; readonly confidential: boolean };

function idOf(item: Item): string {
  return 'itemId' in item ? item.itemId : item.ticketId;
}

interface FigureInput {
  readonly key: KpiKey;
  readonly clock?: ClockKind;
  readonly items: readonly Item[];
  readonly numerator: number;
  readonly denominator: number;
  readonly exclusions?: readonly Exclusion[];
}

/** A fraction in its unit, rounded down; null without data. */
export function valueOf(
  unit: KpiUnit,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): number | null {
  if (denominator === 0) return null;
  return Math.floor((numerator * (unit === 'BASIS_POINTS' ? 10_000 : 1)) / denominator);
}

export function figure({
  key,
  clock = undefined,
  items,
  numerator,
  denominator,
  exclusions = [],
}: FigureInput): KpiFigure {
  const { unit } = KPI_DEFINITIONS[key];
  const value = valueOf(unit, { numerator, denominator });
  const itemIds = [...new Set(items.map(idOf))].sort();
  const confidential = new Set(items.filter((item) => item.confidential).map(idOf)).size;
  const counted = exclusions.filter(({ count }) => count > 0);
  return {
    key,
    clock: clock ?? null,
    unit,
    value,
    numerator,
    denominator,
    n: items.length,
    exclusions: counted,
    itemIds,
    confidential,
  };
}

/** How many items there are: always data, also when it is none. */
export function countFigure(key: KpiKey, items: readonly Item[], clock?: ClockKind): KpiFigure {
  return figure({ key, items, numerator: items.length, denominator: 1, ...(clock === undefined ? {} : { clock }) });
}

/** The share of items for which something holds. */
export function shareFigure<T extends Item>(key: KpiKey, items: readonly T[], holds: (item: T) => boolean): KpiFigure {
  return figure({ key, items, numerator: items.filter(holds).length, denominator: items.length });
}

/**
 * The p-th percentile by nearest rank: the least of the values that at least p % of them don't exceed. Always one of
 * the values; null when there are none. `percent` is a whole number, 1..100.
 */
export function nearestRank(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
}

/** A percentile of durations in milliseconds, given in seconds. */
export function percentileFigure<T extends Item>(
  key: KpiKey,
  items: readonly T[],
  percent: number,
  duration: (item: T) => number,
  exclusions: readonly Exclusion[] = [],
): KpiFigure {
  const found = nearestRank(items.map(duration), percent);
  return figure({ key, items, numerator: found ?? 0, denominator: found === null ? 0 : 1_000, exclusions });
}

/** Whether an instant lies in the period; an instant that never was doesn't. */
export function within(period: KpiPeriod, at: Instant | null): boolean {
  return at !== null && at >= period.from && at < period.to;
}
