import type { Priority, TicketType } from '../contracts/terms.js';
import type { LocalizedText } from '../text.js';
import type { ContactSide } from './contact.js';

/** How long a step waits: minutes as they pass on any clock, or minutes of a calendar's open time. */
export type EscalationDelay =
  | { readonly unit: 'WALL_MINUTES'; readonly minutes: number }
  | { readonly unit: 'CALENDAR_MINUTES'; readonly minutes: number; readonly calendarId: string };

export type EscalationTarget =
  | { readonly kind: 'CONTACT'; readonly contactId: string }
  | { readonly kind: 'ROLE'; readonly side: ContactSide; readonly role: string }
  | { readonly kind: 'SCHEDULE'; readonly scheduleId: string }
  | { readonly kind: 'TEAM'; readonly teamId: string };

export interface EscalationStep {
  readonly id: string;
  /** Since the step before; since the start for the first step of the first round, none for the first of a repeat. */
  readonly delay: EscalationDelay;
  /** All are called at once. */
  readonly targets: readonly EscalationTarget[];
}

/** What a policy is for; an empty list means all. */
export interface PolicyScope {
  readonly contractIds: readonly string[];
  readonly priorities: readonly Priority[];
  readonly types: readonly TicketType[];
}

/** A ladder of people to call until one acknowledges (domain.md section 6). */
export interface EscalationPolicy {
  readonly id: string;
  readonly name: LocalizedText;
  readonly scope: PolicyScope;
  readonly steps: readonly EscalationStep[];
  /** How often the whole ladder is climbed again; 0: once only. */
  readonly repeats: number;
  /** After the last step, before the next round begins or, after the last round, the run ends without an answer. */
  readonly afterLastStep: EscalationDelay;
  /** Called when nobody acknowledged. */
  readonly fallback: readonly EscalationTarget[];
}

/** What is escalated. `contractId` is null out of contract: a P1 still escalates (D-CON-2). */
export interface EscalationCase {
  readonly tenantId: string;
  readonly contractId: string | null;
  readonly priority: Priority;
  readonly type: TicketType;
}

/**
 * The policy for a case: naming its contract outweighs naming its priority, which outweighs naming its type. Between
 * equals the shorter lists of contracts, then priorities, then types win, and at last the smaller id by code units.
 * null: none is for it.
 */
export function choosePolicy(policies: readonly EscalationPolicy[], of: EscalationCase): EscalationPolicy | null {
  const [best] = policies.filter(({ scope }) => isFor(scope, of)).sort(bySpecificity);
  return best ?? null;
}

function isFor({ contractIds, priorities, types }: PolicyScope, of: EscalationCase): boolean {
  const contract = contractIds.length === 0 || (of.contractId !== null && contractIds.includes(of.contractId));
  const priority = priorities.length === 0 || priorities.includes(of.priority);
  return contract && priority && (types.length === 0 || types.includes(of.type));
}

function bySpecificity(a: EscalationPolicy, b: EscalationPolicy): number {
  return (
    weight(b.scope) - weight(a.scope) ||
    a.scope.contractIds.length - b.scope.contractIds.length ||
    a.scope.priorities.length - b.scope.priorities.length ||
    a.scope.types.length - b.scope.types.length ||
    (a.id < b.id ? -1 : 1)
  );
}

function weight({ contractIds, priorities, types }: PolicyScope): number {
  return (contractIds.length > 0 ? 4 : 0) + (priorities.length > 0 ? 2 : 0) + (types.length > 0 ? 1 : 0);
}

/** One word per target, the same for the same people: what a missed target is known by. */
export function targetKey(target: EscalationTarget): string {
  if (target.kind === 'CONTACT') return `CONTACT/${target.contactId}`;
  if (target.kind === 'ROLE') return `ROLE/${target.side}/${target.role}`;
  return target.kind === 'SCHEDULE' ? `SCHEDULE/${target.scheduleId}` : `TEAM/${target.teamId}`;
}
