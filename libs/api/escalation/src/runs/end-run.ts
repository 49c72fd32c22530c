import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { AcknowledgedVia, StopReason } from '@daylight/domain';
import { lockRun, recordEvent, type RunRow } from './run-row.js';
import { disarmStep } from './step-timer.js';

const ANSWER = statement(
  'escalation-answer',
  `update escalation set state = 'ACKNOWLEDGED', ended_at = $3, next_at = null, acknowledged_by = $4, acknowledged_via = $5
   where provider_id = $1 and escalation_id = $2`,
);
const STOP = statement(
  'escalation-stop',
  `update escalation set state = 'STOPPED', ended_at = $3, next_at = null, stop_reason = $4
   where provider_id = $1 and escalation_id = $2`,
);

const goesOn = ({ state }: RunRow): boolean => state === 'RUNNING' || state === 'EXHAUSTED';

/** Ends a run by somebody's answer. False: it had ended, or there is none. */
export async function acknowledgeRun(
  tx: Tx,
  escalationId: string,
  by: { readonly personId: string; readonly via: AcknowledgedVia },
): Promise<boolean> {
  const run = await lockRun(tx, escalationId);
  if (run === null || !goesOn(run)) return false;
  await recordEvent(tx, run, { kind: 'ACKNOWLEDGED', data: { ...by } });
  await tx.query(ANSWER, [tx.scope.providerId, escalationId, timestamp(tx.now), by.personId, by.via]);
  await ended(tx, run, { action: 'escalation.acknowledge', after: { via: by.via } });
  return true;
}

/** Ends a run that nobody needs to answer any more. False: it had ended, or there is none. */
export async function stopRun(tx: Tx, escalationId: string, reason: StopReason): Promise<boolean> {
  const run = await lockRun(tx, escalationId);
  if (run === null || !goesOn(run)) return false;
  await recordEvent(tx, run, { kind: 'STOPPED', data: { reason } });
  await tx.query(STOP, [tx.scope.providerId, escalationId, timestamp(tx.now), reason]);
  await ended(tx, run, { action: 'escalation.stop', after: { reason } });
  return true;
}

async function ended(
  tx: Tx,
  run: RunRow,
  { action, after }: { readonly action: string; readonly after: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { escalation_id: escalationId, tenant_id: tenantId, ticket_id: ticketId } = run;
  await disarmStep(tx, escalationId);
  await recordAudit(tx, { action, objectType: 'escalation', objectId: escalationId, tenantId, after });
  const topic = action === 'escalation.stop' ? 'escalation.stopped' : 'escalation.acknowledged';
  await appendEvents(tx, [{ topic, tenantId, ids: { escalationId, ticketId } }]);
}
