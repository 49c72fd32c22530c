-- Figures of months, quarters and years that are over, kept as computed (decision 8): a page reads a row a period however
-- many tickets there were. Percentiles don't add up, so it is results that are kept, and any later change of a ticket that
-- a period may rest on leaves a mark in its own transaction. A marked period is computed from the facts again.

create table kpi_period (
  provider_id uuid not null,
  tenant_id uuid not null,
  zone text not null,
  -- `2026`, `2026-Q3` or `2026-08`, cut in `zone`.
  period_key text not null,
  to_at timestamptz(3) not null,
  -- Of the definitions (libs/domain kpi/summary.ts): what another one computed is no answer.
  edition integer not null,
  kept_at timestamptz(3) not null,
  figures jsonb not null,
  primary key (provider_id, tenant_id, zone, period_key),
  constraint kpi_period_tenant_fk foreign key (provider_id, tenant_id) references tenant
);
call protect_tenant_table('kpi_period');
grant select on kpi_period to daylight_app, daylight_reporting;
grant select, insert, update, delete on kpi_period to daylight_worker;

-- Marks, never updated: two transactions that mark don't wait for each other. Periods that end after `since` are in doubt
-- until the worker has taken the mark away together with what was kept of them.
create table kpi_touch (
  provider_id uuid not null,
  tenant_id uuid not null,
  touch_id bigint generated always as identity,
  since timestamptz(3) not null,
  primary key (provider_id, touch_id),
  constraint kpi_touch_tenant_fk foreign key (provider_id, tenant_id) references tenant
);
create index kpi_touch_by_since on kpi_touch (provider_id, tenant_id, since);
call protect_tenant_table('kpi_touch');
grant select, insert on kpi_touch to daylight_app;
grant select, insert, delete on kpi_touch to daylight_worker;
grant select on kpi_touch to daylight_reporting;

-- One row per client: who keeps locks it.
create table kpi_keeping (
  provider_id uuid not null,
  tenant_id uuid not null,
  zone text not null,
  edition integer not null,
  -- Opening of the first ticket; periods before it are empty. Null: there is none yet.
  first_opened_at timestamptz(3),
  -- Up to here it was looked; the next period can be kept at `due_at`.
  looked_until timestamptz(3) not null,
  due_at timestamptz(3) not null,
  primary key (provider_id, tenant_id),
  constraint kpi_keeping_tenant_fk foreign key (provider_id, tenant_id) references tenant
);
call protect_tenant_table('kpi_keeping');
grant select on kpi_keeping to daylight_app, daylight_reporting;
grant select, insert, update on kpi_keeping to daylight_worker;

-- A job for each client with something to keep under this edition of the definitions. Called by workers, once a minute.
create function arm_kpi_keeping(p_edition integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare armed integer;
begin
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
  select gen_random_uuid(), t.provider_id, t.tenant_id, 'kpi-keep', '{}', now(), t.tenant_id::text
  from tenant t left join kpi_keeping k on k.provider_id = t.provider_id and k.tenant_id = t.tenant_id
  where t.stage <> 'CLOSED' and (k.due_at is null or k.due_at <= now()
    or exists (select 1 from kpi_touch m where m.provider_id = t.provider_id and m.tenant_id = t.tenant_id)
    or k.edition <> p_edition or k.zone <> reporting_zone(t.provider_id, t.tenant_id))
  on conflict on constraint job_dedupe_key do nothing;
  get diagnostics armed = row_count;
  return armed;
end $$;
revoke all on function arm_kpi_keeping(integer) from public;
grant execute on function arm_kpi_keeping(integer) to daylight_worker;

-- Tickets that an import brought can be taken back; their counts go with them, and what was kept is in doubt.
create or replace function ticket_fact_gone() returns trigger
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
  insert into kpi_touch (provider_id, tenant_id, since)
  select g.provider_id, g.tenant_id, min(least(g.opened_at, g.earliest_opened_at)) from gone g group by 1, 2;
  return null;
end $$;
