import type { ClockKind } from '../contracts/terms.js';
import type { Clock } from './clock.js';

/** A clock that comes out otherwise under another version; null on the side that promises nothing. */
export interface RebindingChange {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly before: Clock | null;
  readonly after: Clock | null;
}

/**
 * What both sides are shown before they agree to judge a ticket by another version (D-CON-1): verdicts that would be others,
 * and clocks without one that would be due at another instant, in the order of the clocks.
 */
export function rebindingChanges(before: readonly Clock[], after: readonly Clock[]): readonly RebindingChange[] {
  const promised = (clocks: readonly Clock[]) => clocks.filter(({ state }) => state !== 'NONE');
  const [old, anew] = [promised(before), promised(after)];
  const same = (one: Clock) => (other: Clock) => one.kind === other.kind && one.cycle === other.cycle;
  const kept = old.map((clock) => changeOf(clock, anew.find(same(clock)) ?? null));
  const added = anew.filter((clock) => !old.some(same(clock))).map((clock) => changeOf(null, clock));
  return [...kept, ...added].filter((change) => change !== null);
}

function changeOf(before: Clock | null, after: Clock | null): RebindingChange | null {
  const named = before ?? after;
  if (named === null) return null;
  const { kind: clock, cycle } = named;
  const alike = before !== null && after !== null && before.verdict === after.verdict;
  // Of a verdict that stays the same it doesn't matter how narrowly it was reached.
  const unmoved = alike && (before.verdict !== null || before.dueAt === after.dueAt);
  return unmoved ? null : { clock, cycle, before, after };
}

/**
 * What is signed of such changes: verdicts and due instants, by the document that makes them so. Not when a miss would be
 * dated: that is the moment of the agreement itself.
 */
export function signedChanges(termsDigest: string | null, changes: readonly RebindingChange[]) {
  const side = (clock: Clock | null) => (clock === null ? null : { verdict: clock.verdict, dueAt: clock.dueAt });
  return {
    termsDigest,
    changes: changes.map(({ clock, cycle, before, after }) => ({
      ...{ clock, cycle, before: side(before), after: side(after) },
    })),
  };
}
