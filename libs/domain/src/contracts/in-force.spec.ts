import fc from 'fast-check';
import { DAY } from '../time/instant.js';
import { effectiveEnd, inForce, noticeDeadline, overlaps, versionInForce, type DatedVersion } from './in-force.js';

/** Local midnight in Seoul. */
const seoul = (date: string) => Date.parse(`${date}T00:00:00+09:00`);

const YEAR: DatedVersion = {
  versionId: 'v1',
  contractId: 'c1',
  from: seoul('2026-01-01'),
  to: seoul('2027-01-01'),
  zone: 'Asia/Seoul',
  renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 60 },
  noticeGivenAt: null,
  endedAt: null,
};
const HOLDOVER: DatedVersion = { ...YEAR, renewal: { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 30 } };
const ENDING: DatedVersion = { ...YEAR, renewal: { atEnd: 'END', renewMonths: 0, noticeDays: 0 } };

const rules: readonly (readonly [sentence: string, versions: readonly DatedVersion[], date: string, kind: string])[] = [
  ['before it begins nothing holds', [YEAR], '2025-12-31', 'NONE'],
  ['from its first midnight it holds', [YEAR], '2026-01-01', 'IN_TERM'],
  ['at the end of the term it renews', [YEAR], '2027-01-01', 'RENEWED'],
  ['and renews again', [YEAR], '2031-06-01', 'RENEWED'],
  ['timely notice ends it with the term', [{ ...YEAR, noticeGivenAt: seoul('2026-11-02') }], '2027-01-01', 'NONE'],
  ['late notice ends it a term later', [{ ...YEAR, noticeGivenAt: seoul('2026-11-03') }], '2027-12-31', 'RENEWED'],
  ['and not a day longer', [{ ...YEAR, noticeGivenAt: seoul('2026-11-03') }], '2028-01-01', 'NONE'],
  ['a contract that holds over does so without end', [HOLDOVER], '2035-01-01', 'HELD_OVER'],
  ['until notice has run out', [{ ...HOLDOVER, noticeGivenAt: seoul('2027-03-01') }], '2027-03-31', 'NONE'],
  [
    'notice during the term ends it no sooner than the term',
    [{ ...HOLDOVER, noticeGivenAt: seoul('2026-03-01') }],
    '2026-12-31',
    'IN_TERM',
  ],
  ['a contract that ends, ends', [ENDING], '2027-01-01', 'NONE'],
  ['without an agreed term it goes on', [{ ...ENDING, to: null }], '2040-01-01', 'IN_TERM'],
  ['an agreed end cuts the term', [{ ...YEAR, endedAt: seoul('2026-06-01') }], '2026-06-01', 'NONE'],
];

