import { statement, timestamp, type Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import type { Instant, Severity } from '@daylight/domain';
import type { LockedSource } from './source-row.js';

/** An alert as stored, but for what triage alone writes. */
export interface AlertRow {
  readonly alert_id: string;
  readonly fingerprint: string;
  readonly group_key: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly state: 'FIRING' | 'RECOVERED';
  readonly labels: Readonly<Record<string, string>>;
  readonly link: string | null;
  readonly signals: number;
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly since: Instant;
  readonly settled_at: Instant | null;
  readonly flapping: boolean;
  readonly ticket_id: string | null;
  readonly maintenance_id: string | null;
  readonly version: number;
}

/** With what decides whether it may open a ticket, and its last changes. */
export interface StoredAlert extends AlertRow {
  readonly snoozed_until: Instant | null;
  readonly suppressed_at: Instant | null;
  readonly ticket_open: boolean;
  readonly changes: readonly Instant[];
}

export interface ChangeRow {
  readonly alert_id: string;
  readonly kind: 'FIRED' | 'RECOVERED';
  readonly at: Instant;
  readonly occurred_at: Instant | null;
  readonly delivery_id: string | null;
}

const KNOWN = statement<StoredAlert>(
  'alert-known',
  `select a.alert_id, a.fingerprint, a.group_key, a.title, a.description, a.severity, a.state, a.labels, a.link, a.signals, a.first_at,
     a.last_at, a.since, a.settled_at, a.flapping, a.ticket_id, a.maintenance_id, a.version, a.snoozed_until, a.suppressed_at,
     coalesce((select t.is_open from ticket t where t.provider_id = a.provider_id and t.ticket_id = a.ticket_id), false) as ticket_open,
     coalesce((select jsonb_agg((extract(epoch from c.at) * 1000)::bigint order by c.at) from alert_change c
       where c.provider_id = a.provider_id and c.alert_id = a.alert_id and c.at > $4), '[]') as changes
   from alert a where a.provider_id = $1 and a.source_id = $2 and a.fingerprint = any ($3::text[])`,
);
const UPSERT = statement(
  'alert-upsert',
  `insert into alert (provider_id, tenant_id, source_id, service_item_id, alert_id, fingerprint, group_key, title, description, severity, state, labels,
     link, signals, first_at, last_at, since, settled_at, flapping, ticket_id, maintenance_id, version)
   select $1, $2, $3, $5, r.alert_id, r.fingerprint, r.group_key, r.title, r.description, r.severity, r.state, r.labels, r.link, r.signals,
     r.first_at, r.last_at, r.since, r.settled_at, r.flapping, r.ticket_id, r.maintenance_id, r.version
   from jsonb_to_recordset($4) as r (alert_id uuid, fingerprint text, group_key text, title text, description text, severity text,
     state text, labels jsonb, link text, signals integer, first_at timestamptz, last_at timestamptz, since timestamptz,
     settled_at timestamptz, flapping boolean, ticket_id uuid, maintenance_id uuid, version integer)
   on conflict on constraint alert_once do update set service_item_id = excluded.service_item_id,
     group_key = excluded.group_key, title = excluded.title,
     description = excluded.description, severity = excluded.severity, state = excluded.state, labels = excluded.labels,
     link = excluded.link, signals = excluded.signals, last_at = excluded.last_at, since = excluded.since,
     settled_at = excluded.settled_at, flapping = excluded.flapping, ticket_id = excluded.ticket_id,
     maintenance_id = excluded.maintenance_id, version = excluded.version`,
);
const CHANGES = statement(
  'alert-changes-add',
  `insert into alert_change (provider_id, tenant_id, change_id, alert_id, kind, at, occurred_at, delivery_id)
   select $1, $2, r.change_id, r.alert_id, r.kind, r.at, r.occurred_at, r.delivery_id
   from jsonb_to_recordset($3) as r (change_id uuid, alert_id uuid, kind text, at timestamptz, occurred_at timestamptz, delivery_id uuid)`,
);

/** The alerts of a source by these fingerprints, with their changes after `since`. Not locked: the source is. */
export function knownAlerts(
  tx: Tx,
  { sourceId }: LockedSource,
  asked: { readonly fingerprints: readonly string[]; readonly since: Instant },
): Promise<readonly StoredAlert[]> {
  return tx.query(KNOWN, [tx.scope.providerId, sourceId, asked.fingerprints, timestamp(asked.since)]);
}

export async function writeAlerts(
  tx: Tx,
  { tenantId, sourceId, serviceItemId }: LockedSource,
  rows: readonly AlertRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const json = rows.map((row) => ({
    ...row,
    ...{ first_at: timestamp(row.first_at), last_at: timestamp(row.last_at), since: timestamp(row.since) },
    settled_at: timestamp(row.settled_at),
  }));
  await tx.query(UPSERT, [tx.scope.providerId, tenantId, sourceId, JSON.stringify(json), serviceItemId]);
}

export async function writeChanges(tx: Tx, { tenantId }: LockedSource, rows: readonly ChangeRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = rows.map((row) => ({
    ...{ ...row, change_id: newId(), at: timestamp(row.at), occurred_at: timestamp(row.occurred_at) },
  }));
  await tx.query(CHANGES, [tx.scope.providerId, tenantId, JSON.stringify(json)]);
}
