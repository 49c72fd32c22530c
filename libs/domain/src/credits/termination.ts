import type { AvailabilityVerdict } from '../availability/figure.js';
import type { TerminationRule } from '../contracts/credit-terms.js';

/** How one period of a promise ended. */
export interface PeriodVerdict {
  readonly periodKey: string;
  readonly verdict: AvailabilityVerdict;
}

/** Whether repeated misses give the client the right to end the contract (check with counsel). */
export interface TerminationRight {
  /** Reached in the last period of the history. */
  readonly reached: boolean;
  /** Periods in which it was reached anew: the miss of that period completed the number. */
  readonly reachedIn: readonly string[];
  /** Misses within the last `rule.periods` periods. */
  readonly misses: number;
  readonly rule: TerminationRule;
}

/**
 * The right to terminate after `misses` within any `periods` consecutive periods (domain.md section 8). The history is in
 * order, oldest first, without holes; a period without data is no miss but takes its place.
 */
export function terminationRight(history: readonly PeriodVerdict[], rule: TerminationRule): TerminationRight {
  const missesUpTo = (index: number) =>
    history.slice(Math.max(0, index - rule.periods + 1), index + 1).filter(({ verdict }) => verdict === 'MISSED')
      .length;
  const last = history.length - 1;
  const reachedIn = history
    .filter(({ verdict }, index) => verdict === 'MISSED' && missesUpTo(index) >= rule.misses)
    .map(({ periodKey }) => periodKey);
  const misses = missesUpTo(last);
  return { reached: misses >= rule.misses, reachedIn, misses, rule };
}
