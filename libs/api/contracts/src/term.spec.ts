import { parseIso, type RenewalTerms } from '@daylight/domain';
import { instantsOf, monthsOf, termStatus, type VersionDates } from './term.js';

const HOLDOVER: RenewalTerms = { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 30 };

function version(from: string, end: string | null, more: Partial<VersionDates> = {}): VersionDates {
  const zone = 'Asia/Seoul';
  const { effectiveFrom, termTo } = instantsOf(zone, { effectiveFrom: from, termEnd: end });
  return {
    versionId: 'v',
    contractId: 'c',
    state: 'AGREED',
    effectiveFrom,
    effectiveTo: null,
    termTo,
    zone,
    renewal: HOLDOVER,
    noticeAt: null,
    ...more,
  };
}

const at = (text: string) => parseIso(text) ?? Number.NaN;

it.each([
  ['2026-01-01', '2026-12-31', 12],
  ['2026-01-01', '2026-01-01', 1],
  ['2026-01-15', '2026-02-14', 1],
  ['2026-01-15', '2026-02-15', 2],
  ['2026-02-01', '2029-01-31', 36],
  ['2026-01-01', null, 12],
])('from %s to %s a client commits to %i months', (from, end, months) => {
  expect(monthsOf(version(from, end))).toBe(months);
});

it('the first and the last day are both whole days in the zone of the terms', () => {
  expect(instantsOf('Asia/Seoul', { effectiveFrom: '2026-01-01', termEnd: '2026-12-31' })).toEqual({
    effectiveFrom: at('2025-12-31T15:00:00Z'),
    termTo: at('2026-12-31T15:00:00Z'),
  });
});

it.each([
  ['2025-12-31T14:59:59Z', 'UPCOMING', 365],
  ['2025-12-31T15:00:00Z', 'IN_TERM', 364],
  ['2026-12-31T14:59:59Z', 'IN_TERM', 0],
  ['2026-12-31T15:00:00Z', 'HOLDOVER', -1],
] as const)('at %s a contract for 2026 is %s with %i days left', (now, phase, daysLeft) => {
  expect(termStatus(version('2026-01-01', '2026-12-31'), at(now))).toMatchObject({ phase, daysLeft });
});

it('a version that was replaced is over, whatever its term said', () => {
  const replaced = version('2026-01-01', '2026-12-31', { effectiveTo: at('2026-06-30T15:00:00Z') });
  expect(termStatus(replaced, at('2026-07-01T00:00:00Z')).phase).toBe('ENDED');
});

it('a proposal has no term yet', () => {
  expect(termStatus(version('2026-01-01', '2026-12-31', { state: 'PROPOSED' }), at('2026-07-01T00:00:00Z')).phase).toBe(
    'NOT_AGREED',
  );
});
