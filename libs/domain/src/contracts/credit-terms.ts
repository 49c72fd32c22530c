import type { LocalizedText } from '../text.js';
import type { ClockKind, Priority } from './terms.js';

/** A step of a credit ladder: figures within `[fromPpm, belowPpm)` earn `creditPpm` of the fee (D-CRD-1). */
export interface CreditTier {
  readonly fromPpm: number;
  readonly belowPpm: number;
  readonly creditPpm: number;
}

/** The most that can be credited: a share of the fee of one item or of the whole contract, in a month or a year. */
export interface CreditCap {
  readonly limitPpm: number;
  readonly of: 'ITEM' | 'CONTRACT';
  readonly per: 'MONTH' | 'YEAR';
}

/** The figure that a ladder is read with. */
export type CreditBasis =
  | { readonly kind: 'AVAILABILITY'; readonly availabilityId: string }
  | { readonly kind: 'ATTAINMENT'; readonly clock: ClockKind; readonly priority: Priority | null };

/** A price reduction carries its VAT, a compensation doesn't; which one it is, the contract says (check with counsel). */
export type CreditTreatment =
  { readonly kind: 'COMPENSATION' } | { readonly kind: 'PRICE_REDUCTION'; readonly vatPpm: number };

export type CreditRounding = 'HALF_UP' | 'TRUNCATE';

/** The client may end the contract after so many misses within so many consecutive periods. */
export interface TerminationRule {
  readonly misses: number;
  readonly periods: number;
  /** What a miss is; absent: of availability its target, of attainment a credit. */
  readonly counts?: TerminationMiss;
}

export const TERMINATION_MISSES = ['TARGET', 'CREDIT'] as const;
/** TARGET: the promised availability wasn't reached. CREDIT: the period earned a credit, by whichever figure. */
export type TerminationMiss = (typeof TERMINATION_MISSES)[number];

/** What a missed figure is worth (D-CRD-1). */
export interface CreditSchedule {
  readonly id: string;
  readonly name: LocalizedText;
  readonly basis: CreditBasis;
  /** Without gaps from 0 up; above the highest step nothing is owed. */
  readonly tiers: readonly CreditTier[];
  readonly cap: CreditCap | null;
  readonly rounding: CreditRounding;
  readonly treatment: CreditTreatment;
  readonly termination: TerminationRule | null;
}
