import { compileCalendar } from '../time/compile.js';
import { HOUR, MINUTE } from '../time/instant.js';
import { period } from '../time/periods.js';
import { fraction } from './fraction.js';
import { measureAvailability, type AvailabilityProblem } from './measure.js';
import {
  at,
  claim,
  gap,
  input,
  measured,
  OFFICE_HOURS,
  outage,
  ROUND_THE_CLOCK,
  told,
  work,
} from './sample-facts.fixture.js';

/** Minutes of August round the clock. */
const ALL = 44_640;
const share = (up: number, counted: number) => fraction(BigInt(up), BigInt(counted));
const planned = (from: string, to: string, more: object = {}) => work('w', [told('08-01 00:00', from, to)], more);

describe('availability of a month round the clock (D-AVL-1)', () => {
  const table: readonly (readonly [string, Readonly<Parameters<typeof measured>>, number, number])[] = [
    ['nothing happened', [{}], ALL, ALL],
    ['an hour down', [{ outages: [outage('o', '08-03 10:00', '08-03 11:00')] }], ALL - 60, ALL],
    [
      'outages that overlap count once',
      [{ outages: [outage('a', '08-03 10:00', '08-03 11:00'), outage('b', '08-03 10:30', '08-03 11:30')] }],
      ...([ALL - 90, ALL] as const),
    ],
    [
      'only what falls into the period counts',
      [{ outages: [outage('a', '07-31 23:00', '08-01 01:00'), outage('b', '08-31 23:30', '09-01 10:00')] }],
      ...([ALL - 90, ALL] as const),
    ],
    [
      'an outage in planned work is excluded with the window',
      [{ outages: [outage('o', '08-13 22:00', '08-13 23:00')], maintenance: [planned('08-13 22:00', '08-14 00:00')] }],
      ...([ALL - 120, ALL - 120] as const),
    ],
    [
      'what goes on after planned work is downtime',
      [{ outages: [outage('o', '08-13 22:00', '08-14 00:10')], maintenance: [planned('08-13 22:00', '08-14 00:00')] }],
      ...([ALL - 130, ALL - 120] as const),
    ],
    [
      'an overrun is downtime, also where no signal saw it',
      [{ maintenance: [planned('08-13 22:00', '08-14 00:00', { endedAt: at('08-14 00:30') })] }],
      ...([ALL - 150, ALL - 120] as const),
    ],
    [
      'emergency work excludes nothing',
      [
        {
          outages: [outage('o', '08-13 22:00', '08-13 23:00')],
          maintenance: [planned('08-13 22:00', '08-14 00:00', { kind: 'EMERGENCY' })],
        },
      ],
      ...([ALL - 60, ALL] as const),
    ],
    [
      'an accepted claim takes its time out',
      [
        {
          outages: [outage('o', '08-03 10:00', '08-03 12:00')],
          exclusions: [claim('c', '08-03 10:00', '08-03 11:00')],
        },
      ],
      ...([ALL - 120, ALL - 60] as const),
    ],
    ...(['PROPOSED', 'REJECTED', 'DISPUTED'] as const).map(
      (state) =>
        [
          `a claim that is ${state} excludes nothing`,
          [
            {
              outages: [outage('o', '08-03 10:00', '08-03 12:00')],
              exclusions: [claim('c', '08-03 10:00', '08-03 11:00', { state })],
            },
          ],
          ...([ALL - 120, ALL] as const),
        ] as const,
    ),
    [
      'a cloud vendor’s outage is no force majeure by itself, even where somebody accepted it',
      [
        {
          outages: [outage('o', '08-03 10:00', '08-03 12:00')],
          exclusions: [claim('c', '08-03 10:00', '08-03 11:00', { cause: 'CLOUD_VENDOR' })],
        },
      ],
      ...([ALL - 120, ALL] as const),
    ],
    [
      'a cloud vendor’s outage is excluded where the terms name it and it is accepted',
      [
        {
          outages: [outage('o', '08-03 10:00', '08-03 12:00')],
          exclusions: [claim('c', '08-03 10:00', '08-03 11:00', { cause: 'CLOUD_VENDOR' })],
        },
        { excludable: ['CLOUD_VENDOR'] },
      ],
      ...([ALL - 120, ALL - 60] as const),
    ],
    [
      'claims and windows that overlap are taken out once',
      [
        {
          maintenance: [planned('08-13 22:00', '08-14 00:00')],
          exclusions: [claim('c', '08-13 23:00', '08-14 01:00'), claim('d', '08-13 23:30', '08-14 00:30')],
        },
      ],
      ...([ALL - 180, ALL - 180] as const),
    ],
    [
      'unmeasured minutes are left out where the terms say so',
      [{ gaps: [gap('g', '08-03 10:00', '08-03 11:00')] }, { unmeasured: 'EXCLUDED' }],
      ...([ALL - 60, ALL - 60] as const),
    ],
    [
      'unmeasured minutes are up where the terms say so',
      [{ gaps: [gap('g', '08-03 10:00', '08-03 11:00')] }, { unmeasured: 'UP' }],
      ...([ALL, ALL] as const),
    ],
    [
      'unmeasured minutes are down where the terms say so',
      [{ gaps: [gap('g', '08-03 10:00', '08-03 11:00')] }, { unmeasured: 'DOWN' }],
      ...([ALL - 60, ALL] as const),
    ],
    [
      'an outage put down by hand is a measurement',
      [
        { gaps: [gap('g', '08-03 10:00', '08-03 12:00')], outages: [outage('o', '08-03 10:00', '08-03 11:00')] },
        { unmeasured: 'EXCLUDED' },
      ],
      ...([ALL - 120, ALL - 60] as const),
    ],
    [
      'a degraded hour put down by hand is a measurement too',
      [
        {
          gaps: [gap('g', '08-03 10:00', '08-03 12:00')],
          outages: [outage('o', '08-03 10:00', '08-03 11:00', { state: 'DEGRADED' })],
        },
        { unmeasured: 'DOWN' },
      ],
      ...([ALL - 60, ALL] as const),
    ],
    [
      'degraded time counts as down in its percentage',
      [{ outages: [outage('o', '08-03 10:00', '08-03 11:00', { state: 'DEGRADED' })] }, { degradedPercent: 25 }],
      ...([ALL - 15, ALL] as const),
    ],
    [
      'down outweighs degraded',
      [
        {
          outages: [
            outage('o', '08-03 10:00', '08-03 11:00', { state: 'DEGRADED' }),
            outage('p', '08-03 10:30', '08-03 11:30'),
          ],
        },
        { degradedPercent: 50 },
      ],
      ...([ALL - 75, ALL] as const),
    ],
  ];
  test.each(table)('%s', (_sentence, given, up, counted) => {
    const figure = measured(...given);
    expect(figure.ratio).toEqual(share(up, counted));
    expect(figure.parts[0]?.countedMs).toBe(counted * MINUTE);
  });
});

