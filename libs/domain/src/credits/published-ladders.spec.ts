import { fraction } from '../availability/fraction.js';
import type { CreditTier } from '../contracts/credit-terms.js';
import { tierProblems } from '../contracts/parse-credit-terms.js';
import { ladder } from './sample-credit.fixture.js';
import { tierOf } from './tiers.js';

// Thresholds and percentages as the clouds published them: facts to test our arithmetic with, not terms of ours. In all
// of them a figure at an edge belongs to the step above it ("less than ... but equal to or greater than ...").

const PERCENT = 10_000;
const from = (first: number, ...credits: readonly number[]) =>
  ladder(
    ...[first, 99, 95].flatMap((below, index) => {
      const lower = [99, 95, 0][index] ?? 0;
      return [[lower * PERCENT, Math.round(below * PERCENT), (credits[index] ?? 0) * PERCENT] as const];
    }),
  );

const LADDERS: readonly (readonly [
  name: string,
  tiers: readonly CreditTier[],
  edge: number,
  credits: readonly number[],
])[] = [
  // Amazon Compute Service Level Agreement (May 2022), region level.
  ['AWS Compute, region level', from(99.99, 10, 30, 100), 999_900, [10, 30, 100]],
  // Amazon Compute Service Level Agreement (May 2022), instance level: a single EC2 instance from 99.5 %.
  ['AWS EC2, instance level', from(99.5, 10, 30, 100), 995_000, [10, 30, 100]],
  // Amazon S3 Service Level Agreement (2022), S3 Standard.
  ['AWS S3 Standard', from(99.9, 10, 25, 100), 999_000, [10, 25, 100]],
  // Microsoft Service Level Agreements for Online Services (2023), virtual machines across availability zones.
  ['Azure VM across zones', from(99.99, 10, 25, 100), 999_900, [10, 25, 100]],
  // Microsoft Service Level Agreements for Online Services (2023), virtual machines in an availability set.
  ['Azure VM in a set', from(99.95, 10, 25, 100), 999_500, [10, 25, 100]],
  // Microsoft Service Level Agreements for Online Services (2023), Azure SQL Database, general purpose.
  ['Azure SQL Database', from(99.99, 10, 25, 100), 999_900, [10, 25, 100]],
  // Compute Engine Service Level Agreement (2023), instances in multiple zones.
  ['Google Compute Engine, several zones', from(99.99, 10, 25, 100), 999_900, [10, 25, 100]],
  // Cloud SQL Service Level Agreement (2023), Enterprise edition.
  ['Google Cloud SQL', from(99.95, 10, 25, 100), 999_500, [10, 25, 100]],
];

/** A figure in parts per million, and parts of 10^15 below or above it. */
const near = (ppm: number, parts = 0) => fraction(BigInt(ppm) * 10n ** 9n + BigInt(parts), 10n ** 15n);

describe.each(LADDERS)('the published ladder of %s', (_name, tiers, edge, [small = 0, middle = 0, full = 0]) => {
  const credit = (ppm: number, parts = 0) => (tierOf(near(ppm, parts), tiers)?.creditPpm ?? 0) / PERCENT;

  test('it reaches from nothing up without gap or overlap', () => {
    expect(tierProblems(tiers, 'tiers')).toEqual([]);
  });

  test.each([
    ['all of the time', 1_000_000, 0, 0],
    ['just at the promise', edge, 0, 0],
    ['the least below the promise', edge, -1, small],
    ['just at 99 %', 990_000, 0, small],
    ['the least below 99 %', 990_000, -1, middle],
    ['just at 95 %', 950_000, 0, middle],
    ['the least below 95 %', 950_000, -1, full],
    ['never', 0, 0, full],
  ])('%s', (_sentence, ppm, parts, percent) => {
    expect(credit(ppm, parts)).toBe(percent);
  });
});

describe('a month in minutes on the ladder of AWS Compute', () => {
  const tiers = from(99.99, 10, 30, 100);
  // 30 days: 43,200 minutes, of which 4.32 may be missed at 99.99 %.
  const credit = (downSeconds: number) =>
    (tierOf(fraction(BigInt(2_592_000 - downSeconds), 2_592_000n), tiers)?.creditPpm ?? 0) / PERCENT;

  test.each([
    [259, 0],
    [260, 10],
    [25_920, 10],
    [25_921, 30],
    [129_600, 30],
    [129_601, 100],
  ])('%d seconds down in 30 days earn %d %%', (seconds, percent) => {
    expect(credit(seconds)).toBe(percent);
  });
});
