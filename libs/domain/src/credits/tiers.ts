import { compare, partsPerMillion, type Fraction } from '../availability/fraction.js';
import type { CreditTier } from '../contracts/credit-terms.js';

/**
 * The step that an exact figure lies in: `from <= figure < below`, so that a figure just at an edge takes the better
 * step (D-CRD-1). null: above the ladder, nothing is owed.
 */
export function tierOf(measured: Fraction, tiers: readonly CreditTier[]): CreditTier | null {
  const found = tiers.find(
    ({ fromPpm, belowPpm }) =>
      compare(measured, partsPerMillion(fromPpm)) >= 0 && compare(measured, partsPerMillion(belowPpm)) < 0,
  );
  return found ?? null;
}
