import { inputRefused, isId, notFoundResult, textProblems } from '@daylight/api-calendars';
import { enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { sendJob } from '../send/send-job.js';
import { DEAD_JOB, DEAD_MAIL, JOB_COLUMNS, MAIL_COLUMNS, type LetterRow } from './letter-sql.js';
import { manyProblem } from './messages.js';

const MOST = 100;

const JOBS = statement<LetterRow>(
  'dead-jobs-lock',
  `select ${JOB_COLUMNS} from job j where ${DEAD_JOB} and j.job_id = any ($2) order by j.job_id for update of j`,
);
const MAILS = statement<LetterRow>(
  'dead-mails-lock',
  `select ${MAIL_COLUMNS} from mail_message m where ${DEAD_MAIL} and m.mail_id = any ($2) order by m.mail_id for update of m`,
);
const REVIVE_JOBS = statement(
  'dead-jobs-revive',
  `update job set dead_at = null, attempts = 0, leased_until = null, lease = null, run_at = clock_timestamp()
   where provider_id = $1 and job_id = any ($2) and dead_at is not null`,
);
const REVIVE_MAILS = statement(
  'dead-mails-revive',
  `update mail_message set state = 'QUEUED', attempts = 0, last_error = null
   where provider_id = $1 and mail_id = any ($2) and state = 'DEAD'`,
);
const DROP_JOBS = statement(
  'dead-jobs-drop',
  'delete from job where provider_id = $1 and job_id = any ($2) and dead_at is not null',
);
const DROP_MAILS = statement(
  'dead-mails-drop',
  `update mail_message set discarded_at = $3 where provider_id = $1 and mail_id = any ($2) and state = 'DEAD'`,
);
const KEEP = statement(
  'dead-letters-keep',
  `insert into discarded_letter
     (provider_id, discard_id, letter_id, tenant_id, queue, detail, error, attempts, reason, discarded_at, discarded_by)
   select $1, l.discard_id, l.id, l.tenant_id, l.queue, l.detail, l.error, l.attempts, $3, $4, $5
   from jsonb_to_recordset($2) as l (discard_id uuid, id uuid, tenant_id uuid, queue text, detail text, error text, attempts integer)`,
);

/** The letters of these ids, locked; null when one is none (any more), or not the reader's. */
async function lock(tx: Tx<StaffScope>, ids: readonly string[]): Promise<readonly LetterRow[] | null> {
  const wanted = new Set(ids);
  if (wanted.size === 0 || ![...wanted].every(isId)) return null;
  const values = [tx.scope.providerId, [...wanted]];
  const [jobs, mails] = await Promise.all([tx.query(JOBS, values), tx.query(MAILS, values)]);
  const found = [...jobs, ...mails];
  return found.length === wanted.size ? found : null;
}

const idsOf = (letters: readonly LetterRow[], kind: 'job' | 'mail'): readonly string[] =>
  letters.filter(({ mail_id }) => (mail_id === null) === (kind === 'job')).map(({ id }) => id);

/** What it was stands by its names only: an error may quote an address, and the trail is for ever. */
async function audit(tx: Tx<StaffScope>, action: string, letters: readonly LetterRow[]): Promise<void> {
  for (const { id, queue, detail, attempts, tenant_id: tenantId } of letters) {
    const before = { queue, detail, attempts };
    await recordAudit(tx, { action, objectType: 'dead-letter', objectId: id, tenantId, before });
  }
}

const settled = (letters: readonly LetterRow[]) => ({
  __typename: 'DeadLettersSettled' as const,
  ids: letters.map(({ id }) => id),
});

function tooMany(tx: Tx<StaffScope>, ids: readonly string[]) {
  return ids.length > MOST ? [manyProblem(MOST, tx.scope.language)] : [];
}

/** Puts given-up work back into its queue, with all its attempts before it. All of the letters or none. */
export async function retryDeadLetters(tx: Tx<StaffScope>, { ids }: { readonly ids: readonly string[] }) {
  const problems = tooMany(tx, ids);
  if (problems.length > 0) return inputRefused(problems);
  const letters = await lock(tx, ids);
  if (letters === null) return notFoundResult('dead letter');
  const { providerId } = tx.scope;
  await tx.query(REVIVE_JOBS, [providerId, idsOf(letters, 'job')]);
  await tx.query(REVIVE_MAILS, [providerId, idsOf(letters, 'mail')]);
  const mails = letters.filter(({ mail_id }) => mail_id !== null);
  await enqueue(
    tx,
    mails.map(({ id, tenant_id }) => sendJob(id, tenant_id)),
  );
  await audit(tx, 'dead-letter.retry', letters);
  return settled(letters);
}

/** Lets given-up work be, for a reason. All of the letters or none. */
export async function discardDeadLetters(
  tx: Tx<StaffScope>,
  { ids, reason }: { readonly ids: readonly string[]; readonly reason: string },
) {
  const { language, providerId, personId } = tx.scope;
  const problems = [...tooMany(tx, ids), ...textProblems(reason, { path: 'reason', max: 500, language })];
  if (problems.length > 0) return inputRefused(problems);
  const letters = await lock(tx, ids);
  if (letters === null) return notFoundResult('dead letter');
  const kept = letters.map((letter) => ({ ...letter, discard_id: newId() }));
  await tx.query(KEEP, [providerId, JSON.stringify(kept), reason.trim(), timestamp(tx.now), personId]);
  await tx.query(DROP_JOBS, [providerId, idsOf(letters, 'job')]);
  await tx.query(DROP_MAILS, [providerId, idsOf(letters, 'mail'), timestamp(tx.now)]);
  await audit(tx, 'dead-letter.discard', letters);
  return settled(letters);
}
