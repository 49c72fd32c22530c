import type { AvailabilityFacts } from '../availability/facts.js';
import { computeStatement, type ComputedStatement, type Statement, type StatementInput } from './statement.js';

/** What a dispute is about: a claim that was excluded, or a maintenance window. */
export interface DisputedExclusion {
  readonly kind: 'CLAIM' | 'PLANNED';
  readonly id: string;
}

export type DisputeEffect =
  | {
      readonly kind: 'effect';
      readonly before: Statement;
      readonly after: Statement;
      /** Minor units by which the total would change; above zero: the client would get more. */
      readonly differenceMinor: number;
    }
  | { readonly kind: 'unknown-exclusion'; readonly id: string }
  | Extract<ComputedStatement, { readonly kind: 'invalid' }>;

/** The facts as they would be if the exclusion fell: a claim not accepted, a window of which nobody was told. */
function without(facts: AvailabilityFacts, { kind, id }: DisputedExclusion): AvailabilityFacts | null {
  if (kind === 'CLAIM') {
    if (!facts.exclusions.some((claim) => claim.id === id)) return null;
    const exclusions = facts.exclusions.map((claim) =>
      claim.id === id ? { ...claim, state: 'DISPUTED' as const } : claim,
    );
    return { ...facts, exclusions };
  }
  if (!facts.maintenance.some((window) => window.id === id)) return null;
  const maintenance = facts.maintenance.map((window) =>
    window.id === id
      ? { ...window, announcements: window.announcements.map((told) => ({ ...told, deliveredAt: null })) }
      : window,
  );
  return { ...facts, maintenance };
}

/** What disputing one exclusion would change: the whole statement computed again without it, nothing else (domain.md section 8). */
export function effectOfDispute(input: StatementInput, disputed: DisputedExclusion): DisputeEffect {
  const facts = without(input.availability.facts, disputed);
  if (facts === null) return { kind: 'unknown-exclusion', id: disputed.id };
  const before = computeStatement(input);
  if (before.kind === 'invalid') return before;
  const after = computeStatement({ ...input, availability: { ...input.availability, facts } });
  if (after.kind === 'invalid') return after;
  const differenceMinor = after.statement.totalMinor - before.statement.totalMinor;
  return { kind: 'effect', before: before.statement, after: after.statement, differenceMinor };
}
