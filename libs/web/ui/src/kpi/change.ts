/** What a figure is counted in: 1/10,000 for ratios, whole seconds, or a number. */
export type FigureUnit = 'BASIS_POINTS' | 'SECONDS' | 'COUNT';
export type FigureDirection = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEITHER';

export interface Comparable {
  readonly value: number | null;
  readonly previousValue: number | null;
  readonly direction: FigureDirection;
}

export interface FigureChange {
  /** How much, without its sign, in the figure's unit. */
  readonly by: number;
  readonly up: boolean;
  readonly better: boolean;
}

/** What changed since the period before. Null without data on either side, without a change, and where neither way is good news. */
export function changeOf({ value, previousValue, direction }: Comparable): FigureChange | null {
  if (value === null || previousValue === null || value === previousValue || direction === 'NEITHER') return null;
  const up = value > previousValue;
  return { by: Math.abs(value - previousValue), up, better: up === (direction === 'HIGHER_IS_BETTER') };
}
