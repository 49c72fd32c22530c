import type { NewJob } from '@daylight/api-database';

export const INBOUND_QUEUE = 'mail-in';

/** The job that reads a kept message and lets it take effect. One per message: queuing it again starts it anew. */
export function inboundJob(inboundId: string, tenantId: string | null): NewJob {
  return { queue: INBOUND_QUEUE, tenantId, payload: { inboundId }, runAt: null, dedupeKey: inboundId };
}
