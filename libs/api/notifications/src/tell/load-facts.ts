import { statement, type RelayedEvent, type Tx } from '@daylight/api-database';
import { DAY, type Instant } from '@daylight/domain';
import type { PartiesFacts, TicketEventFacts } from './telling.js';

interface TicketRow {
  readonly requester_id: string | null;
  readonly assignee_id: string | null;
  readonly watcher_ids: readonly string[];
  readonly team_member_ids: readonly string[];
  readonly imported: boolean;
  readonly event_at: number | null;
  readonly actor_person_id: string | null;
  readonly message_side: 'CLIENT' | 'PROVIDER' | 'SYSTEM' | null;
  readonly message_automatic: boolean | null;
}

const TICKET = statement<TicketRow>(
  'tell-ticket',
  `select t.requester_id, t.assignee_id, t.watcher_ids, t.import_run_id is not null as imported, e.occurred_at as event_at, e.actor_person_id,
     m.side as message_side, m.automatic as message_automatic,
     coalesce((select array_agg(tm.person_id) from team_member tm where tm.provider_id = t.provider_id and tm.team_id = t.team_id), '{}') as team_member_ids
   from ticket t
   left join ticket_event e on e.provider_id = t.provider_id and e.ticket_id = t.ticket_id and e.seq = $3::integer
   left join ticket_message m on m.provider_id = t.provider_id and m.ticket_id = t.ticket_id and m.message_id = $4::uuid
     and m.withdrawn_at is null
   where t.provider_id = $1 and t.ticket_id = $2`,
);

/** The ticket an event is about; null when it is gone, or when the event is history that an import brought (decision 29). */
export async function loadTicketFacts(
  tx: Tx,
  event: RelayedEvent,
): Promise<(TicketEventFacts & { readonly eventAt: Instant | null }) | null> {
  const { ticketId, seq, messageId } = event.ids;
  if (ticketId === undefined) return null;
  const [row] = await tx.query(TICKET, [tx.scope.providerId, ticketId, seq ?? null, messageId ?? null]);
  if (row === undefined) return null;
  if (row.imported && row.event_at !== null && row.event_at < tx.now - DAY) return null;
  return {
    requesterId: row.requester_id,
    assigneeId: row.assignee_id,
    teamMemberIds: row.team_member_ids,
    watcherIds: row.watcher_ids,
    actorId: row.actor_person_id,
    eventAt: row.event_at,
    message: row.message_side === null ? null : { side: row.message_side, automatic: row.message_automatic === true },
  };
}

interface PartiesRow {
  readonly approver_ids: readonly string[];
  readonly reader_ids: readonly string[];
  readonly manager_ids: readonly string[];
  readonly admin_ids: readonly string[];
}

/** Staff in reach of the tenant, unless it is restricted to others. */
const PARTIES = statement<PartiesRow>(
  'tell-parties',
  `with member as (
     select m.person_id, m.roles from tenant_membership m where m.provider_id = $1 and m.tenant_id = $2),
   staff as (
     select p.person_id, p.staff_role from person p
     where p.provider_id = $1 and p.side = 'PROVIDER' and p.status = 'ACTIVE' and (not p.restricted or exists (
       select 1 from staff_assignment a where a.provider_id = p.provider_id and a.person_id = p.person_id and a.tenant_id = $2)))
   select coalesce((select array_agg(person_id) from member where 'APPROVER' = any (roles)), '{}') as approver_ids,
     coalesce((select array_agg(person_id) from member where roles && array['COORDINATOR', 'APPROVER', 'AUDITOR']), '{}') as reader_ids,
     coalesce((select array_agg(person_id) from staff where staff_role = 'ACCOUNT_MANAGER'), '{}') as manager_ids,
     coalesce((select array_agg(person_id) from staff where staff_role = 'PROVIDER_ADMIN'), '{}') as admin_ids`,
);
const VERSION_ACTOR = statement<{ actor_id: string | null; side: 'CLIENT' | 'PROVIDER' | null }>(
  'tell-version-actor',
  `select p.person_id as actor_id, p.side from contract_version x
   left join person p on p.provider_id = x.provider_id
     and p.person_id = case when $3 then x.proposed_by else x.decided_by end
   where x.provider_id = $1 and x.version_id = $2`,
);

/** The version that a contract's event is about, under either of the names that features give it. */
export function versionIdOf(event: RelayedEvent): string | null {
  return event.ids['contractVersionId'] ?? event.ids['versionId'] ?? null;
}

/** Both parties of the event's tenant. An event without a tenant concerns nobody here. */
export async function loadPartiesFacts(tx: Tx, event: RelayedEvent): Promise<PartiesFacts | null> {
  if (event.tenantId === null) return null;
  const versionId = versionIdOf(event);
  const [[parties], actors] = await Promise.all([
    tx.query(PARTIES, [tx.scope.providerId, event.tenantId]),
    versionId === null
      ? []
      : tx.query(VERSION_ACTOR, [tx.scope.providerId, versionId, event.topic === 'contract.proposed']),
  ]);
  if (parties === undefined) return null;
  return {
    actorId: actors[0]?.actor_id ?? event.ids['personId'] ?? null,
    actorSide: actors[0]?.side ?? null,
    approverIds: parties.approver_ids,
    readerIds: parties.reader_ids,
    managerIds: parties.manager_ids.length > 0 ? parties.manager_ids : parties.admin_ids,
  };
}