describe('availability of service hours', () => {
  const office = { calendar: compileCalendar(OFFICE_HOURS, [], 0) };
  /** 21 weekdays of August 2026, nine hours each. */
  const HOURS = 189;

  test('only agreed service time counts', () => {
    const figure = measured({ outages: [outage('o', '08-03 17:00', '08-04 10:00')] }, {}, office);
    expect(figure.ratio).toEqual(share(HOURS - 2, HOURS));
    expect(figure.items).toEqual([
      { outageId: 'o', state: 'DOWN', ticketIds: [], agreedMs: 2 * HOUR, countedMs: 2 * HOUR },
    ]);
  });

  test('an outage outside of service hours counts nothing and is no item', () => {
    const figure = measured({ outages: [outage('o', '08-03 19:00', '08-04 08:00')] }, {}, office);
    expect(figure).toMatchObject({ n: 0, items: [], verdict: 'REACHED' });
  });

  test('a month without counted time has no data, never 100 %', () => {
    const figure = measured({ exclusions: [claim('c', '08-01 00:00', '09-01 00:00')] }, {}, office);
    expect(figure).toMatchObject({
      ratio: null,
      verdict: 'NO_DATA',
      parts: [{ countedMs: 0, agreedMs: HOURS * HOUR }],
    });
  });

  test('a period that has not begun has no data', () => {
    expect(measured({}, {}, { asOf: at('07-15 00:00') })).toMatchObject({ ratio: null, until: at('08-01 00:00') });
  });
});

describe('periods and what is still open', () => {
  test('an outage that is not over lasts until now, and a running period is measured until now', () => {
    const figure = measured({ outages: [outage('o', '08-02 00:00', null)] }, {}, { asOf: at('08-03 00:00') });
    expect(figure.ratio).toEqual(share(1, 2));
    expect(figure.until).toBe(at('08-03 00:00'));
  });

  test('an outage that has yet to begin counts nothing', () => {
    const figure = measured({ outages: [outage('o', '08-05 00:00', null)] }, {}, { asOf: at('08-03 00:00') });
    expect(figure).toMatchObject({ ratio: share(1, 1), items: [] });
  });

  test('a month with a change to summer time is an hour short (D-AVL-2)', () => {
    const zone = 'Europe/Berlin';
    const calendar = compileCalendar({ ...ROUND_THE_CLOCK, zone }, [], 0);
    const figure = measured({}, {}, { calendar, period: period(zone, '2026-03'), asOf: at('12-01 00:00') });
    expect(figure.parts[0]?.agreedMs).toBe((31 * 24 - 1) * HOUR);
  });
});

