import { toIso } from '../time/iso.js';
import type { OnCallLayer, OnCallSchedule, Rotation } from './on-call.js';
import { at, layer, schedule, seoul, told, weekly } from './schedule.fixture.js';
import { onCall, shiftGaps, shifts } from './shifts.js';

const inSeoul = (one: OnCallSchedule, from: string, to: string) => shifts(one, seoul(from), seoul(to)).map(told);
const ofLayer = (change: Partial<OnCallLayer>) => schedule({ layers: [layer(change)] });
const daily: Rotation = { kind: 'DAILY', handOver: '09:00' };

describe('turns', () => {
  const rows: readonly (readonly [string, Partial<OnCallLayer>, string, string, readonly string[]])[] = [
    [
      'a week each, in the order of the list and round again',
      {},
      '11-02 09:00',
      '11-25 00:00',
      [
        'kim 11-02 09:00 - 11-09 09:00',
        'lee 11-09 09:00 - 11-16 09:00',
        'park 11-16 09:00 - 11-23 09:00',
        'kim 11-23 09:00 - 11-25 00:00',
      ],
    ],
    ['nobody before the first hand-over', {}, '11-01 00:00', '11-03 00:00', ['kim 11-02 09:00 - 11-03 00:00']],
    [
      'a start on Thursday makes the first week a short one',
      { startDate: '2026-11-05' },
      '11-01 00:00',
      '11-17 00:00',
      ['kim 11-05 09:00 - 11-09 09:00', 'lee 11-09 09:00 - 11-16 09:00', 'park 11-16 09:00 - 11-17 00:00'],
    ],
    [
      'a start on Tuesday too, up to the next Monday',
      { startDate: '2026-11-03', participants: ['kim', 'lee'] },
      '11-01 00:00',
      '11-10 00:00',
      ['kim 11-03 09:00 - 11-09 09:00', 'lee 11-09 09:00 - 11-10 00:00'],
    ],
    [
      'a day each',
      { rotation: daily },
      '11-03 00:00',
      '11-05 12:00',
      [
        'kim 11-03 00:00 - 11-03 09:00',
        'lee 11-03 09:00 - 11-04 09:00',
        'park 11-04 09:00 - 11-05 09:00',
        'kim 11-05 09:00 - 11-05 12:00',
      ],
    ],
    [
      'three days each',
      { rotation: { kind: 'EVERY_N_DAYS', days: 3, handOver: '18:30' } },
      '11-02 00:00',
      '11-09 00:00',
      ['kim 11-02 18:30 - 11-05 18:30', 'lee 11-05 18:30 - 11-08 18:30', 'park 11-08 18:30 - 11-09 00:00'],
    ],
    [
      'until the hand-over of the last date',
      { rotation: daily, endDate: '2026-11-04' },
      '11-02 00:00',
      '11-30 00:00',
      ['kim 11-02 09:00 - 11-03 09:00', 'lee 11-03 09:00 - 11-04 09:00'],
    ],
    [
      'an end in the middle of a turn cuts it',
      { endDate: '2026-11-05' },
      '11-02 00:00',
      '11-30 00:00',
      ['kim 11-02 09:00 - 11-05 09:00'],
    ],
    ['an end before the start leaves nobody', { endDate: '2026-11-01' }, '10-01 00:00', '11-30 00:00', []],
    [
      'nights of two weekdays only, the small hours belonging to the evening',
      { hours: { mon: [{ from: '18:00', to: '09:00' }], tue: [{ from: '22:00', to: '24:00' }] } },
      '11-02 00:00',
      '11-11 00:00',
      [
        'kim 11-02 18:00 - 11-03 09:00',
        'kim 11-03 22:00 - 11-04 00:00',
        'lee 11-09 18:00 - 11-10 09:00',
        'lee 11-10 22:00 - 11-11 00:00',
      ],
    ],
    [
      'a whole day is written 00:00 to 00:00',
      { hours: { tue: [{ from: '00:00', to: '00:00' }] } },
      '11-02 00:00',
      '11-09 00:00',
      ['kim 11-03 00:00 - 11-04 00:00'],
    ],
    [
      'hours that a hand-over falls into are shared',
      { hours: { mon: [{ from: '08:00', to: '10:00' }] } },
      '11-09 00:00',
      '11-10 00:00',
      ['kim 11-09 08:00 - 11-09 09:00', 'lee 11-09 09:00 - 11-09 10:00'],
    ],
    [
      'one person alone has one long shift',
      { participants: ['kim'], rotation: daily },
      '11-02 09:00',
      '11-30 00:00',
      ['kim 11-02 09:00 - 11-30 00:00'],
    ],
  ];
  test.each(rows)('%s', (_, change, from, to, expected) => {
    expect(inSeoul(ofLayer(change), from, to)).toEqual(expected);
  });

  const impossible: readonly (readonly [string, Partial<OnCallLayer>])[] = [
    ['nobody takes part', { participants: [] }],
    ['a turn has no length', { rotation: { kind: 'EVERY_N_DAYS', days: 0, handOver: '09:00' } }],
    ['a turn has a negative length', { rotation: { kind: 'EVERY_N_DAYS', days: -7, handOver: '09:00' } }],
    ['a turn has half a day', { rotation: { kind: 'EVERY_N_DAYS', days: 1.5, handOver: '09:00' } }],
    ['a turn is not a number', { rotation: { kind: 'EVERY_N_DAYS', days: NaN, handOver: '09:00' } }],
    ['the hand-over is no time', { rotation: { kind: 'DAILY', handOver: '25:00' } }],
    ['the start is no date', { startDate: '2026-02-30' }],
    ['the end is no date', { endDate: 'never' }],
    ['no hours are given', { hours: {} }],
    ['the hours start at no time', { hours: { mon: [{ from: '9', to: '18:00' }] } }],
    ['the hours end at no time', { hours: { mon: [{ from: '09:00', to: 'late' }] } }],
  ];
  test.each(impossible)('when %s nobody is on call, and nothing hangs', (_, change) => {
    expect(inSeoul(ofLayer(change), '01-01 00:00', '12-31 00:00')).toEqual([]);
  });

  test('years far from the start are found at once', () => {
    const far = at('2099-12-31T14:59:00Z');
    expect(onCall(ofLayer({ startDate: '1970-01-05' }), far)?.personId).toBe('park');
    expect(shifts(schedule(), -Infinity, Infinity).length).toBeGreaterThan(3_500);
  });

  test.each([
    ['an empty range', 5, 5],
    ['a range that runs backwards', 6, 5],
    ['a range of nothing that is a number', NaN, NaN],
  ])('%s has no shifts', (_, from, to) => {
    expect(shifts(schedule(), from, to)).toEqual([]);
  });
});

