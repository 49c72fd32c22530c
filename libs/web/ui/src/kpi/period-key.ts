export type PeriodUnit = 'YEAR' | 'QUARTER' | 'MONTH';

/** The key of the period that `at` (ms) lies in, in `zone`: `2026`, `2026-Q4`, `2026-11`. */
export function periodKeyOf(unit: PeriodUnit, at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit' }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  if (unit === 'YEAR') return part('year');
  return unit === 'MONTH'
    ? `${part('year')}-${part('month')}`
    : `${part('year')}-Q${Math.ceil(Number(part('month')) / 3)}`;
}

/** The unit that a period's key is written in; null when it is none. */
export function periodUnitOf(key: string): PeriodUnit | null {
  if (/^\d{4}$/.test(key)) return 'YEAR';
  if (/^\d{4}-Q[1-4]$/.test(key)) return 'QUARTER';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(key) ? 'MONTH' : null;
}
