import { DAY, HOUR, SECOND } from '../time/instant.js';
import type { KpiKey } from './definitions.js';
import type { BacklogMove, ClockFact, TicketFact } from './facts.js';
import { nearestRank, type KpiFigure, type KpiPeriod } from './figure.js';
import { judgeKpi } from './judge.js';
import { computeKpis, figureOf } from './report.js';
import { CLOCK, met, missed, TICKET } from './sample-facts.fixture.js';
import type { ClockKind } from '../contracts/terms.js';

const PERIOD: KpiPeriod = { key: '2026-Q1', zone: 'Asia/Seoul', from: 100 * DAY, to: 190 * DAY };
const INSIDE = 150 * DAY;

const opened = (at: number): BacklogMove => ({ at, kind: 'OPENED', delta: 1 });
const left = (at: number, kind: 'RESOLVED' | 'CANCELLED' | 'MERGED' = 'RESOLVED'): BacklogMove => ({
  at,
  kind,
  delta: -1,
});
const back = (at: number): BacklogMove => ({ at, kind: 'REOPENED', delta: 1 });

function ticket(ticketId: string, openedAt: number, changes: Partial<TicketFact> = {}): TicketFact {
  return { ...TICKET, ticketId, openedAt, earliestOpenedAt: openedAt, moves: [opened(openedAt)], ...changes };
}

function figure(
  facts: { tickets?: readonly TicketFact[]; clocks?: readonly ClockFact[] },
  key: KpiKey,
  clock: ClockKind | null = null,
): KpiFigure {
  const found = figureOf(computeKpis({ tickets: [], clocks: [], ...facts }, PERIOD), key, clock);
  if (found === null) throw new Error(`no figure ${key}`);
  return found;
}

describe('attainment while waiting is contested (D-SLA-4)', () => {
  const conceded = (verdict: 'MET' | 'MISSED' | null, verdictAt: number | null) => ({
    ...{ contested: true, ifConceded: { verdict, verdictAt } },
  });

  test.each([
    ['without an objection there is no second figure', [met(INSIDE), missed(INSIDE)], null, 0],
    [
      'a kept target that would be missed counts as missed in it',
      [met(INSIDE), met(INSIDE, conceded('MISSED', INSIDE))],
      5_000,
      2,
    ],
    ['one that would be kept all the same changes nothing', [met(INSIDE, conceded('MET', INSIDE))], 10_000, 1],
    [
      'a clock that would have been missed before the period leaves it',
      [met(INSIDE), met(INSIDE, conceded('MISSED', 10 * DAY))],
      10_000,
      1,
    ],
    [
      'a running clock that would be missed by now comes in',
      [met(INSIDE), { ...CLOCK, ...conceded('MISSED', INSIDE) }],
      5_000,
      2,
    ],
  ] as const)('%s', (_sentence, clocks, value, n) => {
    const second = figure({ clocks }, 'SLA_ATTAINMENT_IF_CONCEDED', 'RESOLUTION');
    expect([second.value, second.n]).toEqual([value, n]);
  });

  test('the first figure stays what it is until the objection is settled', () => {
    const clocks = [met(INSIDE), met(INSIDE, conceded('MISSED', INSIDE))];
    expect(figure({ clocks }, 'SLA_ATTAINMENT', 'RESOLUTION').value).toBe(10_000);
    expect(figure({ clocks }, 'CONTESTED', 'RESOLUTION').value).toBe(1);
  });

  test('a pilot’s objection has no part in it', () => {
    const clocks = [met(INSIDE, { pilot: true, ...conceded('MISSED', INSIDE) })];
    expect(figure({ clocks }, 'SLA_ATTAINMENT_IF_CONCEDED', 'RESOLUTION').n).toBe(0);
  });
});

