import { statement, timestamp, type Subscriber } from '@daylight/api-database';
import { mailLeave } from '@daylight/domain';
import { parsePayload } from '../compose/payload.js';
import { loadRecipient } from '../compose/recipient.js';
import { armRelease } from './hold-mail.js';
import { mailTimingOf } from './timing-row.js';
import { urgencyOf } from './urgency.js';

const HELD = statement<{ held_id: string; payload: unknown }>(
  'mail-held-all',
  'select held_id, payload from mail_held where provider_id = $1 and person_id = $2 for update',
);
const MOVE = statement(
  'mail-held-move',
  `update mail_held h set due_at = m.due_at, in_digest = m.in_digest
   from jsonb_to_recordset($2) as m (held_id uuid, due_at timestamptz, in_digest boolean)
   where h.provider_id = $1 and h.held_id = m.held_id`,
);

/** `mail.timing-changed`: what is held for a person leaves by the new wishes, at once where nothing holds it any more. */
export const retimeHeldMails: Subscriber = {
  name: 'mail.retime-held',
  topics: ['mail.timing-changed'],
  handle: async (tx, event) => {
    const { personId } = event.ids;
    if (personId === undefined) return;
    const { providerId } = tx.scope;
    const held = await tx.query(HELD, [providerId, personId]);
    const to = await loadRecipient(tx, personId, null);
    if (held.length === 0 || to === null) return;
    const timing = await mailTimingOf(tx, personId);
    const moved = held.map(({ held_id, payload }) => {
      const leave = mailLeave(timing, to.zone, urgencyOf(parsePayload(payload).template), tx.now);
      return { held_id, due_at: timestamp(leave.at), in_digest: leave.inDigest };
    });
    await tx.query(MOVE, [providerId, JSON.stringify(moved)]);
    await armRelease(tx, personId);
  },
};
