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
  /** With it every alert of its group that was put off, put aside or claimed just as it was. */
  readonly wholeGroup?: boolean | null;
}

/** The alert $2 as `l`, and where $3 says so its like in the group: what one person did to them is done to all. */
export const WITH_GROUP = `from alert l where l.provider_id = $1 and l.alert_id = $2 and a.provider_id = l.provider_id
     and (a.alert_id = l.alert_id or $3::boolean and a.source_id = l.source_id and a.group_key = l.group_key and a.state = 'FIRING'
       and a.ticket_id is null and l.ticket_id is null
       and (a.claimed_by, a.snoozed_until, a.suppressed_at) is not distinct from (l.claimed_by, l.snoozed_until, l.suppressed_at))`;

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
  `update alert a set suppressed_at = $4, suppressed_by = $5, suppress_reason = $6, snoozed_until = null, version = a.version + 1
   ${WITH_GROUP}`,
);
const SNOOZE = statement(
  'alert-snooze',
  `update alert a set snoozed_until = $4, version = a.version + 1 ${WITH_GROUP}`,
);
const CLAIM = statement('alert-claim', `update alert a set claimed_by = $4, version = a.version + 1 ${WITH_GROUP}`);

/** What `WITH_GROUP` asks for. */
export const on = (tx: Tx<StaffScope>, { alertId, wholeGroup }: OnAlert) =>
  [tx.scope.providerId, alertId, wholeGroup ?? false] as const;

const LONGEST_SNOOZE_MINUTES = 7 * 24 * 60;

/** Put aside with a reason: no ticket by itself, until it is returned. */
export function suppressAlert(tx: Tx<StaffScope>, input: OnAlert & { readonly reason: string }): Promise<TriageResult> {
  const act: Act = async () => {
    const problems = textProblems(input.reason, { path: 'reason', max: 500, language: tx.scope.language });
    if (problems.length > 0) return inputRefused(problems);
    await tx.query(SUPPRESS, [...on(tx, input), timestamp(tx.now), tx.scope.personId, input.reason.trim()]);
    return null;
  };
  return onAlert(tx, input, { action: 'suppress', act });
}

/** Put off: nothing is made of it until then. */
export function snoozeAlert(tx: Tx<StaffScope>, input: OnAlert & { readonly minutes: number }): Promise<TriageResult> {
  const { minutes } = input;
  const act: Act = async () => {
    if (minutes < 1 || minutes > LONGEST_SNOOZE_MINUTES) {
      return refusal(tx, 'minutes', 'OUT_OF_RANGE', TRIAGE_FAULTS.minutes);
    }
    await tx.query(SNOOZE, [...on(tx, input), timestamp(tx.now + minutes * MINUTE)]);
    return null;
  };
  return onAlert(tx, input, { action: 'snooze', act });
}

/** Taken: whatever becomes of it, a human has touched it (D-MON-1). */
export function claimAlert(tx: Tx<StaffScope>, input: OnAlert): Promise<TriageResult> {
  const act: Act = async () => {
    await tx.query(CLAIM, [...on(tx, input), tx.scope.personId]);
    return null;
  };
  return onAlert(tx, input, { action: 'claim', act });
}
