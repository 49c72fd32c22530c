import { inputRefused, type InputProblem, type InputRefused } from '@daylight/api-calendars';
import { appendEvents, statement, timestamp, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { isQuietHours, type MailTiming, type QuietHours } from '@daylight/domain';
import { TIMING_PROBLEMS } from '../messages.js';
import { mailTimingView, type MailTimingView } from '../queries/mail-timing.js';

const KEEP = statement(
  'mail-timing-keep',
  `insert into mail_timing (provider_id, person_id, digest, digest_hour, digest_weekday, quiet_from, quiet_to, quiet_days, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (provider_id, person_id) do update set digest = excluded.digest, digest_hour = excluded.digest_hour,
     digest_weekday = excluded.digest_weekday, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
     quiet_days = excluded.quiet_days, updated_at = excluded.updated_at`,
);

export interface MailTimingInput extends Omit<MailTiming, 'quiet'> {
  readonly quiet?: QuietHours | null;
}

export type SetMailTimingResult =
  { readonly __typename: 'MailTimingSet'; readonly timing: MailTimingView } | InputRefused;

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function problemsOf(input: MailTimingInput, tx: Tx<PersonScope>): readonly InputProblem[] {
  const problem = (path: string, words: keyof typeof TIMING_PROBLEMS): InputProblem => ({
    ...{ path, kind: 'OUT_OF_RANGE', message: TIMING_PROBLEMS[words][tx.scope.language] },
  });
  const { digestHour, digestWeekday, quiet = null } = input;
  return [
    ...(isWithin(digestHour, 0, 23) ? [] : [problem('digestHour', 'hour')]),
    ...(isWithin(digestWeekday, 1, 7) ? [] : [problem('digestWeekday', 'weekday')]),
    ...(quiet === null || isQuietHours(quiet) ? [] : [problem('quiet', quiet.days.length === 0 ? 'days' : 'quiet')]),
  ];
}

/** Keeps when the reader wants mails. What is held already leaves by the new wishes. Writes nothing when refused. */
export async function setMailTiming(tx: Tx<PersonScope>, input: MailTimingInput): Promise<SetMailTimingResult> {
  const problems = problemsOf(input, tx);
  if (problems.length > 0) return inputRefused(problems);
  const { providerId, personId, tenantId } = tx.scope;
  const { digest, digestHour, digestWeekday, quiet = null } = input;
  const days = quiet === null ? null : [...new Set(quiet.days)].sort((a, b) => a - b);
  const chosen = [digest, digestHour, digestWeekday, quiet?.from ?? null, quiet?.to ?? null, days];
  await tx.query(KEEP, [providerId, personId, ...chosen, timestamp(tx.now)]);
  await appendEvents(tx, [{ topic: 'mail.timing-changed', tenantId, ids: { personId } }]);
  return { __typename: 'MailTimingSet', timing: await mailTimingView(tx) };
}
