-- What an import's plans depend on are keys and instants. Statistics of search tokens and of documents cost seconds a call
-- (every element of an array is counted) and answer no question that a batch asks.
create or replace function import_analyze() returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  analyze import_row (provider_id, tenant_id, run_id, line, case_key), import_case (provider_id, tenant_id, case_key, ticket_id, run_id),
    import_entry (provider_id, tenant_id, ticket_id, line),
    ticket (provider_id, tenant_id, ticket_id, number, status, is_open, opened_at, due_order, requester_id, assignee_id, external_key, import_run_id),
    ticket_event (provider_id, tenant_id, ticket_id, seq, occurred_at), ticket_message (provider_id, tenant_id, ticket_id, message_id, at),
    ticket_search (provider_id, tenant_id, ticket_id, source_id), ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, due_at, verdict_at),
    ticket_fact (provider_id, tenant_id, ticket_id, opened_at, last_event_at, unfinished), kpi_rollup;
end $$;
