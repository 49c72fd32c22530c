import { parseIso } from '../time/iso.js';
import { versionInForce, type DatedVersion } from './in-force.js';
import { noticeEffect } from './notice.js';

const seoul = (date: string) => parseIso(`${date}T00:00:00+09:00`) ?? Number.NaN;

const YEARLY: DatedVersion = {
  ...{ versionId: 'v', contractId: 'c', from: seoul('2026-01-01'), to: seoul('2027-01-01'), zone: 'Asia/Seoul' },
  ...{ renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 60 }, noticeGivenAt: null, endedAt: null },
};
const HOLDOVER: DatedVersion = { ...YEARLY, renewal: { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 30 } };
const OPEN: DatedVersion = { ...HOLDOVER, to: null };

describe('what notice brings (D-CON-2)', () => {
  test.each<readonly [string, DatedVersion, string, string, string | null, boolean]>([
    ['in time, the contract ends with its term', YEARLY, '2026-06-01', '2027-01-01', '2026-11-02', true],
    ['on the last instant it is in time still', YEARLY, '2026-11-02', '2027-01-01', '2026-11-02', true],
    ['a day later it renews once more', YEARLY, '2026-11-03', '2028-01-01', '2026-11-02', false],
    ['before its first day it ends with the first term', YEARLY, '2025-12-01', '2027-01-01', '2026-11-02', true],
    ['after a renewal the next term counts', YEARLY, '2027-03-01', '2028-01-01', '2027-11-02', true],
    ['what would hold over runs its term', HOLDOVER, '2026-03-01', '2027-01-01', null, true],
    ['what holds over runs its days of notice', HOLDOVER, '2027-03-01', '2027-03-31', null, true],
    ['what has no end runs its days of notice', OPEN, '2026-03-01', '2026-03-31', null, true],
    ['before its first day they count from there', OPEN, '2025-12-01', '2026-01-31', null, true],
  ])('%s', (_sentence, version, given, end, noticeBy, inTime) => {
    const deadline = noticeBy === null ? null : seoul(noticeBy);
    expect(noticeEffect(version, seoul(given))).toEqual({ end: seoul(end), noticeBy: deadline, inTime });
  });

  test.each<readonly [string, DatedVersion]>([
    ['terms that end by themselves', { ...YEARLY, renewal: { ...YEARLY.renewal, atEnd: 'END' } }],
    ['notice that was given', { ...YEARLY, noticeGivenAt: seoul('2026-02-01') }],
    ['an end that was agreed', { ...YEARLY, endedAt: seoul('2026-07-01') }],
  ])('there is nothing to give notice of after %s', (_sentence, version) => {
    expect(noticeEffect(version, seoul('2026-06-01'))).toBeNull();
  });

  test('whatever it brings is how the contract then goes', () => {
    for (const version of [YEARLY, HOLDOVER, OPEN])
      for (const day of ['2026-02-01', '2026-11-03', '2027-01-01', '2027-05-05']) {
        const effect = noticeEffect(version, seoul(day));
        if (effect === null) throw new Error('these go on by themselves');
        const under = [{ ...version, noticeGivenAt: seoul(day) }];
        expect([versionInForce(under, effect.end - 1), versionInForce(under, effect.end)]).toEqual([under[0], null]);
      }
  });
});
