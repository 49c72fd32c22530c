import type { KpiDirection, KpiUnit } from './generated/kpi.js';

export interface Comparable {
  readonly value: number | null;
  readonly previousValue: number | null;
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
}

export interface Change {
  /** How much, without its sign, in the figure's unit. */
  readonly by: number;
  readonly up: boolean;
  readonly better: boolean;
}

/** What changed since the period before. Null without data on either side, without a change, and where neither way is good news. */
export function changeOf({ value, previousValue, direction }: Comparable): Change | null {
  if (value === null || previousValue === null || value === previousValue || direction === 'NEITHER') return null;
  const up = value > previousValue;
  return { by: Math.abs(value - previousValue), up, better: up === (direction === 'HIGHER_IS_BETTER') };
}
