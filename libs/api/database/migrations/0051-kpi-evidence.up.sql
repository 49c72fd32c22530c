-- The events behind figures. A figure counts confidential tickets for everybody (decision 26) and a client's verification
-- must come to the same bits as staff's, so these read past the confidentiality of tickets, never past the tenant. They
-- return no word that a person wrote: events carry none (decision 7). Only figures are made of what they return.
create function kpi_tenant_in_scope(p_tenant uuid) returns boolean
  language sql stable set search_path = pg_catalog, public
as $$
  select p_tenant is not null and ((select scope_tenant()) = p_tenant or (select scope_all_tenants())
    or p_tenant = any ((select scope_tenants())::uuid[])) and not (select scope_own_only())
$$;
revoke all on function kpi_tenant_in_scope(uuid) from public;
grant execute on function kpi_tenant_in_scope(uuid) to daylight_app, daylight_worker;

-- Tickets that can matter to `[p_from, p_to)`, of the tickets themselves and not of their facts: a fact that got lost shows.
create function kpi_tickets(p_tenant uuid, p_from timestamptz, p_to timestamptz)
  returns table (ticket_id uuid, number integer)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select t.ticket_id, t.number from ticket t
  where t.provider_id = (select scope_provider()) and t.tenant_id = p_tenant and (select kpi_tenant_in_scope(p_tenant))
    and t.opened_at < p_to and (t.is_open or t.updated_at >= p_from)
  order by t.ticket_id
$$;

create function kpi_logs(p_tenant uuid, p_tickets uuid[])
  returns table (ticket_id uuid, number integer, seq integer, kind text, v smallint, data jsonb, occurred_at timestamptz,
    actor_side text, actor_person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select e.ticket_id, t.number, e.seq, e.kind, e.v, e.data, e.occurred_at, e.actor_side, e.actor_person_id
  from ticket_event e join ticket t on t.provider_id = e.provider_id and t.ticket_id = e.ticket_id
  where e.provider_id = (select scope_provider()) and e.tenant_id = p_tenant and (select kpi_tenant_in_scope(p_tenant))
    and e.ticket_id = any (p_tickets)
  order by e.ticket_id, e.seq
$$;
revoke all on function kpi_tickets(uuid, timestamptz, timestamptz), kpi_logs(uuid, uuid[]) from public;
grant execute on function kpi_tickets(uuid, timestamptz, timestamptz), kpi_logs(uuid, uuid[]) to daylight_app, daylight_worker;

-- What the nightly check found: an empty list each night is what it is for.
create table kpi_check (
  provider_id uuid not null,
  tenant_id uuid not null,
  check_id uuid not null,
  at timestamptz(3) not null,
  tickets integer not null,
  -- [{ticketId, columns: [...]}]: facts that were not what the events say. They are put right in the same transaction.
  differing jsonb not null,
  -- Cells of `kpi_rollup` that were not the sum of the facts.
  cells integer not null,
  primary key (provider_id, check_id),
  constraint kpi_check_tenant_fk foreign key (provider_id, tenant_id) references tenant
);
create index kpi_check_by_time on kpi_check (provider_id, at desc);
alter table kpi_check enable row level security;
alter table kpi_check force row level security;
create policy kpi_check_staff on kpi_check
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and ((select scope_all_tenants()) or tenant_id = (select scope_tenant()) or tenant_id = any ((select scope_tenants())::uuid[])))
  with check (provider_id = (select scope_provider()) and (select scope_side()) = 'SYSTEM');
grant select on kpi_check to daylight_app;
grant select, insert on kpi_check to daylight_worker;
