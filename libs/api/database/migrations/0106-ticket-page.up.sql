-- One ticket as its page shows it, in one statement. Under row-level security each of the nine tables that it is read from
-- verifies the scope for every accessor of its policy, three dozen times in all: more than the reading. Here it is verified
-- once, and the policies' rules are repeated (ticket-page.int-spec.ts holds the page against the tables as each kind of
-- reader sees them).

-- An instant as the program counts: milliseconds since 1970.
create function epoch_ms(at timestamptz) returns bigint
  language sql stable parallel safe
as $$ select (extract(epoch from at) * 1000)::bigint $$;

-- No row: none in sight. `thread`: messages and files, `log`: events and the newest revision of the holidays; null where not
-- asked for. Lists are null where there is nothing. `line` is what lists show of it, `rest` what only the page does.
create function ticket_page(p_ticket uuid, p_thread boolean, p_log boolean)
  returns table (line json, rest json, messages json, attachments json, events json, revision bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
as $$
declare
  scope constant text[] := scope_fields();
  provider constant uuid := scope[3]::uuid;
  tenant_in constant uuid := nullif(scope[4], '')::uuid;
  person_in constant uuid := nullif(scope[5], '')::uuid;
  is_staff constant boolean := scope[6] <> 'CLIENT';
  is_system constant boolean := scope[6] = 'SYSTEM';
  all_tenants constant boolean := scope[7]::boolean;
  confidential_too constant boolean := scope[8]::boolean;
  own_only constant boolean := scope[9]::boolean;
  tenants constant uuid[] := scope[10]::uuid[];
begin
  return query
  select
    json_build_object(
      'ticket_id', t.ticket_id, 'number', t.number, 'type', t.type, 'status', t.status, 'priority', t.priority,
      'subject', t.subject, 'confidential', t.confidential, 'contract_version_id', t.contract_version_id,
      'service_item_id', t.service_item_id, 'service_name', t.service_name, 'requester_id', t.requester_id,
      'assignee_id', t.assignee_id, 'team_id', t.team_id, 'channel', t.channel, 'opened_at', epoch_ms(t.opened_at),
      'updated_at', epoch_ms(t.updated_at), 'resolved_at', epoch_ms(t.resolved_at), 'closed_at', epoch_ms(t.closed_at),
      'waiting_name', t.waiting_name, 'reopen_count', t.reopen_count, 'next_due_at', epoch_ms(t.next_due_at),
      'next_due_kind', t.next_due_kind, 'next_due_state', t.next_due_state, 'version', t.version, 'tenant_id', t.tenant_id,
      'prefix', n.prefix, 'tenant_name', n.name, 'requester_name', rq.display_name, 'requester_side', rq.side,
      'assignee_name', asg.display_name, 'team_name', tm.name),
    json_build_object(
      'impact', t.impact, 'urgency', t.urgency, 'priority_overridden', t.priority_overridden, 'description', t.description,
      'terms_digest', t.terms_digest, 'policy_id', t.policy_id, 'first_responded_at', epoch_ms(t.first_responded_at),
      'restored_at', epoch_ms(t.restored_at), 'resolution_code', t.resolution_code,
      'waiting_since', epoch_ms(t.waiting_since), 'waiting_until', epoch_ms(t.waiting_until), 'case_number', t.case_number,
      'external_key', t.external_key, 'watcher_ids', t.watcher_ids, 'merged_into', t.merged_into,
      'follows_up', t.follows_up,
      'watchers', case when t.watcher_ids <> '{}' then
        (select json_agg(json_build_object('id', d.person_id, 'name', d.display_name, 'side', d.side) order by d.display_name)
         from directory_entry d where d.provider_id = provider and d.person_id = any (t.watcher_ids)
           and (d.tenant_id = t.tenant_id or d.tenant_id is null)) end,
      'refs', (select json_agg(json_build_object('id', o.ticket_id, 'number', o.number) order by o.number) from ticket o
        where (o.ticket_id = t.merged_into or o.ticket_id = t.follows_up or o.merged_into = t.ticket_id)
          and o.provider_id = provider
          and (o.tenant_id = tenant_in or all_tenants or o.tenant_id = any (tenants))
          and (not own_only or o.requester_id = person_in or person_in = any (o.watcher_ids))
          and (not o.confidential or confidential_too or o.requester_id = person_in or o.assignee_id = person_in
            or person_in = any (o.watcher_ids)))),
    case when p_thread then (
      select json_agg(json_build_object('message_id', m.message_id, 'at', epoch_ms(m.at), 'visibility', m.visibility,
        'side', m.side, 'author_id', m.author_id, 'automatic', m.automatic, 'question', m.question, 'body', m.body,
        'withdrawn_at', epoch_ms(m.withdrawn_at), 'author_name', d.display_name) order by m.at, m.message_id)
      from ticket_message m
      left join directory_entry d on d.provider_id = provider and d.person_id = m.author_id
        and (d.tenant_id = t.tenant_id or d.tenant_id is null)
      where m.provider_id = provider and m.ticket_id = t.ticket_id
        and (is_staff or (m.visibility = 'PUBLIC' and m.withdrawn_at is null))) end,
    case when p_thread then (
      select json_agg(json_build_object('message_id', a.message_id, 'file_id', f.file_id, 'name', f.name,
        'media_type', f.media_type, 'size_bytes', f.size_bytes, 'sha256', f.sha256, 'uploaded_at', epoch_ms(f.uploaded_at),
        'uploaded_by', f.uploaded_by, 'uploader_name', d.display_name, 'uploader_side', d.side) order by f.uploaded_at, f.file_id)
      from ticket_attachment a
      join file f on f.provider_id = provider and f.file_id = a.file_id
      left join directory_entry d on d.provider_id = provider and d.person_id = f.uploaded_by
        and (d.tenant_id = t.tenant_id or d.tenant_id is null)
      where a.provider_id = provider and a.ticket_id = t.ticket_id
        and (a.message_id is null or exists (select 1 from ticket_message m
          where m.provider_id = provider and m.ticket_id = t.ticket_id and m.message_id = a.message_id
            and (is_staff or (m.visibility = 'PUBLIC' and m.withdrawn_at is null))))
        -- A file without a tenant is seen by staff, and by whoever sees what it is attached to: this ticket.
        and (f.tenant_id is null or f.tenant_id = tenant_in or all_tenants or f.tenant_id = any (tenants))
        and (f.uploaded_by = person_in or is_system or f.audience in ('TENANT', 'LINKED') or (f.audience = 'STAFF' and is_staff))) end,
    case when p_log then (
      select json_agg(json_build_object('seq', e.seq, 'kind', e.kind, 'v', e.v, 'data', e.data,
        'occurred_at', epoch_ms(e.occurred_at), 'actor_side', e.actor_side, 'actor_person_id', e.actor_person_id,
        'version', e.version, 'actor_name', d.display_name,
        'person_name', case when e.person_ref is not null then
          (select p.display_name from directory_entry p where p.provider_id = provider and p.person_id = e.person_ref
             and (p.tenant_id = t.tenant_id or p.tenant_id is null) limit 1) end,
        'team_name', case when e.team_ref is not null then
          (select g.name from team g where g.provider_id = provider and g.team_id = e.team_ref) end,
        'reason', case when e.text_ref is not null then
          (select x.body from ticket_text x join ticket o on o.provider_id = provider and o.ticket_id = x.ticket_id
           where x.provider_id = provider and x.text_id = e.text_ref
             and o.provider_id = provider
             and (o.tenant_id = tenant_in or all_tenants or o.tenant_id = any (tenants))
             and (not own_only or o.requester_id = person_in or person_in = any (o.watcher_ids))
             and (not o.confidential or confidential_too or o.requester_id = person_in or o.assignee_id = person_in
               or person_in = any (o.watcher_ids))) end,
        'other_number', case when e.ticket_ref is not null then
          (select o.number from ticket o where o.ticket_id = e.ticket_ref
             and o.provider_id = provider
             and (o.tenant_id = tenant_in or all_tenants or o.tenant_id = any (tenants))
             and (not own_only or o.requester_id = person_in or person_in = any (o.watcher_ids))
             and (not o.confidential or confidential_too or o.requester_id = person_in or o.assignee_id = person_in
               or person_in = any (o.watcher_ids))) end) order by e.seq)
      from (
        select v.seq, v.kind, v.v, v.data, v.occurred_at, v.actor_side, v.actor_person_id, v.version,
          coalesce(v.data ->> 'assigneeId', v.data ->> 'userId', v.data ->> 'personId')::uuid as person_ref,
          (v.data ->> 'teamId')::uuid as team_ref, (v.data ->> 'reasonTextId')::uuid as text_ref,
          coalesce(v.data ->> 'intoTicketId', v.data ->> 'ticketId')::uuid as ticket_ref
        from ticket_event v
        where v.provider_id = provider and v.ticket_id = t.ticket_id and (is_staff or not v.internal) offset 0) e
      left join directory_entry d on d.provider_id = provider and d.person_id = e.actor_person_id
        and (d.tenant_id = t.tenant_id or d.tenant_id is null)) end,
    case when p_log then (select coalesce(max(h.revision), 0) from holiday_revision h where h.provider_id = provider) end
  from ticket t
  join tenant n on n.provider_id = provider and n.tenant_id = t.tenant_id
  left join directory_entry rq on rq.provider_id = provider and rq.person_id = t.requester_id
    and (rq.tenant_id = t.tenant_id or rq.tenant_id is null)
  left join directory_entry asg on asg.provider_id = provider and asg.person_id = t.assignee_id and asg.tenant_id is null
  left join team tm on tm.provider_id = provider and tm.team_id = t.team_id
  where t.ticket_id = p_ticket
    and t.provider_id = provider
    and (t.tenant_id = tenant_in or all_tenants or t.tenant_id = any (tenants))
    and (not own_only or t.requester_id = person_in or person_in = any (t.watcher_ids))
    and (not t.confidential or confidential_too or t.requester_id = person_in or t.assignee_id = person_in
      or person_in = any (t.watcher_ids));
end $$;
revoke all on function ticket_page(uuid, boolean, boolean) from public;
grant execute on function ticket_page(uuid, boolean, boolean) to daylight_app, daylight_worker;
