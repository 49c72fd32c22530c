import { addDays, dateOf, dayOf, monthDayOf, parseMonthDay, parseWallTime, utcDay, weekdayOf } from './date.js';
import { HOUR, MINUTE } from './instant.js';
import { parseIso, toIso } from './iso.js';

describe('an instant as people write it', () => {
  const read: readonly (readonly [sentence: string, text: string, utc: string])[] = [
    ['in UTC', '2026-08-03T00:12:00Z', '2026-08-03T00:12:00.000Z'],
    ['in Seoul', '2026-08-03T09:12:00+09:00', '2026-08-03T00:12:00.000Z'],
    ['west of Greenwich', '2026-08-02T20:12:00-04:00', '2026-08-03T00:12:00.000Z'],
    ['in a zone of a half hour', '2026-08-03T05:42:00+05:30', '2026-08-03T00:12:00.000Z'],
    ['without a colon in the offset', '2026-08-03T09:12:00+0900', '2026-08-03T00:12:00.000Z'],
    ['without seconds', '2026-08-03 09:12+09:00', '2026-08-03T00:12:00.000Z'],
    ['in small letters', '2026-08-03t00:12:00z', '2026-08-03T00:12:00.000Z'],
    ['with spaces around', ' 2026-08-03T00:12:00Z\n', '2026-08-03T00:12:00.000Z'],
    ['with a tenth of a second', '2026-08-03T00:12:59.5Z', '2026-08-03T00:12:59.500Z'],
    ['with a comma', '2026-08-03T00:12:00,25Z', '2026-08-03T00:12:00.250Z'],
    ['with more digits than are kept', '2026-08-03T00:12:00.123999Z', '2026-08-03T00:12:00.123Z'],
    ['at the last second of a day', '2026-08-03T23:59:59Z', '2026-08-03T23:59:59.000Z'],
    ['with the widest offset', '2026-08-03T23:59:00+23:59', '2026-08-03T00:00:00.000Z'],
  ];
  test.each(read)('%s', (_sentence, text, utc) => {
    const at = parseIso(text);
    expect(at === null ? null : toIso(at)).toBe(utc);
  });

  test.each([
    ['a time without an offset', '2026-08-03T09:12:00'],
    ['a date alone', '2026-08-03'],
    ['the 30th of February', '2026-02-30T09:12:00Z'],
    ['hour 24', '2026-08-03T24:00:00Z'],
    ['minute 60', '2026-08-03T09:60:00Z'],
    ['second 60', '2026-08-03T09:00:60Z'],
    ['an offset of a day', '2026-08-03T09:00:00+24:00'],
    ['an offset of 60 minutes', '2026-08-03T09:00:00+09:60'],
    ['something before it', 'on 2026-08-03T09:00:00Z'],
    ['something after it', '2026-08-03T09:00:00Z.'],
  ])('%s names no instant', (_sentence, text) => {
    expect(parseIso(text)).toBeNull();
  });
});

describe('a date and a time of day', () => {
  test('days are counted from 1970, back and forth', () => {
    expect([dayOf('1970-01-01'), dayOf('1970-01-02'), dayOf('1969-12-31')]).toEqual([0, 1, -1]);
    expect([dateOf(0), dateOf(20_665), dateOf(-1)]).toEqual(['1970-01-01', '2026-07-31', '1969-12-31']);
    expect(dateOf(utcDay(50, 1, 2))).toBe('0050-01-02');
    expect(dateOf(utcDay(2026, 14, 1))).toBe('2027-02-01');
  });

  test('what is no date has no day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-8-3', 'x2026-08-03', '2026-08-03x', ''])
      expect(dayOf(text)).toBeNull();
    expect(dayOf('2028-02-29')).not.toBeNull();
  });

  test('Monday is the first day of the week', () => {
    const days = ['2026-08-03', '2026-08-08', '2026-08-09', '1969-12-28'].map((date) => weekdayOf(dayOf(date) ?? NaN));
    expect(days).toEqual([0, 5, 6, 6]);
  });

  test('a day that comes back every year is known by month and day', () => {
    expect([parseMonthDay('05-01'), parseMonthDay('02-29'), parseMonthDay('12-31')]).toEqual([501, 229, 1231]);
    for (const text of ['02-30', '13-01', '5-1', '05-011', '105-01', '2026-05-01'])
      expect(parseMonthDay(text)).toBeNull();
    expect(monthDayOf(dayOf('2026-12-31') ?? NaN)).toBe(1231);
  });

  test('a time of day is told from midnight, the end of the day included', () => {
    expect(['00:00', '09:30', '23:59', '24:00'].map(parseWallTime)).toEqual([
      0,
      9 * HOUR + 30 * MINUTE,
      23 * HOUR + 59 * MINUTE,
      24 * HOUR,
    ]);
    for (const text of ['24:01', '25:00', '09:60', '9:30', '09:30:00', ' 09:30', ''])
      expect(parseWallTime(text)).toBeNull();
  });

  test('days are added over months and leap days', () => {
    expect([addDays('2026-08-31', 1), addDays('2028-02-28', 1), addDays('2026-01-01', -1)]).toEqual([
      ...['2026-09-01', '2028-02-29', '2025-12-31'],
    ]);
    expect(() => addDays('2026-02-29', 1)).toThrow(new RangeError('not a date: 2026-02-29'));
  });
});
