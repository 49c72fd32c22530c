import type { LocalizedText } from '../text.js';
import type { WallInterval, Weekday } from '../time/calendar.js';
import type { Interval, LocalDate, WallTime } from '../time/instant.js';

/** When one person hands over to the next, on the wall of the schedule's zone. */
export type Rotation =
  | { readonly kind: 'DAILY'; readonly handOver: WallTime }
  | { readonly kind: 'WEEKLY'; readonly weekday: Weekday; readonly handOver: WallTime }
  | { readonly kind: 'EVERY_N_DAYS'; readonly days: number; readonly handOver: WallTime };

export type OnCallHours = Readonly<Partial<Record<Weekday, readonly WallInterval[]>>>;

/** People taking turns. A later layer of a schedule wins where it has somebody; elsewhere the earlier ones show through. */
export interface OnCallLayer {
  readonly id: string;
  readonly name: LocalizedText;
  readonly rotation: Rotation;
  /** Person ids in the order of their turns; the first one's turn begins at the hand-over of `startDate`. */
  readonly participants: readonly string[];
  readonly startDate: LocalDate;
  /** The layer ends at the hand-over of this date; null: it goes on. */
  readonly endDate: LocalDate | null;
  /** Hours of each weekday in which the layer has somebody; null: around the clock. `to <= from` runs past midnight. */
  readonly hours: OnCallHours | null;
}

/** Somebody takes a stretch, whoever would have had it. A later override wins. */
export type OnCallOverride = Interval & { readonly id: string; readonly personId: string };

/** Somebody's duty during a stretch. */
export type OnCallTurn = Interval & { readonly personId: string };

/** Two people exchange their turns: whatever the first has in `first` falls to the second, and the other way round. */
export interface OnCallSwap {
  readonly id: string;
  readonly first: OnCallTurn;
  readonly second: OnCallTurn;
}

/**
 * Who is on call (domain.md section 6): layers, then swaps, then overrides, each over what stands before it. Hand-overs and
 * the edges of hours go by a wall clock that is never set back: one that a spring gap skips happens at the first instant
 * after the gap, one that autumn repeats happens at its first reading.
 */
export interface OnCallSchedule {
  readonly id: string;
  readonly name: LocalizedText;
  /** IANA zone of every hand-over. */
  readonly zone: string;
  readonly layers: readonly OnCallLayer[];
  readonly swaps: readonly OnCallSwap[];
  readonly overrides: readonly OnCallOverride[];
}

/** Why a person has a shift. */
export type ShiftSource =
  | { readonly kind: 'LAYER'; readonly layerId: string }
  | { readonly kind: 'SWAP'; readonly swapId: string; readonly layerId: string }
  | { readonly kind: 'OVERRIDE'; readonly overrideId: string };

/** A stretch during which one person is on call. */
export type Shift = Interval & { readonly personId: string; readonly source: ShiftSource };

/** Whoever is on call at an instant. */
export type OnCall = Pick<Shift, 'personId' | 'source'>;
