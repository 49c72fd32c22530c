import { floorOf, halfUpOf, parseDecimal, times, type Fraction } from '../availability/fraction.js';
import type { CreditRounding } from '../contracts/credit-terms.js';
import { currencyDigits, isCurrency, MAX_MINOR } from '../contracts/currency.js';
import { dayOf } from '../time/date.js';
import type { LocalDate } from '../time/instant.js';

/** An amount in whole minor units of its ISO 4217 currency: 12_000 KRW is twelve thousand won, 1_250 USD is 12.50. */
export interface Money {
  readonly currency: string;
  readonly minor: number;
}

/** How a fee's currency becomes that of the credit, and on whose word (D-CRD-1). */
export interface Exchange {
  readonly to: string;
  /** Units of `to` for one unit of the fee's currency, a decimal such as `1382.50`. */
  readonly rate: string;
  /** Who published the rate. */
  readonly source: string;
  /** The day it was published for. */
  readonly date: LocalDate;
}

export interface MoneyProblem {
  readonly path: string;
  readonly kind:
    'NOT_WHOLE' | 'NEGATIVE' | 'TOO_LARGE' | 'UNKNOWN_CURRENCY' | 'BAD_RATE' | 'RATE_WITHOUT_SOURCE' | 'BAD_DATE';
  readonly detail: string;
}

/** What is wrong with an amount of minor units; NaN and halves aren't whole. */
export function minorProblems(minor: number, path: string): readonly MoneyProblem[] {
  const detail = String(minor);
  if (!Number.isSafeInteger(minor)) return [{ path, kind: 'NOT_WHOLE', detail }];
  if (minor < 0) return [{ path, kind: 'NEGATIVE', detail }];
  return minor > MAX_MINOR ? [{ path, kind: 'TOO_LARGE', detail }] : [];
}

export function currencyProblems(currency: string, path: string): readonly MoneyProblem[] {
  return isCurrency(currency) ? [] : [{ path, kind: 'UNKNOWN_CURRENCY', detail: currency }];
}

/** A rate is a decimal above zero with its source and its date (D-CRD-1). */
export function exchangeProblems({ to, rate, source, date }: Exchange, path: string): readonly MoneyProblem[] {
  const problems: MoneyProblem[] = [...currencyProblems(to, `${path}.to`)];
  const parsed = parseDecimal(rate);
  if (parsed === null || parsed.numerator === 0n)
    problems.push({ path: `${path}.rate`, kind: 'BAD_RATE', detail: rate });
  if (source.trim() === '') problems.push({ path: `${path}.source`, kind: 'RATE_WITHOUT_SOURCE', detail: source });
  if (dayOf(date) === null) problems.push({ path: `${path}.date`, kind: 'BAD_DATE', detail: date });
  return problems;
}

/**
 * Minor units of one currency in minor units of another, exact: 10.00 USD at 1382.50 is 13825 KRW. Throws a RangeError
 * for a rate or currency that isn't one; `exchangeProblems` tells them beforehand.
 */
export function exchanged(minor: Fraction, from: string, { to, rate }: Exchange): Fraction {
  const parsed = parseDecimal(rate);
  if (parsed === null) throw new RangeError(`not a rate: ${rate}`);
  const [scaleFrom, scaleTo] = [currencyDigits(from), currencyDigits(to)].map((digits) => 10n ** BigInt(digits));
  const scale = { numerator: scaleTo ?? 1n, denominator: scaleFrom ?? 1n };
  return times(times(minor, parsed), scale);
}

/** Whole minor units by the rounding of the terms; amounts are never negative here. */
export function rounded(minor: Fraction, rounding: CreditRounding): bigint {
  return rounding === 'HALF_UP' ? halfUpOf(minor) : floorOf(minor);
}
