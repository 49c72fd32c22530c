import type { Instant } from '../time/instant.js';
import type { EscalationCase, EscalationPolicy } from './policy.js';
import type { Callable, Skipped } from './resolve-target.js';
import type { Slot } from './ladder.js';

export const ACKNOWLEDGED_VIA = ['LINK', 'CONSOLE', 'REPLY'] as const;
export type AcknowledgedVia = (typeof ACKNOWLEDGED_VIA)[number];

export const STOP_REASONS = ['TICKET_RESOLVED', 'TICKET_CANCELLED', 'PRIORITY_LOWERED', 'BY_HAND'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** What happened in a run. Order of recording and repetition don't matter: the fold goes by `at`. */
export type EscalationEvent =
  /** The calls of these slots were recorded for delivery, or their targets found to have nobody. */
  | { readonly kind: 'CALLED'; readonly at: Instant; readonly slotKeys: readonly string[] }
  | { readonly kind: 'ALARMED'; readonly at: Instant }
  | {
      readonly kind: 'ACKNOWLEDGED';
      readonly at: Instant;
      readonly personId: string;
      readonly via: AcknowledgedVia;
    }
  | { readonly kind: 'STOPPED'; readonly at: Instant; readonly reason: StopReason };

/** One escalation: the policy as it was when the run began, and what happened since. */
export interface EscalationRun {
  readonly id: string;
  readonly of: EscalationCase;
  readonly policy: EscalationPolicy;
  readonly startedAt: Instant;
  readonly events: readonly EscalationEvent[];
}

/** A call to be made now. */
export type Attempt = Callable & {
  /** `<run id>:<slot key>:<contact id>`: the same whenever and how often the run is folded, so that a duplicate is seen. */
  readonly id: string;
  readonly slot: Slot;
  /** When the call was due, truly (G5). */
  readonly dueAt: Instant;
  /** Made more than a minute after it was due: a dead worker's claim is freed within that time. */
  readonly late: boolean;
};

/** A target whose time has come: its calls, whom it passes over, and the slots that are settled by recording it. */
export interface DueTarget {
  readonly attempts: readonly Attempt[];
  readonly skipped: readonly Skipped[];
  /** The slots to record as CALLED: the first is the one due; the others are repeats of the same target missed meanwhile. */
  readonly slots: readonly Slot[];
}

export type EscalationEnd =
  | {
      readonly kind: 'ACKNOWLEDGED';
      readonly at: Instant;
      readonly personId: string;
      readonly via: AcknowledgedVia;
    }
  | { readonly kind: 'STOPPED'; readonly at: Instant; readonly reason: StopReason };

/** Where a run stands. */
export interface EscalationStanding {
  /** EXHAUSTED: its ladder is used up and nobody answered; an acknowledgement still ends it. */
  readonly state: 'RUNNING' | 'EXHAUSTED' | 'ACKNOWLEDGED' | 'STOPPED';
  readonly end: EscalationEnd | null;
  /** When the ladder was used up without an answer; null: it wasn't. Stays a fact when somebody answers later. */
  readonly exhaustedAt: Instant | null;
  /** Calls to make and record now. */
  readonly due: readonly DueTarget[];
  /** The alarm to PROVIDER_ADMIN that is owed and not recorded yet. */
  readonly alarm: { readonly dueAt: Instant; readonly late: boolean } | null;
  /** When the run has to be looked at again; null: never by itself. */
  readonly nextAt: Instant | null;
}
