import type { ClockKind, Priority, SlaPolicy, SlaTarget, Terms, TicketType } from '../contracts/terms.js';
import type { Binding } from '../ticketing/events.js';

/** Whether a target promises a length of time at all. */
export function hasLength({ amount }: Pick<SlaTarget, 'amount'>): boolean {
  const length = amount.unit === 'MINUTES' ? amount.minutes : amount.days;
  return length > 0 && Number.isFinite(length);
}

/** What decides which target a clock has. */
export interface TargetKey {
  readonly policy: SlaPolicy | null;
  readonly priority: Priority;
  readonly type: TicketType;
}

const RESTORED_TYPES: readonly TicketType[] = ['INCIDENT', 'SECURITY_INCIDENT'];

/**
 * The policy a ticket is bound to; null when it is out of contract (D-CON-2).
 * A policy id that these terms don't know falls back to the policy of the service item.
 */
export function boundPolicy(terms: Terms, binding: Binding): SlaPolicy | null {
  if (binding.contractVersionId === null) return null;
  const stated = terms.policies.find((policy) => policy.id === binding.policyId);
  return stated ?? servicePolicy(terms, binding.serviceItemId);
}

/** The policy that terms give a service item; null when it isn't in scope. */
export function servicePolicy(terms: Terms, serviceItemId: string): SlaPolicy | null {
  const service = terms.services.find((item) => item.serviceItemId === serviceItemId);
  return terms.policies.find((policy) => policy.id === service?.policyId) ?? null;
}

/**
 * The target of a clock; one that names the ticket's type goes before one for all types. RESTORE is for incidents only. A
 * target of no length promises nothing: terms that were parsed have none.
 */
export function targetFor(kind: ClockKind, { policy, priority, type }: TargetKey): SlaTarget | null {
  if (policy === null || (kind === 'RESTORE' && !RESTORED_TYPES.includes(type))) return null;
  let general: SlaTarget | null = null;
  for (const target of policy.targets) {
    if (target.clock !== kind || target.priority !== priority || !hasLength(target)) continue;
    if (target.types.includes(type)) return target;
    if (target.types.length === 0) general ??= target;
  }
  return general;
}
