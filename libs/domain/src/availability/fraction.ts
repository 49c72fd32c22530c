/** An exact fraction in lowest terms, the denominator positive. Verdicts compare these, never decimals (D-AVL-1). */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };
export const ONE: Fraction = { numerator: 1n, denominator: 1n };
const PPM = 1_000_000n;

function divisorOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `numerator / denominator` in lowest terms. Throws a RangeError for a denominator that isn't positive: a bug of the caller. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator <= 0n) throw new RangeError(`a fraction over ${denominator}`);
  const divisor = divisorOf(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** A whole number as a fraction. Throws a RangeError for a number that isn't whole. */
export function whole(value: number): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}

/** Parts per million as a fraction: 999_500 is 0.9995. */
export function partsPerMillion(ppm: number): Fraction {
  return fraction(BigInt(ppm), PPM);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Below zero when a < b, zero when equal, above when a > b; exact. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** The greatest whole number not above the fraction, below zero too. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** The nearest whole number, the half going up: 0.5 is 1, -0.5 is 0. */
export function halfUpOf({ numerator, denominator }: Fraction): bigint {
  return floorOf(fraction(2n * numerator + denominator, 2n * denominator));
}

/** In parts per million, rounded down: 99.99999 % is never shown as 100 % (D-AVL-1). */
export function ppmOf(value: Fraction): number {
  return Number(floorOf(times(value, { numerator: PPM, denominator: 1n })));
}

const DECIMAL = /^(\d{1,15})(?:\.(\d{1,15}))?$/;

/** An exact fraction from a decimal such as `1382.50`; null when it is none, is negative or has an exponent. */
export function parseDecimal(text: string): Fraction | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, units = '', decimals = ''] = match;
  return fraction(BigInt(units + decimals), 10n ** BigInt(decimals.length));
}
