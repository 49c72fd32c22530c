import { currencyDigits, isCurrency } from './currency.js';

describe('currencies (D-CRD-1)', () => {
  test.each([
    ['KRW', 0],
    ['JPY', 0],
    ['VND', 0],
    ['XPF', 0],
    ['KWD', 3],
    ['TND', 3],
    ['IQD', 3],
    ['USD', 2],
    ['EUR', 2],
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
  ])('%s is counted in units of 10^-%d', (code, digits) => {
    expect(currencyDigits(code)).toBe(digits);
  });

  test('a word that is no currency has no minor unit', () => {
    expect(isCurrency('QQQ')).toBe(false);
    expect(isCurrency('krw')).toBe(false);
    expect(() => currencyDigits('QQQ')).toThrow(new RangeError('not a currency: QQQ'));
  });
});