describe('several assets', () => {
  const assetIds = ['a', 'b'];
  const aDown = outage('a1', '08-03 10:00', '08-03 12:00', { assetIds: ['a'] });
  const bDown = outage('b1', '08-03 11:00', '08-03 13:00', { assetIds: ['b'] });

  test('any: down while one of them is', () => {
    const figure = measured({ assetIds, outages: [aDown, bDown] }, { assetRule: 'ANY' });
    expect(figure.ratio).toEqual(share(ALL - 180, ALL));
    expect(figure.items.map(({ countedMs }) => countedMs / MINUTE)).toEqual([120, 120]);
  });

  test('all: down only while all of them are', () => {
    const figure = measured({ assetIds, outages: [aDown, bDown] }, { assetRule: 'ALL' });
    expect(figure.ratio).toEqual(share(ALL - 60, ALL));
    expect(figure.items.map(({ countedMs }) => countedMs / MINUTE)).toEqual([60, 60]);
  });

  test('all: an outage that the other one made good is listed and doesn’t count', () => {
    const figure = measured({ assetIds, outages: [aDown] }, { assetRule: 'ALL' });
    expect(figure).toMatchObject({ ratio: share(1, 1), n: 0, items: [{ agreedMs: 2 * HOUR, countedMs: 0 }] });
  });

  test('weighted: each by its weight, with its own exclusions', () => {
    const weights = [
      { assetId: 'a', weight: 3 },
      { assetId: 'b', weight: 1 },
    ];
    const terms = { assetRule: 'WEIGHTED', weights } as const;
    expect(measured({ outages: [aDown, bDown] }, terms).ratio).toEqual(share(4 * ALL - 3 * 120 - 120, 4 * ALL));
    const exclusions = [claim('c', '08-03 10:00', '08-03 11:00', { assetIds: ['a'] })];
    const figure = measured({ outages: [aDown, bDown], exclusions }, terms);
    expect(figure.ratio).toEqual(share(4 * ALL - 3 * 120 - 120, 4 * ALL - 3 * 60));
    expect(figure.parts.map(({ assetId, weight, countedMs, downMs }) => [assetId, weight, countedMs, downMs])).toEqual([
      ['a', 3, (ALL - 60) * MINUTE, HOUR],
      ['b', 1, ALL * MINUTE, 2 * HOUR],
    ]);
    expect(figure.items.map(({ countedMs }) => countedMs / MINUTE)).toEqual([60, 120]);
  });

  test('an asset of weight zero has no say', () => {
    const weights = [
      { assetId: 'a', weight: 0 },
      { assetId: 'b', weight: 5 },
    ];
    expect(measured({ outages: [aDown] }, { assetRule: 'WEIGHTED', weights }).ratio).toEqual(share(1, 1));
  });

  test('what names no asset concerns all of them', () => {
    const everywhere = outage('o', '08-03 10:00', '08-03 11:00');
    expect(measured({ assetIds, outages: [everywhere] }, { assetRule: 'ALL' }).ratio).toEqual(share(ALL - 60, ALL));
  });

  test('planned work on one node of a pair excuses nothing when the other one fails', () => {
    const maintenance = [planned('08-03 10:00', '08-03 12:00', { assetIds: ['a'] })];
    const facts = { assetIds, maintenance, outages: [bDown] };
    expect(measured(facts, { assetRule: 'ALL' }).ratio).toEqual(share(ALL - 60, ALL));
    expect(measured(facts, { assetRule: 'ANY' }).ratio).toEqual(share(ALL - 120, ALL));
  });

  test('time counts as long as one asset is in count; it is excluded when none is, by the first reason', () => {
    const maintenance = [planned('08-03 10:00', '08-03 12:00', { assetIds: ['a'] })];
    const exclusions = [claim('c', '08-03 11:00', '08-03 13:00', { assetIds: ['b'] })];
    const gaps = [gap('g', '08-03 12:00', '08-03 13:00', { assetIds: ['a'] })];
    const figure = measured({ assetIds, maintenance, exclusions, gaps }, { assetRule: 'ANY' });
    expect(figure.parts).toEqual([
      {
        ...{ assetId: null, weight: 1, agreedMs: ALL * MINUTE, countedMs: (ALL - 120) * MINUTE },
        ...{ plannedMs: HOUR, acceptedMs: HOUR, unmeasuredMs: 0, downMs: 0, degradedMs: 0 },
      },
    ]);
  });

  test('all: degraded while the best of them is degraded', () => {
    const aSlow = outage('s', '08-03 10:00', '08-03 12:00', { assetIds: ['a'], state: 'DEGRADED' });
    const figure = measured({ assetIds, outages: [aSlow, bDown] }, { assetRule: 'ALL', degradedPercent: 50 });
    expect(figure.parts[0]).toMatchObject({ downMs: 0, degradedMs: HOUR });
    expect(figure.ratio).toEqual(share(ALL - 30, ALL));
  });

  test('any: degraded while one is and none is down', () => {
    const aSlow = outage('s', '08-03 10:00', '08-03 12:00', { assetIds: ['a'], state: 'DEGRADED' });
    const figure = measured({ assetIds, outages: [aSlow, bDown] }, { assetRule: 'ANY', degradedPercent: 50 });
    expect(figure.parts[0]).toMatchObject({ downMs: 2 * HOUR, degradedMs: HOUR });
  });
});

