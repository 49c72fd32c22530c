import type { JobHandler } from '@daylight/api-database';
import { heldBack } from '../timing/hold-mail.js';
import type { LinkSetting } from '../unsubscribe/unsubscribe-link.js';
import type { About } from './about.js';
import { factsFor, mayGet } from './facts-for.js';
import { MAIL_QUEUE, parsePayload } from './payload.js';
import { loadRecipient } from './recipient.js';
import { writeMail } from './write-mail.js';

/**
 * Queue `mail`: writes a mail in its recipient's language and zone and queues its sending, or keeps it back until its
 * recipient wants it. The mail's id is the job's, so that it exists once. Whoever was deactivated meanwhile, or may not see
 * the ticket any more, gets none.
 */
export function composeHandler(link: LinkSetting): JobHandler {
  return {
    queue: MAIL_QUEUE,
    handle: async (tx, job) => {
      const payload = parsePayload(job.payload);
      const to = await loadRecipient(tx, payload.personId, job.tenantId);
      if (to === null || !mayGet(payload, to) || (await heldBack(tx, job, payload, to))) return;
      const about: About = { payload, to, origin: link.origin, discreet: false };
      const facts = await factsFor(tx, about);
      if (facts !== null) await writeMail(tx, link, { id: job.id, tenantId: job.tenantId, about, facts });
    },
  };
}
