import type { AvailabilityTerms, ExclusionCause, UnmeasuredRule } from '../contracts/availability-terms.js';
import type { Instant, Ms } from '../time/instant.js';
import { compare, fraction, partsPerMillion, type Fraction } from './fraction.js';
import type { Outage } from './facts.js';
import type { UnplannedReason } from './planned.js';
import type { AvailabilityPart } from './states.js';

/** A period an availability figure is about, half-open, cut in the contract's zone (D-AVL-2). */
export interface AvailabilityPeriod {
  readonly key: string;
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** An outage behind the figure. */
export interface OutageItem {
  readonly outageId: string;
  readonly state: Outage['state'];
  readonly ticketIds: readonly string[];
  /** How much of it fell into agreed time of the period. */
  readonly agreedMs: Ms;
  /** How much of it counts against the provider: not excluded, and not made good by another asset. */
  readonly countedMs: Ms;
}

/** Something that was or wasn't left out of the figure, with its length within the agreed time of the period. */
export type ExclusionItem =
  | {
      readonly kind: 'PLANNED';
      readonly id: string;
      /** Agreed time of the window, and how much of it was left out. */
      readonly agreedMs: Ms;
      readonly excludedMs: Ms;
      readonly overrunMs: Ms;
      readonly reason: UnplannedReason | null;
    }
  | {
      readonly kind: 'CLAIM';
      readonly id: string;
      readonly cause: ExclusionCause;
      readonly agreedMs: Ms;
      readonly excludedMs: Ms;
      readonly reason: 'NOT_ACCEPTED' | 'CAUSE_NOT_AGREED' | null;
    }
  | {
      readonly kind: 'UNMEASURED';
      readonly id: string;
      readonly agreedMs: Ms;
      readonly countsAs: UnmeasuredRule;
    };

export type AvailabilityVerdict = 'REACHED' | 'MISSED' | 'NO_DATA';

/** An availability figure with all it rests on (D-AVL-1, D-KPI-1). */
export interface AvailabilityFigure {
  readonly termsId: string;
  readonly period: AvailabilityPeriod;
  /** End of what was looked at: the period's end, or `asOf` while it runs. */
  readonly until: Instant;
  readonly targetPpm: number;
  readonly degradedPercent: number;
  /** Exact; null: no data. */
  readonly ratio: Fraction | null;
  readonly verdict: AvailabilityVerdict;
  /** One for the service, or one per asset when they are weighted. */
  readonly parts: readonly AvailabilityPart[];
  /** Outages that count. */
  readonly n: number;
  readonly items: readonly OutageItem[];
  readonly exclusions: readonly ExclusionItem[];
}

/** `up / counted` over all parts by weight; degraded time counts as down in its percentage. null without counted time. */
export function ratioOf(parts: readonly AvailabilityPart[], degradedPercent: number): Fraction | null {
  let up = 0n;
  let counted = 0n;
  for (const { weight, countedMs, downMs, degradedMs } of parts) {
    const [w, all] = [BigInt(weight), BigInt(countedMs) * 100n];
    counted += w * all;
    up += w * (all - BigInt(downMs) * 100n - BigInt(degradedMs) * BigInt(degradedPercent));
  }
  return counted === 0n ? null : fraction(up, counted);
}

/** Whether the exact figure reaches the target; equal is reached, an empty denominator is neither (D-AVL-1). */
export function verdictOf(
  ratio: Fraction | null,
  { targetPpm }: Pick<AvailabilityTerms, 'targetPpm'>,
): AvailabilityVerdict {
  if (ratio === null) return 'NO_DATA';
  return compare(ratio, partsPerMillion(targetPpm)) >= 0 ? 'REACHED' : 'MISSED';
}
