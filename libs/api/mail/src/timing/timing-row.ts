import { statement, type Tx } from '@daylight/api-database';
import { AT_ONCE, type MailTiming } from '@daylight/domain';

interface TimingRow {
  readonly digest: MailTiming['digest'];
  readonly digest_hour: number;
  readonly digest_weekday: number;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
  readonly quiet_days: readonly number[] | null;
}

const TIMING = statement<TimingRow>(
  'mail-timing',
  `select digest, digest_hour, digest_weekday, quiet_from, quiet_to, quiet_days from mail_timing
   where provider_id = $1 and person_id = $2`,
);

/** When a person's mails come; at once for whoever never chose. */
export async function mailTimingOf(tx: Tx, personId: string): Promise<MailTiming> {
  const [row] = await tx.query(TIMING, [tx.scope.providerId, personId]);
  if (row === undefined) return AT_ONCE;
  const { quiet_from: from, quiet_to: to, quiet_days: days } = row;
  return {
    digest: row.digest,
    digestHour: row.digest_hour,
    digestWeekday: row.digest_weekday,
    quiet: from === null || to === null || days === null ? null : { from, to, days },
  };
}
