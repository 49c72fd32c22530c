import type { Instant } from '../time/instant.js';
import type { EscalationDirectory } from './directory.js';
import type { Slot } from './ladder.js';
import { ladderOf } from './ladder.js';
import type { EscalationCase, EscalationPolicy } from './policy.js';
import { choosePolicy } from './policy.js';
import type { Callable, Skipped } from './resolve-target.js';
import { resolveTarget, withoutListed } from './resolve-target.js';

/** One moment of a simulated run: everybody who would be called then, and who would be passed over. */
export interface SimulatedMoment {
  readonly at: Instant;
  /** 1-based; 0 for the fallback. */
  readonly round: number;
  /** null for the fallback. */
  readonly stepId: string | null;
  readonly callable: readonly Callable[];
  readonly skipped: readonly Skipped[];
}

export interface Simulation {
  readonly policyId: string;
  readonly startedAt: Instant;
  readonly moments: readonly SimulatedMoment[];
  /** When the ladder would be used up without an answer: the fallback is called and PROVIDER_ADMIN alarmed. */
  readonly exhaustedAt: Instant;
  readonly fallback: SimulatedMoment;
  /** Nobody would be called before the fallback. */
  readonly reachesNobody: boolean;
}

/**
 * "P1 at 03:00 Sunday for this client: who, when", if nobody answered and nothing were late. The same ladder and the same
 * look-up as a real run. Without a policy (`undefined`) the one for the case is taken; null: there is none.
 */
export function simulate(
  directory: EscalationDirectory,
  of: EscalationCase,
  at: Instant,
  policy: EscalationPolicy | null = choosePolicy(directory.policies, of),
): Simulation | null {
  if (policy === null) return null;
  const ladder = ladderOf(policy, at, directory.calendarOf);
  const moment = (slots: readonly Slot[]) => momentOf(directory, of.tenantId, slots, ladder.exhaustedAt);
  const moments = byMoment(ladder.slots).map(moment);
  return {
    policyId: policy.id,
    startedAt: at,
    moments,
    exhaustedAt: ladder.exhaustedAt,
    fallback: moment(ladder.fallback),
    reachesNobody: moments.every(({ callable }) => callable.length === 0),
  };
}

function byMoment(slots: readonly Slot[]): readonly (readonly Slot[])[] {
  const moments = new Map<string, Slot[]>();
  for (const slot of slots) {
    const key = `${slot.round}/${slot.stepId}`;
    moments.set(key, [...(moments.get(key) ?? []), slot]);
  }
  return [...moments.values()];
}

function momentOf(
  directory: EscalationDirectory,
  tenantId: string,
  slots: readonly Slot[],
  exhaustedAt: Instant,
): SimulatedMoment {
  const listed = new Set<string>();
  const resolved = slots.map(({ target, dueAt }) =>
    withoutListed(resolveTarget(directory, tenantId, target, dueAt), listed),
  );
  return {
    at: slots[0]?.dueAt ?? exhaustedAt,
    round: slots[0]?.round ?? 0,
    stepId: slots[0]?.stepId ?? null,
    callable: resolved.flatMap(({ callable }) => callable),
    skipped: resolved.flatMap(({ skipped }) => skipped),
  };
}
