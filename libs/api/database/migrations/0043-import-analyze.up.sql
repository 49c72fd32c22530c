-- After a bulk load the planner knows nothing of what came until autovacuum gets round to it; figures asked for meanwhile
-- would walk whole tables per ticket. Only an owner may ANALYZE on PostgreSQL 15 and 16, so the worker asks for it here.
create function import_analyze() returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  analyze import_row, import_case, import_entry, ticket, ticket_event, ticket_message, ticket_search, ticket_clock, ticket_fact, kpi_rollup;
end $$;
revoke all on function import_analyze() from public;
grant execute on function import_analyze() to daylight_worker;
