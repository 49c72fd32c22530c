-- As of 0044.
create or replace function ticket_clocks_write(p_provider uuid, p_tenant uuid, p_clocks jsonb, p_known jsonb) returns void
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

alter table ticket_clock drop column contested;
