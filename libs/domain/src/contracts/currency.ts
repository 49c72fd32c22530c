/** Whether the word is a currency of ISO 4217 that can be written in both languages. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

const WITHOUT_MINOR = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const IN_THOUSANDTHS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/**
 * Decimal digits of a currency's minor unit by ISO 4217: 0 for KRW and JPY, 3 for KWD, 2 for USD (D-CRD-1). Written out,
 * since `Intl` gives the digits that are usual in shops (none for HUF or IDR), and amounts would change with its data.
 * Throws a RangeError for no currency.
 */
export function currencyDigits(code: string): number {
  if (!isCurrency(code)) throw new RangeError(`not a currency: ${code}`);
  if (WITHOUT_MINOR.has(code)) return 0;
  return IN_THOUSANDTHS.has(code) ? 3 : 2;
}

/** The most minor units a fee may have: a year of such fees with its VAT is still far below 2^53, so that sums stay exact. */
export const MAX_MINOR = 10_000_000_000_000;
