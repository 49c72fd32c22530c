import { fraction, type Fraction } from '../availability/fraction.js';
import type { CreditTier } from '../contracts/credit-terms.js';
import { SAMPLE_SCHEDULE } from '../contracts/sample-credits.fixture.js';
import { period } from '../time/periods.js';
import { computeCredit, type CreditInput, type CreditPart, type CreditWorking } from './compute.js';

/** `9_950` of `10_000`. */
export function share(up: number, all: number): Fraction {
  return fraction(BigInt(up), BigInt(all));
}

export function ladder(
  ...steps: readonly (readonly [from: number, below: number, credit: number])[]
): readonly CreditTier[] {
  return steps.map(([fromPpm, belowPpm, creditPpm]) => ({ fromPpm, belowPpm, creditPpm }));
}

/** All of August 2026 at twelve million won and 99 %: a tenth is credited. */
export const AUGUST: CreditPart = {
  ...{ versionId: 'v1', from: '2026-08-01', to: '2026-09-01', monthlyFeeMinor: 12_000_000 },
  ...{ tiers: SAMPLE_SCHEDULE.tiers, measured: share(99, 100) },
};

export function creditInput(
  changes: Partial<CreditInput> = {},
  schedule: Partial<CreditInput['schedule']> = {},
): CreditInput {
  return {
    schedule: { cap: null, rounding: 'TRUNCATE', treatment: { kind: 'COMPENSATION' }, ...schedule },
    ...{ period: period('Asia/Seoul', '2026-08'), currency: 'KRW', parts: [AUGUST], capBase: null, exchange: null },
    ...changes,
  };
}

export function credited(
  changes: Partial<CreditInput> = {},
  schedule: Partial<CreditInput['schedule']> = {},
): CreditWorking {
  const result = computeCredit(creditInput(changes, schedule));
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.credit;
}
