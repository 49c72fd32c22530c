import type { AvailabilityVerdict } from '../availability/figure.js';
import type { CreditBasis, TerminationMiss, TerminationRule } from '../contracts/credit-terms.js';

/** How one period of a promise ended. */
export interface PeriodVerdict {
  readonly periodKey: string;
  readonly verdict: AvailabilityVerdict;
  /** Whether the period earned a credit, by whichever figure; absent: not known, which counts as none. */
  readonly credited?: boolean;
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

/** What a miss is for a ladder's rule: what it says, else of availability its target, of attainment a credit. */
export function missOf(rule: TerminationRule, basis: CreditBasis['kind']): TerminationMiss {
  return rule.counts ?? (basis === 'AVAILABILITY' ? 'TARGET' : 'CREDIT');
}

/**
 * The right to terminate after `misses` within any `periods` consecutive periods (domain.md section 8). The history is in
 * order, oldest first, without holes; a period without data is no miss but takes its place. `miss` as {@link missOf} says.
 */
export function terminationRight(
  history: readonly PeriodVerdict[],
  rule: TerminationRule,
  miss: TerminationMiss,
): TerminationRight {
  const isMiss = ({ verdict, credited }: PeriodVerdict): boolean =>
    miss === 'TARGET' ? verdict === 'MISSED' : credited === true;
  const missesUpTo = (index: number) =>
    history.slice(Math.max(0, index - rule.periods + 1), index + 1).filter(isMiss).length;
  const last = history.length - 1;
  const reachedIn = history
    .filter((period, index) => isMiss(period) && missesUpTo(index) >= rule.misses)
    .map(({ periodKey }) => periodKey);
  const misses = missesUpTo(last);
  return { reached: misses >= rule.misses, reachedIn, misses, rule };
}
