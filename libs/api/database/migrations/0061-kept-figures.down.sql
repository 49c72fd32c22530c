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
  return null;
end $$;
drop function arm_kpi_keeping(integer);
drop table kpi_keeping;
drop table kpi_touch;
drop table kpi_period;
