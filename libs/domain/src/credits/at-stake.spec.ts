import type { CreditSchedule } from '../contracts/credit-terms.js';
import type { ServiceTerms } from '../contracts/terms.js';
import { period } from '../time/periods.js';
import { creditAtStake, type JudgedSoFar, type StakeInput } from './at-stake.js';
import { RESPONSE_SCHEDULE } from './statement.fixture.js';

const ALL: CreditSchedule = {
  ...RESPONSE_SCHEDULE,
  basis: { kind: 'ATTAINMENT', clock: 'FIRST_RESPONSE', priority: null },
};
const service: ServiceTerms = {
  ...{ serviceItemId: 'servers', level: 'OPERATE', policyId: 'p', monthlyFeeMinor: 12_000_000 },
  ...{ name: { ko: '서버', en: 'Servers' }, inScope: { ko: '', en: '' }, outOfScope: { ko: '', en: '' } },
};

const stake = (judged: readonly JudgedSoFar[], credits: readonly CreditSchedule[], more: Partial<StakeInput> = {}) =>
  creditAtStake({
    terms: { currency: 'KRW', monthlyFeeMinor: null, services: [service], credits },
    ...{ serviceItemId: 'servers', clock: 'FIRST_RESPONSE', priority: 'P1', judged },
    ...{ month: period('Asia/Seoul', '2026-08'), ...more },
  });
const p1 = (met: number, missed: number): JudgedSoFar => ({ priority: 'P1', met, missed });

// Under 95 % a twentieth, under 80 % a fifth of twelve million.
test.each([
  ['the first miss of the month takes the lowest step', [], 2_400_000],
  ['one of twenty still keeps 95 %', [p1(19, 0)], 0],
  ['one of nineteen falls under 95 %', [p1(18, 0)], 600_000],
  ['from one step to the next only the difference is at stake', [p1(8, 1)], 0],
  ['from a twentieth to a fifth', [p1(8, 2)], 1_800_000],
  ['what is lost already can’t be lost again', [p1(0, 5)], 0],
] as const)('%s', (_words, judged, minor) => {
  expect(stake(judged, [RESPONSE_SCHEDULE])).toBe(minor);
});

test('a ladder of one priority counts that priority alone; one of all counts all', () => {
  const judged = [p1(3, 0), { priority: 'P3', met: 96, missed: 0 }] as const;
  expect(stake(judged, [RESPONSE_SCHEDULE])).toBe(2_400_000);
  expect(stake(judged, [ALL])).toBe(0);
  expect(stake(judged, [RESPONSE_SCHEDULE], { priority: 'P3' })).toBeNull();
});

test('without a ladder for the clock, or a fee to take it of, nothing is known', () => {
  expect(stake([], [])).toBeNull();
  expect(stake([], [RESPONSE_SCHEDULE], { clock: 'RESTORE' })).toBeNull();
  const { monthlyFeeMinor: _, ...feeless } = service;
  const terms = { currency: 'KRW', monthlyFeeMinor: null, services: [feeless], credits: [RESPONSE_SCHEDULE] };
  expect(stake([], [RESPONSE_SCHEDULE], { terms })).toBeNull();
  expect(stake([], [RESPONSE_SCHEDULE], { terms: { ...terms, monthlyFeeMinor: 1_000_000 } })).toBe(200_000);
});
