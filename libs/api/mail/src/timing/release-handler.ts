import { statement, timestamp, type JobHandler, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import * as v from 'valibot';
import type { About } from '../compose/about.js';
import { factsFor, mayGet } from '../compose/facts-for.js';
import { parsePayload } from '../compose/payload.js';
import { loadRecipient } from '../compose/recipient.js';
import { writeMail } from '../compose/write-mail.js';
import type { LinkSetting } from '../unsubscribe/unsubscribe-link.js';
import { digestOf, type HeldMail } from './digest.js';
import { armRelease, RELEASE_QUEUE } from './hold-mail.js';

/** A digest lists so many; what is beyond them is in the next one, at once. */
const MOST_AT_ONCE = 200;

interface HeldRow {
  readonly held_id: string;
  readonly tenant_id: string | null;
  readonly payload: unknown;
  readonly in_digest: boolean;
  readonly held_at: Instant;
  /** The person has since stopped mails of this kind. */
  readonly stopped: boolean;
}

const TAKE = statement<HeldRow>(
  'mail-held-take',
  `with due as (
     select held_id from mail_held where provider_id = $1 and person_id = $2 and due_at <= $3
     order by held_at, held_id limit ${MOST_AT_ONCE} for update),
   taken as (
     delete from mail_held h using due where h.provider_id = $1 and h.held_id = due.held_id
     returning h.held_id, h.person_id, h.tenant_id, h.payload, h.in_digest, h.held_at)
   select t.held_id, t.tenant_id, t.payload, t.in_digest, t.held_at, exists (
     select 1 from notification_preference c where c.provider_id = $1 and c.person_id = t.person_id
       and c.kind = t.payload ->> 'template' and not c.mail) as stopped
   from taken t order by t.held_at, t.held_id`,
);

const target = v.object({ personId: v.pipe(v.string(), v.uuid()) });

/** What a held mail would say now; null: nothing any more, or not to this person. */
async function revived(tx: Tx<SystemScope>, row: HeldRow, link: LinkSetting): Promise<HeldMail | null> {
  const payload = parsePayload(row.payload);
  const to = await loadRecipient(tx, payload.personId, row.tenant_id);
  if (to === null || row.stopped || !mayGet(payload, to)) return null;
  // A digest is about many things: who may see it isn't bound to one ticket, so it tells nothing of a confidential one.
  const about: About = { payload, to, origin: link.origin, discreet: row.in_digest };
  const facts = await factsFor(tx, about);
  return facts === null ? null : { id: row.held_id, tenantId: row.tenant_id, heldAt: row.held_at, about, facts };
}

/**
 * Queue `mail-release`: lets a person's held mails go that are due. Those that waited for quiet hours to end leave one by one,
 * those for a digest in one mail, which has the id of the first of them.
 */
export function releaseHandler(link: LinkSetting): JobHandler {
  return {
    queue: RELEASE_QUEUE,
    handle: async (tx, job) => {
      const { personId } = v.parse(target, job.payload);
      const taken = await tx.query(TAKE, [tx.scope.providerId, personId, timestamp(tx.now)]);
      const together: HeldMail[] = [];
      for (const row of taken) {
        const held = await revived(tx, row, link);
        if (held === null) continue;
        if (row.in_digest) together.push(held);
        else await writeMail(tx, link, held);
      }
      const digest = digestOf(together);
      if (digest !== null) await writeMail(tx, link, digest);
      await armRelease(tx, personId);
    },
  };
}
