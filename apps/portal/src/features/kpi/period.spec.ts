import { periodKeyOf, unitOf } from './period.js';

describe('the period of an instant', () => {
  it.each([
    ['MONTH', '2026-11'],
    ['QUARTER', '2026-Q4'],
    ['YEAR', '2026'],
  ] as const)('%s is read in the zone of the reader', (unit, key) => {
    expect(periodKeyOf(unit, Date.parse('2026-10-31T15:30:00Z'), 'Asia/Seoul')).toBe(key);
  });

  it('is still October in London then', () => {
    expect(periodKeyOf('MONTH', Date.parse('2026-10-31T15:30:00Z'), 'Europe/London')).toBe('2026-10');
  });

  it.each([['2026', 'YEAR'], ['2026-Q3', 'QUARTER'], ['2026-08', 'MONTH'], ['2026-13', null], ['2026-Q5', null], ['', null]])('%s says its unit', (key, unit) => {
    expect(unitOf(key)).toBe(unit);
  });
});
