import { appendEvents, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { DEFAULT_FLAP_RULE, type Instant } from '@daylight/domain';
import { knownAlerts, writeAlerts, writeChanges } from './alert-rows.js';
import { foldSignals, type Arrival, type FoldedAlert } from './fold-signals.js';
import { settleRecoveries } from './settle.js';
import type { LockedSource } from './source-row.js';
import { withTickets, type MaintenanceAt } from './tickets-of-alerts.js';

/** What the handlers of intake are given from outside. */
export interface IntakeOptions {
  /** Default: no maintenance is known. */
  readonly maintenanceAt?: MaintenanceAt;
}

/** A ticket that ended before its alert fired again is no longer the alert's. */
function released(alert: FoldedAlert): FoldedAlert {
  const { before, fired, row } = alert;
  const ended = fired && before !== null && before.ticket_id !== null && !before.ticket_open;
  return ended ? { ...alert, row: { ...row, ticket_id: null } } : alert;
}

/**
 * Makes alerts and tickets of what arrived for a locked source: load, fold, open tickets, write, settle. However many
 * signals, a handful of statements and those of the tickets that are opened or resolved.
 */
export async function applySignals(
  tx: Tx<SystemScope>,
  source: LockedSource,
  arrivals: readonly Arrival[],
  { maintenanceAt }: IntakeOptions,
): Promise<void> {
  const fingerprints = [...new Set(arrivals.flatMap(({ signals }) => signals.map(({ fingerprint }) => fingerprint)))];
  if (fingerprints.length === 0) return;
  const earliest = Math.min(...arrivals.map(({ receivedAt }): Instant => receivedAt));
  const known = await knownAlerts(tx, source, { fingerprints, since: earliest - DEFAULT_FLAP_RULE.windowMs });
  const folded = foldSignals(known, arrivals, source.grouping).map(released);
  const alerts = await withTickets(tx, source, folded, maintenanceAt ?? null);
  await writeAlerts(
    tx,
    source,
    alerts.map(({ row }) => row),
  );
  const changes = alerts.flatMap((alert) => alert.changes);
  if (changes.length === 0) return;
  await writeChanges(tx, source, changes);
  await settleRecoveries(tx, source.tenantId, alerts);
  // One word for all of them: whoever cares reads again. A storm must not fill the outbox.
  await appendEvents(tx, [{ topic: 'alert.changed', tenantId: source.tenantId, ids: { sourceId: source.sourceId } }]);
}
