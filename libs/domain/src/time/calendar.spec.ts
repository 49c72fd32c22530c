import type { CalendarDocument, HolidayRevision, WallInterval } from './calendar.js';
import { businessDatesBetween } from './business-days.js';
import { compileCalendar } from './compile.js';
import { HOUR, MINUTE } from './instant.js';
import { parseIso, toIso } from './iso.js';

const name = { ko: '이름', en: 'Name' };
const day: readonly WallInterval[] = [{ from: '09:00', to: '18:00' }];

function calendar(change: Partial<CalendarDocument> = {}, holidays: readonly HolidayRevision[] = [], asOf = 0) {
  const document: CalendarDocument = {
    id: 'c',
    name,
    zone: 'Asia/Seoul',
    kind: 'WEEKLY',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
    exceptions: [],
    breaks: [],
    holidayPolicy: 'FOLLOW_OFFICIAL',
    holidayRegion: 'KR',
    fixedHolidays: [],
    ...change,
  };
  return compileCalendar(document, holidays, asOf);
}

const at = (text: string): number => parseIso(text) ?? NaN;
const seoul = (text: string): number => at(`2026-${text.replace(' ', 'T')}+09:00`);
const iso = (instant: number | null): string | null => (instant === null ? null : toIso(instant));

describe('time promised in Seoul, weekdays 9 to 18', () => {
  const rows: readonly (readonly [string, string, number, string])[] = [
    ['within the day', '08-03 10:00', 4 * HOUR, '08-03 14:00'],
    ['over the night', '08-03 17:00', 2 * HOUR, '08-04 10:00'],
    ['over the weekend', '08-07 17:00', 2 * HOUR, '08-10 10:00'],
    ['used up at closing time is due at closing time', '08-03 10:00', 8 * HOUR, '08-03 18:00'],
    ['nothing, from a closed hour, is due at the next opening', '08-03 20:00', 0, '08-04 09:00'],
    ['nothing, from an open hour, is due at once', '08-03 10:00', 0, '08-03 10:00'],
  ];
  test.each(rows)('%s', (_, from, ms, due) => expect(iso(calendar().add(seoul(from), ms))).toBe(iso(seoul(due))));
});

