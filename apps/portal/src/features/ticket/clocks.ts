import type { SlaClock } from '@daylight/web-ui';
import type { ClockWholeFragment } from './generated/ticket.js';

/** A clock as the kit's badge takes it. */
export const slaClockOf = ({
  kind,
  state,
  dueAt,
  targetSeconds,
  usedSeconds,
  metAt,
  breachedAt,
}: ClockWholeFragment): SlaClock => ({
  kind,
  state,
  dueAt,
  targetMs: targetSeconds * 1_000,
  usedMs: usedSeconds * 1_000,
  metAt,
  breachedAt,
});

/** The clock that matters most now: running and due first, else waiting, else the last. */
export function leadingClock(clocks: readonly ClockWholeFragment[]): ClockWholeFragment | null {
  const running = clocks.filter(({ state, metAt }) => state === 'RUNNING' || (state === 'BREACHED' && metAt === null));
  const [first] = running.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  return first ?? clocks.find(({ state }) => state === 'PAUSED') ?? clocks.at(-1) ?? null;
}
