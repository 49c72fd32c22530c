import { statement, type Tx } from '@daylight/api-database';
import { MINUTE, type Grouping, type Instant, type LocalizedText, type TicketFrom } from '@daylight/domain';
import type { IntakeAuth } from '../receive/source-lookup.js';
import { isVendor, type Vendor } from '../vendors/read-body.js';

export interface SourceRow {
  readonly source_id: string;
  readonly name: string;
  readonly vendor: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly service_item_id: string;
  readonly name_ko: string;
  readonly name_en: string;
  readonly auth: IntakeAuth;
  readonly secret_version: number;
  readonly key_hint: string;
  readonly group_by: Grouping['by'];
  readonly group_labels: readonly string[];
  readonly ticket_from: TicketFrom;
  readonly ticket_limit: number;
  readonly mapping: unknown;
  readonly heartbeat_minutes: number | null;
  readonly per_minute: number;
  readonly max_bytes: number;
  readonly active: boolean;
  readonly version: number;
  readonly updated_at: Instant;
  readonly last_at: Instant | null;
  readonly dead: number;
  readonly refusals: readonly { readonly why: string; readonly count: number; readonly lastAt: Instant }[];
}

const SELECT = `select s.source_id, s.name, s.vendor, s.tenant_id, t.name as tenant_name, s.service_item_id, i.name_ko, i.name_en, s.auth,
    s.secret_version, s.key_hint, s.group_by, s.group_labels, s.ticket_from, s.ticket_limit, s.mapping, s.heartbeat_minutes,
    s.per_minute, s.max_bytes, s.active, s.version, s.updated_at,
    (select d.received_at from intake_delivery d where d.provider_id = s.provider_id and d.source_id = s.source_id
       order by d.received_at desc, d.delivery_id desc limit 1) as last_at,
    (select count(*)::int from intake_delivery d where d.provider_id = s.provider_id and d.source_id = s.source_id and d.state = 'DEAD') as dead,
    coalesce((select jsonb_agg(jsonb_build_object('why', r.why, 'count', r.count, 'lastAt', (extract(epoch from r.last_at) * 1000)::bigint)
       order by r.last_at desc, r.why) from intake_refusal r where r.provider_id = s.provider_id and r.source_id = s.source_id), '[]') as refusals
  from alert_source s
  join tenant t on t.provider_id = s.provider_id and t.tenant_id = s.tenant_id
  join service_item i on i.provider_id = s.provider_id and i.service_item_id = s.service_item_id`;

const LIST = statement<SourceRow>(
  'alert-sources',
  `${SELECT} where s.provider_id = $1 and ($2::uuid is null or s.tenant_id = $2) order by t.name, s.name, s.source_id limit 500`,
);
const ONE = statement<SourceRow>('alert-source', `${SELECT} where s.provider_id = $1 and s.source_id = $2`);

/** `google-cloud` as the schema writes it. */
export type VendorName = Uppercase<string>;

/** The vendor that a name of the schema means; null: none. */
export function vendorOf(name: string): Vendor | null {
  const vendor = name.toLowerCase().replaceAll('_', '-');
  return isVendor(vendor) ? vendor : null;
}

const nameOf = (vendor: string): string => vendor.toUpperCase().replaceAll('-', '_');

export interface SourceView {
  readonly id: string;
  readonly vendor: string;
  readonly serviceName: LocalizedText;
  readonly [field: string]: unknown;
}

/** A source as the console's schema has it. */
export function sourceView(row: SourceRow, now: Instant): SourceView {
  const { heartbeat_minutes: heartbeatMinutes, last_at: lastDeliveryAt, updated_at: updatedAt } = row;
  const heard = Math.max(lastDeliveryAt ?? 0, updatedAt);
  return {
    ...{
      id: row.source_id,
      name: row.name,
      vendor: nameOf(row.vendor),
      tenantId: row.tenant_id,
      tenantName: row.tenant_name,
    },
    ...{ serviceItemId: row.service_item_id, serviceName: { ko: row.name_ko, en: row.name_en }, auth: row.auth },
    ...{
      secretIssued: row.secret_version > 0,
      keyHint: row.key_hint,
      grouping: row.group_by,
      groupLabels: row.group_labels,
    },
    ...{ ticketFrom: row.ticket_from, ticketLimit: row.ticket_limit, mapping: row.mapping, heartbeatMinutes },
    ...{ perMinute: row.per_minute, maxBytes: row.max_bytes, active: row.active, version: row.version, updatedAt },
    ...{ lastDeliveryAt, deadLetters: row.dead, refusals: row.refusals },
    silent: row.active && heartbeatMinutes !== null && heard + heartbeatMinutes * MINUTE < now,
  };
}

export async function sourceList(tx: Tx, tenantId: string | null): Promise<readonly SourceView[]> {
  const rows = await tx.query(LIST, [tx.scope.providerId, tenantId]);
  return rows.map((row) => sourceView(row, tx.now));
}

/** One source; null: none in sight. */
export async function sourceRow(tx: Tx, sourceId: string): Promise<SourceRow | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, sourceId]);
  return row ?? null;
}
