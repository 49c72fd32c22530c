import type { LocalizedText } from '../text.js';
import type { EscalationDelay, EscalationPolicy, EscalationStep, EscalationTarget, PolicyScope } from './policy.js';

type ListOf = keyof PolicyScope;

/** One thing in which two versions of a policy differ. Steps are numbered from 1, as they stand in the version they are of. */
export type PolicyChange =
  | { readonly kind: 'NAME'; readonly from: LocalizedText; readonly to: LocalizedText }
  | { readonly kind: 'SCOPE'; readonly of: ListOf; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'STEP_ADDED' | 'STEP_REMOVED'; readonly number: number; readonly step: EscalationStep }
  | { readonly kind: 'STEP_MOVED'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'STEP_DELAY';
      readonly number: number;
      readonly from: EscalationDelay;
      readonly to: EscalationDelay;
    }
  | ({ readonly kind: 'STEP_TARGETS'; readonly number: number } & Targets)
  | { readonly kind: 'REPEATS'; readonly from: number; readonly to: number }
  | { readonly kind: 'AFTER_LAST'; readonly from: EscalationDelay; readonly to: EscalationDelay }
  | ({ readonly kind: 'FALLBACK' } & Targets)
  | { readonly kind: 'ARCHIVED' | 'RESTORED' };

interface Targets {
  readonly added: readonly EscalationTarget[];
  readonly removed: readonly EscalationTarget[];
}

/** A version: the document and whether it was in use. */
export interface PolicyVersion {
  readonly policy: EscalationPolicy;
  readonly archived: boolean;
}

// A target's fields come in one order from the parser, so that equal ones read alike.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function targetsChanged(from: readonly EscalationTarget[], to: readonly EscalationTarget[]): Targets | null {
  const missing = (these: readonly EscalationTarget[], those: readonly EscalationTarget[]) =>
    these.filter((one) => !those.some((other) => same(one, other)));
  const [added, removed] = [missing(to, from), missing(from, to)];
  return added.length + removed.length === 0 ? null : { added, removed };
}

function scopeChanges(from: PolicyScope, to: PolicyScope): readonly PolicyChange[] {
  const lists = ['contractIds', 'priorities', 'types'] as const;
  return lists.flatMap((of): readonly PolicyChange[] => {
    const [before, after] = [[...from[of]].sort(), [...to[of]].sort()];
    return same(before, after) ? [] : [{ kind: 'SCOPE', of, from: from[of], to: to[of] }];
  });
}

function stepChanges(from: readonly EscalationStep[], to: readonly EscalationStep[]): readonly PolicyChange[] {
  const kept = from.filter(({ id }) => to.some((step) => step.id === id)).map(({ id }) => id);
  const order = to.filter(({ id }) => kept.includes(id)).map(({ id }) => id);
  const removed = from.flatMap((step, index): readonly PolicyChange[] =>
    kept.includes(step.id) ? [] : [{ kind: 'STEP_REMOVED', number: index + 1, step }],
  );
  const rest = to.flatMap((step, index): readonly PolicyChange[] => {
    const number = index + 1;
    const old = from.findIndex(({ id }) => id === step.id);
    const before = from[old];
    if (before === undefined) return [{ kind: 'STEP_ADDED', number, step }];
    const targets = targetsChanged(before.targets, step.targets);
    return [
      ...(kept.indexOf(step.id) === order.indexOf(step.id)
        ? []
        : [{ kind: 'STEP_MOVED', from: old + 1, to: number } as const]),
      ...(same(before.delay, step.delay)
        ? []
        : [{ kind: 'STEP_DELAY', number, from: before.delay, to: step.delay } as const]),
      ...(targets === null ? [] : [{ kind: 'STEP_TARGETS', number, ...targets } as const]),
    ];
  });
  return [...removed, ...rest];
}

/** In what two versions of a policy differ, from its head to its end; empty: in nothing. */
export function policyChanges(before: PolicyVersion, after: PolicyVersion): readonly PolicyChange[] {
  const [from, to] = [before.policy, after.policy];
  const fallback = targetsChanged(from.fallback, to.fallback);
  return [
    ...(before.archived === after.archived ? [] : [{ kind: after.archived ? 'ARCHIVED' : 'RESTORED' } as const]),
    ...(same(from.name, to.name) ? [] : [{ kind: 'NAME', from: from.name, to: to.name } as const]),
    ...scopeChanges(from.scope, to.scope),
    ...stepChanges(from.steps, to.steps),
    ...(from.repeats === to.repeats ? [] : [{ kind: 'REPEATS', from: from.repeats, to: to.repeats } as const]),
    ...(same(from.afterLastStep, to.afterLastStep)
      ? []
      : [{ kind: 'AFTER_LAST', from: from.afterLastStep, to: to.afterLastStep } as const]),
    ...(fallback === null ? [] : [{ kind: 'FALLBACK', ...fallback } as const]),
  ];
}
