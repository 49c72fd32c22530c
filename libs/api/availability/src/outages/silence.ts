import { statement, timestamp, type Tx } from '@daylight/api-database';
import { MINUTE, type Instant } from '@daylight/domain';

interface Silence {
  readonly state: 'FIRING' | 'RECOVERED';
  readonly since: Instant;
  readonly heartbeat_minutes: number | null;
  readonly tenant_id: string;
  readonly service_item_id: string;
  readonly active: boolean;
  readonly watching: boolean;
}

const SILENCE = statement<Silence>(
  'measurement-silence',
  `select a.state, a.since, s.heartbeat_minutes, s.tenant_id, s.service_item_id, s.active,
     exists (select 1 from measurement m where m.provider_id = s.provider_id and m.source_id = s.source_id and m.to_at is null) as watching
   from alert a join alert_source s on s.provider_id = a.provider_id and s.source_id = a.source_id
   where a.provider_id = $1 and a.source_id = $2 and a.fingerprint = '*silent*'`,
);
const STOP = statement(
  'measurement-stop',
  'update measurement set to_at = greatest(from_at, $3) where provider_id = $1 and source_id = $2 and to_at is null',
);
const START = statement(
  'measurement-start',
  `insert into measurement (provider_id, tenant_id, service_item_id, measured, from_at, source_id, created_at) values ($1, $2, $3, true, $4, $5, $6)`,
);

/** A source that fell silent measures nothing since it was last heard, and measures again from when it is heard again. */
export async function followSilence(tx: Tx, sourceId: string): Promise<void> {
  const { providerId } = tx.scope;
  const [row] = await tx.query(SILENCE, [providerId, sourceId]);
  if (row === undefined) return;
  if (row.state === 'FIRING' && row.watching) {
    const heard = row.since - (row.heartbeat_minutes ?? 0) * MINUTE;
    await tx.query(STOP, [providerId, sourceId, timestamp(heard)]);
  }
  if (row.state === 'RECOVERED' && row.active && !row.watching) {
    const { tenant_id: tenantId, service_item_id: serviceItemId } = row;
    await tx.query(START, [providerId, tenantId, serviceItemId, timestamp(row.since), sourceId, timestamp(tx.now)]);
  }
}
