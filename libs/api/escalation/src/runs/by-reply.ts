import { statement, type Subscriber, type Tx } from '@daylight/api-database';
import { acknowledgeRun } from './end-run.js';

const CALLED = statement<{ escalation_id: string; person_id: string }>(
  'escalation-called-by-mail',
  `select a.escalation_id, coalesce(c.person_id, c.contact_id) as person_id
   from escalation_delivery d
   join escalation_attempt a on a.provider_id = d.provider_id and a.attempt_id = d.attempt_id
   join escalation_contact c on c.provider_id = a.provider_id and c.contact_id = a.contact_id
   where d.provider_id = $1 and d.delivery_id = $2 and d.channel = 'EMAIL'
     and ($3::text is null or lower(d.address) = lower($3))`,
);

/**
 * Ends a run by the reply to a call's mail, in the name of whoever was called. The caller has verified that a human wrote
 * it (no automatic reply, no bounce) and which mail of ours it answers; `from`, where given, has to be the address that
 * was called. False: that mail was no call, came from elsewhere, or its run had ended.
 */
export async function acknowledgeByReply(
  tx: Tx,
  reply: { readonly mailId: string; readonly from: string | null },
): Promise<boolean> {
  const [called] = await tx.query(CALLED, [tx.scope.providerId, reply.mailId, reply.from]);
  if (called === undefined) return false;
  return acknowledgeRun(tx, called.escalation_id, { personId: called.person_id, via: 'REPLY' });
}

/** `mail.replied`: a person answered, from the address it went to, the mail of ours that `mailId` names. */
export const answerByMail: Subscriber = {
  name: 'escalation.answer-by-mail',
  topics: ['mail.replied'],
  handle: async (tx, event) => {
    const { mailId } = event.ids;
    if (mailId !== undefined) await acknowledgeByReply(tx, { mailId, from: null });
  },
};
