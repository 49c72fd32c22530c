import { fraction, plus, ZERO, type Fraction } from '../availability/fraction.js';
import { addDays, dayOf } from '../time/date.js';
import type { LocalDate } from '../time/instant.js';
import { periodsBetween, type Period } from '../time/periods.js';

/** A stretch of days in which one version set the fee; half-open, in local dates of the period's zone. */
export interface FeeStretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The item's fee for a whole month. */
  readonly monthlyFeeMinor: number;
}

/** The fee of one month, or of the days of it that a version was in force. */
export interface FeeLine {
  /** `2026-08` */
  readonly month: string;
  readonly monthlyFeeMinor: number;
  readonly days: number;
  readonly daysInMonth: number;
  /** `monthlyFeeMinor x days / daysInMonth` in minor units, exact. */
  readonly amount: Fraction;
}

function dayNumber(date: LocalDate): number {
  const day = dayOf(date);
  if (day === null) throw new RangeError(`not a date: ${date}`);
  return day;
}

/**
 * The fee of a stretch within a period, month by month, pro-rated by days (D-CRD-1). Days outside the period don't
 * count. Throws a RangeError for something that is no date.
 */
export function feeLines(stretch: FeeStretch, period: Period): readonly FeeLine[] {
  const [from, to] = [dayNumber(stretch.from), dayNumber(stretch.to)];
  return periodsBetween(period.zone, 'MONTH', period.from, period.to).flatMap((month): readonly FeeLine[] => {
    const [first, next] = [dayNumber(month.firstDate), dayNumber(addDays(month.lastDate, 1))];
    const days = Math.min(to, next) - Math.max(from, first);
    if (days <= 0) return [];
    const daysInMonth = next - first;
    const amount = fraction(BigInt(stretch.monthlyFeeMinor) * BigInt(days), BigInt(daysInMonth));
    return [{ month: month.key, monthlyFeeMinor: stretch.monthlyFeeMinor, days, daysInMonth, amount }];
  });
}

export function sumOf(amounts: readonly Fraction[]): Fraction {
  return amounts.reduce(plus, ZERO);
}
