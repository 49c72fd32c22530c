import { isId } from '@daylight/api-calendars';
import {
  connectionOf,
  keysOf,
  pageSize,
  statement,
  timestamp,
  type Connection,
  type ForwardPage,
  type Tx,
} from '@daylight/api-database';
import type { PersonScope, StaffScope } from '@daylight/api-platform';
import type { Instant, LocalizedText } from '@daylight/domain';
import { EXCLUSION_JSON, type ExclusionView } from '../exclusions/exclusion-view.js';
import { instantJson, personJson } from '../sql/json.js';

interface UpdateJson {
  readonly id: string;
  readonly at: Instant;
  readonly stage: string;
  readonly body: LocalizedText;
  readonly author: unknown;
}

interface Row {
  readonly outage_id: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly service_item_id: string;
  readonly service_name: LocalizedText;
  readonly title: LocalizedText;
  readonly state: 'DOWN' | 'DEGRADED';
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly asset_ids: readonly string[];
  readonly from_signals: boolean;
  readonly opened_by: unknown;
  readonly corrected: boolean;
  readonly withdrawn_at: Instant | null;
  readonly version: number;
  readonly tickets: readonly { readonly ticketId: string; readonly key: string }[] | null;
  readonly updates: readonly UpdateJson[] | null;
  readonly changes: readonly unknown[] | null;
  readonly exclusions: readonly ExclusionView[] | null;
}

/** A ticket that its reader may not see is none (RLS on `ticket`). */
const SELECT = `select o.outage_id, o.tenant_id, n.name as tenant_name, o.service_item_id, jsonb_build_object('ko', i.name_ko, 'en', i.name_en) as service_name,
    jsonb_build_object('ko', o.title_ko, 'en', o.title_en) as title, o.state, o.started_at, o.ended_at, o.asset_ids, o.from_signals,
    ${personJson('o.provider_id', 'o.opened_by')} as opened_by, o.corrected, o.withdrawn_at, o.version,
    (select jsonb_agg(jsonb_build_object('ticketId', t.ticket_id, 'key', n.prefix || '-' || t.number) order by t.number) from ticket t
      where t.provider_id = o.provider_id and t.tenant_id = o.tenant_id and t.ticket_id = any (o.ticket_ids)) as tickets,
    (select jsonb_agg(jsonb_build_object('id', u.update_id, 'at', ${instantJson('u.at')}, 'stage', u.stage,
        'body', jsonb_build_object('ko', u.body_ko, 'en', u.body_en), 'author', ${personJson('u.provider_id', 'u.person_id')}) order by u.at desc, u.update_id desc)
      from outage_update u where u.provider_id = o.provider_id and u.outage_id = o.outage_id) as updates,
    (select jsonb_agg(jsonb_build_object('at', ${instantJson('c.at')}, 'kind', c.kind, 'person', ${personJson('c.provider_id', 'c.person_id')}, 'reason', c.reason,
        'state', c.state, 'startedAt', ${instantJson('c.started_at')}, 'endedAt', ${instantJson('c.ended_at')}) order by c.at, c.change_id)
      from outage_change c where c.provider_id = o.provider_id and c.outage_id = o.outage_id) as changes,
    (select jsonb_agg(${EXCLUSION_JSON} order by x.proposed_at) from exclusion x
      where x.provider_id = o.provider_id and x.outage_id = o.outage_id) as exclusions
  from outage o
  join tenant n on n.provider_id = o.provider_id and n.tenant_id = o.tenant_id
  join service_item i on i.provider_id = o.provider_id and i.service_item_id = o.service_item_id`;
const ONE = statement<Row>('outage', `${SELECT} where o.provider_id = $1 and o.outage_id = $2`);
// Limited before the joins: each row costs look-ups of its own.
const PAGE = statement<Row>(
  'outages',
  `${SELECT} where (o.provider_id, o.outage_id) in (
     select p.provider_id, p.outage_id from outage p where p.provider_id = $1 and ($2::uuid is null or p.tenant_id = $2)
       and ($3::uuid is null or p.service_item_id = $3) and (not $4::boolean or p.ended_at is null and p.withdrawn_at is null)
       and ($5::timestamptz is null or (p.started_at, p.outage_id) < ($5, $6::uuid))
     order by p.started_at desc, p.outage_id desc limit $7)
   order by o.started_at desc, o.outage_id desc`,
);
const SINCE = statement<Row>(
  'outages-since',
  `${SELECT} where (o.provider_id, o.outage_id) in (
     select p.provider_id, p.outage_id from outage p where p.provider_id = $1 and p.tenant_id = $2 and p.withdrawn_at is null
       and coalesce(p.ended_at, 'infinity'::timestamptz) > $3 order by p.started_at desc, p.outage_id desc limit 100)
   order by o.started_at desc, o.outage_id desc`,
);

/** `Outage` of the schema. */
export function outageView(row: Row, now: Instant) {
  const updates = row.updates ?? [];
  const lasted = Math.max(0, (row.ended_at ?? now) - row.started_at);
  return {
    ...{ id: row.outage_id, tenantId: row.tenant_id, tenantName: row.tenant_name, serviceItemId: row.service_item_id },
    ...{
      serviceName: row.service_name,
      title: row.title,
      state: row.state,
      startedAt: row.started_at,
      endedAt: row.ended_at,
    },
    ...{ durationSeconds: Math.ceil(lasted / 1_000), fromSignals: row.from_signals, openedBy: row.opened_by },
    ...{ assetIds: row.asset_ids, tickets: row.tickets ?? [], stage: updates[0]?.stage ?? null, updates },
    ...{ changes: row.changes ?? [], exclusions: row.exclusions ?? [], corrected: row.corrected },
    ...{ withdrawnAt: row.withdrawn_at, version: row.version },
  };
}

export type OutageView = ReturnType<typeof outageView>;

/** One outage; null: none in reach. */
export async function outageById(tx: Tx, outageId: string): Promise<OutageView | null> {
  const [row] = isId(outageId) ? await tx.query(ONE, [tx.scope.providerId, outageId]) : [];
  return row === undefined ? null : outageView(row, tx.now);
}

/** The client's outages that touch the time since, newest first, at most a hundred. One statement. */
export async function outagesSince(
  tx: Tx<PersonScope>,
  tenantId: string,
  since: Instant,
): Promise<readonly OutageView[]> {
  const rows = await tx.query(SINCE, [tx.scope.providerId, tenantId, timestamp(since)]);
  return rows.map((row) => outageView(row, tx.now));
}

export interface OutagesAsked extends ForwardPage {
  readonly tenantId?: string | null;
  readonly serviceItemId?: string | null;
  readonly openOnly: boolean;
}

/** Outages in reach, newest first. One statement. */
export async function outagePage(tx: Tx<StaffScope>, args: OutagesAsked): Promise<Connection<OutageView>> {
  const asked = { first: pageSize(args.first), after: args.after ?? null };
  const { tenantId = null, serviceItemId = null, openOnly } = args;
  const [at = null, id = null] = keysOf(asked.after, 2) ?? [];
  const after = typeof at === 'number' ? timestamp(at) : null;
  const foreign = [tenantId, serviceItemId].some((each) => each !== null && !isId(each));
  const values = [tx.scope.providerId, tenantId, serviceItemId, openOnly, after, id, asked.first + 1];
  const rows = foreign ? [] : await tx.query(PAGE, values);
  return connectionOf(rows, asked, {
    keys: (row) => [row.started_at, row.outage_id],
    node: (row) => outageView(row, tx.now),
  });
}
