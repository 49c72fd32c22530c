import type { NewJob } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';

export const CONTRACT_TIMER_QUEUE = 'contract-timer';

/** The contract's timer; arming it again moves it. Null: at once, and it finds out itself what comes next. */
export function contractTimer(
  contract: { readonly tenantId: string; readonly contractId: string },
  runAt: Instant | null,
): NewJob {
  const { tenantId, contractId } = contract;
  return { queue: CONTRACT_TIMER_QUEUE, tenantId, payload: { contractId }, runAt, dedupeKey: contractId };
}
