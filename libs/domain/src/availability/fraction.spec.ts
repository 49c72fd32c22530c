import fc from 'fast-check';
import {
  compare,
  floorOf,
  fraction,
  greatest,
  halfUpOf,
  least,
  minus,
  parseDecimal,
  partsPerMillion,
  plus,
  ppmOf,
  times,
  whole,
} from './fraction.js';

const of = (a: number, b: number) => fraction(BigInt(a), BigInt(b));

describe('exact fractions', () => {
  test('fractions stand in lowest terms, also below zero and at zero', () => {
    expect(fraction(6n, 4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(fraction(-6n, 4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  test.each([0n, -1n])('nothing is divided by %s', (denominator) => {
    expect(() => fraction(1n, denominator)).toThrow(new RangeError(`a fraction over ${denominator}`));
  });

  test('a tenth and two tenths are three tenths', () => {
    expect(plus(of(1, 10), of(2, 10))).toEqual(of(3, 10));
    expect(minus(of(3, 10), of(2, 10))).toEqual(of(1, 10));
    expect(minus(of(1, 10), of(2, 10))).toEqual(of(-1, 10));
    expect(times(of(2, 3), of(3, 4))).toEqual(of(1, 2));
    expect(whole(7)).toEqual(of(7, 1));
    expect(partsPerMillion(999_500)).toEqual(of(1_999, 2_000));
  });

  test('what lies between is told apart however close', () => {
    expect(compare(of(1, 3), of(333_333_333, 1_000_000_000))).toBe(1);
    expect(compare(of(333_333_333, 1_000_000_000), of(1, 3))).toBe(-1);
    expect(compare(of(2, 6), of(1, 3))).toBe(0);
    expect(least(of(1, 3), of(1, 2))).toEqual(of(1, 3));
    expect(least(of(1, 2), of(1, 3))).toEqual(of(1, 3));
    expect(greatest(of(1, 3), of(1, 2))).toEqual(of(1, 2));
    expect(greatest(of(1, 2), of(1, 3))).toEqual(of(1, 2));
  });

  test.each([
    [of(7, 2), 3n, 4n],
    [of(-7, 2), -4n, -3n],
    [of(4, 1), 4n, 4n],
    [of(-4, 1), -4n, -4n],
    [of(10, 3), 3n, 3n],
    [of(11, 3), 3n, 4n],
    [of(-1, 2), -1n, 0n],
  ])('rounding down and half up is defined on both sides of zero', (value, down, half) => {
    expect(floorOf(value)).toBe(down);
    expect(halfUpOf(value)).toBe(half);
  });

  test('a figure is shown rounded down, never up to what it did not reach', () => {
    expect(ppmOf(of(999_999_999, 1_000_000_000))).toBe(999_999);
    expect(ppmOf(of(1, 1))).toBe(1_000_000);
  });

  test.each([
    ['1382.50', of(2_765, 2)],
    ['0.001', of(1, 1_000)],
    ['42', of(42, 1)],
  ])('the decimal %s is read exactly', (text, value) => {
    expect(parseDecimal(text)).toEqual(value);
  });

  test.each(['', '.5', '5.', '-1', '+1', '1e3', ' 1', '1,000', 'NaN', '1'.repeat(16), `0.${'1'.repeat(16)}`])(
    'the text "%s" is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test('adding and taking away again changes nothing', () => {
    const any = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }));
    fc.assert(
      fc.property(any, any, ([a, b], [c, d]) => {
        const [x, y] = [fraction(a, b), fraction(c, d)];
        expect(minus(plus(x, y), y)).toEqual(x);
        expect(compare(x, y)).toBe(0 - compare(y, x));
      }),
    );
  });
});
