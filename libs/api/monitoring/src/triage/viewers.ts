import { isId, notFoundResult, type NotFound } from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { presenceEndsAt } from '@daylight/domain';
import { triageRow } from '../queries/alerts.js';

const MOST = 200;

interface ViewerRow {
  readonly alert_id: string;
  readonly person_id: string;
  readonly display_name: string;
}

const LOOK = statement<{ alert_id: string }>(
  'alert-look',
  `insert into alert_presence (provider_id, tenant_id, person_id, alert_id, lease_until)
   select $1, tenant_id, $3, $2, $4 from alert where provider_id = $1 and alert_id = $2
   on conflict (provider_id, person_id) do update
     set tenant_id = excluded.tenant_id, alert_id = excluded.alert_id, lease_until = excluded.lease_until
   returning alert_id`,
);
const LEAVE = statement('alert-leave', 'delete from alert_presence where provider_id = $1 and person_id = $2');
const VIEWERS = statement<ViewerRow>(
  'alert-viewers',
  `select x.alert_id, x.person_id, p.display_name from alert_presence x
   join person p on p.provider_id = x.provider_id and p.person_id = x.person_id
   where x.provider_id = $1 and x.person_id <> $2 and x.lease_until > $3 order by p.display_name, x.person_id limit ${MOST}`,
);

/** Keeps the caller's lease on looking at an alert (null: at none), and answers which alerts colleagues look at. */
export async function lookAtAlert(tx: Tx<StaffScope>, { alertId }: { readonly alertId?: string | null }) {
  const { providerId, personId } = tx.scope;
  if (alertId == null) await tx.query(LEAVE, [providerId, personId]);
  else {
    const values = [providerId, alertId, personId, timestamp(presenceEndsAt(tx.now))];
    const [looked] = isId(alertId) ? await tx.query(LOOK, values) : [];
    if (looked === undefined) return notFoundResult('alert');
  }
  const rows = await tx.query(VIEWERS, [providerId, personId, timestamp(tx.now)]);
  return {
    __typename: 'AlertsLookedAt' as const,
    others: rows.map((row) => ({
      alertId: row.alert_id,
      person: { id: row.person_id, displayName: row.display_name, side: 'PROVIDER' as const },
    })),
  };
}

/** Puts on record that somebody passed an alert by, and why; the alert stays as it is. */
export async function skipAlert(
  tx: Tx<StaffScope>,
  { alertId, reason }: { readonly alertId: string; readonly reason: string },
): Promise<{ readonly __typename: 'AlertSkipped'; readonly alertId: string } | NotFound> {
  const alert = await triageRow(tx, alertId);
  if (alert === null) return notFoundResult('alert');
  const about = { objectType: 'alert', objectId: alertId, tenantId: alert.tenant_id };
  await recordAudit(tx, { action: 'alert.skip', ...about, after: { reason } });
  return { __typename: 'AlertSkipped', alertId };
}
