import { HOUR } from './instant.js';
import { parseIso, toIso } from './iso.js';
import { monthOf, parsePeriod, period, periodsBetween, previousPeriods } from './periods.js';
import { instantsOfWall, isZone, localDateOf, localParts, startOfLocalDate } from './zone.js';

const at = (text: string): number => parseIso(text) ?? NaN;

describe('local readings', () => {
  test('a wall shows its own date and time', () => {
    expect(localParts('Asia/Seoul', at('2026-08-02T15:04:05.678Z'))).toEqual({
      date: '2026-08-03',
      year: 2026,
      month: 8,
      day: 3,
      hour: 0,
      minute: 4,
      second: 5,
      ms: 678,
      weekday: 0,
    });
  });
  test('the year ends at local midnight', () => {
    expect(localDateOf('Asia/Seoul', at('2026-12-31T14:59:59.999Z'))).toBe('2026-12-31');
    expect(localDateOf('Asia/Seoul', at('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
  });
  test('a skipped reading has no instant, a repeated one two', () => {
    expect(instantsOfWall('Europe/Berlin', at('2026-03-29T02:30:00Z'))).toEqual([]);
    expect(instantsOfWall('Europe/Berlin', at('2026-10-25T02:30:00Z')).map(toIso)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });
  test('only names of zones are zones', () => {
    expect(['Asia/Seoul', 'UTC', 'Etc/GMT-9', 'Mars/Olympus', '+09:00', ''].map(isZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the start of a date', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['is its midnight', 'Asia/Seoul', '2026-08-03', '2026-08-02T15:00:00.000Z'],
    ['is the end of the gap where midnight is skipped', 'America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['is the first midnight where it is repeated', 'America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['is that of the next date where the date was skipped', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['keeps the odd seconds of an old local time', 'Asia/Seoul', '1900-01-01', '1899-12-31T15:32:08.000Z'],
  ];
  test.each(rows)('%s', (_, zone, date, start) => expect(toIso(startOfLocalDate(zone, date))).toBe(start));
});

describe('periods', () => {
  test('are cut at local midnight, half-open', () => {
    const august = period('Asia/Seoul', '2026-08');
    expect([toIso(august.from), toIso(august.to)]).toEqual(['2026-07-31T15:00:00.000Z', '2026-08-31T15:00:00.000Z']);
    expect([august.firstDate, august.lastDate]).toEqual(['2026-08-01', '2026-08-31']);
  });
  test('a month with a clock change is an hour shorter', () => {
    const { from, to } = period('Europe/Berlin', '2026-03');
    expect(to - from).toBe((31 * 24 - 1) * HOUR);
  });
  test('quarters and years are made of months', () => {
    for (const zone of ['Asia/Seoul', 'America/New_York', 'Pacific/Apia']) {
      const quarter = period(zone, '2026-Q3');
      expect([quarter.from, quarter.to]).toEqual([period(zone, '2026-07').from, period(zone, '2026-09').to]);
      expect([period(zone, '2026').from, period(zone, '2026').to]).toEqual([
        period(zone, '2026-Q1').from,
        period(zone, '2027').from,
      ]);
    }
  });
  test('an instant belongs to the month its wall shows', () => {
    expect(monthOf('Asia/Seoul', at('2026-07-31T15:00:00Z')).key).toBe('2026-08');
    expect(monthOf('UTC', at('2026-07-31T15:00:00Z')).key).toBe('2026-07');
  });
  test('the ones before are told oldest first, across the year', () => {
    expect(previousPeriods('Asia/Seoul', '2026-Q2', 4).map(({ key }) => key)).toEqual([
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
    ]);
    expect(previousPeriods('Asia/Seoul', '2026-02', 2).map(({ key }) => key)).toEqual(['2025-12', '2026-01']);
    expect(previousPeriods('Asia/Seoul', '2026', 1).map(({ key }) => key)).toEqual(['2025']);
  });
  test('those that share an instant with a range are found', () => {
    const { from, to } = period('Asia/Seoul', '2026-Q3');
    expect(periodsBetween('Asia/Seoul', 'MONTH', from, to).map(({ key }) => key)).toEqual([
      '2026-07',
      '2026-08',
      '2026-09',
    ]);
    expect(periodsBetween('Asia/Seoul', 'MONTH', from, to + 1).length).toBe(4);
    expect(periodsBetween('Asia/Seoul', 'MONTH', from, from)).toEqual([]);
  });
  test('other texts are no periods', () => {
    expect(['2026-13', '2026-Q5', '26', '', '2026-08-01'].map((key) => parsePeriod('Asia/Seoul', key))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('instants in writing', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['2026-08-03T10:00:00+09:00', '2026-08-03T01:00:00.000Z'],
    ['2026-08-03T10:00Z', '2026-08-03T10:00:00.000Z'],
    ['2026-08-03 10:00:00.123456-0330', '2026-08-03T13:30:00.123Z'],
    ['2026-08-03T10:00:00', null],
    ['2026-02-29T10:00:00Z', null],
    ['2026-08-03T24:00:00Z', null],
    ['2026-08-03', null],
    ['yesterday', null],
  ];
  test.each(rows)('%s is read as %s', (text, expected) => {
    const read = parseIso(text);
    expect(read === null ? null : toIso(read)).toBe(expected);
  });
});
