import { evaluateClocks, type Clock, type ClockInputs, type Instant, type Ms } from '@daylight/domain';

/** Told later than this after its true instant, a notice says that it is late (D-SLA-10). */
export const LATE_AFTER_MS: Ms = 60_000;

/** A warning or breach that is due to be told. */
export interface DueNotice {
  /** The clock's; of a notice owed by law `STATUTORY/template/duty`. */
  readonly kind: Clock['kind'] | `STATUTORY/${string}`;
  readonly cycle: number;
  /** 100: the breach. */
  readonly percent: number;
  /** '' for a breach: a clock breaches once. */
  readonly targetId: string;
  readonly at: Instant;
}

function warningsUpTo(clock: Clock, now: Instant): readonly DueNotice[] {
  if (clock.state !== 'RUNNING') return [];
  const { kind, cycle, targetId } = clock;
  return clock.warnings
    .filter(({ at }) => at <= now)
    .map(({ percent, at }) => ({ kind, cycle, percent, targetId, at }));
}

/** The clock as it stood just before its breach: its warnings were due then, also if no worker ran. */
function beforeBreach(inputs: ClockInputs, clock: Clock): Clock | undefined {
  if (clock.breachedAt === null) return undefined;
  const earlier = evaluateClocks({ ...inputs, asOf: clock.breachedAt - 1 });
  return earlier.find(({ kind, cycle }) => kind === clock.kind && cycle === clock.cycle);
}

/** All warnings and breaches that are due by now, told before or not, in order of time. Those of met clocks are moot. */
export function dueNotices(inputs: ClockInputs, clocks: readonly Clock[]): readonly DueNotice[] {
  const { asOf } = inputs;
  const due = clocks.flatMap((clock): readonly DueNotice[] => {
    if (clock.breachedAt === null) return warningsUpTo(clock, asOf);
    const { kind, cycle, breachedAt } = clock;
    const earlier = beforeBreach(inputs, clock);
    const warned = earlier === undefined ? [] : warningsUpTo(earlier, breachedAt);
    return [...warned, { kind, cycle, percent: 100, targetId: '', at: breachedAt }];
  });
  return [...due].sort((a, b) => a.at - b.at);
}
