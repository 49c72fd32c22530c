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
import { isId, type PersonScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';

/** What the trail is narrowed to; instants UTC ms, `to` exclusive. */
export interface AuditFilter {
  readonly actorPersonId?: string | null;
  readonly actorSide?: string | null;
  readonly actions?: readonly string[] | null;
  readonly objectType?: string | null;
  readonly objectId?: string | null;
  readonly tenantId?: string | null;
  readonly from?: Instant | null;
  readonly to?: Instant | null;
}

interface EntryRow {
  readonly entry_id: string;
  readonly at: Instant;
  readonly actor_side: string;
  readonly actor_person_id: string | null;
  readonly actor_name: string | null;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string | null;
  readonly tenant_id: string | null;
  readonly tenant_name: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly address: string | null;
  readonly request_id: string | null;
  readonly seq: number | null;
  readonly hash: string | null;
}

/**
 * Entries newest first. An entry about a ticket shows only to who may see the ticket (confidential tickets are absent
 * everywhere); a ticket that is gone, taken back with its import, leaves its trail to staff.
 */
const PAGE = statement<EntryRow>(
  'audit-page',
  `select e.entry_id, e.at, e.actor_side, e.actor_person_id, d.display_name as actor_name, e.action, e.object_type, e.object_id,
     e.tenant_id, t.name as tenant_name, e.before, e.after, e.address, e.request_id, s.seq, encode(s.hash, 'hex') as hash
   from audit_entry e
   left join tenant t on t.provider_id = e.provider_id and t.tenant_id = e.tenant_id
   left join audit_seal s on s.provider_id = e.provider_id and s.entry_id = e.entry_id
   left join lateral (
     select x.display_name from directory_entry x
     where x.provider_id = e.provider_id and x.person_id = e.actor_person_id limit 1) d on true
   where e.provider_id = $1
     and ($2::uuid is null or e.actor_person_id = $2) and ($3::text is null or e.actor_side = $3)
     and ($4::text[] is null or e.action = any ($4)) and ($5::text is null or e.object_type = $5)
     and ($6::uuid is null or e.object_id = $6) and ($7::uuid is null or e.tenant_id = $7)
     and ($8::timestamptz is null or e.at >= $8) and ($9::timestamptz is null or e.at < $9)
     and ($10::timestamptz is null or (e.at, e.entry_id) < ($10, $11::uuid))
     and (e.object_type <> 'ticket' or $12::boolean or exists (
       select 1 from ticket k where k.provider_id = e.provider_id and k.ticket_id = e.object_id))
   order by e.at desc, e.entry_id desc limit $13`,
);

/** An entry as SDL has it. Clients get who, what, when and on what; not the values, nor whence. */
export interface AuditEntryView {
  readonly id: string;
  readonly at: Instant;
  readonly actorSide: string;
  readonly actor: { readonly id: string; readonly displayName: string; readonly side: string } | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly tenantId: string | null;
  readonly tenantName: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly seq: number | null;
  readonly hash: string | null;
}

function viewOf(row: EntryRow, values: boolean): AuditEntryView {
  const { actor_person_id: actorId, actor_name: name } = row;
  return {
    id: row.entry_id,
    at: row.at,
    actorSide: row.actor_side,
    actor: actorId === null || name === null ? null : { id: actorId, displayName: name, side: row.actor_side },
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    before: values ? row.before : null,
    after: values ? row.after : null,
    address: values ? row.address : null,
    requestId: values ? row.request_id : null,
    seq: row.seq,
    hash: row.hash,
  };
}

/** Whether what it is narrowed to can be there at all: what is no id names nothing. */
const canMatch = ({ actorPersonId, objectId, tenantId }: AuditFilter): boolean =>
  [actorPersonId, objectId, tenantId].every((id) => id == null || isId(id));

/** A page of the audit trail. Throws BAD_INPUT for a foreign cursor or a page size outside 1..100. */
export async function auditPage(
  tx: Tx<PersonScope>,
  filter: AuditFilter,
  page: ForwardPage,
): Promise<Connection<AuditEntryView>> {
  const { scope } = tx;
  const after = keysOf(page.after, 2);
  const seesAllTickets = scope.side === 'PROVIDER' && scope.seesConfidential && !scope.restricted;
  const most = pageSize(page.first) + 1;
  const values = [
    scope.providerId,
    filter.actorPersonId ?? null,
    filter.actorSide ?? null,
    filter.actions ?? null,
    filter.objectType ?? null,
    filter.objectId ?? null,
    filter.tenantId ?? null,
    timestamp(filter.from ?? null),
    timestamp(filter.to ?? null),
    after === null ? null : timestamp(Number(after[0])),
    after === null ? null : after[1],
    seesAllTickets,
    most,
  ];
  const rows = canMatch(filter) ? await tx.query(PAGE, values) : [];
  return connectionOf(rows, page, {
    keys: (row) => [row.at, row.entry_id],
    node: (row) => viewOf(row, scope.side === 'PROVIDER'),
  });
}
