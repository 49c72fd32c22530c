import { appendEvents, statement, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { knownAlerts, writeAlerts, type StoredAlert } from './alert-rows.js';
import type { IntakeOptions } from './apply-signals.js';
import type { FoldedAlert } from './fold-signals.js';
import { lockSource } from './source-row.js';
import { withTickets } from './tickets-of-alerts.js';

const HELD = statement<{ source_id: string; fingerprints: readonly string[] }>(
  'alerts-held',
  `select source_id, array_agg(fingerprint order by fingerprint) as fingerprints from alert
   where provider_id = $1 and tenant_id = $2 and maintenance_id = $3 group by source_id order by source_id`,
);

function asHeld(before: StoredAlert): FoldedAlert {
  const { snoozed_until: _snoozed, suppressed_at: _suppressed, ticket_open: _open, changes: _changes, ...row } = before;
  return { before, row: { ...row, maintenance_id: null, version: row.version + 1 }, changes: [], fired: false };
}

/**
 * Alerts that planned work has held are free again: those that still fire open their tickets, unless other work holds them
 * further; those that have recovered meanwhile are merely let go. Returns how many were looked at.
 */
export async function lookAgain(
  tx: Tx<SystemScope>,
  { tenantId, maintenanceId }: { readonly tenantId: string; readonly maintenanceId: string },
  { maintenanceAt }: IntakeOptions,
): Promise<number> {
  let looked = 0;
  for (const held of await tx.query(HELD, [tx.scope.providerId, tenantId, maintenanceId])) {
    const source = await lockSource(tx, held.source_id);
    if (source === null) continue;
    const known = await knownAlerts(tx, source, { fingerprints: held.fingerprints, since: tx.now });
    const mine = known.filter((alert) => alert.maintenance_id === maintenanceId);
    const alerts = await withTickets(tx, source, mine.map(asHeld), maintenanceAt ?? null);
    await writeAlerts(
      tx,
      source,
      alerts.map(({ row }) => row),
    );
    looked += alerts.length;
    await appendEvents(tx, [{ topic: 'alert.changed', tenantId, ids: { sourceId: held.source_id } }]);
  }
  return looked;
}
