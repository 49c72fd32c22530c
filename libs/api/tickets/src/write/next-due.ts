import type { Clock, ClockKind, Instant } from '@daylight/domain';

export interface NextDue {
  readonly kind: ClockKind;
  readonly state: 'RUNNING' | 'PAUSED' | 'BREACHED';
  readonly dueAt: Instant | null;
}

/** A silence that was missed is over when the next one starts: only a clock's last cycle can still be owed. */
function stillOwed(clocks: readonly Clock[]): readonly Clock[] {
  return clocks.filter(
    (clock) => clock.metAt === null && !clocks.some(({ kind, cycle }) => kind === clock.kind && cycle > clock.cycle),
  );
}

/** The unmet clock that comes (or came) due first; paused ones, whose due instant isn't known, last. null: none is owed. */
export function nextDue(clocks: readonly Clock[]): NextDue | null {
  const owed = stillOwed(clocks).flatMap(({ kind, state, dueAt }): readonly NextDue[] =>
    state === 'RUNNING' || state === 'PAUSED' || state === 'BREACHED' ? [{ kind, state, dueAt }] : [],
  );
  const order = (due: NextDue): number => due.dueAt ?? Infinity;
  return [...owed].sort((a, b) => order(a) - order(b))[0] ?? null;
}
