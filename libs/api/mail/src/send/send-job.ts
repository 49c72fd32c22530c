import type { NewJob } from '@daylight/api-database';

export const SEND_QUEUE = 'mail-send';

/** The job that hands a stored mail over. One per mail: queuing it again starts its attempts anew. */
export function sendJob(mailId: string, tenantId: string | null): NewJob {
  return { queue: SEND_QUEUE, tenantId, payload: { mailId }, runAt: null, dedupeKey: mailId };
}
