import { fraction, type Fraction } from '../availability/fraction.js';
import type { CreditSchedule } from '../contracts/credit-terms.js';
import type { ClockKind, Priority, Terms } from '../contracts/terms.js';
import { addDays } from '../time/date.js';
import type { Period } from '../time/periods.js';
import { computeCredit } from './compute.js';

/** Verdicts of a clock kind that a period holds so far, of one priority. */
export interface JudgedSoFar {
  readonly priority: Priority;
  readonly met: number;
  readonly missed: number;
}

export interface StakeInput {
  readonly terms: Pick<Terms, 'credits' | 'services' | 'currency' | 'monthlyFeeMinor'>;
  readonly serviceItemId: string;
  readonly clock: ClockKind;
  readonly priority: Priority;
  /** The month in which the miss counts. */
  readonly month: Period;
  /** Of the service item and the clock, without the miss that is asked about. */
  readonly judged: readonly JudgedSoFar[];
}

const attainment = (met: number, missed: number): Fraction | null =>
  met + missed === 0 ? null : fraction(BigInt(met), BigInt(met + missed));

/** What a ladder pays for a figure, before VAT; 0 where it can't be computed. */
function paid(schedule: CreditSchedule, { terms, month }: StakeInput, fee: number, measured: Fraction | null): number {
  const stretch = { from: month.firstDate, to: addDays(month.lastDate, 1), monthlyFeeMinor: fee };
  const parts = [{ ...stretch, versionId: '', tiers: schedule.tiers, measured }];
  const { currency } = terms;
  const computed = computeCredit({ schedule, period: month, currency, parts, capBase: null, exchange: null });
  return computed.kind === 'computed' ? computed.credit.amountMinor : 0;
}

/**
 * What one more miss of a clock would add to the month's credits (D-CRD-1): the ladders of attainment read with the verdicts
 * so far, and with the miss among them. Minor units before VAT. null: the terms name no such ladder, or no fee to take it
 * of. What availability pays for the same event isn't known before the month is over.
 */
export function creditAtStake(input: StakeInput): number | null {
  const { terms, serviceItemId, clock, priority, judged } = input;
  const service = terms.services.find((item) => item.serviceItemId === serviceItemId);
  const fee = service?.monthlyFeeMinor ?? terms.monthlyFeeMinor;
  const ladders = (terms.credits ?? []).filter(
    ({ basis }) =>
      basis.kind === 'ATTAINMENT' && basis.clock === clock && (basis.priority === null || basis.priority === priority),
  );
  if (fee === null || ladders.length === 0) return null;
  return ladders.reduce((sum, schedule) => {
    const { basis } = schedule;
    const only = basis.kind === 'ATTAINMENT' ? basis.priority : null;
    const counted = judged.filter((each) => only === null || each.priority === only);
    const met = counted.reduce((total, each) => total + each.met, 0);
    const missed = counted.reduce((total, each) => total + each.missed, 0);
    const before = paid(schedule, input, fee, attainment(met, missed));
    return sum + Math.max(0, paid(schedule, input, fee, attainment(met, missed + 1)) - before);
  }, 0);
}