describe('clock changes', () => {
  const night: readonly WallInterval[] = [{ from: '22:00', to: '06:00' }];
  const nights = { zone: 'Europe/Berlin', weekly: { sat: night } };
  test('a night shift is an hour shorter in spring', () => {
    expect(calendar(nights).elapsed(at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))).toBe(7 * HOUR);
  });
  test('a night shift is an hour longer in autumn', () => {
    expect(calendar(nights).elapsed(at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'))).toBe(9 * HOUR);
  });
  test('half an hour counts on Lord Howe', () => {
    const howe = { zone: 'Australia/Lord_Howe', weekly: { sat: night } };
    expect(calendar(howe).elapsed(at('2026-04-04T00:00Z'), at('2026-04-05T12:00Z'))).toBe(8.5 * HOUR);
  });
  test('the repeated hour opens twice when only it is open', () => {
    const hour = calendar({ zone: 'America/New_York', weekly: { sun: [{ from: '01:15', to: '01:45' }] } });
    expect(hour.windows(at('2026-11-01T00:00Z'), at('2026-11-02T00:00Z')).map(({ from }) => iso(from))).toEqual([
      '2026-11-01T05:15:00.000Z',
      '2026-11-01T06:15:00.000Z',
    ]);
  });
  test('hours that are skipped are not open', () => {
    const gap = calendar({ zone: 'America/New_York', weekly: { sun: [{ from: '02:00', to: '03:00' }] } });
    expect(gap.elapsed(at('2026-03-08T00:00Z'), at('2026-03-09T00:00Z'))).toBe(0);
  });
  test('odd seconds of an old local time are kept', () => {
    const monrovia = calendar({ zone: 'Africa/Monrovia' });
    expect(iso(monrovia.nextOpen(at('1971-06-01T00:00Z')))).toBe('1971-06-01T09:44:30.000Z');
  });
  test('a date that Samoa skipped has no hours', () => {
    const apia = calendar({ zone: 'Pacific/Apia', weekly: { thu: day, fri: day, sat: day } });
    expect(apia.elapsed(at('2011-12-29T12:00Z'), at('2012-01-01T12:00Z'))).toBe(18 * HOUR);
    expect(iso(apia.addBusinessDays(at('2011-12-29T20:00Z'), 1))).toBe('2011-12-30T20:00:00.000Z');
  });
});

describe('holidays', () => {
  const liberation: HolidayRevision = {
    date: '2026-08-17',
    name,
    knownAt: seoul('08-01 00:00'),
    source: 'gazette',
    revoked: false,
  };
  const elapsed = (holidays: readonly HolidayRevision[], asOf: string, change: Partial<CalendarDocument> = {}) =>
    calendar(change, holidays, seoul(asOf)).elapsed(seoul('08-17 00:00'), seoul('08-18 00:00'));

  test('count from the moment they are known', () => {
    expect(elapsed([liberation], '07-31 23:59')).toBe(9 * HOUR);
    expect(elapsed([liberation], '08-01 00:00')).toBe(0);
  });
  test('are open again when the declaration is taken back', () => {
    const revoked = { ...liberation, knownAt: seoul('08-10 00:00'), revoked: true };
    expect(elapsed([revoked, liberation], '08-09 00:00')).toBe(0);
    expect(elapsed([revoked, liberation], '08-10 00:00')).toBe(9 * HOUR);
  });
  test('give way to a dated exception', () => {
    const exceptions = [{ date: '2026-08-17', name, intervals: [{ from: '10:00', to: '12:00' }] }];
    expect(elapsed([liberation], '08-02 00:00', { exceptions })).toBe(2 * HOUR);
  });
  test('a fixed list follows no government, and no policy knows no holiday', () => {
    const fixedHolidays = [{ date: '2026-08-17', name }];
    expect(elapsed([], '08-02 00:00', { holidayPolicy: 'FIXED_LIST', fixedHolidays })).toBe(0);
    expect(elapsed([liberation], '08-02 00:00', { holidayPolicy: 'FIXED_LIST' })).toBe(9 * HOUR);
    expect(elapsed([liberation], '08-02 00:00', { holidayPolicy: 'NONE' })).toBe(9 * HOUR);
  });
  test('close the shift that starts on them, not the one that reaches into them', () => {
    const nights = { weekly: { sun: [{ from: '22:00', to: '06:00' }], mon: [{ from: '22:00', to: '06:00' }] } };
    const shifts = calendar(nights, [liberation], seoul('08-02 00:00'));
    expect(shifts.windows(seoul('08-16 12:00'), seoul('08-18 12:00'))).toEqual([
      { from: seoul('08-16 22:00'), to: seoul('08-17 06:00') },
    ]);
    const named = shifts
      .stretches(seoul('08-17 00:00'), seoul('08-18 12:00'))
      .filter((stretch) => !stretch.open && stretch.reason.kind === 'HOLIDAY');
    expect(named.map(({ from, to }) => [from, to])).toEqual([[seoul('08-17 06:00'), seoul('08-18 06:00')]]);
  });
  test('a holiday on a day without hours takes nothing and is not named', () => {
    const saturday = { ...liberation, date: '2026-08-15' };
    const stretches = calendar({}, [saturday], seoul('08-02 00:00')).stretches(
      seoul('08-15 00:00'),
      seoul('08-16 00:00'),
    );
    expect(stretches.map((stretch) => (stretch.open ? 'OPEN' : stretch.reason.kind))).toEqual(['OUTSIDE_HOURS']);
  });
  test('an exception that closes a day of every year is told by its name', () => {
    const exceptions = [{ date: '05-01', name: { ko: '근로자의 날', en: 'Labour Day' }, intervals: [] }];
    const stretches = calendar({ exceptions }).stretches(seoul('05-01 00:00'), seoul('05-02 00:00'));
    expect(
      stretches.map((stretch) => (stretch.open || stretch.reason.kind !== 'HOLIDAY' ? '' : stretch.reason.name.en)),
    ).toEqual(['Labour Day']);
  });
});

describe('taking time away', () => {
  const rows: readonly (readonly [string, string, number, string])[] = [
    ['within the day', '08-03 14:00', 4 * HOUR, '08-03 10:00'],
    ['over the night', '08-04 10:00', 2 * HOUR, '08-03 17:00'],
    ['over the weekend', '08-10 10:00', 2 * HOUR, '08-07 17:00'],
    ['all since opening time began at opening time', '08-03 18:00', 9 * HOUR, '08-03 09:00'],
    ['from a closed hour, the last time that was open', '08-03 23:00', HOUR, '08-03 17:00'],
    ['nothing is now, open or not', '08-03 23:00', 0, '08-03 23:00'],
  ];
  test.each(rows)('%s', (_, from, ms, to) => expect(iso(calendar().subtract(seoul(from), ms))).toBe(iso(seoul(to))));
});

describe('exceptions that return every year', () => {
  const newYear = { date: '01-01', name, intervals: [{ from: '10:00', to: '12:00' }] };
  const leapDay = { date: '02-29', name, intervals: [] };

  test('open and close their date in each year that has it', () => {
    const yearly = calendar({ exceptions: [newYear, leapDay] });
    const openOn = (date: string) => yearly.elapsed(at(`${date}T00:00+09:00`), at(`${date}T00:00+09:00`) + 24 * HOUR);
    expect(['2026-01-01', '2027-01-01', '2099-01-01'].map(openOn)).toEqual([2 * HOUR, 2 * HOUR, 2 * HOUR]);
    expect(['2024-02-29', '2028-02-29', '2024-02-28'].map(openOn)).toEqual([0, 0, 9 * HOUR]);
  });
  test('give way to an exception of one year', () => {
    const once = { date: '2027-01-01', name, intervals: [] };
    const yearly = calendar({ exceptions: [newYear, once] });
    expect(yearly.elapsed(at('2026-12-31T15:00Z'), at('2027-01-01T15:00Z'))).toBe(0);
  });
});

describe('breaks', () => {
  test('are cut out of whatever is open that day', () => {
    const breaks = [{ date: '2026-08-03', intervals: [{ from: '12:00', to: '13:00' }] }];
    expect(calendar({ breaks }).elapsed(seoul('08-03 00:00'), seoul('08-05 00:00'))).toBe(17 * HOUR);
  });
});

describe('around the clock', () => {
  const always = calendar({ kind: 'ALWAYS', weekly: {} });
  test('never closes and never opens anew', () => {
    expect(always.nextClose(seoul('08-03 10:00'))).toBeNull();
    expect(always.elapsed(seoul('01-01 00:00'), seoul('12-31 00:00'))).toBe(364 * 24 * HOUR);
    expect(always.nextOpen(seoul('08-03 10:00'))).toBe(seoul('08-03 10:00'));
  });
});

describe('what never happens', () => {
  test('a calendar that never opens makes nothing due', () => {
    const closed = calendar({ weekly: {} });
    expect([
      closed.add(0, MINUTE),
      closed.nextOpen(0),
      closed.subtract(seoul('08-03 10:00'), MINUTE),
      closed.addBusinessDays(0, 1),
    ]).toEqual([null, null, null, null]);
  });
  test('a calendar whose only opening is past makes nothing due after it', () => {
    const once = calendar({ weekly: {}, exceptions: [{ date: '2026-08-01', name, intervals: day }] });
    expect(iso(once.add(seoul('07-01 00:00'), HOUR))).toBe(iso(seoul('08-01 10:00')));
    expect([once.add(seoul('08-02 00:00'), HOUR), once.nextOpen(seoul('08-01 18:00'))]).toEqual([null, null]);
    expect(iso(once.subtract(seoul('09-01 00:00'), HOUR))).toBe(iso(seoul('08-01 17:00')));
    expect(iso(once.addBusinessDays(seoul('07-01 12:00'), 1))).toBe(iso(seoul('08-01 12:00')));
    expect(once.addBusinessDays(seoul('07-01 12:00'), 2)).toBeNull();
  });
  test('what lasts longer than calendars reach is never', () => {
    const end = at('2100-01-01T00:00Z');
    const always = calendar({ kind: 'ALWAYS' });
    expect([always.add(0, end), always.add(1, end), always.add(0, Infinity)]).toEqual([end, null, null]);
    expect([always.subtract(end, end), always.subtract(end, end + 1)]).toEqual([0, null]);
    expect(calendar().add(seoul('08-03 10:00'), 40 * 365 * 24 * HOUR)).toBeNull();
    expect([always.add(end, 0), always.addBusinessDays(0, 1e12), always.addBusinessDays(end, 1)]).toEqual([
      null,
      null,
      null,
    ]);
  });
  test('before calendars begin nothing is open, and what starts there runs from their beginning', () => {
    const always = calendar({ kind: 'ALWAYS' });
    expect([always.isOpen(-1), always.isOpen(0), always.nextOpen(-1)]).toEqual([false, true, 0]);
    expect([always.add(-5, HOUR), always.elapsed(-5, HOUR)]).toEqual([HOUR, HOUR]);
    expect([always.nextClose(-5), always.addBusinessDays(-5, 1)]).toEqual([-5, null]);
  });
  test('no number is no instant and no length of time', () => {
    const office = calendar();
    const then = seoul('08-03 10:00');
    expect([office.isOpen(NaN), office.elapsed(NaN, then), office.elapsed(then, NaN)]).toEqual([false, 0, 0]);
    expect([office.add(NaN, 1), office.add(NaN, 0), office.add(then, NaN), office.add(then, -1)]).toEqual([
      ...[null, null, null, null],
    ]);
    expect([office.subtract(NaN, 1), office.subtract(NaN, 0), office.subtract(then, -1)]).toEqual([null, null, null]);
    expect([office.nextOpen(NaN), office.nextClose(NaN), office.addBusinessDays(NaN, 1)]).toEqual([null, null, null]);
    expect([office.addBusinessDays(then, NaN), office.addBusinessDays(then, 0.5)]).toEqual([null, null]);
    expect([office.windows(NaN, then), office.windows(then, NaN)]).toEqual([[], []]);
  });
  test('time that runs backwards counts nothing', () => {
    expect(calendar().elapsed(seoul('08-04 10:00'), seoul('08-03 10:00'))).toBe(0);
  });
});

describe('business days', () => {
  const rows: readonly (readonly [string, string, number, string])[] = [
    ['from Friday to Monday', '08-07 15:00', 1, '08-10 15:00'],
    ['from Saturday to Monday', '08-08 15:00', 1, '08-10 15:00'],
    ['back from Monday to Friday', '08-10 15:00', -1, '08-07 15:00'],
    ['none is now', '08-08 15:00', 0, '08-08 15:00'],
    ['seven skip a weekend', '08-03 10:00', 7, '08-12 10:00'],
  ];
  test.each(rows)('%s', (_, from, n, to) =>
    expect(iso(calendar().addBusinessDays(seoul(from), n))).toBe(iso(seoul(to))),
  );

  test('the small hours of Saturday belong to the shift of Friday', () => {
    const nights = calendar({ weekly: { fri: [{ from: '22:00', to: '06:00' }], mon: day } });
    expect(iso(nights.addBusinessDays(seoul('08-07 23:00'), 1))).toBe(iso(seoul('08-10 23:00')));
  });
  test('end with the last hours that start on them', () => {
    const end = (change: Partial<CalendarDocument>, from: string) => iso(calendar(change).endOfBusinessDay(at(from)));
    const nights = { weekly: { fri: [{ from: '22:00', to: '06:00' }], mon: [...day, { from: '20:00', to: '24:00' }] } };
    expect(end(nights, '2026-08-07T00:00Z')).toBe(iso(seoul('08-08 06:00')));
    expect(end(nights, '2026-08-10T00:00Z')).toBe(iso(seoul('08-11 00:00')));
    expect(end(nights, '2026-08-08T00:00Z')).toBeNull();
    expect(end({ kind: 'ALWAYS' }, '2026-08-08T00:00Z')).toBe(iso(seoul('08-09 00:00')));
    expect(end({}, '2100-01-04T00:00Z')).toBeNull();
  });
  test('end the second time their end is read, and with a skip over it', () => {
    const sunday = { zone: 'America/New_York', weekly: { sun: [{ from: '00:30', to: '01:30' }] } };
    expect(iso(calendar(sunday).endOfBusinessDay(at('2026-11-01T12:00Z')))).toBe('2026-11-01T06:30:00.000Z');
    const skipped = { zone: 'America/New_York', weekly: { sun: [{ from: '00:30', to: '02:30' }] } };
    expect(iso(calendar(skipped).endOfBusinessDay(at('2026-03-08T12:00Z')))).toBe('2026-03-08T07:00:00.000Z');
  });
  test('are listed by date', () => {
    expect(businessDatesBetween(calendar(), '2026-08-06', '2026-08-11')).toEqual([
      '2026-08-06',
      '2026-08-07',
      '2026-08-10',
      '2026-08-11',
    ]);
    expect(businessDatesBetween(calendar(), '2026-08-08', '2026-08-09')).toEqual([]);
  });
});

test('the same document and revisions compile once per state of knowledge', () => {
  const first = calendar();
  const revisions: readonly HolidayRevision[] = [
    { date: '2026-08-17', name, knownAt: 10, source: 'gazette', revoked: false },
  ];
  const { document } = first;
  expect(compileCalendar(document, revisions, 10)).toBe(compileCalendar(document, revisions, 99));
  expect(compileCalendar(document, revisions, 9)).not.toBe(compileCalendar(document, revisions, 10));
});
