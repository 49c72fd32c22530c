import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { answerLine } from './cases/answer-line.js';
import { layoutOf } from './cases/layout.js';
import { linesOf } from './lines.mjs';

const day = [['09:00', '18:00']];
const office = {
  timezone: 'Asia/Seoul',
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
};
const always = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => [weekday, [['00:00', '24:00']]]);
const around = { timezone: 'UTC', weekly: Object.fromEntries(always) };
const closed = { timezone: 'UTC', weekly: {} };

const answered = (fields: object): unknown => JSON.parse(answerLine(JSON.stringify({ id: 'a', ...fields }), 1));
const errorOf = (line: string | null): string => String(JSON.parse(answerLine(line, 7)).error);
const due = { id: 'a', kind: 'due', calendar: office, start: '2026-08-03T01:00:00Z', target_seconds: 3_600 };

// 2026-08-03 is a Monday; Seoul is nine hours ahead of UTC.
describe('a case is answered', () => {
  const rows: readonly (readonly [string, object, object])[] = [
    ['with the end of its working time', { target_seconds: 8 * 3_600 }, { due: '2026-08-03T09:00:00Z' }],
    ['over the night', { target_seconds: 9 * 3_600 }, { due: '2026-08-04T01:00:00Z' }],
    ['to the millisecond', { target_seconds: 0.25 }, { due: '2026-08-03T01:00:00.250Z' }],
    ['at once for no time at all', { target_seconds: 0 }, { due: '2026-08-03T01:00:00Z' }],
    [
      'at the next opening for no time outside hours',
      { start: '2026-08-02T01:00:00Z', target_seconds: 0 },
      { due: '2026-08-03T00:00:00Z' },
    ],
    [
      'behind a pause for no time within it',
      { target_seconds: 0, pauses: [['2026-08-03T00:00:00Z', '2026-08-03T09:00:00Z']] },
      { due: '2026-08-04T00:00:00Z' },
    ],
    [
      'with the pauses left out, in any order and once where they overlap',
      {
        pauses: [
          ['2026-08-03T01:40:00Z', '2026-08-03T02:00:00Z'],
          ['2026-08-03T01:30:00Z', '2026-08-03T01:50:00Z'],
        ],
      },
      { due: '2026-08-03T02:30:00Z' },
    ],
    [
      'where the pause begins when the time is used up there',
      { pauses: [['2026-08-03T02:00:00Z', '2026-08-03T05:00:00Z']] },
      { due: '2026-08-03T02:00:00Z' },
    ],
    ['with an offset for Z', { start: '2026-08-03T10:00:00+09:00' }, { due: '2026-08-03T02:00:00Z' }],
    ['past holidays', { calendar: { ...office, holidays: ['2026-08-03'] } }, { due: '2026-08-04T01:00:00Z' }],
    [
      'past holidays of every year',
      { calendar: { ...office, recurring_holidays: ['08-03'] } },
      { due: '2026-08-04T01:00:00Z' },
    ],
    [
      'by the hours of an exception',
      { calendar: { ...office, holidays: ['2026-08-03'], exceptions: { '2026-08-03': [['10:30', '12:00']] } } },
      { due: '2026-08-03T02:30:00Z' },
    ],
    [
      'by the hours of an exception of every year, holiday or not',
      {
        calendar: { ...office, recurring_holidays: ['08-03'], recurring_exceptions: { '08-03': [['10:30', '12:00']] } },
      },
      { due: '2026-08-03T02:30:00Z' },
    ],
    [
      'without the breaks',
      { calendar: { ...office, breaks: { '2026-08-03': [['10:30', '13:00']] } } },
      { due: '2026-08-03T04:30:00Z' },
    ],
    ['elapsed', { kind: 'elapsed', end: '2026-08-03T02:00:00.500Z' }, { elapsed_seconds: 3_600.5 }],
    ['nothing elapsed backwards', { kind: 'elapsed', end: '2026-08-02T02:00:00Z' }, { elapsed_seconds: 0 }],
    ['open', { kind: 'is_open', at: '2026-08-03T08:59:59.999Z' }, { open: true }],
    ['closed at closing time', { kind: 'is_open', at: '2026-08-03T09:00:00Z' }, { open: false }],
    ['next opening', { kind: 'next_open', at: '2026-08-03T09:00:00Z' }, { next_open: '2026-08-04T00:00:00Z' }],
    ['next closing', { kind: 'next_close', at: '2026-08-03T01:00:00Z' }, { next_close: '2026-08-03T09:00:00Z' }],
    ['never closing', { kind: 'next_close', at: '2026-08-03T01:00:00Z', calendar: around }, { next_close: null }],
    [
      'windows between',
      { kind: 'windows', end: '2026-08-04T01:00:00Z' },
      {
        windows: [
          ['2026-08-03T01:00:00Z', '2026-08-03T09:00:00Z'],
          ['2026-08-04T00:00:00Z', '2026-08-04T01:00:00Z'],
        ],
      },
    ],
    ['no windows backwards', { kind: 'windows', end: '2026-08-01T01:00:00Z' }, { windows: [] }],
    [
      'the first windows',
      { kind: 'windows', limit: 2 },
      {
        windows: [
          ['2026-08-03T01:00:00Z', '2026-08-03T09:00:00Z'],
          ['2026-08-04T00:00:00Z', '2026-08-04T09:00:00Z'],
        ],
      },
    ],
    [
      'the one window of a calendar that never closes',
      { kind: 'windows', limit: 3, calendar: around },
      { windows: [['2026-08-03T01:00:00Z', '2100-01-01T00:00:00Z']] },
    ],
    ['working days on', { kind: 'add_business_days', business_days: 5 }, { due: '2026-08-10T01:00:00Z' }],
    [
      'working days back, to the end of the day',
      { kind: 'add_business_days', business_days: -1, end_of_working_day: true },
      { due: '2026-07-31T09:00:00Z' },
    ],
    ['never, at once', { calendar: closed }, { due: null, error: 'NEVER' }],
    ['never, however long the target', { target_seconds: 1e300 }, { due: null, error: 'NEVER' }],
    [
      'never opening',
      { kind: 'next_open', at: '2026-08-03T01:00:00Z', calendar: closed },
      { next_open: null, error: 'NEVER' },
    ],
  ];
  test.each(rows)('%s', (_, change, expected) =>
    expect(answered({ ...due, ...change })).toEqual({ id: 'a', ...expected }),
  );

  test('the same whether its calendar was stated before or not, and with its own id', () => {
    const line = (id: number | string) => answerLine(JSON.stringify({ ...due, id }), 1);
    expect([line('x'), line(17), line('y"')]).toEqual([
      '{"id":"x","due":"2026-08-03T02:00:00Z"}',
      '{"id":17,"due":"2026-08-03T02:00:00Z"}',
      '{"id":"y\\"","due":"2026-08-03T02:00:00Z"}',
    ]);
  });
});

