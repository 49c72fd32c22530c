import { enqueue, eventJob, statement, timestamp, type JobHandler, type NewJob, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { stepEscalation, type DueTarget, type EscalationStanding } from '@daylight/domain';
import * as v from 'valibot';
import { dispatch } from '../deliveries/dispatch.js';
import { loadDirectory } from '../directory/load-directory.js';
import { raiseAlarm } from './alarm.js';
import { recordCalls } from './calls.js';
import { loadRun, lockRun, recordEvent, type RunRow } from './run-row.js';
import { STEP_QUEUE, stepTimer } from './step-timer.js';

const STAND = statement(
  'escalation-stand',
  `update escalation set state = $3, exhausted_at = $4, next_at = $5 where provider_id = $1 and escalation_id = $2`,
);
const target = v.object({ escalationId: v.pipe(v.string(), v.uuid()) });

/** What links begin with and are signed with. */
export interface LinkSetting {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly secret: string;
}

/**
 * Takes a run one step further: records and sends what is due now, raises the alarm when it is owed, moves the timer. All of
 * it in the acting transaction, so that a call is recorded exactly when it is made (G5). A run that has ended stays as it is.
 */
export async function stepRun(tx: Tx<SystemScope>, escalationId: string, setting: LinkSetting): Promise<void> {
  const row = await lockRun(tx, escalationId);
  if (row === null || row.state === 'ACKNOWLEDGED' || row.state === 'STOPPED') return;
  const [run, directory] = [await loadRun(tx, row), await loadDirectory(tx, row.tenant_id)];
  const standing = stepEscalation(run, directory, tx.now);
  const jobs: NewJob[] = [];
  if (standing.due.length > 0) {
    await recordCalled(tx, row, standing.due);
    const attempts = standing.due.flatMap((due) => due.attempts);
    const deliveries = await recordCalls(tx, row, attempts, setting.secret);
    jobs.push(...(await dispatch(tx, { row, directory, deliveries, setting })));
  }
  if (standing.alarm !== null) await raiseAlarm(tx, row, { dueAt: standing.alarm.dueAt, origin: setting.origin });
  await stand(tx, row, standing, jobs);
}

/** Every slot that was due is settled, also one that reaches nobody: those passed over stand beside it with the reason. */
async function recordCalled(tx: Tx, row: RunRow, due: readonly DueTarget[]): Promise<void> {
  const slotKeys = due.flatMap(({ slots }) => slots.map(({ key }) => key));
  const skipped = due.flatMap((each) =>
    each.skipped.map(({ target: of, contactId, personId, reason }) => ({ target: of, contactId, personId, reason })),
  );
  await recordEvent(tx, row, { kind: 'CALLED', data: { slotKeys, skipped } });
}

async function stand(
  tx: Tx,
  row: RunRow,
  { state, exhaustedAt, nextAt }: EscalationStanding,
  jobs: readonly NewJob[],
): Promise<void> {
  const { escalation_id: id, tenant_id: tenantId, ticket_id: ticketId } = row;
  const facts = [state, timestamp(exhaustedAt), timestamp(nextAt)];
  await tx.query(STAND, [tx.scope.providerId, id, ...facts]);
  const timer = nextAt === null ? [] : [stepTimer({ id, tenantId }, nextAt)];
  const told = eventJob({ topic: 'escalation.changed', tenantId, ids: { escalationId: id, ticketId } });
  await enqueue(tx, [...jobs, ...timer, told]);
}

/** Queue `escalation-step`: a run's timer. Late after downtime, it calls once and marks it late (R11). */
export function stepHandler(setting: LinkSetting): JobHandler {
  const trimmed = { ...setting, origin: setting.origin.replace(/\/+$/, '') };
  return {
    queue: STEP_QUEUE,
    // A call can't wait a quarter of an hour for the next attempt.
    pauseMs: [1_000, 30_000],
    handle: (tx, job) => stepRun(tx, v.parse(target, job.payload).escalationId, trimmed),
  };
}
