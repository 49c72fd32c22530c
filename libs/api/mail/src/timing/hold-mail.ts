import { enqueue, statement, timestamp, type Job, type NewJob, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { mailLeave, type Instant } from '@daylight/domain';
import type { Recipient } from '../compose/recipient.js';
import type { MailPayload } from '../compose/payload.js';
import { mailTimingOf } from './timing-row.js';
import { urgencyOf } from './urgency.js';

export const RELEASE_QUEUE = 'mail-release';

const HOLD = statement(
  'mail-hold',
  `insert into mail_held (provider_id, held_id, person_id, tenant_id, payload, in_digest, held_at, due_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (provider_id, held_id) do nothing`,
);
const NEXT = statement<{ due_at: Instant | null }>(
  'mail-held-next',
  'select min(due_at) as due_at from mail_held where provider_id = $1 and person_id = $2',
);

/** The timer of a person's held mails: one, at the first that is due. */
function releaseJob(personId: string, runAt: Instant): NewJob {
  return { queue: RELEASE_QUEUE, tenantId: null, payload: { personId }, runAt, dedupeKey: personId };
}

/** Arms the timer of what is held for a person; does nothing when nothing is. */
export async function armRelease(tx: Tx<SystemScope>, personId: string): Promise<void> {
  const [next] = await tx.query(NEXT, [tx.scope.providerId, personId]);
  if (next === undefined || next.due_at === null) return;
  await enqueue(tx, [releaseJob(personId, Math.max(next.due_at, tx.now))]);
}

/**
 * Keeps a mail back until its person wants it; false: it is to leave now. What is kept is what it is about: its words are
 * written when it leaves.
 */
export async function heldBack(tx: Tx<SystemScope>, job: Job, payload: MailPayload, to: Recipient): Promise<boolean> {
  const urgency = urgencyOf(payload.template);
  if (urgency === 'ALWAYS') return false;
  const timing = await mailTimingOf(tx, to.person_id);
  const leave = mailLeave(timing, to.zone, urgency, tx.now);
  if (leave.at <= tx.now) return false;
  const { providerId } = tx.scope;
  const what = [JSON.stringify(payload), leave.inDigest, timestamp(tx.now), timestamp(leave.at)];
  await tx.query(HOLD, [providerId, job.id, to.person_id, job.tenantId, ...what]);
  await armRelease(tx, to.person_id);
  return true;
}
