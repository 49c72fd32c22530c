import { statement } from '@daylight/api-database';
import type { Instant, Side } from '@daylight/domain';
import type { StoredEvent } from '../log/event-codec.js';
import { ROW_COLUMNS, ROW_JOINS, type TicketListRow } from '../views/ticket-row.js';

export interface DetailRow extends TicketListRow {
  readonly impact: number;
  readonly urgency: number;
  readonly priority_overridden: boolean;
  readonly description: string;
  readonly terms_digest: string | null;
  readonly policy_id: string | null;
  readonly first_responded_at: Instant | null;
  readonly restored_at: Instant | null;
  readonly resolution_code: string | null;
  readonly waiting_since: Instant | null;
  readonly waiting_until: Instant | null;
  readonly case_number: string | null;
  readonly external_key: string | null;
  readonly watcher_ids: readonly string[];
  readonly watchers: readonly { readonly id: string; readonly name: string; readonly side: Side }[] | null;
  readonly refs: readonly { readonly id: string; readonly number: number }[] | null;
  readonly merged_into: string | null;
  readonly follows_up: string | null;
}

/** Everything of the ticket's own row, with the people who watch it and the tickets it points to or has absorbed. */
export const DETAIL = statement<DetailRow>(
  'ticket-detail',
  `select ${ROW_COLUMNS}, t.impact, t.urgency, t.priority_overridden, t.description, t.terms_digest, t.policy_id,
     t.first_responded_at, t.restored_at, t.resolution_code, t.waiting_since, t.waiting_until, t.case_number, t.external_key,
     t.watcher_ids, t.merged_into, t.follows_up,
     case when t.watcher_ids <> '{}' then
       (select jsonb_agg(jsonb_build_object('id', d.person_id, 'name', d.display_name, 'side', d.side) order by d.display_name)
        from directory_entry d where d.provider_id = t.provider_id and d.person_id = any (t.watcher_ids)
          and (d.tenant_id = t.tenant_id or d.tenant_id is null)) end as watchers,
     (select jsonb_agg(jsonb_build_object('id', o.ticket_id, 'number', o.number) order by o.number) from ticket o
      where o.provider_id = t.provider_id
        and (o.ticket_id = t.merged_into or o.ticket_id = t.follows_up or o.merged_into = t.ticket_id)) as refs
   from ticket t ${ROW_JOINS} where t.provider_id = $1 and t.ticket_id = $2`,
);

export const ID_BY_KEY = statement<{ ticket_id: string }>(
  'ticket-id-by-key',
  `select t.ticket_id from tenant n join ticket t on t.provider_id = n.provider_id and t.tenant_id = n.tenant_id
   where n.provider_id = $1 and n.prefix = $2 and t.number = $3`,
);

export interface MessageRow {
  readonly message_id: string;
  readonly at: Instant;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
  readonly side: Side;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly automatic: boolean;
  readonly question: boolean;
  readonly body: string;
  readonly withdrawn_at: Instant | null;
}

export const MESSAGES = statement<MessageRow>(
  'ticket-messages',
  `select m.message_id, m.at, m.visibility, m.side, m.author_id, m.automatic, m.question, m.body, m.withdrawn_at,
     d.display_name as author_name
   from ticket_message m
   left join directory_entry d on d.provider_id = m.provider_id and d.person_id = m.author_id
     and (d.tenant_id = m.tenant_id or d.tenant_id is null)
   where m.provider_id = $1 and m.ticket_id = $2 order by m.at, m.message_id`,
);

export interface AttachmentRow {
  readonly message_id: string | null;
  readonly file_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly uploaded_at: Instant;
  readonly uploaded_by: string | null;
  readonly uploader_name: string | null;
  readonly uploader_side: Side | null;
}

export const ATTACHMENTS = statement<AttachmentRow>(
  'ticket-attachments',
  `select a.message_id, f.file_id, f.name, f.media_type, f.size_bytes, f.sha256, f.uploaded_at, f.uploaded_by,
     d.display_name as uploader_name, d.side as uploader_side
   from ticket_attachment a
   join file f on f.provider_id = a.provider_id and f.file_id = a.file_id
   left join directory_entry d on d.provider_id = f.provider_id and d.person_id = f.uploaded_by
     and (d.tenant_id = a.tenant_id or d.tenant_id is null)
   where a.provider_id = $1 and a.ticket_id = $2 order by f.uploaded_at, f.file_id`,
);

export interface TimelineRow extends StoredEvent {
  readonly version: number;
  readonly actor_name: string | null;
  /** The person that the event is about: assignee, watcher, who was called. */
  readonly person_name: string | null;
  readonly team_name: string | null;
  readonly reason: string | null;
  /** Number of the other ticket of a merge. */
  readonly other_number: number | null;
}

// The ids inside `data` are taken out before anything is joined by them: `->>` and the cast aren't leakproof, so that under
// row-level security a comparison with them can't use an index (decision 4).
export const TIMELINE = statement<TimelineRow>(
  'ticket-timeline',
  `with e as materialized (
     select e.seq, e.kind, e.v, e.data, e.occurred_at, e.actor_side, e.actor_person_id, e.version, e.tenant_id,
       coalesce(e.data ->> 'assigneeId', e.data ->> 'userId', e.data ->> 'personId')::uuid as person_ref,
       (e.data ->> 'teamId')::uuid as team_ref, (e.data ->> 'reasonTextId')::uuid as text_ref,
       coalesce(e.data ->> 'intoTicketId', e.data ->> 'ticketId')::uuid as ticket_ref
     from ticket_event e where e.provider_id = $1 and e.ticket_id = $2)
   select e.seq, e.kind, e.v, e.data, e.occurred_at, e.actor_side, e.actor_person_id, e.version, d.display_name as actor_name,
     case when e.person_ref is not null then
       (select p.display_name from directory_entry p where p.provider_id = $1 and p.person_id = e.person_ref
          and (p.tenant_id = e.tenant_id or p.tenant_id is null) limit 1) end as person_name,
     case when e.team_ref is not null then
       (select tm.name from team tm where tm.provider_id = $1 and tm.team_id = e.team_ref) end as team_name,
     case when e.text_ref is not null then
       (select x.body from ticket_text x where x.provider_id = $1 and x.text_id = e.text_ref) end as reason,
     case when e.ticket_ref is not null then
       (select o.number from ticket o where o.provider_id = $1 and o.ticket_id = e.ticket_ref) end as other_number
   from e
   left join directory_entry d on d.provider_id = $1 and d.person_id = e.actor_person_id
     and (d.tenant_id = e.tenant_id or d.tenant_id is null)
   order by e.seq`,
);
