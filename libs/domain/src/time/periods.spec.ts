import { parseIso } from './iso.js';
import { monthOf, parsePeriod, period, periodsBetween, previousPeriods, quarterOf } from './periods.js';

const zone = 'Asia/Seoul';
const at = (text: string): number => parseIso(`${text}+09:00`) ?? NaN;

describe('reporting periods (D-AVL-2)', () => {
  test('a quarter is cut at local midnight and named by its parts', () => {
    expect(period(zone, '2026-Q3')).toEqual({
      ...{ key: '2026-Q3', zone, unit: 'QUARTER', year: 2026, quarter: 3, month: null },
      ...{ from: at('2026-07-01T00:00'), to: at('2026-10-01T00:00'), firstDate: '2026-07-01', lastDate: '2026-09-30' },
    });
  });

  test('so are a month and a year', () => {
    expect(period(zone, '2026-12')).toMatchObject({
      ...{ unit: 'MONTH', quarter: null, month: 12, from: at('2026-12-01T00:00'), to: at('2027-01-01T00:00') },
    });
    expect(period(zone, '2026')).toMatchObject({
      ...{ unit: 'YEAR', quarter: null, month: null, firstDate: '2026-01-01', lastDate: '2026-12-31' },
    });
    expect(period(zone, '0987').key).toBe('0987');
  });

  test.each([
    ['2026-03-31T23:59', '2026-Q1', '2026-03'],
    ['2026-04-01T00:00', '2026-Q2', '2026-04'],
    ['2026-08-15T12:00', '2026-Q3', '2026-08'],
    ['2026-12-31T23:59', '2026-Q4', '2026-12'],
  ])('%s lies in %s and %s', (instant, quarter, month) => {
    expect([quarterOf(zone, at(instant)).key, monthOf(zone, at(instant)).key]).toEqual([quarter, month]);
  });

  test('what is no period is none', () => {
    for (const key of ['2026-Q5', '2026-Q0', '2026-13', '2026-00', '26', '2026-8', '2026-Q3x', 'x2026'])
      expect(parsePeriod(zone, key)).toBeNull();
    expect(() => period(zone, '2026-Q5')).toThrow(new RangeError('not a period: 2026-Q5'));
  });

  test('the periods before one come oldest first, over the turn of the year', () => {
    const keys = (key: string, n: number) => previousPeriods(zone, key, n).map((each) => each.key);
    expect(keys('2026-Q2', 4)).toEqual(['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']);
    expect(keys('2026-02', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(keys('2026', 2)).toEqual(['2024', '2025']);
  });

  test('periods between two instants are those that share one with them', () => {
    const keys = (from: string, to: string) => periodsBetween(zone, 'MONTH', at(from), at(to)).map(({ key }) => key);
    expect(keys('2026-07-31T23:59', '2026-09-01T00:00')).toEqual(['2026-07', '2026-08']);
    expect(keys('2026-08-01T00:00', '2026-09-01T00:01')).toEqual(['2026-08', '2026-09']);
    expect(keys('2026-08-05T00:00', '2026-08-05T00:00')).toEqual([]);
    expect(keys('2026-08-05T00:00', '2026-07-05T00:00')).toEqual([]);
  });
});