describe('SLA attainment (D-KPI-0)', () => {
  const rules: readonly (readonly [sentence: string, clocks: readonly ClockFact[], value: number | null, n: number])[] =
    [
      ['without a verdict there is no data, not 100 %', [CLOCK], null, 0],
      ['one met of one is 100 %', [met(INSIDE)], 10_000, 1],
      ['two of three is rounded down to 66.66 %', [met(INSIDE), met(INSIDE), missed(INSIDE)], 6_666, 3],
      ['a verdict on the first instant of the period counts', [met(PERIOD.from)], 10_000, 1],
      ['a verdict on the first instant of the next one does not', [met(PERIOD.to)], null, 0],
      ['a clock that was missed and met later is missed once', [missed(INSIDE, { metAt: INSIDE + DAY })], 0, 1],
      ['a pilot stays out', [met(INSIDE), missed(INSIDE, { pilot: true })], 10_000, 1],
      [
        'a cancelled clock stays out',
        [met(INSIDE), { ...CLOCK, cancelCause: 'CANCELLED', cancelledAt: INSIDE }],
        10_000,
        1,
      ],
      ['another kind of clock has its own figure', [missed(INSIDE, { clock: 'RESTORE' })], null, 0],
    ];

  test.each(rules)('%s', (_sentence, clocks, value, n) => {
    expect(figure({ clocks }, 'SLA_ATTAINMENT', 'RESOLUTION')).toMatchObject({ value, n, denominator: n });
  });

  test('what was left out stands beside it, and so do the tickets behind it', () => {
    const clocks = [
      met(INSIDE, { ticketId: 'b', confidential: true }),
      met(INSIDE, { ticketId: 'a' }),
      missed(INSIDE, { ticketId: 'c', pilot: true }),
      { ...CLOCK, cancelCause: 'MERGED' as const, cancelledAt: INSIDE },
    ];
    const tickets = [ticket('x', INSIDE, { outOfContract: true, termsDigest: null })];
    expect(figure({ tickets, clocks }, 'SLA_ATTAINMENT', 'RESOLUTION')).toMatchObject({
      itemIds: ['a', 'b'],
      confidential: 1,
      exclusions: [
        { reason: 'PILOT', count: 1 },
        { reason: 'OUT_OF_CONTRACT', count: 1 },
        { reason: 'MERGED', count: 1 },
      ],
    });
    expect(figure({ clocks }, 'CLOCKS_MERGED', 'RESOLUTION').value).toBe(1);
  });

  test('attainment names cancelled and merged clocks and tickets out of contract of the period alone', () => {
    const ended = (cancelCause: 'CANCELLED' | 'MERGED', cancelledAt: number) => ({
      ...CLOCK,
      cancelCause,
      cancelledAt,
    });
    const tickets = [
      ticket('a', INSIDE, { outOfContract: true }),
      ticket('b', 50 * DAY, { outOfContract: true }),
      ticket('c', INSIDE),
    ];
    const clocks = [
      met(INSIDE),
      ended('CANCELLED', INSIDE),
      ended('CANCELLED', PERIOD.to),
      ended('MERGED', INSIDE),
      ended('MERGED', INSIDE),
    ];
    expect(figure({ tickets, clocks }, 'SLA_ATTAINMENT', 'RESOLUTION').exclusions).toEqual([
      { reason: 'OUT_OF_CONTRACT', count: 1 },
      { reason: 'CANCELLED', count: 1 },
      { reason: 'MERGED', count: 2 },
    ]);
  });

  test('what is missed and still open is counted until it is done', () => {
    const clocks = [
      missed(INSIDE, { ticketId: 'open' }),
      missed(INSIDE, { ticketId: 'done' }),
      missed(PERIOD.to, { ticketId: 'later' }),
    ];
    const tickets = [
      ticket('open', 0),
      ticket('later', 0),
      ticket('done', 0, { moves: [opened(0), left(INSIDE + DAY)] }),
    ];
    expect(figure({ tickets, clocks }, 'OPEN_OVERDUE', 'RESOLUTION').itemIds).toEqual(['open']);
  });

  test('on time are requests by their agreed date', () => {
    const agreed = { clock: 'AGREED_DATE', type: 'SERVICE_REQUEST' } as const;
    const clocks = [
      met(INSIDE, agreed),
      missed(INSIDE, agreed),
      missed(INSIDE, { clock: 'AGREED_DATE', type: 'CHANGE' }),
    ];
    expect(figure({ clocks }, 'ON_TIME_REQUESTS')).toMatchObject({ value: 5_000, n: 2 });
  });
});

