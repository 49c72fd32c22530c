import { disarm, type NewJob, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';

export const STEP_QUEUE = 'escalation-step';

/** The run's timer; enqueuing it again moves it. */
export function stepTimer(run: { readonly id: string; readonly tenantId: string }, runAt: Instant | null): NewJob {
  const { id, tenantId } = run;
  return { queue: STEP_QUEUE, tenantId, payload: { escalationId: id }, runAt, dedupeKey: id };
}

export function disarmStep(tx: Tx, escalationId: string): Promise<void> {
  return disarm(tx, STEP_QUEUE, [escalationId]);
}
