import type { AvailabilityFacts } from '../availability/facts.js';
import { input } from '../availability/sample-facts.fixture.js';
import type { CreditSchedule } from '../contracts/credit-terms.js';
import { SAMPLE_SCHEDULE } from '../contracts/sample-credits.fixture.js';
import { period } from '../time/periods.js';
import { ladder } from './sample-credit.fixture.js';
import { computeStatement, type Statement, type StatementInput } from './statement.js';

/** First responses: under 95 % a twentieth, under 80 % a fifth of the fee. */
export const RESPONSE_SCHEDULE: CreditSchedule = {
  ...SAMPLE_SCHEDULE,
  id: 'response-credit',
  name: { ko: '응답 크레딧', en: 'Response credit' },
  basis: { kind: 'ATTAINMENT', clock: 'FIRST_RESPONSE', priority: 'P1' },
  tiers: ladder([800_000, 950_000, 50_000], [0, 800_000, 200_000]),
};

/** August 2026, twelve million won a month, the sample ladder with a cap of 30 % and VAT. */
export function statementInput(
  facts: Partial<AvailabilityFacts>,
  changes: Partial<StatementInput> = {},
): StatementInput {
  const { period: _, ...availability } = input(facts);
  return {
    ...{ availability, period: period('Asia/Seoul', '2026-08'), schedule: SAMPLE_SCHEDULE, attainment: null },
    ...{ currency: 'KRW', capBase: null, exchange: null, history: [] },
    fees: [{ versionId: 'v1', from: '2026-08-01', to: '2026-09-01', monthlyFeeMinor: 12_000_000 }],
    ...changes,
  };
}

export function stated(facts: Partial<AvailabilityFacts>, changes: Partial<StatementInput> = {}): Statement {
  const result = computeStatement(statementInput(facts, changes));
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.statement;
}
