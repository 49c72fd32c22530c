create or replace function oldest_program() returns integer language sql immutable set search_path = pg_catalog, public
as $$ select 115 $$;
drop function kpi_approvals(uuid, timestamptz, timestamptz);
create or replace function ticket_facts_sync(p_tenant uuid, p_rows jsonb, p_now timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
as $$
declare
  scope constant text[] := scope_fields();
  provider constant uuid := scope[3]::uuid;
  revision text;
  -- As an array: of a set of unknown size the planner would think that it is worth reading a small table whole.
  ids uuid[];
begin
  if p_tenant is null
    or not coalesce(p_tenant::text = scope[4] or scope[7]::boolean or p_tenant = any (scope[10]::uuid[]), false) then
    raise exception 'not a tenant of this scope' using errcode = '42501';
  end if;
  select coalesce(max(h.revision), 0)::text into revision from holiday_revision h where h.provider_id = provider;
  select array_agg(r.ticket_id) into ids from jsonb_to_recordset(p_rows) as r (ticket_id uuid);
  with given as (
    select g.*, coalesce((select c.kind = 'PILOT' from contract_version v
        join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
        where v.provider_id = provider and v.version_id = g.contract_version_id), false) as is_pilot
    from jsonb_populate_recordset(null::ticket_fact, p_rows) g),
  known as (
    select f.zone, f.pilot, f.counted, f.ticket_id, least(f.opened_at, f.earliest_opened_at) as since
    from ticket_fact f where f.provider_id = provider and f.ticket_id = any (ids)),
  changes as (
    select g.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, x.n
    from given g cross join lateral jsonb_to_recordset(g.counted)
      as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
    where not (g.is_pilot and x.clock <> '')
    union all
    select f.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, -x.n
    from known f cross join lateral jsonb_to_recordset(f.counted)
      as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
    where not (f.pilot and x.clock <> '')),
  rolled as (
    insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
    select provider, p_tenant, c.zone, c.month, c.measure, c.clock, c.service_item_id, c.priority, sum(c.n) from changes c
    group by 3, 4, 5, 6, 7, 8 having sum(c.n) <> 0 order by 3, 4, 5, 6, 7, 8
    on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
      do update set n = kpi_rollup.n + excluded.n),
  touched as (
    insert into kpi_touch (provider_id, tenant_id, since)
    select provider, p_tenant, min(t.since) from (
      select g.zone, least(g.opened_at, g.earliest_opened_at, f.since) as since
      from given g left join known f on f.ticket_id = g.ticket_id) t
    where t.since < date_trunc('month', p_now at time zone t.zone) at time zone t.zone + interval '2 days'
    having count(*) > 0)
  insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at,
    earliest_opened_at, acknowledged_at, restored_at, resolved_at, closed_at, cancelled_at, merged_at, moves, client_replies, waits,
    second_inbound_at, reassigned_at, out_of_contract, confidential, contract_version_id, terms_digest, last_seq, unfinished,
    last_event_at, zone, counted, pilot, calendar_revision)
  select provider, p_tenant, g.ticket_id,
    coalesce(nullif(g.number, 0), (select t.number from ticket t where t.provider_id = provider and t.ticket_id = g.ticket_id)),
    g.service_item_id, g.priority, g.type, g.channel, g.opened_at, g.earliest_opened_at, g.acknowledged_at, g.restored_at,
    g.resolved_at, g.closed_at, g.cancelled_at, g.merged_at, g.moves, g.client_replies, coalesce(g.waits, '[]'), g.second_inbound_at, g.reassigned_at,
    g.out_of_contract, g.confidential, g.contract_version_id, g.terms_digest, g.last_seq, g.unfinished, g.last_event_at, g.zone,
    g.counted, g.is_pilot, revision
  from given g
  on conflict (provider_id, ticket_id) do update set
    number = excluded.number, service_item_id = excluded.service_item_id, priority = excluded.priority, type = excluded.type,
    channel = excluded.channel, opened_at = excluded.opened_at, earliest_opened_at = excluded.earliest_opened_at,
    acknowledged_at = excluded.acknowledged_at, restored_at = excluded.restored_at, resolved_at = excluded.resolved_at,
    closed_at = excluded.closed_at, cancelled_at = excluded.cancelled_at, merged_at = excluded.merged_at, moves = excluded.moves,
    client_replies = excluded.client_replies, waits = excluded.waits, second_inbound_at = excluded.second_inbound_at,
    reassigned_at = excluded.reassigned_at, out_of_contract = excluded.out_of_contract, confidential = excluded.confidential,
    contract_version_id = excluded.contract_version_id, terms_digest = excluded.terms_digest, last_seq = excluded.last_seq,
    unfinished = excluded.unfinished, last_event_at = excluded.last_event_at, zone = excluded.zone, counted = excluded.counted,
    pilot = excluded.pilot, calendar_revision = excluded.calendar_revision
  where ticket_fact.tenant_id = p_tenant;
end $$;
alter table ticket_fact drop column approvals, drop column change_outcomes, drop column surveyed_at, drop column ratings;
