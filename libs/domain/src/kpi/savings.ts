import type { CreditStatus } from '../credits/lifecycle.js';

/** A line of the agreed cost baseline with what was really consumed of it. Money in minor units of one currency. */
export interface BaselineLine {
  readonly name: string;
  /** What one unit cost before, as agreed; null: nothing was agreed about it. */
  readonly unitCost: number | null;
  /** Whole units in the period. */
  readonly volume: number;
}

/** What the period cost, and what is held against it. */
export interface SavingsInput {
  readonly currency: string;
  readonly lines: readonly BaselineLine[];
  readonly actualCost: number;
  /** The provider's fee for the period: a saving that it eats is none. */
  readonly fee: number;
}

/** Savings compared with a baseline, or why there is no figure. `amount` in minor units; negative: it cost more. */
export type Savings =
  | { readonly kind: 'SAVINGS'; readonly currency: string; readonly baseline: number; readonly amount: number }
  | { readonly kind: 'NO_DATA'; readonly lacking: readonly string[] };

function safe(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in minor units: ${amount}`);
  return amount;
}

/**
 * `sum(unit cost x actual volume) - (actual cost + fee)` (domain.md section 9). Without an agreed baseline, for every line, there is no
 * figure rather than a flattering one; a negative one is shown as it is. Throws a RangeError for amounts that aren't whole.
 */
export function savingsAgainstBaseline({ currency, lines, actualCost, fee }: SavingsInput): Savings {
  const lacking = lines.filter(({ unitCost }) => unitCost === null).map(({ name }) => name);
  if (lines.length === 0 || lacking.length > 0) return { kind: 'NO_DATA', lacking };
  const baseline = safe(lines.reduce((sum, { unitCost, volume }) => sum + safe((unitCost ?? 0) * safe(volume)), 0));
  return { kind: 'SAVINGS', currency, baseline, amount: safe(baseline - safe(actualCost) - safe(fee)) };
}

/** A measure that saves money, as the provider claims it and the client has or hasn't accepted. */
export interface SavingMeasure {
  readonly amount: number;
  readonly currency: string;
  readonly accepted: boolean;
}

/** Accepted measures per currency, sorted by it; claims that nobody accepted are counted apart and save nothing. */
export function acceptedSavings(measures: readonly SavingMeasure[]): {
  readonly totals: readonly { readonly currency: string; readonly amount: number; readonly n: number }[];
  readonly notAccepted: number;
} {
  const accepted = measures.filter((measure) => measure.accepted);
  return { totals: totalsByCurrency(accepted), notAccepted: measures.length - accepted.length };
}

/** A service credit and how far it has come (D-CRD-1). */
export interface CreditAmount {
  readonly amount: number;
  readonly currency: string;
  readonly status: CreditStatus;
}

const STANDING = ['PROPOSED', 'ACCEPTED', 'SETTLED'] as const;

/**
 * Credits of a period per currency: those that stand, those in dispute, those waived. A merely computed one was told to
 * nobody and is in none.
 */
export function creditTotals(credits: readonly CreditAmount[]) {
  const of = (statuses: readonly CreditStatus[]) =>
    totalsByCurrency(credits.filter(({ status }) => statuses.includes(status)));
  return { standing: of(STANDING), disputed: of(['DISPUTED']), waived: of(['WAIVED']) };
}

function totalsByCurrency(items: readonly { readonly amount: number; readonly currency: string }[]) {
  const currencies = [...new Set(items.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const amounts = items.filter((item) => item.currency === currency).map(({ amount }) => amount);
    return { currency, amount: safe(amounts.reduce((sum, amount) => sum + safe(amount), 0)), n: amounts.length };
  });
}