describe('durations', () => {
  const percentiles: readonly (readonly [readonly number[], number, number | null])[] = [
    [[], 50, null],
    [[7], 90, 7],
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 40, 20],
    [[50, 40, 35, 20, 15], 50, 35],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 100, 10],
  ];

  test.each(percentiles)('of %j the %ith percentile is %s', (values, percent, value) => {
    expect(nearestRank(values, percent)).toBe(value);
  });

  test('time to restore is wall-clock, from the earliest opening of what was merged', () => {
    const tickets = [ticket('a', INSIDE, { earliestOpenedAt: INSIDE - HOUR, restoredAt: INSIDE + HOUR })];
    expect(figure({ tickets }, 'RESTORE_TIME_P50')).toMatchObject({
      value: (2 * HOUR) / SECOND,
      n: 1,
      unit: 'SECONDS',
    });
  });

  test('time to resolve is working time, and tickets without a clock are named as left out', () => {
    const tickets = [ticket('a', INSIDE, { resolvedAt: INSIDE }), ticket('b', INSIDE, { resolvedAt: INSIDE })];
    const clocks = [met(INSIDE, { ticketId: 'a', usedMs: 90 * SECOND + 999 })];
    expect(figure({ tickets, clocks }, 'RESOLVE_TIME_P90')).toMatchObject({
      value: 90,
      n: 1,
      exclusions: [{ reason: 'NO_CLOCK', count: 1 }],
    });
  });

  test('mean time to acknowledge stands with the share never acknowledged', () => {
    const tickets = [
      ticket('a', INSIDE, { acknowledgedAt: INSIDE + 10 * SECOND }),
      ticket('b', INSIDE, { acknowledgedAt: INSIDE + 21 * SECOND }),
      ticket('late', INSIDE, { acknowledgedAt: PERIOD.to }),
      ticket('gone', INSIDE, { cancelledAt: INSIDE + DAY }),
    ];
    expect(figure({ tickets }, 'ACKNOWLEDGE_TIME_MEAN')).toMatchObject({
      value: 15,
      n: 2,
      numerator: 31_000,
      denominator: 2_000,
    });
    expect(figure({ tickets }, 'NEVER_ACKNOWLEDGED')).toMatchObject({
      value: 3_333,
      n: 3,
      itemIds: ['a', 'b', 'late'],
    });
  });

  test('the client’s own reply time is measured per answer', () => {
    const clientReplies = [
      { askedAt: PERIOD.from - HOUR, answeredAt: PERIOD.from + HOUR },
      { askedAt: INSIDE, answeredAt: INSIDE + HOUR },
      { askedAt: INSIDE, answeredAt: PERIOD.to },
    ];
    const tickets = [ticket('a', 0, { clientReplies })];
    expect(figure({ tickets }, 'CLIENT_REPLY_TIME_P90')).toMatchObject({ value: 7_200, n: 2, itemIds: ['a'] });
  });

  test('without a duration there is no data', () => {
    expect(figure({}, 'RESTORE_TIME_P90')).toMatchObject({ value: null, n: 0, denominator: 0 });
    expect(figure({}, 'ACKNOWLEDGE_TIME_MEAN').value).toBeNull();
  });
});