describe('hand-overs go by a wall clock that is never set back', () => {
  const inZone = (zone: string, startDate: string, handOver: string) =>
    schedule({
      zone,
      layers: [layer({ startDate, rotation: { kind: 'DAILY', handOver }, participants: ['kim', 'lee'] })],
    });
  const edges = (one: OnCallSchedule, from: string, to: string) =>
    shifts(one, at(from), at(to)).map((shift) => toIso(shift.from).slice(0, 16));

  const rows: readonly (readonly [string, string, string, string, string, readonly string[]])[] = [
    [
      'Berlin, spring: 02:30 is skipped, so at 03:00',
      'Europe/Berlin',
      '2026-03-27',
      '02:30',
      '2026-03-28T00:00Z',
      ['2026-03-28T00:00', '2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'Berlin, autumn: 02:30 comes twice, so at the first one',
      'Europe/Berlin',
      '2026-10-23',
      '02:30',
      '2026-10-24T00:00Z',
      ['2026-10-24T00:00', '2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'Lord Howe, spring: 02:15 lies in the skipped half hour, so at 02:30',
      'Australia/Lord_Howe',
      '2026-10-02',
      '02:15',
      '2026-10-03T00:00Z',
      ['2026-10-03T00:00', '2026-10-03T15:30', '2026-10-04T15:15'],
    ],
    [
      'Lord Howe, autumn: 01:45 comes twice within the hour, so at the first one',
      'Australia/Lord_Howe',
      '2026-04-02',
      '01:45',
      '2026-04-04T00:00Z',
      ['2026-04-04T00:00', '2026-04-04T14:45', '2026-04-05T15:15'],
    ],
  ];
  test.each(rows)('%s', (_, zone, startDate, handOver, from, expected) => {
    const to = toIso(at(from) + 50 * 3_600_000);
    expect(edges(inZone(zone, startDate, handOver), from, to)).toEqual(expected);
  });

  test('a day shift keeps its wall hours when the clocks change', () => {
    const day = layer({ startDate: '2026-03-01', hours: { sun: [{ from: '09:00', to: '18:00' }] } });
    const berlin = schedule({ zone: 'Europe/Berlin', layers: [day] });
    expect(edges(berlin, '2026-03-21T00:00Z', '2026-03-30T00:00Z')).toEqual(['2026-03-22T08:00', '2026-03-29T07:00']);
  });

  test('an unknown zone is a bug of the caller', () => {
    expect(() => shifts(schedule({ zone: 'Asia/Atlantis' }), 0, 1)).toThrow(RangeError);
  });
});

describe('layers, swaps and overrides', () => {
  const nights = layer({
    id: 'nights',
    participants: ['choi'],
    hours: { tue: [{ from: '22:00', to: '06:00' }] },
  });
  const override = (id: string, personId: string, from: string, to: string) => ({
    id,
    personId,
    from: seoul(from),
    to: seoul(to),
  });

  test('a later layer wins where it has somebody', () => {
    const both = schedule({ layers: [weekly, nights] });
    expect(inSeoul(both, '11-03 12:00', '11-04 12:00')).toEqual([
      'kim 11-03 12:00 - 11-03 22:00',
      'choi 11-03 22:00 - 11-04 06:00',
      'kim 11-04 06:00 - 11-04 12:00',
    ]);
    expect(inSeoul(schedule({ layers: [nights, weekly] }), '11-03 12:00', '11-04 12:00')).toEqual([
      'kim 11-03 12:00 - 11-04 12:00',
    ]);
  });

  test('every shift says why its person has it', () => {
    const one = schedule({
      layers: [weekly, nights],
      swaps: [
        {
          id: 's1',
          first: { personId: 'kim', from: seoul('11-04 00:00'), to: seoul('11-05 00:00') },
          second: { personId: 'lee', from: seoul('11-11 00:00'), to: seoul('11-12 00:00') },
        },
      ],
      overrides: [override('o1', 'han', '11-04 12:00', '11-04 13:00')],
    });
    expect(shifts(one, seoul('11-03 21:00'), seoul('11-04 13:30')).map((shift) => [told(shift), shift.source])).toEqual(
      [
        ['kim 11-03 21:00 - 11-03 22:00', { kind: 'LAYER', layerId: 'primary' }],
        ['choi 11-03 22:00 - 11-04 06:00', { kind: 'LAYER', layerId: 'nights' }],
        ['lee 11-04 06:00 - 11-04 12:00', { kind: 'SWAP', swapId: 's1', layerId: 'primary' }],
        ['han 11-04 12:00 - 11-04 13:00', { kind: 'OVERRIDE', overrideId: 'o1' }],
        ['lee 11-04 13:00 - 11-04 13:30', { kind: 'SWAP', swapId: 's1', layerId: 'primary' }],
      ],
    );
    expect(onCall(one, seoul('11-04 12:00'))).toEqual({
      personId: 'han',
      source: { kind: 'OVERRIDE', overrideId: 'o1' },
    });
    expect(onCall(one, seoul('11-11 12:00'))).toEqual({
      personId: 'kim',
      source: { kind: 'SWAP', swapId: 's1', layerId: 'primary' },
    });
    expect(onCall(one, seoul('11-04 13:00') - 1)?.personId).toBe('han');
  });

  test('neighbouring shifts of one person stay two when they have two reasons', () => {
    const one = schedule({
      overrides: [
        override('o1', 'kim', '11-03 00:00', '11-04 00:00'),
        override('o2', 'kim', '11-04 00:00', '11-05 00:00'),
      ],
    });
    expect(inSeoul(one, '11-02 09:00', '11-05 12:00')).toEqual([
      'kim 11-02 09:00 - 11-03 00:00',
      'kim 11-03 00:00 - 11-04 00:00',
      'kim 11-04 00:00 - 11-05 00:00',
      'kim 11-05 00:00 - 11-05 12:00',
    ]);
  });

  test('a later override wins, and one outside the range or backwards does nothing', () => {
    const one = schedule({
      overrides: [
        override('o1', 'han', '11-03 00:00', '11-04 00:00'),
        override('o2', 'choi', '11-03 12:00', '11-05 00:00'),
        override('o3', 'jung', '11-06 00:00', '11-05 00:00'),
        override('o4', 'jung', '12-06 00:00', '12-07 00:00'),
      ],
    });
    expect(inSeoul(one, '11-03 06:00', '11-08 00:00')).toEqual([
      'han 11-03 06:00 - 11-03 12:00',
      'choi 11-03 12:00 - 11-05 00:00',
      'kim 11-05 00:00 - 11-08 00:00',
    ]);
  });

  test('an override before the rotation starts has its person alone', () => {
    const one = schedule({ overrides: [override('o1', 'han', '10-01 00:00', '10-02 00:00')] });
    expect(inSeoul(one, '09-30 00:00', '10-30 00:00')).toEqual(['han 10-01 00:00 - 10-02 00:00']);
  });

  test('a swap exchanges only what each of the two really had', () => {
    const swap = {
      id: 's1',
      first: { personId: 'kim', from: seoul('11-08 00:00'), to: seoul('11-10 00:00') },
      second: { personId: 'lee', from: seoul('11-10 00:00'), to: seoul('11-17 00:00') },
    };
    expect(inSeoul(schedule({ swaps: [swap] }), '11-07 00:00', '11-18 00:00')).toEqual([
      'kim 11-07 00:00 - 11-08 00:00',
      'lee 11-08 00:00 - 11-09 09:00',
      'lee 11-09 09:00 - 11-10 00:00',
      'kim 11-10 00:00 - 11-16 09:00',
      'park 11-16 09:00 - 11-18 00:00',
    ]);
  });

  test('a swap leaves the later turns of both as they are', () => {
    const swap = {
      id: 's1',
      first: { personId: 'kim', from: seoul('11-02 09:00'), to: seoul('11-09 09:00') },
      second: { personId: 'lee', from: seoul('11-09 09:00'), to: seoul('11-16 09:00') },
    };
    expect(inSeoul(schedule({ swaps: [swap] }), '11-02 09:00', '12-07 09:00')).toEqual([
      'lee 11-02 09:00 - 11-09 09:00',
      'kim 11-09 09:00 - 11-16 09:00',
      'park 11-16 09:00 - 11-23 09:00',
      'kim 11-23 09:00 - 11-30 09:00',
      'lee 11-30 09:00 - 12-07 09:00',
    ]);
  });

  test('the same swap twice is no swap', () => {
    const first = { personId: 'kim', from: seoul('11-02 00:00'), to: seoul('11-20 00:00') };
    const second = { personId: 'lee', from: seoul('11-02 00:00'), to: seoul('11-20 00:00') };
    const twice = schedule({
      swaps: [
        { id: 'a', first, second },
        { id: 'b', first, second },
      ],
    });
    expect(inSeoul(twice, '11-02 00:00', '11-20 00:00')).toEqual(inSeoul(schedule(), '11-02 00:00', '11-20 00:00'));
  });
});

describe('gaps', () => {
  test('are whatever no shift covers', () => {
    const office = ofLayer({ hours: { mon: [{ from: '09:00', to: '18:00' }] } });
    const gaps = shiftGaps(office, seoul('11-02 00:00'), seoul('11-10 00:00')).map((gap) =>
      told({ ...gap, personId: '-' }),
    );
    expect(gaps).toEqual(['- 11-02 00:00 - 11-02 09:00', '- 11-02 18:00 - 11-09 09:00', '- 11-09 18:00 - 11-10 00:00']);
  });
  test('are none around the clock, and everything without layers', () => {
    const range = [seoul('11-02 09:00'), seoul('12-31 00:00')] as const;
    expect(shiftGaps(schedule(), ...range)).toEqual([]);
    expect(shiftGaps(schedule({ layers: [] }), ...range)).toEqual([{ from: range[0], to: range[1] }]);
  });
});
