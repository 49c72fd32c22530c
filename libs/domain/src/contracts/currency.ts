/** Whether the word is a currency of ISO 4217 that can be written in both languages. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** Decimal digits of a currency's minor unit: 0 for KRW and JPY, 2 for USD (D-CRD-1). Throws a RangeError for no currency. */
export function currencyDigits(code: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
