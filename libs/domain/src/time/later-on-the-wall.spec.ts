import { parseIso, toIso } from './iso.js';
import { laterOnTheWall } from './later-on-the-wall.js';

describe('months and days later on the wall', () => {
  test.each<readonly [string, string, string, { readonly months?: number; readonly days?: number }, string]>([
    ['the same day next month', 'Asia/Seoul', '2026-01-15T10:00:00+09:00', { months: 1 }, '2026-02-15T01:00'],
    [
      'the 31st becomes the last of the month',
      'Asia/Seoul',
      '2026-01-31T10:00:00+09:00',
      { months: 1 },
      '2026-02-28T01:00',
    ],
    ['of a leap year the 29th', 'Asia/Seoul', '2028-01-31T10:00:00+09:00', { months: 1 }, '2028-02-29T01:00'],
    ['into the next year', 'Asia/Seoul', '2026-12-31T10:00:00+09:00', { months: 2 }, '2027-02-28T01:00'],
    ['days before', 'Asia/Seoul', '2026-03-01T10:00:00+09:00', { days: -30 }, '2026-01-30T01:00'],
    ['days after the months', 'Asia/Seoul', '2026-01-31T10:00:00+09:00', { months: 1, days: 1 }, '2026-03-01T01:00'],
    ['summer time keeps the wall', 'Europe/Berlin', '2026-03-28T10:00:00+01:00', { days: 1 }, '2026-03-29T08:00'],
    [
      'a skipped hour is the end of the skip',
      'Europe/Berlin',
      '2026-02-28T02:30:00+01:00',
      { days: 29 },
      '2026-03-29T01:00',
    ],
  ])('%s', (_, zone, from, later, expected) => {
    expect(toIso(laterOnTheWall(zone, parseIso(from) ?? NaN, later)).slice(0, 16)).toBe(expected);
  });
});
