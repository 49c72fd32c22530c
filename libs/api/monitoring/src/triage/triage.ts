import { inputRefused, notFoundResult, textProblems, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { LocalizedText } from '@daylight/domain';
import { MINUTE } from '@daylight/domain';
import { lockSource, type LockedSource } from '../apply/source-row.js';
import { TRIAGE_FAULTS } from '../messages.js';
import { triageRow, triageView, type TriageRow } from '../queries/alerts.js';

export interface OnAlert {
  readonly alertId: string;
  readonly expectedVersion: number;
}

export type TriageResult =
  | { readonly __typename: 'AlertTriaged'; readonly alert: ReturnType<typeof triageView> }
  | { readonly __typename: 'AlertChangedMeanwhile'; readonly current: ReturnType<typeof triageView> }
  | InputRefused
  | NotFound;

/** What somebody does about an alert, once its source is locked and it is as they knew it. null: done. */
export type Act = (alert: TriageRow, source: LockedSource) => Promise<InputRefused | NotFound | null>;

export function refusal(tx: Tx<StaffScope>, path: string, kind: string, words: LocalizedText): InputRefused {
  return inputRefused([{ path, kind, message: words[tx.scope.language] }]);
}

/** Locks the alert's source, so that no delivery is read meanwhile, compares versions, acts, audits. */
export async function onAlert(
  tx: Tx<StaffScope>,
  { alertId, expectedVersion }: OnAlert,
  { action, act }: { readonly action: string; readonly act: Act },
): Promise<TriageResult> {
  const seen = await triageRow(tx, alertId);
  const source = seen === null ? null : await lockSource(tx, seen.source_id);
  const alert = source === null ? null : await triageRow(tx, alertId);
  if (source === null || alert === null) return notFoundResult('alert');
  if (alert.version !== expectedVersion) return { __typename: 'AlertChangedMeanwhile', current: triageView(alert) };
  const refused = await act(alert, source);
  if (refused !== null) return refused;
  const { tenantId, sourceId } = source;
  await recordAudit(tx, { action: `alert.${action}`, objectType: 'alert', objectId: alertId, tenantId });
  await appendEvents(tx, [{ topic: 'alert.changed', tenantId, ids: { sourceId } }]);
  const after = await triageRow(tx, alertId);
  return after === null ? notFoundResult('alert') : { __typename: 'AlertTriaged', alert: triageView(after) };
}

const SUPPRESS = statement(
  'alert-suppress',
  `update alert set suppressed_at = $3, suppressed_by = $4, suppress_reason = $5, snoozed_until = null, version = version + 1
   where provider_id = $1 and alert_id = $2`,
);
const SNOOZE = statement(
  'alert-snooze',
  'update alert set snoozed_until = $3, version = version + 1 where provider_id = $1 and alert_id = $2',
);
const CLAIM = statement(
  'alert-claim',
  'update alert set claimed_by = $3, version = version + 1 where provider_id = $1 and alert_id = $2',
);

const LONGEST_SNOOZE_MINUTES = 7 * 24 * 60;

/** Put aside with a reason: no ticket by itself, until it is returned. */
export function suppressAlert(tx: Tx<StaffScope>, input: OnAlert & { readonly reason: string }): Promise<TriageResult> {
  const act: Act = async () => {
    const problems = textProblems(input.reason, { path: 'reason', max: 500, language: tx.scope.language });
    if (problems.length > 0) return inputRefused(problems);
    const { providerId, personId } = tx.scope;
    await tx.query(SUPPRESS, [providerId, input.alertId, timestamp(tx.now), personId, input.reason.trim()]);
    return null;
  };
  return onAlert(tx, input, { action: 'suppress', act });
}

/** Put off: nothing is made of it until then. */
export function snoozeAlert(tx: Tx<StaffScope>, input: OnAlert & { readonly minutes: number }): Promise<TriageResult> {
  const { minutes, alertId } = input;
  const act: Act = async () => {
    if (minutes < 1 || minutes > LONGEST_SNOOZE_MINUTES) {
      return refusal(tx, 'minutes', 'OUT_OF_RANGE', TRIAGE_FAULTS.minutes);
    }
    await tx.query(SNOOZE, [tx.scope.providerId, alertId, timestamp(tx.now + minutes * MINUTE)]);
    return null;
  };
  return onAlert(tx, input, { action: 'snooze', act });
}

/** Taken: whatever becomes of it, a human has touched it (D-MON-1). */
export function claimAlert(tx: Tx<StaffScope>, input: OnAlert): Promise<TriageResult> {
  const act: Act = async () => {
    await tx.query(CLAIM, [tx.scope.providerId, input.alertId, tx.scope.personId]);
    return null;
  };
  return onAlert(tx, input, { action: 'claim', act });
}
