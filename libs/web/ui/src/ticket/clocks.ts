import type { SlaClock } from '../sla/sla-state.js';
import type { StackClock } from './clock-stack.js';

const SECOND = 1_000;

/** What a badge needs of a clock and its account. */
export interface CountedClock extends Pick<
  StackClock,
  'kind' | 'state' | 'targetSeconds' | 'usedSeconds' | 'dueAt' | 'metAt' | 'breachedAt'
> {
  readonly explanation: { readonly asOf: string; readonly segments: readonly { readonly to: string }[] };
}

/** Where a clock's account stops before the answer: it ended there, met or not. Null: it goes on. */
function endOf({ explanation: { asOf, segments } }: CountedClock): string | null {
  const last = segments.at(-1)?.to ?? null;
  return last !== null && Date.parse(last) < Date.parse(asOf) ? last : null;
}

/** A clock with its account, as a badge takes it. */
export const badgeClock = (clock: CountedClock): SlaClock => ({
  kind: clock.kind,
  state: clock.state,
  dueAt: clock.dueAt,
  targetMs: clock.targetSeconds * SECOND,
  usedMs: clock.usedSeconds * SECOND,
  metAt: clock.metAt,
  breachedAt: clock.breachedAt,
  asOf: clock.explanation.asOf,
  endedAt: endOf(clock),
});

/** Whether something is still owed: what was missed is, until it is done or its time is over. */
export const isOwed = (clock: CountedClock): boolean =>
  clock.state === 'RUNNING' ||
  clock.state === 'PAUSED' ||
  (clock.state === 'BREACHED' && clock.metAt === null && endOf(clock) === null);

/** The clock to look at first: what runs or was missed and is still owed, by its due instant; what waits comes last. */
export function leadingClock<Clock extends CountedClock>(clocks: readonly Clock[]): Clock | null {
  const [first] = clocks.filter(isOwed).toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  return first ?? clocks.at(-1) ?? null;
}
