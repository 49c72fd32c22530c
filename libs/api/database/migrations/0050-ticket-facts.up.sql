-- What figures are summed from (domain.md section 9, decisions 8, 22): one narrow row per ticket, and counts per month.
-- Both are kept by the statement that follows every change of a ticket, in its transaction. Confidential tickets count
-- (decision 26), so the rows carry no word about a ticket and are visible to the whole tenant.

-- The zone in which a tenant's months are cut: its contract's, else its own.
create function reporting_zone(p_provider uuid, p_tenant uuid) returns text
  language sql stable set search_path = pg_catalog, public
as $$
  select coalesce(
    (select v.zone from contract_version v join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
     where v.provider_id = p_provider and v.tenant_id = p_tenant and v.state = 'AGREED' and c.kind = 'MANAGED'
     order by v.effective_from desc limit 1),
    (select t.zone from tenant t where t.provider_id = p_provider and t.tenant_id = p_tenant))
$$;
revoke all on function reporting_zone(uuid, uuid) from public;
grant execute on function reporting_zone(uuid, uuid) to daylight_app, daylight_worker, daylight_reporting;

create table ticket_fact (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  number integer not null,
  service_item_id uuid not null,
  priority text not null,
  type text not null,
  channel text not null,
  opened_at timestamptz(3) not null,
  -- Among the ticket and those merged into it (D-SLA-7).
  earliest_opened_at timestamptz(3) not null,
  acknowledged_at timestamptz(3),
  restored_at timestamptz(3),
  resolved_at timestamptz(3),
  closed_at timestamptz(3),
  cancelled_at timestamptz(3),
  merged_at timestamptz(3),
  -- [{at, kind, delta}] and [{askedAt, answeredAt}], instants as UTC milliseconds.
  moves jsonb not null,
  client_replies jsonb not null,
  second_inbound_at timestamptz(3),
  reassigned_at timestamptz(3),
  pilot boolean not null,
  out_of_contract boolean not null,
  confidential boolean not null,
  contract_version_id uuid,
  terms_digest text,
  calendar_revision text not null,
  last_seq integer not null,
  -- In the backlog as of the last event; with `last_event_at` it says whether a period needs the row.
  unfinished boolean not null,
  last_event_at timestamptz(3) not null,
  -- What the row contributes to `kpi_rollup`, months cut in `zone`: taken back exactly when the row changes or goes.
  zone text not null,
  counted jsonb not null,
  primary key (provider_id, ticket_id),
  constraint ticket_fact_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
create index ticket_fact_by_end on ticket_fact (provider_id, tenant_id, last_event_at);
create index ticket_fact_unfinished on ticket_fact (provider_id, tenant_id, opened_at) where unfinished;
call protect_tenant_table('ticket_fact');
grant select, insert, update on ticket_fact to daylight_app, daylight_worker;
grant select on ticket_fact to daylight_reporting;

-- Additive, so that months sum to quarters and services to a tenant; subtractable, so that a reopened ticket moves.
create table kpi_rollup (
  provider_id uuid not null,
  tenant_id uuid not null,
  zone text not null,
  -- YYYY-MM in `zone`.
  month text not null constraint kpi_rollup_month check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  -- MET, MISSED, CANCELLED, MERGED, CONTESTED of a clock; OPENED, REOPENED, RESOLVED, CANCELLED, MERGED of tickets.
  measure text not null,
  -- '' for counts of tickets.
  clock text not null,
  service_item_id uuid not null,
  priority text not null,
  n bigint not null,
  primary key (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority),
  constraint kpi_rollup_tenant_fk foreign key (provider_id, tenant_id) references tenant
);
call protect_tenant_table('kpi_rollup');
grant select, insert, update on kpi_rollup to daylight_app, daylight_worker;
grant select on kpi_rollup to daylight_reporting;

-- Tickets that an import brought can be taken back; their counts go with them.
create function ticket_fact_gone() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
  select g.provider_id, g.tenant_id, g.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, -sum(x.n)
  from gone g cross join lateral jsonb_to_recordset(g.counted)
    as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
  where not (g.pilot and x.clock <> '')
  group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
  on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
    do update set n = kpi_rollup.n + excluded.n;
  return null;
end $$;
revoke all on function ticket_fact_gone() from public;
create trigger ticket_fact_gone after delete on ticket_fact referencing old table as gone
  for each statement execute function ticket_fact_gone();
