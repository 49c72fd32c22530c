import { isId } from '@daylight/api-calendars';
import { enqueue, recordAudit, statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { mailContent } from '../queries/mail-content.js';
import { sendJob } from '../send/send-job.js';

const REVIVE = statement<{ tenant_id: string | null }>(
  'mail-revive',
  `update mail_message set state = 'QUEUED', attempts = 0, last_error = null, discarded_at = null
   where provider_id = $1 and mail_id = $2 and state = 'DEAD' returning tenant_id`,
);
const NOT_FOUND = { __typename: 'NotFound', what: 'mail' } as const;

/** Queues a mail that was given up once more, under the same message id. Only a DEAD one: others are on their way. */
export async function retryMail(tx: Tx<StaffScope>, { id }: { readonly id: string }) {
  if (!isId(id)) return NOT_FOUND;
  const [revived] = await tx.query(REVIVE, [tx.scope.providerId, id]);
  if (revived !== undefined) {
    const { tenant_id: tenantId } = revived;
    await enqueue(tx, [sendJob(id, tenantId)]);
    await recordAudit(tx, { action: 'mail.retry', objectType: 'mail', objectId: id, tenantId });
  }
  const mail = await mailContent(tx, id);
  if (mail === null) return NOT_FOUND;
  return { __typename: revived === undefined ? 'MailNotDead' : 'MailRetried', message: mail.message };
}