describe('which version is in force (D-CON-2)', () => {
  test.each(rules)('%s', (_sentence, versions, date, kind) => {
    expect(inForce(versions, seoul(date)).kind).toBe(kind);
  });

  test('why it still holds is said with its instants', () => {
    expect(inForce([YEAR], seoul('2026-12-31'))).toEqual({
      kind: 'IN_TERM',
      version: YEAR,
      termEnd: seoul('2027-01-01'),
    });
    expect(inForce([YEAR], seoul('2028-01-01'))).toEqual({
      kind: 'RENEWED',
      version: YEAR,
      termEnd: seoul('2029-01-01'),
    });
    expect(inForce([HOLDOVER], seoul('2027-01-01'))).toEqual({
      kind: 'HELD_OVER',
      version: HOLDOVER,
      since: seoul('2027-01-01'),
    });
    expect(inForce([], seoul('2027-01-01'))).toEqual({ kind: 'NONE' });
    expect(versionInForce([YEAR], seoul('2025-01-01'))).toBeNull();
  });

  const ends: readonly (readonly [sentence: string, version: DatedVersion, end: string | null])[] = [
    ['while it renews no end is known', YEAR, null],
    ['while it holds over neither', HOLDOVER, null],
    ['a contract that ends, ends with its term', ENDING, '2027-01-01'],
    ['notice on the last day ends the term', { ...YEAR, noticeGivenAt: seoul('2026-11-02') }, '2027-01-01'],
    ['notice a day later ends the next one', { ...YEAR, noticeGivenAt: seoul('2026-11-03') }, '2028-01-01'],
    ['notice while it holds over runs its days', { ...HOLDOVER, noticeGivenAt: seoul('2027-03-01') }, '2027-03-31'],
    [
      'without a term notice runs its days too',
      { ...HOLDOVER, to: null, noticeGivenAt: seoul('2026-03-01') },
      '2026-03-31',
    ],
    [
      'the sooner of notice and agreed end counts',
      { ...YEAR, noticeGivenAt: seoul('2026-11-02'), endedAt: seoul('2027-06-01') },
      '2027-01-01',
    ],
    [
      'the agreed end, when it is sooner',
      { ...YEAR, noticeGivenAt: seoul('2026-11-02'), endedAt: seoul('2026-12-01') },
      '2026-12-01',
    ],
    [
      'a renewal without length renews by a month',
      { ...YEAR, renewal: { atEnd: 'RENEW', renewMonths: 0, noticeDays: 0 }, noticeGivenAt: seoul('2027-01-15') },
      '2027-02-01',
    ],
  ];
  test.each(ends)('%s', (_sentence, version, end) => {
    expect(effectiveEnd(version)).toBe(end === null ? null : seoul(end));
  });

  test('terms that begin in the middle of a day end at that hour', () => {
    const noon = { ...YEAR, to: seoul('2027-01-31') + DAY / 2, renewal: { ...YEAR.renewal, renewMonths: 1 } };
    expect(inForce([noon], seoul('2027-02-10'))).toMatchObject({ termEnd: seoul('2027-02-28') + DAY / 2 });
    expect(noticeDeadline(noon, seoul('2027-03-31') + DAY / 2)).toBe(seoul('2027-01-30') + DAY / 2);
  });

  test('an agreed successor takes over at its first instant, in the middle of a term too', () => {
    const next = { ...YEAR, versionId: 'v2', from: seoul('2026-07-01') };
    expect(versionInForce([next, YEAR], seoul('2026-07-01') - 1)?.versionId).toBe('v1');
    expect(versionInForce([next, YEAR], seoul('2026-07-01'))?.versionId).toBe('v2');
  });

  test('a term that ends on the 31st renews to the end of shorter months without drifting', () => {
    const monthly = {
      ...YEAR,
      to: seoul('2026-01-31'),
      renewal: { atEnd: 'RENEW', renewMonths: 1, noticeDays: 0 } as const,
    };
    expect(inForce([monthly], seoul('2026-02-01'))).toMatchObject({ termEnd: seoul('2026-02-28') });
    expect(inForce([monthly], seoul('2026-03-01'))).toMatchObject({ termEnd: seoul('2026-03-31') });
  });

  test('terms and notice keep the wall-clock across a change of the hour', () => {
    const berlin = { ...YEAR, zone: 'Europe/Berlin', to: Date.parse('2026-03-01T00:00:00+01:00') };
    const monthly = { ...berlin, renewal: { atEnd: 'RENEW', renewMonths: 1, noticeDays: 7 } as const };
    const april = Date.parse('2026-04-01T00:00:00+02:00');
    expect(inForce([monthly], Date.parse('2026-03-10T00:00:00Z'))).toMatchObject({ termEnd: april });
    expect(noticeDeadline(monthly, april)).toBe(Date.parse('2026-03-25T00:00:00+01:00'));
  });

  test('a version holds exactly before its effective end', () => {
    const day = fc.integer({ min: -400, max: 4_000 }).map((n) => seoul('2026-01-01') + n * DAY);
    const version = fc.record({
      renewal: fc.record({
        atEnd: fc.constantFrom('RENEW' as const, 'HOLDOVER' as const, 'END' as const),
        renewMonths: fc.integer({ min: 1, max: 24 }),
        noticeDays: fc.integer({ min: 0, max: 120 }),
      }),
      noticeGivenAt: fc.option(day),
      endedAt: fc.option(day),
    });
    fc.assert(
      fc.property(version, day, (changes, at) => {
        const dated = { ...YEAR, ...changes };
        const end = effectiveEnd(dated);
        expect(inForce([dated], at).kind !== 'NONE').toBe(dated.from <= at && (end === null || at < end));
      }),
    );
  });
});

describe('overlaps', () => {
  test('ranges that only touch do not overlap', () => {
    expect(
      overlaps([
        { id: 'b', from: 5, to: null },
        { id: 'a', from: 0, to: 5 },
      ]),
    ).toEqual([]);
  });

  test('a range of no length overlaps nothing', () => {
    expect(
      overlaps([
        { id: 'a', from: 0, to: 10 },
        { id: 'b', from: 5, to: 5 },
      ]),
    ).toEqual([]);
  });

  test('every overlapping pair is named once, the earlier first', () => {
    const ranges = [
      { id: 'c', from: 9, to: 12 },
      { id: 'a', from: 0, to: 10 },
      { id: 'b', from: 3, to: null },
    ];
    expect(overlaps(ranges)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });

  test('pairs overlap exactly when they share an instant', () => {
    const range = fc.record({ from: fc.nat(20), to: fc.option(fc.nat(20)) });
    fc.assert(
      fc.property(range, range, (a, b) => {
        const covers = ({ from, to }: typeof a, at: number) => from <= at && (to === null || at < to);
        const shared = Array.from({ length: 30 }, (_, at) => at).some((at) => covers(a, at) && covers(b, at));
        expect(
          overlaps([
            { id: 'a', ...a },
            { id: 'b', ...b },
          ]).length,
        ).toBe(shared ? 1 : 0);
      }),
    );
  });
});
