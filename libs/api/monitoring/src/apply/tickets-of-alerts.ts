import { statement, timestamp, type Tx } from '@daylight/api-database';
import { openTicket } from '@daylight/api-tickets';
import { gradesOfSeverity, MINUTE, opensTicket, STORM_KEY, type Instant } from '@daylight/domain';
import { describeAlert, STORM } from '../messages.js';
import type { AlertRow } from './alert-rows.js';
import type { FoldedAlert } from './fold-signals.js';
import type { LockedSource } from './source-row.js';

/**
 * Whether planned work keeps an alert from opening a ticket: the id of the maintenance window, or null. The later part that
 * knows windows passes it to the handlers.
 */
export type MaintenanceAt = (
  tx: Tx,
  asked: { readonly tenantId: string; readonly serviceItemId: string; readonly at: Instant },
) => Promise<string | null>;

const LIMIT_WINDOW_MS = 10 * MINUTE;

const OF_GROUPS = statement<{ group_key: string; ticket_id: string }>(
  'alert-group-tickets',
  `select distinct on (a.group_key) a.group_key, a.ticket_id
   from alert a join ticket t on t.provider_id = a.provider_id and t.ticket_id = a.ticket_id and t.is_open
   where a.provider_id = $1 and a.source_id = $2 and a.group_key = any ($3::text[]) and a.ticket_id is not null
   order by a.group_key, t.opened_at desc`,
);
const OPENED = statement<{ opened: number }>(
  'alert-tickets-opened',
  `select count(distinct t.ticket_id)::int as opened
   from alert a join ticket t on t.provider_id = a.provider_id and t.ticket_id = a.ticket_id
   where a.provider_id = $1 and a.source_id = $2 and a.ticket_id is not null and t.channel = 'MONITORING' and t.opened_at > $3`,
);

/** It fires, nobody silenced it, it is bad enough, and no open ticket is about it. */
function wantsTicket({ row, before, fired }: FoldedAlert, { ticketFrom }: LockedSource, now: Instant): boolean {
  if (row.state !== 'FIRING' || !opensTicket(row.severity, ticketFrom)) return false;
  if (before !== null && (before.suppressed_at !== null || (before.snoozed_until ?? 0) > now)) return false;
  if (row.ticket_id === null) return true;
  // A ticket that people ended while its alert went on is their business; one that ended before this began is not.
  return fired && before?.ticket_open !== true;
}

interface Desk {
  readonly tx: Tx;
  readonly source: LockedSource;
  /** Open tickets by group. */
  readonly tickets: Map<string, string>;
  opened: number;
}

/** When the alert last began, by the receipt of the delivery that said so (D-TKT-1). */
function beganAt({ row, changes }: FoldedAlert): Instant {
  return changes.findLast(({ kind }) => kind === 'FIRED')?.at ?? row.since;
}

async function open(desk: Desk, alert: FoldedAlert, key: string): Promise<string | null> {
  const { tx, source } = desk;
  const { row, before } = alert;
  const storm = key === STORM_KEY;
  const { tenantId, serviceItemId, language } = source;
  const outcome = await openTicket(tx, {
    ...{ tenantId, serviceItemId, type: 'INCIDENT', ...gradesOfSeverity(row.severity), priority: null },
    ...{ channel: 'MONITORING', openedAt: beganAt(alert), requesterId: null, confidential: false },
    subject: storm ? STORM.subject(source.name)[language] : row.title,
    description: storm ? STORM.description(source.ticketLimit)[language] : describeAlert(row, source.name, language),
    ...{ watcherIds: [], fileIds: [], followsUpId: storm ? null : (before?.ticket_id ?? null) },
  });
  // A service that is no longer there must not lose the alert: it stays in triage.
  return outcome.kind === 'opened' ? outcome.ticketId : null;
}

async function ticketFor(desk: Desk, alert: FoldedAlert): Promise<Pick<AlertRow, 'ticket_id' | 'group_key'>> {
  const { source, tickets } = desk;
  const own = alert.row.group_key;
  const shared = tickets.get(own);
  if (shared !== undefined) return { ticket_id: shared, group_key: own };
  const key = desk.opened >= source.ticketLimit ? STORM_KEY : own;
  const known = tickets.get(key);
  if (known !== undefined) return { ticket_id: known, group_key: key };
  const ticketId = await open(desk, alert, key);
  if (ticketId === null) return { ticket_id: null, group_key: own };
  desk.opened += 1;
  tickets.set(key, ticketId);
  return { ticket_id: ticketId, group_key: key };
}

/**
 * The alerts with the tickets they belong to: of their group where one is open, else a new one, beyond the source's limit
 * one for all the rest. An alert that recovered before it was read opens none.
 */
export async function withTickets(
  tx: Tx,
  source: LockedSource,
  alerts: readonly FoldedAlert[],
  maintenanceAt: MaintenanceAt | null,
): Promise<readonly FoldedAlert[]> {
  const wanting = alerts.filter((alert) => wantsTicket(alert, source, tx.now));
  if (wanting.length === 0) return alerts;
  const { tenantId, serviceItemId, sourceId } = source;
  const maintenanceId = await maintenanceAt?.(tx, { tenantId, serviceItemId, at: tx.now });
  if (maintenanceId != null) {
    return alerts.map((alert) =>
      wanting.includes(alert) ? { ...alert, row: { ...alert.row, maintenance_id: maintenanceId } } : alert,
    );
  }
  const keys = [...new Set(wanting.map(({ row }) => row.group_key)), STORM_KEY];
  const of = [tx.scope.providerId, sourceId];
  const [groups, [recent]] = await Promise.all([
    tx.query(OF_GROUPS, [...of, keys]),
    tx.query(OPENED, [...of, timestamp(tx.now - LIMIT_WINDOW_MS)]),
  ]);
  const tickets = new Map(groups.map((group) => [group.group_key, group.ticket_id]));
  const desk: Desk = { tx, source, tickets, opened: recent?.opened ?? 0 };
  const found = new Map<FoldedAlert, FoldedAlert>();
  for (const alert of wanting) {
    const row = { ...alert.row, ...(await ticketFor(desk, alert)), maintenance_id: null };
    found.set(alert, { ...alert, row });
  }
  return alerts.map((alert) => found.get(alert) ?? alert);
}
