/**
 * `part / whole` as a percentage, rounded *down* so that 99.996 % never reads 100 % (D-AVL-1). Integer arithmetic, so
 * no figure gains a digit from floating point. Null when there is nothing to divide by: that is "no data", never 100 %
 * (D-KPI-0). `part` and `whole` are non-negative integers.
 */
export function formatRatio(part: number, whole: number, digits: 0 | 1 | 2 | 3 = 2): string | null {
  if (whole === 0) return null;
  const scale = 10n ** BigInt(digits);
  const scaled = (BigInt(part) * 100n * scale) / BigInt(whole);
  const units = scaled / scale;
  const rest = (scaled % scale).toString().padStart(digits, '0');
  return digits === 0 ? `${units}%` : `${units}.${rest}%`;
}

/** A fraction 0..1 that was computed elsewhere, as a percentage rounded down. Null stays null. */
export function formatFraction(fraction: number | null, digits: 0 | 1 | 2 | 3 = 2): string | null {
  if (fraction === null) return null;
  // The twelfth digit absorbs what binary fractions lose (0.9995 * 10000 is 9994.999...).
  const scaled = Math.floor(Number((fraction * 100 * 10 ** digits).toPrecision(12)));
  return `${(scaled / 10 ** digits).toFixed(digits)}%`;
}
