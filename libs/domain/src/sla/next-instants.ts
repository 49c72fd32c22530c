import type { ClockKind } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import type { Clock } from './clock.js';

/** An instant at which something about a clock has to be told (D-SLA-10). */
export interface ClockInstant {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly what: 'WARNING' | 'BREACH';
  /** The warning mark; 100 for the breach. */
  readonly percent: number;
  readonly at: Instant;
}

/**
 * Warnings and breaches that lie ahead, in order of time: what durable timers are armed for. Only running clocks have any.
 * A breach is one millisecond after the due instant, the first at which it is one. Those up to `after` are left out.
 */
export function nextInstants(clocks: readonly Clock[], after: Instant = -Infinity): readonly ClockInstant[] {
  const instants = clocks
    .filter((clock) => clock.state === 'RUNNING')
    .flatMap(({ kind, cycle, warnings, dueAt }): readonly ClockInstant[] => [
      ...warnings.map(({ percent, at }) => ({ clock: kind, cycle, what: 'WARNING', percent, at }) as const),
      ...(dueAt === null ? [] : [{ clock: kind, cycle, what: 'BREACH', percent: 100, at: dueAt + 1 } as const]),
    ]);
  return instants.filter(({ at }) => at > after).sort((a, b) => a.at - b.at);
}
