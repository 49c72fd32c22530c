import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import type { Instant, LocalizedText } from '@daylight/domain';

/** An outage as it is written. */
export interface OutageRow {
  readonly outage_id: string;
  readonly tenant_id: string;
  readonly service_item_id: string;
  readonly state: 'DOWN' | 'DEGRADED';
  readonly title_ko: string;
  readonly title_en: string;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly asset_ids: readonly string[];
  readonly ticket_ids: readonly string[];
  readonly from_signals: boolean;
  readonly opened_by: string | null;
  readonly corrected: boolean;
  readonly withdrawn_at: Instant | null;
  readonly version: number;
}

export type OutageChangeKind = 'OPENED' | 'CLOSED' | 'CORRECTED' | 'WITHDRAWN';
export type OutageStage = 'INVESTIGATING' | 'IDENTIFIED' | 'MONITORING' | 'RESOLVED';

const ADD = statement(
  'outage-add',
  `insert into outage (provider_id, tenant_id, outage_id, service_item_id, state, title_ko, title_en, started_at, ended_at, asset_ids, ticket_ids,
     from_signals, opened_by, corrected, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
);
const UPDATE = statement(
  'outage-change',
  `update outage set state = $3, title_ko = $4, title_en = $5, started_at = $6, ended_at = $7, asset_ids = $8, ticket_ids = $9, corrected = $10,
     withdrawn_at = $11, version = version + 1 where provider_id = $1 and outage_id = $2`,
);
const CHANGE = statement(
  'outage-change-add',
  `insert into outage_change (provider_id, tenant_id, change_id, outage_id, kind, at, person_id, reason, state, started_at, ended_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const SAY = statement(
  'outage-update-add',
  `insert into outage_update (provider_id, tenant_id, update_id, outage_id, at, stage, body_ko, body_en, person_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const LOCK = statement<OutageRow>(
  'outage-lock',
  `select outage_id, tenant_id, service_item_id, state, title_ko, title_en, started_at, ended_at, asset_ids, ticket_ids, from_signals, opened_by,
     corrected, withdrawn_at, version from outage where provider_id = $1 and outage_id = $2 for no key update`,
);

/** Locks an outage; null: none in reach. */
export async function lockOutage(tx: Tx, outageId: string): Promise<OutageRow | null> {
  const [row] = await tx.query(LOCK, [tx.scope.providerId, outageId]);
  return row ?? null;
}

export async function insertOutage(tx: Tx, row: Omit<OutageRow, 'version' | 'withdrawn_at'>): Promise<void> {
  await tx.query(ADD, [
    ...[tx.scope.providerId, row.tenant_id, row.outage_id, row.service_item_id, row.state, row.title_ko, row.title_en],
    ...[timestamp(row.started_at), timestamp(row.ended_at), row.asset_ids, row.ticket_ids, row.from_signals],
    ...[row.opened_by, row.corrected, timestamp(tx.now)],
  ]);
}

export async function updateOutage(tx: Tx, row: OutageRow): Promise<void> {
  await tx.query(UPDATE, [
    ...[tx.scope.providerId, row.outage_id, row.state, row.title_ko, row.title_en, timestamp(row.started_at)],
    ...[timestamp(row.ended_at), row.asset_ids, row.ticket_ids, row.corrected, timestamp(row.withdrawn_at)],
  ]);
}

/** The log, the audit and the outbox, in the acting transaction. `said`: an update tells of it. */
export async function recordChange(
  tx: Tx,
  row: Pick<OutageRow, 'outage_id' | 'tenant_id' | 'state' | 'started_at' | 'ended_at'>,
  {
    kind,
    reason = null,
    said = false,
  }: { readonly kind: OutageChangeKind; readonly reason?: string | null; readonly said?: boolean },
): Promise<void> {
  const { providerId, personId } = tx.scope;
  const { outage_id: outageId, tenant_id: tenantId } = row;
  const as = [row.state, timestamp(row.started_at), timestamp(row.ended_at)];
  await tx.query(CHANGE, [providerId, tenantId, newId(), outageId, kind, timestamp(tx.now), personId, reason, ...as]);
  const word = kind.toLowerCase();
  const ids = { outageId, ...(personId === null ? {} : { personId }), ...(said ? { said: 'true' } : {}) };
  await appendEvents(tx, [
    { topic: `outage.${word}`, tenantId, ids },
    { topic: 'availability.changed', tenantId, ids: {} },
  ]);
  if (personId !== null) {
    await recordAudit(tx, { action: `outage.${word}`, objectType: 'outage', objectId: outageId, tenantId });
  }
}

/** What the status page tells; where one language is missing the other stands in for it. */
export async function sayUpdate(
  tx: Tx,
  row: Pick<OutageRow, 'outage_id' | 'tenant_id'>,
  { stage, body }: { readonly stage: OutageStage; readonly body: LocalizedText },
): Promise<void> {
  const { providerId, personId } = tx.scope;
  const [ko, en] = [body.ko.trim(), body.en.trim()];
  const { outage_id: outageId, tenant_id: tenantId } = row;
  const updateId = newId();
  const said = [timestamp(tx.now), stage, ko === '' ? en : ko, en === '' ? ko : en, personId];
  await tx.query(SAY, [providerId, tenantId, updateId, outageId, ...said]);
  const ids = { outageId, updateId, ...(personId === null ? {} : { personId }) };
  await appendEvents(tx, [{ topic: 'outage.updated', tenantId, ids }]);
}