describe('a bad case is refused with the reason', () => {
  const rows: readonly (readonly [string, object, string])[] = [
    ['no kind', { kind: undefined }, 'MISSING kind'],
    ['a kind that nobody knows', { kind: 'guess' }, 'UNKNOWN_KIND kind: "guess"'],
    ['no start', { start: undefined }, 'MISSING start'],
    ['a start that is no text', { start: 5 }, 'BAD_INSTANT start: 5'],
    ['a date that never was', { start: '2026-02-30T00:00:00Z' }, 'BAD_INSTANT start: "2026-02-30T00:00:00Z"'],
    ['a time without a zone', { start: '2026-02-20T00:00:00' }, 'BAD_INSTANT start: "2026-02-20T00:00:00"'],
    [
      'a year that calendars do not reach',
      { start: '1969-12-31T23:59:59Z' },
      'OUT_OF_RANGE start: "1969-12-31T23:59:59Z"',
    ],
    ['no target', { target_seconds: undefined }, 'MISSING target_seconds'],
    ['a target below zero', { target_seconds: -1 }, 'OUT_OF_RANGE target_seconds: -1'],
    ['a target in words', { target_seconds: '5' }, 'BAD_NUMBER target_seconds: "5"'],
    [
      'a pause that runs backwards',
      { pauses: [['2026-08-03T02:00:00Z', '2026-08-03T01:00:00Z']] },
      'REVERSED_PAUSE pauses[0]: ["2026-08-03T02:00:00Z","2026-08-03T01:00:00Z"]',
    ],
    ['half a pause', { pauses: [['2026-08-03T02:00:00Z']] }, 'BAD_PAUSE pauses[0]: ["2026-08-03T02:00:00Z"]'],
    ['pauses that are no list', { pauses: {} }, 'NOT_A_LIST pauses: {}'],
    ['no calendar', { calendar: undefined }, 'MISSING calendar'],
    ['a calendar that is none', { calendar: [] }, 'NOT_AN_OBJECT calendar: []'],
    [
      'an unknown zone',
      { calendar: { ...office, timezone: 'Mars/Olympus' } },
      'UNKNOWN_ZONE calendar.timezone: "Mars/Olympus"',
    ],
    ['no zone', { calendar: { weekly: {} } }, 'MISSING calendar.timezone'],
    ['no week', { calendar: { timezone: 'UTC' } }, 'MISSING calendar.weekly'],
    [
      'a day that no week has',
      { calendar: { ...office, weekly: { noday: [] } } },
      'UNKNOWN_WEEKDAY calendar.weekly: "noday"',
    ],
    [
      'hours that no clock shows',
      { calendar: { ...office, weekly: { mon: [['9', '18:00']] } } },
      'BAD_HOURS calendar.weekly.mon[0]: ["9","18:00"]',
    ],
    [
      'hours that open at the end of the day',
      { calendar: { ...office, weekly: { mon: [['24:00', '02:00']] } } },
      'BAD_HOURS calendar.weekly.mon[0]: ["24:00","02:00"]',
    ],
    [
      'a holiday that is no date',
      { calendar: { ...office, holidays: ['2026-13-01'] } },
      'BAD_DATE calendar.holidays[0]: "2026-13-01"',
    ],
    [
      'a yearly holiday that no year has',
      { calendar: { ...office, recurring_holidays: ['02-30'] } },
      'BAD_DATE calendar.recurring_holidays[0]: "02-30"',
    ],
    [
      'an exception without a date',
      { calendar: { ...office, exceptions: { soon: [] } } },
      'BAD_DATE calendar.exceptions: "soon"',
    ],
    [
      'breaks that are no hours',
      { calendar: { ...office, breaks: { '2026-08-03': 'noon' } } },
      'NOT_A_LIST calendar.breaks.2026-08-03: "noon"',
    ],
    ['windows without an end', { kind: 'windows' }, 'MISSING end or limit'],
    ['half a working day', { kind: 'add_business_days', business_days: 0.5 }, 'BAD_NUMBER business_days: 0.5'],
    [
      'more working days than there are',
      { kind: 'add_business_days', business_days: 1e9 },
      'OUT_OF_RANGE business_days: 1000000000',
    ],
    [
      'an end of the day that is no yes or no',
      { kind: 'add_business_days', business_days: 1, end_of_working_day: 1 },
      'BAD_FLAG end_of_working_day: 1',
    ],
    ['several reasons', { start: undefined, target_seconds: null }, 'MISSING start; BAD_NUMBER target_seconds: null'],
  ];
  test.each(rows)('%s', (_, change, error) => expect(errorOf(JSON.stringify({ ...due, ...change }))).toBe(error));

  test('whatever the line is', () => {
    const good = JSON.stringify(due);
    answerLine(good, 1);
    expect(errorOf('{"id":')).toBe('INVALID_JSON line 7');
    expect(errorOf(`${good}x`)).toBe('INVALID_JSON line 7');
    expect(errorOf(good.replace('3600', 'NaN'))).toBe('INVALID_JSON line 7');
    expect(errorOf('\u0000')).toBe('INVALID_JSON line 7');
    expect(errorOf(good.replace('"a"', '"a\u0000"'))).toBe('INVALID_JSON line 7');
    expect(errorOf('[]')).toBe('NOT_AN_OBJECT line 7');
    expect(errorOf('null')).toBe('NOT_AN_OBJECT line 7');
    expect(errorOf(null)).toBe('LINE_TOO_LONG line 7');
    expect(errorOf(good.replace('3600', '1e999'))).toBe('BAD_NUMBER target_seconds: null');
    expect(errorOf(`{"calendar":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBe('TOO_DEEP line 7');
  });

  test('a key that stands twice, in the case or in its calendar', () => {
    const good = JSON.stringify(due);
    answerLine(good, 1);
    expect(errorOf(good.replace('"kind"', '"kind":"elapsed","kind"'))).toBe('DUPLICATE_KEY line 7');
    expect(errorOf(good.replace('"mon"', '"mon":[],"mon"'))).toBe('DUPLICATE_KEY line 7');
    expect(errorOf(good.replace('"calendar"', `"calendar":${JSON.stringify(closed)},"calendar"`))).toBe(
      'DUPLICATE_KEY line 7',
    );
    expect(JSON.parse(answerLine(good.replace('"a"', '"a: \\" {"'), 1))).toEqual({
      id: 'a: " {',
      due: '2026-08-03T02:00:00Z',
    });
  });
});

describe('where the calendar of a line stands', () => {
  const calendarIn = (line: string): string | null => {
    const { calendar } = layoutOf(line);
    return calendar === null ? null : line.slice(calendar.from, calendar.to);
  };
  test('is seen under its key in the outermost object only', () => {
    expect(calendarIn('{"calendar" : {"a":[{}]} ,"b":{}}')).toBe('{"a":[{}]}');
    expect(calendarIn('{"x":{"calendar":{}},"y":1}')).toBeNull();
    expect(calendarIn('{"x":"calendar","y":{}}')).toBeNull();
    expect(calendarIn('{"calendar":[{}]}')).toBeNull();
    expect(calendarIn('{"x":"\\\\","calendar":{"b":"}"}}')).toBe('{"b":"}"}');
  });
});

describe('lines', () => {
  const read = async (...chunks: readonly (string | Uint8Array)[]): Promise<readonly (string | null)[]> => {
    const lines: (string | null)[] = [];
    for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) lines.push(line);
    return lines;
  };
  test('are whole however they arrive, the last one too', async () => {
    expect(await read('a', 'b\nc', '\n\n', 'd')).toEqual(['ab', 'c', '', 'd']);
    const [first, second] = [Buffer.from('한').subarray(0, 1), Buffer.from('한').subarray(1)];
    expect(await read(first, second, '\n')).toEqual(['한']);
    expect(await read('\ufeffa\n')).toEqual(['a']);
  });
  test('that nobody could hold are given up, and the next is read', async () => {
    const part = 'x'.repeat(9 * 1024 * 1024);
    expect(await read(part, part, part, '\ny\n')).toEqual([null, 'y']);
  });
});

describe('npm run sla -- eval', () => {
  const run = (input: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [join(__dirname, 'sla.mjs'), 'eval', ...args], { input, encoding: 'utf8' });

  test('answers each line in order and says nothing else', () => {
    const long = JSON.stringify({ ...due, id: 'long', note: 'x'.repeat(1_000_000) });
    const { status, stdout, stderr } = run(`${JSON.stringify(due)}\r\n\n{oops\n${long}`);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      '{"id":"a","due":"2026-08-03T02:00:00Z"}',
      '{"id":null,"error":"INVALID_JSON line 3"}',
      '{"id":"long","due":"2026-08-03T02:00:00Z"}',
      '',
    ]);
  });
  test('answers nothing with nothing, and refuses arguments', () => {
    expect([run('').status, run('').stdout, run('', '--fast').status]).toEqual([0, '', 2]);
  });
});
