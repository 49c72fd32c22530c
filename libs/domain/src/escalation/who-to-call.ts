import type { Instant } from '../time/instant.js';
import type { ContactSide } from './contact.js';
import type { EscalationDirectory } from './directory.js';
import { contactsOf } from './directory.js';
import type { EscalationCase, EscalationPolicy, EscalationTarget } from './policy.js';
import { choosePolicy } from './policy.js';
import type { Callable, Skipped } from './resolve-target.js';
import { resolveTarget, withoutListed } from './resolve-target.js';

/** Somebody to call, with the step that names them first; null: no policy did, the list of contacts does. */
export type CallEntry = Callable & { readonly stepId: string | null };
export type SkippedEntry = Skipped & { readonly stepId: string | null };

/** Whom to call for a case at an instant (D-ESC-1). */
export interface CallList {
  /** null: no policy is for the case; the list then is the contacts in their order, the provider's side first. */
  readonly policyId: string | null;
  readonly callable: readonly CallEntry[];
  readonly skipped: readonly SkippedEntry[];
}

/** A target with the step that it stands in. */
export interface PlacedTarget {
  readonly stepId: string | null;
  readonly target: EscalationTarget;
}

/** The ordered list of people valid at an instant, each person once, and everyone passed over with the reason (D-ESC-1). */
export function whoToCall(directory: EscalationDirectory, of: EscalationCase, at: Instant): CallList {
  const policy = choosePolicy(directory.policies, of);
  const listed = new Set<string>();
  const callable: CallEntry[] = [];
  const skipped: SkippedEntry[] = [];
  for (const { stepId, target } of targetsFor(directory, policy, of.tenantId)) {
    const resolved = withoutListed(resolveTarget(directory, of.tenantId, target, at), listed);
    callable.push(...resolved.callable.map((entry) => ({ ...entry, stepId })));
    skipped.push(...resolved.skipped.map((entry) => ({ ...entry, stepId })));
  }
  return { policyId: policy?.id ?? null, callable, skipped };
}

/** The targets of a policy's steps in order; without a policy every contact, the provider's side first. */
export function targetsFor(
  directory: EscalationDirectory,
  policy: EscalationPolicy | null,
  tenantId: string,
): readonly PlacedTarget[] {
  if (policy !== null)
    return policy.steps.flatMap(({ id, targets }) => targets.map((target) => ({ stepId: id, target })));
  const contacts = contactsOf(directory, tenantId);
  const of = (side: ContactSide) => contacts.filter((contact) => contact.side === side);
  return [...of('PROVIDER'), ...of('CLIENT')].map(({ id }) => ({
    stepId: null,
    target: { kind: 'CONTACT', contactId: id },
  }));
}
