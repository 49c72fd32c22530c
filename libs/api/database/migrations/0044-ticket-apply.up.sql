-- What a change of tickets writes, in one statement however many tickets: rows, log, clocks, words, search, timers and
-- outbox. Under row-level security each of these tables asks for the scope anew, which costs more than the writing; here
-- it is verified once, by the same rule as the policies (tenant_scope): nothing is written but for the scope's provider
-- and one tenant in its reach. The composite keys tie every row to a ticket of that tenant.

-- Rows as JSON arrays, null where there are none. A new ticket with the number 0 takes its client's next one, which is
-- returned (decision 10). `written`: how many known tickets were written; the caller compares.
create function ticket_apply(
  p_tenant uuid, p_new jsonb, p_known jsonb, p_events jsonb, p_clocks jsonb, p_messages jsonb, p_search jsonb, p_jobs jsonb, p_idle text[],
  out written integer, out taken integer
)
  language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
as $$
declare
  scope constant text[] := scope_fields();
  provider constant uuid := scope[3]::uuid;
begin
  if p_tenant is null
    or not coalesce(p_tenant::text = scope[4] or scope[7]::boolean or p_tenant = any (scope[10]::uuid[]), false) then
    raise exception 'not a tenant of this scope' using errcode = '42501';
  end if;
  written := 0;
  if p_known is not null then
    written := ticket_write(p_known);
  end if;
  if p_new is not null then
    if p_new -> 0 ->> 'number' = '0' then
      insert into ticket_counter as c (provider_id, tenant_id, last_number) values (provider, p_tenant, 1)
      on conflict (provider_id, tenant_id) do update set last_number = c.last_number + 1 returning last_number into taken;
    end if;
    insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, priority_overridden,
      subject, description, service_item_id, service_name, contract_version_id, terms_digest, policy_id, requester_id, assignee_id,
      team_id, confidential, watcher_ids, channel, opened_at, updated_at, first_responded_at, restored_at, resolved_at,
      resolution_code, closed_at, cancelled_at, waiting_reason, waiting_name, waiting_since, waiting_until, case_number,
      reopen_count, last_seq, version, next_due_at, next_due_kind, next_due_state, merged_into, follows_up, external_key, import_run_id)
    select provider, r.ticket_id, p_tenant, coalesce(nullif(r.number, 0), taken), r.type, r.status, r.priority, r.impact, r.urgency,
      r.priority_overridden, r.subject, r.description, r.service_item_id, r.service_name, r.contract_version_id, r.terms_digest,
      r.policy_id, r.requester_id, r.assignee_id, r.team_id, r.confidential, r.watcher_ids, r.channel, r.opened_at, r.updated_at,
      r.first_responded_at, r.restored_at, r.resolved_at, r.resolution_code, r.closed_at, r.cancelled_at, r.waiting_reason,
      r.waiting_name, r.waiting_since, r.waiting_until, r.case_number, r.reopen_count, r.last_seq, r.version, r.next_due_at,
      r.next_due_kind, r.next_due_state, r.merged_into, r.follows_up, r.external_key, r.import_run_id
    from jsonb_populate_recordset(null::ticket, p_new) r;
  end if;
  if p_events is not null then
    insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at,
      actor_side, actor_person_id, version)
    select provider, p_tenant, r.ticket_id, r.seq, r.kind, r.v, r.data, r.internal, r.occurred_at, r.recorded_at,
      r.actor_side, r.actor_person_id, r.version
    from jsonb_populate_recordset(null::ticket_event, p_events) r;
  end if;
  if p_clocks is not null then
    perform ticket_clocks_write(provider, p_tenant, p_clocks, p_known);
  end if;
  if p_messages is not null then
    insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body)
    select provider, p_tenant, r.ticket_id, r.message_id, r.at, r.visibility, r.side, r.author_id, r.automatic, r.question, r.body
    from jsonb_populate_recordset(null::ticket_message, p_messages) r;
  end if;
  if p_search is not null then
    insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
    select provider, p_tenant, r.ticket_id, r.source_id, r.internal, r.haystack, r.tokens
    from jsonb_populate_recordset(null::ticket_search, p_search) r;
  end if;
  if p_jobs is not null then
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
    select j.job_id, provider, p_tenant, j.queue, j.payload, coalesce(j.run_at, now()), j.dedupe_key
    from jsonb_to_recordset(p_jobs) as j (job_id uuid, queue text, payload jsonb, run_at timestamptz, dedupe_key text)
    on conflict on constraint job_dedupe_key do update set
      run_at = excluded.run_at, payload = excluded.payload, dead_at = null, attempts = 0
    where job.tenant_id = excluded.tenant_id;
  end if;
  if p_idle is not null then
    delete from job j where j.provider_id = provider and j.tenant_id = p_tenant and j.queue = 'ticket-timer' and j.dedupe_key = any (p_idle);
  end if;
end $$;

-- Makes the clock rows of tickets what was evaluated; rows of known tickets that are no longer among them go. A clock that
-- was cancelled before stays cancelled since then.
create function ticket_clocks_write(p_provider uuid, p_tenant uuid, p_clocks jsonb, p_known jsonb) returns void
  language plpgsql security invoker set search_path = pg_catalog, public
as $$
begin
  if p_known is not null then
    delete from ticket_clock c
    using jsonb_to_recordset(p_known) as k (ticket_id uuid)
    where c.provider_id = p_provider and c.tenant_id = p_tenant and c.ticket_id = k.ticket_id
      and not exists (select 1 from jsonb_to_recordset(p_clocks) as g (ticket_id uuid, kind text, cycle integer)
        where g.ticket_id = c.ticket_id and g.kind = c.kind and g.cycle = c.cycle);
  end if;
  insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms, started_at,
    due_at, met_at, breached_at, verdict, verdict_at, cancelled_at, service_item_id, contract_version_id, terms_digest,
    calendar_revision, last_seq)
  select p_provider, p_tenant, r.ticket_id, r.kind, r.cycle, r.state, r.priority, r.target_id, r.target_ms, r.used_ms, r.started_at,
    r.due_at, r.met_at, r.breached_at, r.verdict, r.verdict_at, r.cancelled_at, r.service_item_id, r.contract_version_id, r.terms_digest,
    r.calendar_revision, r.last_seq
  from jsonb_populate_recordset(null::ticket_clock, p_clocks) r
  on conflict (provider_id, ticket_id, kind, cycle) do update set
    state = excluded.state, priority = excluded.priority, target_id = excluded.target_id, target_ms = excluded.target_ms,
    used_ms = excluded.used_ms, started_at = excluded.started_at, due_at = excluded.due_at, met_at = excluded.met_at,
    breached_at = excluded.breached_at, verdict = excluded.verdict, verdict_at = excluded.verdict_at,
    cancelled_at = case when excluded.cancelled_at is null then null else coalesce(ticket_clock.cancelled_at, excluded.cancelled_at) end,
    service_item_id = excluded.service_item_id, contract_version_id = excluded.contract_version_id,
    terms_digest = excluded.terms_digest, calendar_revision = excluded.calendar_revision, last_seq = excluded.last_seq
  where ticket_clock.tenant_id = p_tenant;
end $$;
revoke all on function ticket_apply(uuid, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, text[]),
  ticket_clocks_write(uuid, uuid, jsonb, jsonb) from public;
grant execute on function ticket_apply(uuid, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, text[]) to daylight_app, daylight_worker;
