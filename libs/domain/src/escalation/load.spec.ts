import { dayOf } from '../time/date.js';
import type { LoadRules } from './load.js';
import { DEFAULT_LOAD_RULES, isoWeekOf, onCallLoad } from './load.js';
import { at, layer, schedule, seoul, weekly } from './schedule.fixture.js';
import { shifts } from './shifts.js';

const HOUR = 3_600_000;
const rules = (change: Partial<LoadRules> = {}): LoadRules => ({ ...DEFAULT_LOAD_RULES, ...change });

test.each([
  ['2026-11-22', '2026-W47'],
  ['2026-11-23', '2026-W48'],
  ['2026-01-01', '2026-W01'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2023-01-01', '2022-W52'],
])('%s lies in week %s', (date, week) => expect(isoWeekOf(dayOf(date) ?? NaN)).toBe(week));

test('a week on call is told by ISO week, with its nights and holidays', () => {
  const load = onCallLoad(
    schedule({ layers: [layer({ participants: ['kim', 'lee'] })] }),
    seoul('11-02 00:00'),
    seoul('11-16 00:00'),
    rules({ holidays: ['2026-11-08', '2026-11-09', '2026-12-25'] }),
  );
  expect(load).toEqual([
    {
      personId: 'kim',
      week: '2026-W45',
      onCallMs: 159 * HOUR,
      nights: ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08'],
      holidays: ['2026-11-08'],
      flags: ['ON_HOLIDAY'],
    },
    {
      personId: 'kim',
      week: '2026-W46',
      onCallMs: 9 * HOUR,
      nights: [],
      holidays: ['2026-11-09'],
      flags: ['ON_HOLIDAY'],
    },
    {
      personId: 'lee',
      week: '2026-W46',
      onCallMs: 159 * HOUR,
      nights: ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15'],
      holidays: ['2026-11-09'],
      flags: ['ON_HOLIDAY'],
    },
  ]);
});

describe('a night', () => {
  const duty = (from: string, to: string) =>
    onCallLoad(
      schedule({ layers: [], overrides: [{ id: 'o', personId: 'kim', from: seoul(from), to: seoul(to) }] }),
      seoul('11-01 00:00'),
      seoul('12-01 00:00'),
      rules(),
    ).map(({ week, onCallMs, nights }) => [week, onCallMs / HOUR, nights]);

  test.each([
    ['begins at ten in the evening', '11-03 18:00', '11-03 22:00', [['2026-W45', 4, []]]],
    ['counts from the first minute', '11-03 18:00', '11-03 22:01', [['2026-W45', 4 + 1 / 60, ['2026-11-03']]]],
    ['ends at six', '11-04 06:00', '11-04 12:00', [['2026-W45', 6, []]]],
    [
      'belongs to the evening before, also in the small hours',
      '11-04 05:00',
      '11-04 12:00',
      [['2026-W45', 7, ['2026-11-03']]],
    ],
    [
      'of Sunday belongs to the week that ends, its small hours on Monday to the next one',
      '11-09 01:00',
      '11-09 03:00',
      [
        ['2026-W45', 0, ['2026-11-08']],
        ['2026-W46', 2, []],
      ],
    ],
    ['is one, however long the duty', '11-03 20:00', '11-04 20:00', [['2026-W45', 24, ['2026-11-03']]]],
  ])('%s', (_, from, to, expected) => expect(duty(from, to)).toEqual(expected));

  test('may lie within one day where the rules say so', () => {
    const load = onCallLoad(
      schedule(),
      seoul('11-03 00:00'),
      seoul('11-04 00:00'),
      rules({ nightFrom: '01:00', nightTo: '05:00' }),
    );
    expect(load.map(({ nights }) => nights)).toEqual([['2026-11-03']]);
  });
});

describe('limits', () => {
  const week = (change: Partial<LoadRules>) =>
    onCallLoad(schedule(), seoul('11-02 09:00'), seoul('11-04 09:00'), rules(change)).flatMap(({ flags }) => flags);
  test.each<readonly [string, Partial<LoadRules>, readonly string[]]>([
    ['none is watched by default', {}, []],
    ['48 hours are within 48', { maxHoursPerWeek: 48 }, []],
    ['48 hours are over 47', { maxHoursPerWeek: 47 }, ['HOURS_OVER_LIMIT']],
    ['two nights are within two', { maxNightsPerWeek: 2 }, []],
    ['two nights are over one', { maxNightsPerWeek: 1 }, ['NIGHTS_OVER_LIMIT']],
    [
      'all are told together',
      { maxHoursPerWeek: 0, maxNightsPerWeek: 0, holidays: ['2026-11-03'] },
      ['HOURS_OVER_LIMIT', 'NIGHTS_OVER_LIMIT', 'ON_HOLIDAY'],
    ],
  ])('%s', (_, change, expected) => expect(week(change)).toEqual(expected));
});

test('an hour that the clocks repeat is an hour on call more', () => {
  const berlin = schedule({ zone: 'Europe/Berlin', layers: [{ ...weekly, startDate: '2026-10-19' }] });
  const load = onCallLoad(berlin, at('2026-10-24T22:00Z'), at('2026-10-25T23:00Z'), rules());
  expect(load.map(({ personId, onCallMs }) => [personId, onCallMs / HOUR])).toEqual([['kim', 25]]);
});

test('people of one week come in the order of their ids, and every hour is somebody’s', () => {
  const one = schedule({
    layers: [layer({ rotation: { kind: 'DAILY', handOver: '09:00' }, participants: ['park', 'kim', 'lee'] })],
  });
  const [from, to] = [seoul('10-20 00:00'), seoul('12-10 05:00')];
  const load = onCallLoad(one, from, to, rules());
  expect(load.slice(0, 4).map(({ week, personId }) => `${week} ${personId}`)).toEqual([
    '2026-W45 kim',
    '2026-W45 lee',
    '2026-W45 park',
    '2026-W46 kim',
  ]);
  const sum = load.reduce((total, { onCallMs }) => total + onCallMs, 0);
  expect(sum).toBe(shifts(one, from, to).reduce((total, shift) => total + shift.to - shift.from, 0));
});
