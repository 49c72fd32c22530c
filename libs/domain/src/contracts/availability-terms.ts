import type { LocalizedText } from '../text.js';
import type { PeriodUnit } from '../time/periods.js';
import type { TargetAmount } from './terms.js';

/**
 * How the states of several assets make the state of their service (D-AVL-1): `ANY` - down while any of them is down;
 * `ALL` - down only while all are; `WEIGHTED` - each counts by its weight.
 */
export const ASSET_RULES = ['ANY', 'ALL', 'WEIGHTED'] as const;
export type AssetRule = (typeof ASSET_RULES)[number];

/** Why time may be left out of an availability figure when both parties accept it (D-AVL-1). */
export const EXCLUSION_CAUSES = ['CLIENT', 'FORCE_MAJEURE', 'CLOUD_VENDOR'] as const;
export type ExclusionCause = (typeof EXCLUSION_CAUSES)[number];

export const UNMEASURED_RULES = ['UP', 'DOWN', 'EXCLUDED'] as const;
export type UnmeasuredRule = (typeof UNMEASURED_RULES)[number];

/** What is promised about being up: one figure, its period and the rules by which it is measured (D-AVL-1). */
export interface AvailabilityTerms {
  readonly id: string;
  readonly name: LocalizedText;
  readonly serviceItemIds: readonly string[];
  /** Its open time is the agreed service time. */
  readonly calendarId: string;
  readonly period: PeriodUnit;
  /** Parts per million: 999_500 is 99.95 %. */
  readonly targetPpm: number;
  readonly assetRule: AssetRule;
  /** One entry per asset when the rule is `WEIGHTED`, else empty. */
  readonly weights: readonly AssetWeight[];
  /** How much of a degraded minute counts as down, 0..100. */
  readonly degradedPercent: number;
  /** What a minute that nobody measured counts as. */
  readonly unmeasured: UnmeasuredRule;
  /** Causes that may be excluded once accepted. A cloud vendor's outage is one only where it is named here. */
  readonly excludable: readonly ExclusionCause[];
}

export interface AssetWeight {
  readonly assetId: string;
  readonly weight: number;
}

/** When work counts as planned (D-MON-2). */
export interface MaintenanceTerms {
  /** Time between delivery of the announcement and the work; null: none is asked. */
  readonly notice: TargetAmount | null;
  /** The calendar the notice is counted in; null: as it passes on a wall. Business days need one. */
  readonly noticeCalendarId: string | null;
  /** Planned minutes that a month may hold at most, months cut in the reporting zone; null: no limit. */
  readonly capMinutesPerMonth: number | null;
}
