import { statement, type Subscriber } from '@daylight/api-database';
import { recordResult } from './results.js';

const RETURNED = statement<{ address: string | null; kind: string | null; said: string | null }>(
  'escalation-mail-returned',
  `select lower(to_address) as address, returned_kind as kind, returned_said as said from mail_message
   where provider_id = $1 and mail_id = $2`,
);
/** Contacts of any client that are written to at an address; `$3` null: it takes mail again. */
const MARK = statement(
  'escalation-address-marked',
  `update escalation_contact k set channels = (
     select jsonb_agg(case when c ->> 'kind' = 'EMAIL' and lower(c ->> 'address') = $2
         and ($3::bigint is null or c -> 'bouncedAt' = 'null') then jsonb_set(c, '{bouncedAt}', coalesce(to_jsonb($3::bigint), 'null')) else c end order by n)
     from jsonb_array_elements(k.channels) with ordinality x (c, n))
   where k.provider_id = $1 and not k.archived and exists (
     select 1 from jsonb_array_elements(k.channels) c where c ->> 'kind' = 'EMAIL' and lower(c ->> 'address') = $2)`,
);

/**
 * `mail.returned`: an address that takes no mail is named by coverage until somebody mends it or tries it again (D-ESC-2),
 * and a call that came back reached nobody. One that is only late says nothing yet.
 */
export const markReturnedMail: Subscriber = {
  name: 'escalation.mail-returned',
  topics: ['mail.returned', 'mail.address-tried'],
  handle: async (tx, event) => {
    const { mailId } = event.ids;
    if (mailId === undefined) return;
    const [mail] = await tx.query(RETURNED, [tx.scope.providerId, mailId]);
    if (mail === undefined || mail.address === null) return;
    const tried = event.topic === 'mail.address-tried';
    if (!tried && mail.kind !== 'HARD') return;
    await tx.query(MARK, [tx.scope.providerId, mail.address, tried ? null : tx.now]);
    if (!tried) await recordResult(tx, mailId, { outcome: 'FAILED', error: mail.said, bounced: true });
  },
};
