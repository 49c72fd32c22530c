import { statement, type Tx } from '@daylight/api-database';
import type { Grouping, Instant, Language, TicketFrom } from '@daylight/domain';
import { isVendor, parseMapping, type Mapping, type Vendor } from '../vendors/read-body.js';

interface LockedRow {
  readonly source_id: string;
  readonly tenant_id: string;
  readonly name: string;
  readonly vendor: string;
  readonly service_item_id: string;
  readonly group_by: Grouping['by'];
  readonly group_labels: readonly string[];
  readonly ticket_from: TicketFrom;
  readonly ticket_limit: number;
  readonly mapping: unknown;
  readonly heartbeat_minutes: number | null;
  readonly topic: string | null;
  readonly active: boolean;
  readonly updated_at: Instant;
  readonly language: Language;
}

/** A source while its deliveries are read: nobody else reads any of them meanwhile. */
export interface LockedSource {
  readonly sourceId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly vendor: Vendor;
  readonly serviceItemId: string;
  readonly grouping: Grouping;
  readonly ticketFrom: TicketFrom;
  readonly ticketLimit: number;
  readonly mapping: Mapping | null;
  readonly heartbeatMinutes: number | null;
  readonly topic: string | null;
  readonly active: boolean;
  readonly updatedAt: Instant;
  /** Of the client: what Daylight itself says about the source is said in it. */
  readonly language: Language;
}

const COLUMNS = `s.source_id, s.tenant_id, s.name, s.vendor, s.service_item_id, s.group_by, s.group_labels, s.ticket_from, s.ticket_limit,
  s.mapping, s.heartbeat_minutes, s.topic, s.active, s.updated_at, t.language`;
const FROM = `from alert_source s join tenant t on t.provider_id = s.provider_id and t.tenant_id = s.tenant_id
  where s.provider_id = $1 and s.source_id = $2`;

const READ = statement<LockedRow>('alert-source-read', `select ${COLUMNS} ${FROM}`);
const TRY_LOCK = statement<LockedRow>(
  'alert-source-try-lock',
  `select ${COLUMNS} ${FROM} for no key update of s skip locked`,
);
const LOCK = statement<LockedRow>('alert-source-lock', `select ${COLUMNS} ${FROM} for no key update of s`);

function groupingOf({ group_by: by, group_labels: labels }: LockedRow): Grouping {
  return by === 'LABELS' ? { by, labels } : { by };
}

function mappingOf(document: unknown): Mapping | null {
  const parsed = document === null ? null : parseMapping(document);
  return parsed?.kind === 'mapping' ? parsed.mapping : null;
}

function sourceOf(row: LockedRow): LockedSource {
  if (!isVendor(row.vendor)) throw new Error(`no reader for ${row.vendor}`);
  return {
    ...{ sourceId: row.source_id, tenantId: row.tenant_id, name: row.name, vendor: row.vendor },
    ...{ serviceItemId: row.service_item_id, grouping: groupingOf(row), ticketFrom: row.ticket_from },
    ...{ ticketLimit: row.ticket_limit, mapping: mappingOf(row.mapping), heartbeatMinutes: row.heartbeat_minutes },
    ...{ topic: row.topic, active: row.active, updatedAt: row.updated_at, language: row.language },
  };
}

/** The source, not locked; null: there is none. */
export async function readSource(tx: Tx, sourceId: string): Promise<LockedSource | null> {
  const [row] = await tx.query(READ, [tx.scope.providerId, sourceId]);
  return row === undefined ? null : sourceOf(row);
}

/** Locks a source at once, or says that another worker has it. One source is read by one worker at a time, in order. */
export async function tryLockSource(tx: Tx, sourceId: string): Promise<LockedSource | 'BUSY' | null> {
  const [row] = await tx.query(TRY_LOCK, [tx.scope.providerId, sourceId]);
  if (row !== undefined) return sourceOf(row);
  return (await readSource(tx, sourceId)) === null ? null : 'BUSY';
}

/** Locks a source, waiting for whoever has it. */
export async function lockSource(tx: Tx, sourceId: string): Promise<LockedSource | null> {
  const [row] = await tx.query(LOCK, [tx.scope.providerId, sourceId]);
  return row === undefined ? null : sourceOf(row);
}
