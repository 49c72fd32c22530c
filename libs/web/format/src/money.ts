import { localeOf, type Language } from './language.js';

/** An amount in the currency's minor units (KRW has none, so 1250000 is ₩1,250,000). D-CRD-1. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** In full, as contracts need it: "₩1,250,000", "$1,250.00". `compact` only for axes: "125만". */
export function formatMoney(money: Money, language: Language, notation: 'full' | 'compact' = 'full'): string {
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    ...(notation === 'compact' ? { notation: 'compact' as const, maximumFractionDigits: 1 } : {}),
  });
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: money.currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  return format.format(money.amountMinor / 10 ** digits);
}

/** A count with thousands separators. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language)).format(value);
