import { statement, type JobHandler } from '@daylight/api-database';
import * as v from 'valibot';
import type { Language } from '@daylight/domain';
import { queueMail } from '../compose/queue-mail.js';

export const MAILBOX_TEST_QUEUE = 'mailbox-test';

const MAILBOX = statement<{ address: string; language: Language; provider_name: string }>(
  'mailbox-test',
  `select b.address, coalesce(t.language, 'ko') as language, v.name as provider_name
   from mailbox b join provider v on v.provider_id = b.provider_id
   left join tenant t on t.provider_id = b.provider_id and t.tenant_id = b.tenant_id
   where b.provider_id = $1 and b.mailbox_id = $2 and b.enabled`,
);

const target = v.object({ mailboxId: v.pipe(v.string(), v.uuid()) });

/** Queue `mailbox-test`: sends a mail of ours to a mailbox. It comes back in as our own, which opens nothing. */
export function mailboxTestHandler({ origin }: { readonly origin: string }): JobHandler {
  return {
    queue: MAILBOX_TEST_QUEUE,
    handle: async (tx, job) => {
      const { mailboxId } = v.parse(target, job.payload);
      const [mailbox] = await tx.query(MAILBOX, [tx.scope.providerId, mailboxId]);
      if (mailbox === undefined) return;
      const { address, language, provider_name: name } = mailbox;
      await queueMail(tx, origin, {
        mailId: job.id,
        facts: { template: 'MAILBOX_TEST', address, url: `${origin}/console/mailboxes` },
        to: { name, address },
        ...{ language, zone: 'UTC', link: null, ticketId: null },
      });
    },
  };
}
