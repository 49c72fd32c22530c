import { inputRefused, textProblems } from '@daylight/api-calendars';
import { appendEvents, disarm, enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { FAULTS } from '../messages.js';
import { problem, refused } from '../outcomes.js';
import {
  isLocked,
  lockWindow,
  MAINTENANCE_END_QUEUE,
  saved,
  type ChangeMaintenanceResult,
  type LockedWindow,
  type OnWindow,
} from './announce.js';

const START = statement(
  'maintenance-start',
  'update maintenance_window set started_at = $3, version = version + 1 where provider_id = $1 and window_id = $2',
);
const END = statement(
  'maintenance-end',
  `update maintenance_window set started_at = coalesce(started_at, starts_at), ended_at = $3, version = version + 1
   where provider_id = $1 and window_id = $2`,
);
const CANCEL = statement(
  'maintenance-cancel',
  `update maintenance_window set cancelled_at = $3, cancel_reason = $4, version = version + 1 where provider_id = $1 and window_id = $2`,
);

async function tellOf(
  tx: Tx<StaffScope>,
  { window_id: windowId, tenant_id: tenantId }: LockedWindow,
  word: string,
): Promise<void> {
  const ids = { windowId, personId: tx.scope.personId };
  await appendEvents(tx, [
    { topic: `maintenance.${word}`, tenantId, ids },
    { topic: 'availability.changed', tenantId, ids: {} },
  ]);
  await recordAudit(tx, { action: `maintenance.${word}`, objectType: 'maintenance', objectId: windowId, tenantId });
}

export interface RunInput extends OnWindow {
  readonly at?: Instant | null;
}

/** Work has begun; not before it was announced to, unless it is an emergency. */
export async function startMaintenance(tx: Tx<StaffScope>, input: RunInput): Promise<ChangeMaintenanceResult> {
  const row = await lockWindow(tx, input);
  if (!isLocked(row)) return row;
  const { language, providerId } = tx.scope;
  const at = input.at ?? tx.now;
  if (row.started_at !== null) return refused('RUNNING_ALREADY', language);
  const early = row.kind === 'PLANNED' && at < row.starts_at;
  const problems = [
    ...(at > tx.now ? [problem('at', 'IN_THE_FUTURE', FAULTS.future, language)] : []),
    ...(early ? [problem('at', 'TOO_EARLY', FAULTS.early, language)] : []),
  ];
  if (problems.length > 0) return inputRefused(problems);
  await tx.query(START, [providerId, row.window_id, timestamp(at)]);
  await tellOf(tx, row, 'started');
  return saved(tx, row.window_id);
}

/** Work is over; what it did beyond its announced end counts as down. Alerts it held are looked at at once. */
export async function endMaintenance(tx: Tx<StaffScope>, input: RunInput): Promise<ChangeMaintenanceResult> {
  const row = await lockWindow(tx, input);
  if (!isLocked(row)) return row;
  const { language, providerId } = tx.scope;
  const at = input.at ?? tx.now;
  const begun = row.started_at ?? (row.starts_at <= tx.now ? row.starts_at : null);
  if (begun === null) return refused('NOT_RUNNING', language);
  const problems = [
    ...(at > tx.now ? [problem('at', 'IN_THE_FUTURE', FAULTS.future, language)] : []),
    ...(at < begun ? [problem('at', 'REVERSED', FAULTS.reversed, language)] : []),
  ];
  if (problems.length > 0) return inputRefused(problems);
  await tx.query(END, [providerId, row.window_id, timestamp(at)]);
  await tellOf(tx, row, 'ended');
  await lookAgain(tx, row);
  return saved(tx, row.window_id);
}

async function lookAgain(
  tx: Tx<StaffScope>,
  { tenant_id: tenantId, window_id: windowId }: LockedWindow,
): Promise<void> {
  const payload = { windowId };
  await enqueue(tx, [{ queue: MAINTENANCE_END_QUEUE, tenantId, payload, runAt: null, dedupeKey: windowId }]);
}

/** It won't take place; whoever was told of it is told again. */
export async function cancelMaintenance(
  tx: Tx<StaffScope>,
  input: OnWindow & { readonly reason: string },
): Promise<ChangeMaintenanceResult> {
  const row = await lockWindow(tx, input);
  if (!isLocked(row)) return row;
  const { language, providerId } = tx.scope;
  if (row.started_at !== null) return refused('RUNNING_ALREADY', language);
  const problems = textProblems(input.reason, { path: 'reason', max: 4_000, language });
  if (problems.length > 0) return inputRefused(problems);
  await tx.query(CANCEL, [providerId, row.window_id, timestamp(tx.now), input.reason.trim()]);
  await tellOf(tx, row, 'cancelled');
  await disarm(tx, MAINTENANCE_END_QUEUE, [row.window_id]);
  await lookAgain(tx, row);
  return saved(tx, row.window_id);
}
