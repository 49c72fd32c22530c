import type { ClockKind, SlaTarget, Terms } from '../contracts/terms.js';
import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant, Ms } from '../time/instant.js';

/** How far a risk board looks ahead, in working hours. */
export const RISK_HOURS = [4, 8, 24] as const;
export type RiskHours = (typeof RISK_HOURS)[number];

/**
 * Working time from `now` until a clock is missed, by its own calendar; 0 or below once it is over: by how much. What is met
 * at its due instant is met in time, so it is over from the next millisecond on.
 */
export function timeToBreach(calendar: Pick<CompiledCalendar, 'elapsed'>, dueAt: Instant, now: Instant): Ms {
  return now <= dueAt ? calendar.elapsed(now, dueAt) : 0 - calendar.elapsed(dueAt, now);
}

/**
 * The target of terms behind a clock's target id; null: none of them, as of an agreed date, which goes by the wall clock
 * (D-SLA-12).
 */
export function statedTarget(terms: Pick<Terms, 'policies'>, kind: ClockKind, targetId: string): SlaTarget | null {
  if (kind === 'AGREED_DATE') return null;
  const targets = terms.policies.flatMap((policy) => policy.targets);
  return targets.find(({ id, clock }) => id === targetId && clock === kind) ?? null;
}
