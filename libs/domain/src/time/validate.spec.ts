import type { CalendarDocument, CalendarProblem } from './calendar.js';
import { validateCalendar } from './validate.js';

const name = { ko: '이름', en: 'Name' };
const sound: CalendarDocument = {
  id: 'c',
  name,
  zone: 'Asia/Seoul',
  kind: 'WEEKLY',
  weekly: {
    mon: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '24:00' },
    ],
    sun: [{ from: '22:00', to: '06:00' }],
  },
  exceptions: [{ date: '12-24', name, intervals: [{ from: '09:00', to: '12:00' }] }],
  breaks: [],
  holidayPolicy: 'NONE',
  holidayRegion: null,
  fixedHolidays: [],
};

const rows: readonly (readonly [string, Partial<CalendarDocument>, readonly CalendarProblem[]])[] = [
  ['sound hours have no problem', {}, []],
  ['a zone has to exist', { zone: 'Asia/Soul' }, [{ kind: 'UNKNOWN_ZONE', path: 'zone', zone: 'Asia/Soul' }]],
  ['an offset is no zone', { zone: '+09:00' }, [{ kind: 'UNKNOWN_ZONE', path: 'zone', zone: '+09:00' }]],
  [
    'times have to exist',
    { weekly: { mon: [{ from: '9:00', to: '25:00' }] } },
    [
      { kind: 'BAD_TIME', path: 'weekly.mon[0].from', value: '9:00' },
      { kind: 'BAD_TIME', path: 'weekly.mon[0].to', value: '25:00' },
    ],
  ],
  [
    'nothing starts at the end of a day',
    { weekly: { mon: [{ from: '24:00', to: '06:00' }] } },
    [{ kind: 'BAD_TIME', path: 'weekly.mon[0].from', value: '24:00' }],
  ],
  [
    'an interval that ends where it starts is empty',
    { weekly: { mon: [{ from: '09:00', to: '09:00' }] } },
    [{ kind: 'EMPTY_INTERVAL', path: 'weekly.mon[0]' }],
  ],
  ['midnight to midnight is a whole day', { weekly: { mon: [{ from: '00:00', to: '00:00' }] } }, []],
  [
    'hours must not overlap',
    {
      weekly: {
        mon: [
          { from: '09:00', to: '13:00' },
          { from: '12:00', to: '18:00' },
        ],
      },
    },
    [{ kind: 'OVERLAPPING_INTERVALS', path: 'weekly.mon[1]' }],
  ],
  [
    'hours may touch',
    {
      weekly: {
        mon: [
          { from: '09:00', to: '12:00' },
          { from: '12:00', to: '18:00' },
        ],
      },
    },
    [],
  ],
  [
    'a night must not run into the next morning',
    { weekly: { mon: [{ from: '22:00', to: '09:00' }], tue: [{ from: '08:00', to: '12:00' }] } },
    [{ kind: 'OVERLAPPING_INTERVALS', path: 'weekly.tue[0]' }],
  ],
  [
    'Sunday night must not run into Monday',
    { weekly: { mon: [{ from: '05:00', to: '12:00' }], sun: [{ from: '22:00', to: '06:00' }] } },
    [{ kind: 'OVERLAPPING_INTERVALS', path: 'weekly.sun[0]' }],
  ],
  [
    'dates have to exist',
    {
      exceptions: [{ date: '2026-02-30', name, intervals: [] }],
      breaks: [{ date: '02-01', intervals: [] }],
      fixedHolidays: [{ date: 'soon', name }],
    },
    [
      { kind: 'BAD_DATE', path: 'exceptions[0].date', value: '2026-02-30' },
      { kind: 'BAD_DATE', path: 'breaks[0].date', value: '02-01' },
      { kind: 'BAD_DATE', path: 'fixedHolidays[0].date', value: 'soon' },
    ],
  ],
  ['29 February may return every fourth year', { exceptions: [{ date: '02-29', name, intervals: [] }] }, []],
  [
    'a date has one exception',
    {
      exceptions: [
        { date: '05-01', name, intervals: [] },
        { date: '05-01', name, intervals: [] },
      ],
    },
    [{ kind: 'BAD_DATE', path: 'exceptions[1].date', value: '05-01' }],
  ],
  ['service hours open some time', { weekly: {}, exceptions: [] }, [{ kind: 'NEVER_OPEN', path: 'weekly' }]],
  ['around the clock needs no hours', { kind: 'ALWAYS', weekly: {}, exceptions: [] }, []],
];

test.each(rows)('%s', (_, change, problems) => expect(validateCalendar({ ...sound, ...change })).toEqual(problems));
