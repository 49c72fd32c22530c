create or replace function ticket_open(
  p_tenant uuid, p_ticket uuid, p_type text, p_priority text, p_impact smallint, p_urgency smallint, p_overridden boolean,
  p_subject text, p_description text, p_service uuid, p_service_name jsonb, p_version uuid, p_digest text, p_policy text,
  p_requester uuid, p_confidential boolean, p_watchers uuid[], p_channel text, p_opened timestamptz, p_last_seq integer,
  p_due_at timestamptz, p_due_kind text, p_due_state text, p_follows_up uuid,
  p_now timestamptz, p_actor_side text, p_actor uuid, p_events jsonb, p_clocks jsonb, p_haystack text, p_tokens text[],
  p_jobs jsonb, p_zone text, p_moves jsonb, p_acknowledged timestamptz, p_counted jsonb
) returns integer
  language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
as $$
declare
  scope constant text[] := scope_fields();
  provider constant uuid := scope[3]::uuid;
  taken integer;
  is_pilot boolean := false;
begin
  if p_tenant is null
    or not coalesce(p_tenant::text = scope[4] or scope[7]::boolean or p_tenant = any (scope[10]::uuid[]), false) then
    raise exception 'not a tenant of this scope' using errcode = '42501';
  end if;
  if p_version is not null then
    select c.kind = 'PILOT' into is_pilot from contract_version v
    join contract c on c.provider_id = provider and c.contract_id = v.contract_id
    where v.provider_id = provider and v.version_id = p_version;
  end if;
  insert into ticket_counter as c (provider_id, tenant_id, last_number) values (provider, p_tenant, 1)
  on conflict (provider_id, tenant_id) do update set last_number = c.last_number + 1 returning last_number into taken;
  insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, priority_overridden,
    subject, description, service_item_id, service_name, contract_version_id, terms_digest, policy_id, requester_id,
    confidential, watcher_ids, channel, opened_at, updated_at, last_seq, version, next_due_at, next_due_kind, next_due_state, follows_up)
  values (provider, p_ticket, p_tenant, taken, p_type, 'NEW', p_priority, p_impact, p_urgency, p_overridden,
    p_subject, p_description, p_service, p_service_name, p_version, p_digest, p_policy, p_requester,
    p_confidential, p_watchers, p_channel, p_opened, p_opened, p_last_seq, 1, p_due_at, p_due_kind, p_due_state, p_follows_up);
  insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at,
    actor_side, actor_person_id, version)
  select provider, p_tenant, p_ticket, e.seq, e.kind, e.v, e.data, false, p_opened, p_now, p_actor_side, p_actor, 1
  from jsonb_to_recordset(p_events) as e (seq integer, kind text, v integer, data jsonb);
  if p_clocks is not null then
    insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms,
      started_at, due_at, met_at, breached_at, verdict, verdict_at, service_item_id, contract_version_id, terms_digest,
      calendar_revision, last_seq)
    select provider, p_tenant, p_ticket, k.kind, k.cycle, k.state, p_priority, k.target_id, k.target_ms, k.used_ms,
      k.started_at, k.due_at, k.met_at, k.breached_at, k.verdict, k.verdict_at, p_service, p_version, p_digest, p_now, p_last_seq
    from jsonb_to_recordset(p_clocks) as k (kind text, cycle integer, state text, target_id text, target_ms bigint, used_ms bigint,
      started_at timestamptz, due_at timestamptz, met_at timestamptz, breached_at timestamptz, verdict text, verdict_at timestamptz);
  end if;
  insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
  values (provider, p_tenant, p_ticket, p_ticket, false, p_haystack, p_tokens);
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
  select j.job_id, provider, p_tenant, j.queue, j.payload, coalesce(j.run_at, now()), j.dedupe_key
  from jsonb_to_recordset(p_jobs) as j (job_id uuid, queue text, payload jsonb, run_at timestamptz, dedupe_key text);
  insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
  select provider, p_tenant, p_zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, sum(x.n)
  from jsonb_to_recordset(p_counted) as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
  where not (is_pilot and x.clock <> '')
  group by x.month, x.measure, x.clock, x.service_item_id, x.priority having sum(x.n) <> 0 order by 4, 5, 6, 7, 8
  on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
    do update set n = kpi_rollup.n + excluded.n;
  -- An opening in an earlier month puts figures in doubt that are kept of it (as in `ticket_facts_sync`).
  if p_opened < date_trunc('month', p_now at time zone p_zone) at time zone p_zone + interval '2 days' then
    insert into kpi_touch (provider_id, tenant_id, since) values (provider, p_tenant, p_opened);
  end if;
  insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at,
    earliest_opened_at, acknowledged_at, moves, client_replies, out_of_contract, confidential, contract_version_id, terms_digest,
    last_seq, unfinished, last_event_at, zone, counted, pilot, calendar_revision)
  values (provider, p_tenant, p_ticket, taken, p_service, p_priority, p_type, p_channel, p_opened,
    p_opened, p_acknowledged, p_moves, '[]', p_version is null, p_confidential, p_version, p_digest,
    p_last_seq, true, p_opened, p_zone, p_counted, coalesce(is_pilot, false),
    (select coalesce(max(h.revision), 0)::text from holiday_revision h where h.provider_id = provider));
  return taken;
end $$;
