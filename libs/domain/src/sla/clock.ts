import type { ClockKind, Priority, TargetAmount } from '../contracts/terms.js';
import type { LocalizedText } from '../text.js';
import type { DateCause, Side } from '../ticketing/events.js';
import type { Instant, Interval, LocalDate, Ms } from '../time/instant.js';

export type ClockState = 'RUNNING' | 'PAUSED' | 'MET' | 'BREACHED' | 'CANCELLED' | 'NONE';

/**
 * One clock of a ticket as of some instant (D-SLA-1): never stored as truth, always the fold of the events.
 * `kind` + `cycle` name it within its ticket (NEXT_RESPONSE and UPDATE_CADENCE have many cycles, 1-based).
 */
export interface Clock {
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly state: ClockState;
  readonly targetId: string;
  readonly priority: Priority;
  readonly amount: TargetAmount;
  /** The target as working time; after a change that counts from elsewhere (D-SLA-5), working time from start to due. */
  readonly targetMs: Ms;
  readonly calendarId: string;
  /** The document that it is judged by, of a ticket that was bound more than once (D-CON-1). */
  readonly termsDigest?: string;
  readonly startedAt: Instant;
  /**
   * When it is or was due; null while paused (the due instant then isn't known yet), cancelled or when never. What is met at
   * this very instant is met in time: it is missed from the next millisecond on.
   */
  readonly dueAt: Instant | null;
  /** Working time used up to `asOf` or to the instant it was met. */
  readonly usedMs: Ms;
  readonly metAt: Instant | null;
  readonly breachedAt: Instant | null;
  /** Met or breached, whichever came first (D-KPI-0); null: no verdict yet. A breach stays a breach (D-SLA-6). */
  readonly verdict: 'MET' | 'MISSED' | null;
  readonly verdictAt: Instant | null;
  /** Instants at which warnings are due, in order, for a clock that is running. */
  readonly warnings: readonly { readonly percent: number; readonly at: Instant }[];
  /** Present while the client contests waiting that stopped this clock (D-SLA-4): the clock as if it hadn't. */
  readonly ifConceded?: Pick<Clock, 'state' | 'dueAt' | 'usedMs' | 'metAt' | 'breachedAt' | 'verdict' | 'verdictAt'>;
}

/** Why a stretch of a clock's life counted or didn't. */
export type SegmentKind =
  | { readonly kind: 'RUNNING' }
  | { readonly kind: 'OUTSIDE_HOURS' }
  | { readonly kind: 'HOLIDAY'; readonly date: LocalDate; readonly name: LocalizedText }
  | {
      readonly kind: 'WAITING';
      readonly reason: string;
      readonly name: LocalizedText;
      readonly bySide: Side;
      readonly byUserId: string | null;
      /** The client contests it, and that isn't settled (D-SLA-4). */
      readonly contested?: true;
    }
  | { readonly kind: 'RESOLVED' }
  | { readonly kind: 'OVERDUE' };

/** A stretch of a clock's life. Segments are ordered and gapless; `countedMs` sums exactly to the time used. */
export type Segment = Interval & { readonly cause: SegmentKind; readonly countedMs: Ms };

/** Points on the timeline: what happened to the clock, not how long. */
export type Mark =
  | { readonly kind: 'STARTED' | 'MET' | 'BREACHED' | 'REOPENED' | 'CANCELLED'; readonly at: Instant }
  | { readonly kind: 'TARGET_CHANGED'; readonly at: Instant; readonly from: Priority; readonly to: Priority }
  /** A date was agreed or moved (D-SLA-12); `before` is the one that it replaces. */
  | {
      readonly kind: 'DATE_SET';
      readonly at: Instant;
      readonly dueAt: Instant;
      readonly before: Instant | null;
      readonly cause: DateCause;
      readonly bySide: Side;
      readonly byUserId: string | null;
    }
  /** The provider conceded that waiting had stopped nothing (D-SLA-4). */
  | { readonly kind: 'WAITING_CONCEDED'; readonly at: Instant }
  /** Both sides agreed to judge it by another version (D-CON-1). */
  | { readonly kind: 'REBOUND'; readonly at: Instant }
  /** A merge that had cancelled it was undone (D-SLA-7). */
  | { readonly kind: 'UNMERGED'; readonly at: Instant };

/** The full account of a clock (D-SLA-9), the same for client and staff; `libs/text` says it in a sentence. */
export interface ClockExplanation {
  readonly clock: Clock;
  readonly asOf: Instant;
  readonly zone: string;
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
}
