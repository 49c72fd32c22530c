import type { Instant } from '../time/instant.js';
import { MINUTE } from '../time/instant.js';
import type { EscalationDirectory } from './directory.js';
import type { EscalationDelay, EscalationPolicy, EscalationTarget } from './policy.js';

/** One target of one step in one round, with the instant at which it is due. */
export interface Slot {
  /** `r1.s2.t1`, from 1; `f.t1` for a fallback. Names the slot within its run for good. */
  readonly key: string;
  /** 1-based; 0 for a fallback. */
  readonly round: number;
  /** null for a fallback. */
  readonly stepId: string | null;
  readonly target: EscalationTarget;
  readonly dueAt: Instant;
}

/** A policy laid out in time. */
export interface Ladder {
  /** In order of time, within a step in order of its targets. */
  readonly slots: readonly Slot[];
  /** When the run ends without an answer. */
  readonly exhaustedAt: Instant;
  /** Due then. */
  readonly fallback: readonly Slot[];
}

/** More rounds than anybody would wait for; a policy that slipped past parsing must not build an endless ladder. */
const MAX_REPEATS = 100;

/** Every call that a policy asks for from `startedAt` on, if nobody answers. Delays add up from step to step. */
export function ladderOf(
  policy: Pick<EscalationPolicy, 'steps' | 'repeats' | 'afterLastStep' | 'fallback'>,
  startedAt: Instant,
  calendarOf: EscalationDirectory['calendarOf'],
): Ladder {
  const slots: Slot[] = [];
  let at = startedAt;
  for (let round = 1; round <= roundsOf(policy.repeats); round += 1) {
    for (const [index, step] of policy.steps.entries()) {
      if (round === 1 || index > 0) at = after(at, step.delay, calendarOf);
      const place = { round, stepId: step.id, dueAt: at };
      slots.push(...step.targets.map((target, t) => ({ ...place, key: `r${round}.s${index + 1}.t${t + 1}`, target })));
    }
    at = after(at, policy.afterLastStep, calendarOf);
  }
  const last = { round: 0, stepId: null, dueAt: at };
  const fallback = policy.fallback.map((target, t) => ({ ...last, key: `f.t${t + 1}`, target }));
  return { slots, exhaustedAt: at, fallback };
}

function roundsOf(repeats: number): number {
  return 1 + Math.min(Math.max(Math.trunc(repeats) || 0, 0), MAX_REPEATS);
}

/** A calendar that is unknown or never opens again is not waited for: to call too early is better than never. */
function after(at: Instant, delay: EscalationDelay, calendarOf: EscalationDirectory['calendarOf']): Instant {
  const length = Math.max(0, delay.minutes || 0) * MINUTE;
  if (delay.unit === 'WALL_MINUTES') return at + length;
  return calendarOf(delay.calendarId)?.add(at, length) ?? at + length;
}