describe('what a figure carries (D-KPI-1)', () => {
  test('it names what was left out and what was not, with the reason', () => {
    const figure = measured({
      outages: [outage('o', '08-03 10:00', '08-03 12:00', { ticketIds: ['t1'] })],
      maintenance: [
        work('w', [told('08-01 00:00', '08-13 22:00', '08-14 04:00')], { endedAt: at('08-14 04:15') }),
        work('e', [told('08-19 00:00', '08-19 22:00', '08-19 23:00')]),
        work('later', [told('08-01 00:00', '09-19 22:00', '09-19 23:00')]),
      ],
      exclusions: [
        claim('c', '08-03 10:00', '08-03 11:00'),
        claim('d', '08-03 11:00', '08-03 11:30', { state: 'PROPOSED', cause: 'FORCE_MAJEURE' }),
        claim('v', '08-03 11:00', '08-03 11:30', { cause: 'CLOUD_VENDOR' }),
        claim('before', '07-03 11:00', '07-03 11:30'),
      ],
      gaps: [gap('g', '08-05 00:00', '08-05 01:00')],
    });
    const [m, h] = [MINUTE, HOUR];
    expect(figure.exclusions).toEqual([
      { kind: 'PLANNED', id: 'w', agreedMs: 6 * h, excludedMs: 4 * h, overrunMs: 15 * m, reason: 'CAP_USED_UP' },
      { kind: 'PLANNED', id: 'e', agreedMs: h, excludedMs: 0, overrunMs: 0, reason: 'NOTICE_TOO_SHORT' },
      { kind: 'CLAIM', id: 'c', cause: 'CLIENT', agreedMs: h, excludedMs: h, reason: null },
      { kind: 'CLAIM', id: 'd', cause: 'FORCE_MAJEURE', agreedMs: 30 * m, excludedMs: 0, reason: 'NOT_ACCEPTED' },
      { kind: 'CLAIM', id: 'v', cause: 'CLOUD_VENDOR', agreedMs: 30 * m, excludedMs: 0, reason: 'CAUSE_NOT_AGREED' },
      { kind: 'UNMEASURED', id: 'g', agreedMs: h, countsAs: 'EXCLUDED' },
    ]);
    expect(figure.items).toEqual([{ outageId: 'o', state: 'DOWN', ticketIds: ['t1'], agreedMs: 2 * h, countedMs: h }]);
    expect(figure).toMatchObject({ n: 1, termsId: 'web', targetPpm: 999_500, period: { key: '2026-08' } });
  });

  test('the verdict compares the exact fraction: just at the target is reached, a millisecond less is missed', () => {
    // 0.05 % of August are 22 min 19.2 s.
    const down = (ms: number) => [{ ...outage('o', '08-03 10:00', null), to: at('08-03 10:00') + ms }];
    expect(measured({ outages: down(1_339_200) }).verdict).toBe('REACHED');
    expect(measured({ outages: down(1_339_201) }).verdict).toBe('MISSED');
  });
});

