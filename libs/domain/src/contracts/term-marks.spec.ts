import fc from 'fast-check';
import { DAY } from '../time/instant.js';
import { nextTermMark, termMarks, type MarkedVersion } from './term-marks.js';

/** Midnight in Seoul. */
const seoul = (date: string) => Date.parse(`${date}T00:00:00+09:00`);
const dateOf = (at: number) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);

const YEARLY: MarkedVersion = {
  ...{ versionId: 'v1', contractId: 'c1', zone: 'Asia/Seoul' },
  ...{ from: seoul('2026-01-01'), to: seoul('2027-01-01'), noticeGivenAt: null, endedAt: null, replacedFrom: null },
  renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 60, remindDays: [30, 7] },
};
const UNTIL_ENDED: MarkedVersion = { ...YEARLY, renewal: { ...YEARLY.renewal, atEnd: 'HOLDOVER', renewMonths: 0 } };
const FIXED: MarkedVersion = { ...YEARLY, renewal: { ...YEARLY.renewal, atEnd: 'END', renewMonths: 0 } };

function told(version: MarkedVersion, upTo = '2027-12-31') {
  const marks = termMarks(version, { after: seoul('2026-01-01'), upTo: seoul(upTo) });
  return marks.map(({ kind, at, days }) => `${dateOf(at)} ${kind}${days === null ? '' : ` ${days}`}`);
}

describe('what both parties are told of a term', () => {
  test.each([
    [
      'one that renews: the last day for notice, the end, the renewal, and the same the year after',
      YEARLY,
      [
        ...['2026-10-03 NOTICE_AHEAD 30', '2026-10-26 NOTICE_AHEAD 7', '2026-12-02 END_AHEAD 30'],
        ...['2026-12-25 END_AHEAD 7', '2027-01-01 RENEWED'],
        ...['2027-10-03 NOTICE_AHEAD 30', '2027-10-26 NOTICE_AHEAD 7', '2027-12-02 END_AHEAD 30'],
        '2027-12-25 END_AHEAD 7',
      ],
    ],
    [
      'one that holds over: once',
      UNTIL_ENDED,
      [
        ...['2026-10-03 NOTICE_AHEAD 30', '2026-10-26 NOTICE_AHEAD 7', '2026-12-02 END_AHEAD 30'],
        ...['2026-12-25 END_AHEAD 7', '2027-01-01 HELD_OVER'],
      ],
    ],
    [
      'one that ends by itself owes no notice',
      FIXED,
      ['2026-12-02 END_AHEAD 30', '2026-12-25 END_AHEAD 7', '2027-01-01 ENDED'],
    ],
    [
      'reminders of the end begin where those of the last day for notice stop',
      { ...YEARLY, renewal: { ...YEARLY.renewal, noticeDays: 10 } },
      [
        ...['2026-11-22 NOTICE_AHEAD 30', '2026-12-15 NOTICE_AHEAD 7', '2026-12-25 END_AHEAD 7', '2027-01-01 RENEWED'],
        ...['2027-11-22 NOTICE_AHEAD 30', '2027-12-15 NOTICE_AHEAD 7', '2027-12-25 END_AHEAD 7'],
      ],
    ],
    [
      'no reminders where the terms want none',
      { ...FIXED, renewal: { ...FIXED.renewal, remindDays: [] } },
      ['2027-01-01 ENDED'],
    ],
    ['open-ended: nothing to tell', { ...UNTIL_ENDED, to: null }, []],
    ['a version that takes over at the end makes the end moot', { ...YEARLY, replacedFrom: seoul('2027-01-01') }, []],
    [
      'one that takes over later leaves the first end to be told',
      { ...UNTIL_ENDED, replacedFrom: seoul('2027-03-01') },
      [
        ...['2026-10-03 NOTICE_AHEAD 30', '2026-10-26 NOTICE_AHEAD 7', '2026-12-02 END_AHEAD 30'],
        ...['2026-12-25 END_AHEAD 7', '2027-01-01 HELD_OVER'],
      ],
    ],
    [
      'notice given in time: it ends, and says so ahead',
      { ...YEARLY, noticeGivenAt: seoul('2026-02-01') },
      ['2026-12-02 END_AHEAD 30', '2026-12-25 END_AHEAD 7', '2027-01-01 ENDED'],
    ],
  ] as const)('%s', (_sentence, version, expected) => {
    expect(told(version)).toEqual(expected);
  });

  test('terms that say nothing of reminders have them 30 and 7 days ahead', () => {
    const { remindDays: _unsaid, ...renewal } = FIXED.renewal;
    expect(told({ ...FIXED, renewal })).toEqual(told(FIXED));
  });

  test('days are counted on the wall clock, also over a change of summer time', () => {
    const zone = 'Europe/Berlin';
    const end = Date.parse('2026-10-31T00:00:00+01:00');
    const version = { ...FIXED, zone, to: end };
    const [first] = termMarks(version, { after: version.from, upTo: end });
    expect(first?.at).toBe(Date.parse('2026-10-01T00:00:00+02:00'));
  });

  test('walking from mark to mark meets every one once, whatever the terms', () => {
    const terms = fc.record({
      atEnd: fc.constantFrom('RENEW' as const, 'HOLDOVER' as const, 'END' as const),
      renewMonths: fc.integer({ min: 1, max: 36 }),
      noticeDays: fc.integer({ min: 0, max: 120 }),
      remindDays: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 900 }), (renewal, days) => {
        const version = { ...YEARLY, renewal, to: YEARLY.from + days * DAY };
        const upTo = seoul('2031-01-01');
        const all = termMarks(version, { after: version.from, upTo });
        const instants: number[] = [];
        for (let at = nextTermMark(version, version.from); at !== null && at <= upTo; at = nextTermMark(version, at))
          instants.push(at);
        expect(instants).toEqual([...new Set(all.map(({ at }) => at))]);
      }),
    );
  });
});
