import { mailTimingOf, ownReturned, type ReturnedView } from '@daylight/api-mail';
import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { Instant, MailTiming } from '@daylight/domain';

const MOST_COUNTED = 1_000;
const HELD = statement<{ held: number; next_at: Instant | null }>(
  'mail-held-own',
  `select count(*)::integer as held, min(due_at) as next_at
   from (select due_at from mail_held where provider_id = $1 and person_id = $2 order by due_at limit ${MOST_COUNTED}) own`,
);

export interface MailTimingView extends MailTiming {
  readonly timeZone: string;
  readonly held: number;
  readonly nextAt: Instant | null;
  readonly returned: ReturnedView | null;
}

/** When the reader's mails come, how many wait for that, and whether the own address takes them at all. */
export async function mailTimingView(tx: Tx<PersonScope>): Promise<MailTimingView> {
  const { providerId, personId, zone } = tx.scope;
  const timing = await mailTimingOf(tx, personId);
  const [held] = await tx.query(HELD, [providerId, personId]);
  const returned = await ownReturned(tx);
  return { ...timing, timeZone: zone, held: held?.held ?? 0, nextAt: held?.next_at ?? null, returned };
}
