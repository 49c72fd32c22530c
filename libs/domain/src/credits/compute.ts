import {
  floorOf,
  greatest,
  least,
  minus,
  partsPerMillion,
  times,
  whole,
  ZERO,
  type Fraction,
} from '../availability/fraction.js';
import type { CreditCap, CreditRounding, CreditSchedule, CreditTier } from '../contracts/credit-terms.js';
import type { Period } from '../time/periods.js';
import { creditProblems, type CreditProblem } from './credit-problems.js';
import { exchanged, rounded, type Exchange } from './money.js';
import { feeLines, sumOf, type FeeLine, type FeeStretch } from './pro-rate.js';
import { tierOf } from './tiers.js';

/** A stretch of the period under one version: its fee, its ladder, and the figure read with it. */
export interface CreditPart extends FeeStretch {
  /** Which version it was, for the working. */
  readonly versionId: string;
  readonly tiers: readonly CreditTier[];
  /** The exact figure; null: no data, which earns nothing. */
  readonly measured: Fraction | null;
}

/** What a cap is a share of, and how much of it is used. Minor units of the fee's currency. */
export interface CapBase {
  /** The fee of what is capped: of the item or the contract, for the month or the year; null: the fees at hand. */
  readonly feeMinor: number | null;
  /** Credited already within the same cap. */
  readonly usedMinor: number;
}

export interface CreditInput {
  readonly schedule: Pick<CreditSchedule, 'cap' | 'rounding' | 'treatment'>;
  readonly period: Period;
  readonly currency: string;
  /** In order, without overlap; days of the period that none covers bear no fee. */
  readonly parts: readonly CreditPart[];
  /** null: the cap is a share of the fees of `parts`, and nothing of it is used. */
  readonly capBase: CapBase | null;
  /** null: the credit is in the fee's currency. */
  readonly exchange: Exchange | null;
}

export interface PartWorking {
  readonly versionId: string;
  readonly feeLines: readonly FeeLine[];
  readonly fee: Fraction;
  readonly measured: Fraction | null;
  /** null: no data, or above the ladder. */
  readonly tier: CreditTier | null;
  readonly earned: Fraction;
}

export interface CapWorking {
  readonly cap: CreditCap;
  readonly fee: Fraction;
  /** Whole minor units that the cap allows in all, and what is left of them. */
  readonly limitMinor: number;
  readonly usedMinor: number;
  readonly roomMinor: number;
  /** Whether it cut the credit. */
  readonly cuts: boolean;
}

/** A credit with every step that led to it, in the order of D-CRD-1; each step can be checked with a calculator. */
export interface CreditWorking {
  readonly feeCurrency: string;
  readonly parts: readonly PartWorking[];
  /** Sum of what the parts earned, in minor units of the fee's currency. */
  readonly earned: Fraction;
  readonly cap: CapWorking | null;
  readonly capped: Fraction;
  readonly exchange: { readonly used: Exchange; readonly amount: Fraction } | null;
  readonly rounding: CreditRounding;
  readonly currency: string;
  /** The credit, rounded once. */
  readonly amountMinor: number;
  /** Only when the credit is a price reduction: its VAT, rounded by the same rule. */
  readonly vat: { readonly ratePpm: number; readonly minor: number } | null;
  readonly totalMinor: number;
}

export type ComputedCredit =
  | { readonly kind: 'computed'; readonly credit: CreditWorking }
  | { readonly kind: 'invalid'; readonly problems: readonly CreditProblem[] };

function partWorking(part: CreditPart, period: Period): PartWorking {
  const { versionId, measured, tiers } = part;
  const lines = feeLines(part, period);
  const fee = sumOf(lines.map(({ amount }) => amount));
  const tier = measured === null ? null : tierOf(measured, tiers);
  const earned = tier === null ? ZERO : times(fee, partsPerMillion(tier.creditPpm));
  return { versionId, feeLines: lines, fee, measured, tier, earned };
}

/** The cap in whole minor units: more than that can't be paid without exceeding it, so the limit is rounded down. */
function capWorking(earned: Fraction, fees: Fraction, { schedule: { cap }, capBase }: CreditInput): CapWorking | null {
  if (cap === null) return null;
  const fee = capBase === null || capBase.feeMinor === null ? fees : whole(capBase.feeMinor);
  const limit = floorOf(times(fee, partsPerMillion(cap.limitPpm)));
  const usedMinor = capBase?.usedMinor ?? 0;
  const room = floorOf(greatest(minus({ numerator: limit, denominator: 1n }, whole(usedMinor)), ZERO));
  const cuts = least(earned, { numerator: room, denominator: 1n }) !== earned;
  return { cap, fee, limitMinor: Number(limit), usedMinor, roomMinor: Number(room), cuts };
}

function compute(input: CreditInput): CreditWorking {
  const { schedule, period, currency, exchange } = input;
  const parts = input.parts.map((part) => partWorking(part, period));
  const earned = sumOf(parts.map((part) => part.earned));
  const cap = capWorking(earned, sumOf(parts.map(({ fee }) => fee)), input);
  const capped = cap === null ? earned : least(earned, whole(cap.roomMinor));
  const converted = exchange === null ? null : { used: exchange, amount: exchanged(capped, currency, exchange) };
  const { rounding, treatment } = schedule;
  const amount = rounded(converted?.amount ?? capped, rounding);
  const ratePpm = treatment.kind === 'PRICE_REDUCTION' ? treatment.vatPpm : null;
  const vatMinor =
    ratePpm === null ? 0n : rounded(times({ numerator: amount, denominator: 1n }, partsPerMillion(ratePpm)), rounding);
  return {
    ...{ feeCurrency: currency, parts, earned, cap, capped, exchange: converted, rounding },
    ...{ currency: exchange?.to ?? currency, amountMinor: Number(amount) },
    vat: ratePpm === null ? null : { ratePpm, minor: Number(vatMinor) },
    totalMinor: Number(amount + vatMinor),
  };
}

/**
 * A service credit in the order of D-CRD-1: fee of the item, pro-rated by days where versions change; the step of the
 * ladder that the exact figure lies in; the cap; the currency; one rounding by the terms; VAT where the credit is a price
 * reduction. Nothing is rounded before. Bad input is named, not computed with.
 */
export function computeCredit(input: CreditInput): ComputedCredit {
  const problems = creditProblems(input);
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'computed', credit: compute(input) };
}
