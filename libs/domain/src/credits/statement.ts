import { floorOf } from '../availability/fraction.js';
import type { AvailabilityFigure } from '../availability/figure.js';
import { measureAvailability, type AvailabilityInput, type AvailabilityProblem } from '../availability/measure.js';
import type { CreditSchedule } from '../contracts/credit-terms.js';
import type { Period } from '../time/periods.js';
import { computeCredit, type CapBase, type CreditWorking } from './compute.js';
import type { CreditProblem } from './credit-problems.js';
import type { Exchange } from './money.js';
import { paidTickets, payableAttainment, type JudgedClock, type PayableAttainment } from './overlap.js';
import type { FeeStretch } from './pro-rate.js';
import { missOf, terminationRight, type PeriodVerdict, type TerminationRight } from './termination.js';

/** Attainment that pays as well, by its own ladder. */
export interface AttainmentInput {
  readonly schedule: CreditSchedule;
  readonly clocks: readonly JudgedClock[];
}

/** A service item's period: what happened, what was agreed, what it costs. */
export interface StatementInput {
  readonly availability: Omit<AvailabilityInput, 'period'>;
  readonly period: Period;
  /** null: missed availability earns nothing. */
  readonly schedule: CreditSchedule | null;
  readonly attainment: AttainmentInput | null;
  readonly currency: string;
  readonly fees: readonly (FeeStretch & { readonly versionId: string })[];
  readonly capBase: CapBase | null;
  readonly exchange: Exchange | null;
  /** How earlier periods ended, oldest first; the period at hand is added. */
  readonly history: readonly PeriodVerdict[];
}

export interface Statement {
  readonly availability: AvailabilityFigure;
  readonly credit: CreditWorking | null;
  readonly attainment: { readonly payable: PayableAttainment; readonly credit: CreditWorking } | null;
  /** Both credits together, in the currency of settlement, VAT included. */
  readonly totalMinor: number;
  readonly termination: TerminationRight | null;
}

export type ComputedStatement =
  | { readonly kind: 'computed'; readonly statement: Statement }
  | { readonly kind: 'invalid'; readonly problems: readonly (AvailabilityProblem | CreditProblem)[] };

function creditOf(
  input: StatementInput,
  schedule: CreditSchedule,
  measured: AvailabilityFigure['ratio'],
  capBase: CapBase | null,
) {
  const { period, currency, fees, exchange } = input;
  const parts = fees.map((fee) => ({ ...fee, tiers: schedule.tiers, measured }));
  return computeCredit({ schedule, period, currency, parts, capBase, exchange });
}

/** What availability took of a cap that attainment shares. Rounded up, so that both together can't exceed it. */
function capAfter(input: StatementInput, attainment: AttainmentInput, credit: CreditWorking | null): CapBase | null {
  const [first, second] = [input.schedule?.cap ?? null, attainment.schedule.cap];
  const shared = first !== null && second !== null && first.of === second.of && first.per === second.per;
  if (!shared || credit === null) return input.capBase;
  const taken = -floorOf({ numerator: -credit.capped.numerator, denominator: credit.capped.denominator });
  const { feeMinor = null, usedMinor = 0 } = input.capBase ?? {};
  return { feeMinor, usedMinor: usedMinor + Number(taken) };
}

function attainmentOf(
  input: StatementInput,
  attainment: AttainmentInput,
  figure: AvailabilityFigure,
  credit: CreditWorking | null,
) {
  const pays = credit !== null && credit.amountMinor > 0;
  const payable = payableAttainment(attainment.clocks, pays ? paidTickets(figure) : new Set());
  const capBase = capAfter(input, attainment, credit);
  return { payable, computed: creditOf(input, attainment.schedule, payable.ratio, capBase) };
}

/** The right to terminate by whichever ladder gives it; where none is reached, by the first that has such a rule. */
function strongestRight(
  schedules: readonly (CreditSchedule | null)[],
  verdicts: readonly PeriodVerdict[],
): TerminationRight | null {
  const rights = schedules.flatMap((schedule) => {
    const rule = schedule?.termination ?? null;
    return schedule === null || rule === null
      ? []
      : [terminationRight(verdicts, rule, missOf(rule, schedule.basis.kind))];
  });
  return rights.find(({ reached }) => reached) ?? rights[0] ?? null;
}

/**
 * Availability, the credits it and attainment earn, and the right to terminate, for one item and period (D-AVL-1,
 * D-CRD-1). Availability pays first, attainment for what is left.
 */
export function computeStatement(input: StatementInput): ComputedStatement {
  const { availability, period, schedule, attainment, history } = input;
  const measured = measureAvailability({ ...availability, period });
  if (measured.kind === 'invalid') return measured;
  const { figure } = measured;
  const first = schedule === null ? null : creditOf(input, schedule, figure.ratio, input.capBase);
  if (first?.kind === 'invalid') return first;
  const credit = first?.credit ?? null;
  const second = attainment === null ? null : attainmentOf(input, attainment, figure, credit);
  if (second?.computed.kind === 'invalid') return second.computed;
  const other = second === null ? null : { payable: second.payable, credit: second.computed.credit };
  // A cap that is used up pays nothing more, but the miss is one all the same.
  const credited = [credit, other?.credit ?? null].some((working) => (working?.earned.numerator ?? 0n) > 0n);
  const verdicts = [...history, { periodKey: period.key, verdict: figure.verdict, credited }];
  const statement: Statement = {
    availability: figure,
    credit,
    attainment: other,
    totalMinor: (credit?.totalMinor ?? 0) + (other?.credit.totalMinor ?? 0),
    termination: strongestRight([schedule, attainment?.schedule ?? null], verdicts),
  };
  return { kind: 'computed', statement };
}