describe('facts that cannot be are named', () => {
  const table: readonly (readonly [string, Readonly<Parameters<typeof input>>, AvailabilityProblem])[] = [
    [
      'an outage that ends before it begins',
      [{ outages: [outage('o', '08-03 11:00', '08-03 10:00')] }],
      { path: 'outages[0].to', kind: 'REVERSED', detail: `${at('08-03 11:00')}..${at('08-03 10:00')}` },
    ],
    [
      'an outage that begins at no instant',
      [{ outages: [outage('o', '08-03 11:00', null, { from: NaN })] }],
      { path: 'outages[0].from', kind: 'NOT_AN_INSTANT', detail: 'NaN' },
    ],
    [
      'an outage that ends at infinity',
      [{ outages: [outage('o', '08-03 11:00', null, { to: Infinity })] }],
      { path: 'outages[0].to', kind: 'NOT_AN_INSTANT', detail: 'Infinity' },
    ],
    [
      'two outages of one name',
      [{ outages: [outage('o', '08-03 10:00', '08-03 11:00'), outage('o', '08-04 10:00', '08-04 11:00')] }],
      { path: 'outages[1].id', kind: 'DUPLICATE', detail: 'o' },
    ],
    [
      'an asset that nobody knows',
      [{ assetIds: ['a'], gaps: [gap('g', '08-03 10:00', '08-03 11:00', { assetIds: ['a', 'x'] })] }],
      { path: 'gaps[0].assetIds[1]', kind: 'UNKNOWN_ASSET', detail: 'x' },
    ],
    [
      'an asset that has no weight',
      [
        { assetIds: ['a'], outages: [outage('o', '08-03 10:00', '08-03 11:00', { assetIds: ['a'] })] },
        { assetRule: 'WEIGHTED', weights: [{ assetId: 'b', weight: 1 }] },
      ],
      { path: 'outages[0].assetIds[0]', kind: 'UNKNOWN_ASSET', detail: 'a' },
    ],
    [
      'weights that sum to zero',
      [{}, { assetRule: 'WEIGHTED', weights: [{ assetId: 'b', weight: 0 }] }],
      { path: 'terms.weights', kind: 'WEIGHTS_SUM_TO_ZERO', detail: '0' },
    ],
    [
      'a reversed gap',
      [{ gaps: [gap('g', '08-03 11:00', '08-03 10:59')] }],
      { path: 'gaps[0].to', kind: 'REVERSED', detail: `${at('08-03 11:00')}..${at('08-03 10:59')}` },
    ],
    [
      'a reversed claim',
      [{ exclusions: [claim('c', '08-03 11:00', '08-03 10:59')] }],
      { path: 'exclusions[0].to', kind: 'REVERSED', detail: `${at('08-03 11:00')}..${at('08-03 10:59')}` },
    ],
    [
      'a reversed window',
      [{ maintenance: [planned('08-03 11:00', '08-03 10:59')] }],
      {
        path: 'maintenance[0].announcements[0].to',
        kind: 'REVERSED',
        detail: `${at('08-03 11:00')}..${at('08-03 10:59')}`,
      },
    ],
    [
      'work that ended before its window',
      [{ maintenance: [planned('08-03 11:00', '08-03 12:00', { endedAt: at('08-03 10:00') })] }],
      { path: 'maintenance[0].endedAt', kind: 'REVERSED', detail: `${at('08-03 11:00')}..${at('08-03 10:00')}` },
    ],
    [
      'work that ended at no instant',
      [{ maintenance: [planned('08-03 11:00', '08-03 12:00', { endedAt: NaN })] }],
      { path: 'maintenance[0].endedAt', kind: 'NOT_AN_INSTANT', detail: 'NaN' },
    ],
    [
      'an announcement delivered at no instant',
      [{ maintenance: [work('w', [{ deliveredAt: 0.5, from: at('08-03 11:00'), to: at('08-03 12:00') }])] }],
      { path: 'maintenance[0].announcements[0].deliveredAt', kind: 'NOT_AN_INSTANT', detail: '0.5' },
    ],
    [
      'a period that ends before it begins',
      [{}, {}, { period: { key: 'x', zone: 'Asia/Seoul', from: 2, to: 1 } }],
      { path: 'period.to', kind: 'REVERSED', detail: 'x' },
    ],
    ['now at no instant', [{}, {}, { asOf: NaN }], { path: 'asOf', kind: 'NOT_AN_INSTANT', detail: 'NaN' }],
  ];
  test.each(table)('%s', (_sentence, given, problem) => {
    expect(measureAvailability(input(...given))).toEqual({ kind: 'invalid', problems: [problem] });
  });

  test('empty stretches are no mistakes and change nothing', () => {
    const figure = measured({
      outages: [outage('o', '08-03 10:00', '08-03 10:00')],
      gaps: [gap('g', '08-03 10:00', '08-03 10:00')],
      exclusions: [claim('c', '08-03 10:00', '08-03 10:00')],
      maintenance: [planned('08-03 10:00', '08-03 10:00')],
    });
    expect(figure).toMatchObject({ ratio: share(1, 1), items: [], exclusions: [] });
  });
});
