create or replace function import_analyze() returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  analyze import_row, import_case, import_entry, ticket, ticket_event, ticket_message, ticket_search, ticket_clock, ticket_fact, kpi_rollup;
end $$;