describe('quality and flow', () => {
  const resolvedOnce = ticket('a', INSIDE, { moves: [opened(INSIDE), left(INSIDE + HOUR)] });
  const reopened = ticket('b', INSIDE, {
    moves: [opened(INSIDE), left(INSIDE + HOUR), back(INSIDE + DAY), left(INSIDE + 2 * DAY)],
  });
  const later = ticket('c', INSIDE, { moves: [opened(INSIDE), left(INSIDE + HOUR), back(PERIOD.to)] });

  test('the reopen rate counts reopenings within the period', () => {
    expect(figure({ tickets: [resolvedOnce, reopened, later] }, 'REOPEN_RATE')).toMatchObject({ value: 3_333, n: 3 });
  });

  test('a reopening before the period’s own resolution is not held against it', () => {
    const again = ticket('a', 50 * DAY, {
      moves: [opened(50 * DAY), left(60 * DAY), back(INSIDE), left(INSIDE + DAY)],
    });
    const onlyBack = ticket('b', 50 * DAY, { moves: [opened(50 * DAY), left(60 * DAY), back(INSIDE)] });
    expect(figure({ tickets: [again, onlyBack] }, 'REOPEN_RATE')).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('a hand-over or a second word after the period’s end does not move what was reported', () => {
    const resolved = (id: string, changes: Partial<TicketFact>) =>
      ticket(id, PERIOD.to - 2 * DAY, { moves: [opened(PERIOD.to - 2 * DAY), left(PERIOD.to - DAY)], ...changes });
    const tickets = [
      resolved('a', { reassignedAt: PERIOD.to }),
      resolved('b', { reassignedAt: PERIOD.to - 1 }),
      resolved('c', { secondInboundAt: PERIOD.to }),
      resolved('d', { secondInboundAt: PERIOD.to - 1 }),
    ];
    expect(figure({ tickets }, 'FIRST_CONTACT_RESOLUTION')).toMatchObject({ numerator: 2, denominator: 4 });
  });

  test('a clock missed in the period and met after it was overdue at its end', () => {
    const tickets = [ticket('a', INSIDE)];
    const overdue = (metAt: number | null) =>
      figure({ tickets, clocks: [missed(INSIDE, { ticketId: 'a', metAt })] }, 'OPEN_OVERDUE', 'RESOLUTION').value;
    expect([overdue(null), overdue(PERIOD.to), overdue(PERIOD.to - 1)]).toEqual([1, 1, 0]);
  });

  test('what was merged or cancelled before anybody acknowledged it is named as left out', () => {
    const tickets = [
      ticket('a', INSIDE, { mergedAt: INSIDE + 1 }),
      ticket('b', INSIDE, { cancelledAt: INSIDE + 1 }),
      ticket('c', INSIDE, { cancelledAt: PERIOD.to }),
      ticket('d', INSIDE, { acknowledgedAt: INSIDE + HOUR, mergedAt: INSIDE + 2 * HOUR }),
      ticket('e', PERIOD.to, {}),
    ];
    expect(figure({ tickets }, 'NEVER_ACKNOWLEDGED')).toMatchObject({
      numerator: 1,
      denominator: 2,
      exclusions: [
        { reason: 'CANCELLED', count: 1 },
        { reason: 'MERGED', count: 1 },
      ],
    });
  });

  test('first contact resolves without a second word and without a hand-over', () => {
    const tickets = [
      resolvedOnce,
      { ...resolvedOnce, ticketId: 'again', secondInboundAt: INSIDE + 7 * DAY - 1 },
      { ...resolvedOnce, ticketId: 'thanks', secondInboundAt: INSIDE + 7 * DAY },
      { ...resolvedOnce, ticketId: 'handed', reassignedAt: INSIDE + 1 },
    ];
    expect(figure({ tickets }, 'FIRST_CONTACT_RESOLUTION')).toMatchObject({ value: 5_000, n: 4 });
  });

  test('the backlog at the end is what was there, plus what came, less what left', () => {
    const tickets = [
      ticket('old', 0),
      ticket('cancelled', 0, { moves: [opened(0), left(INSIDE, 'CANCELLED')] }),
      ticket('merged', INSIDE, { moves: [opened(INSIDE), left(INSIDE + 1, 'MERGED')] }),
      ticket('done', 0, { moves: [opened(0), left(PERIOD.from - 1)] }),
      ...[resolvedOnce, reopened, later],
      ticket('new', PERIOD.to - HOUR),
      ticket('next', PERIOD.to),
    ];
    expect(computeKpis({ tickets, clocks: [] }, PERIOD).flow).toEqual({
      ...{
        backlogStart: 2,
        opened: 5,
        reopened: 1,
        resolved: 4,
        cancelled: 1,
        merged: 1,
        backlogEnd: 2,
        balanced: true,
      },
    });
    expect(figure({ tickets }, 'AGE_UNDER_1_DAY').itemIds).toEqual(['new']);
    expect(figure({ tickets }, 'AGE_OVER_30_DAYS').itemIds).toEqual(['old']);
  });

  test('volume is split by priority, service, channel and type', () => {
    const tickets = [ticket('a', INSIDE), ticket('b', INSIDE, { priority: 'P1', channel: 'EMAIL' }), ticket('c', 0)];
    expect(computeKpis({ tickets, clocks: [] }, PERIOD).volumes).toEqual([
      {
        by: 'PRIORITY',
        counts: [
          { key: 'P1', count: 1 },
          { key: 'P2', count: 1 },
        ],
      },
      { by: 'SERVICE', counts: [{ key: 'servers', count: 2 }] },
      {
        by: 'CHANNEL',
        counts: [
          { key: 'EMAIL', count: 1 },
          { key: 'PORTAL', count: 1 },
        ],
      },
      { by: 'TYPE', counts: [{ key: 'INCIDENT', count: 2 }] },
    ]);
  });
});

describe('judging a figure by its targets', () => {
  const target = (comparison: 'AT_LEAST' | 'AT_MOST', value: number) =>
    ({ kpi: 'SLA_ATTAINMENT', clock: 'RESOLUTION', side: 'PROVIDER', comparison, value }) as const;
  const twoOfThree = figure({ clocks: [met(INSIDE), met(INSIDE), missed(INSIDE)] }, 'SLA_ATTAINMENT', 'RESOLUTION');
  const rules: readonly (readonly [string, KpiFigure, ReturnType<typeof target>, string])[] = [
    ['66.66…% reaches 66.66 %', twoOfThree, target('AT_LEAST', 6_666), 'REACHED'],
    ['66.66…% does not reach 66.67 %', twoOfThree, target('AT_LEAST', 6_667), 'NOT_REACHED'],
    ['66.66…% is not at most 66.66 %, although it is shown so', twoOfThree, target('AT_MOST', 6_666), 'NOT_REACHED'],
    [
      'no data reaches nothing and misses nothing',
      figure({}, 'SLA_ATTAINMENT', 'RESOLUTION'),
      target('AT_LEAST', 0),
      'NO_DATA',
    ],
  ];

  test.each(rules)('%s', (_sentence, judged, against, kind) => {
    expect(judgeKpi(judged, [against, { ...against, clock: 'RESTORE' }])).toEqual([{ target: against, kind }]);
  });
});

describe('what waited when the period ended, by how long (D-KPI-0)', () => {
  const END = PERIOD.to;
  const BANDS = ['PAUSED_UNDER_1_DAY', 'PAUSED_1_TO_7_DAYS', 'PAUSED_7_TO_30_DAYS', 'PAUSED_OVER_30_DAYS'] as const;
  const pausedIn = (changes: Partial<TicketFact>) =>
    BANDS.filter((key) => figure({ tickets: [ticket('t1', INSIDE, changes)] }, key).value === 1);

  test.each<readonly [string, TicketFact['waits'], readonly KpiKey[]]>([
    ['waiting since an hour before', [{ from: END - HOUR, to: null }], ['PAUSED_UNDER_1_DAY']],
    ['waiting for a day to the millisecond', [{ from: END - DAY, to: null }], ['PAUSED_1_TO_7_DAYS']],
    ['waiting for a week', [{ from: END - 7 * DAY, to: END + DAY }], ['PAUSED_7_TO_30_DAYS']],
    ['waiting for more than a month', [{ from: END - 35 * DAY, to: null }], ['PAUSED_OVER_30_DAYS']],
    ['answered just before the end', [{ from: END - DAY, to: END - 1 }], []],
    ['answered as the next period began', [{ from: END - HOUR, to: END }], ['PAUSED_UNDER_1_DAY']],
    ['asked as the next period began', [{ from: END, to: null }], []],
    [
      'waiting anew: only the last stretch counts',
      [
        { from: END - 40 * DAY, to: END - 2 * DAY },
        { from: END - HOUR, to: null },
      ],
      ['PAUSED_UNDER_1_DAY'],
    ],
    ['never waiting', [], []],
  ])('%s', (_sentence, waits, keys) => {
    expect(pausedIn({ waits })).toEqual(keys);
  });

  test('a pilot and what no contract covers are not beside the attainment of the contract', () => {
    const waits = [{ from: END - HOUR, to: null }];
    expect([...pausedIn({ waits, pilot: true }), ...pausedIn({ waits, outOfContract: true })]).toEqual([]);
  });
});
