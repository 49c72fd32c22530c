-- Kept answers were never taken away: the table grew by a row with each mutation, for good. A client repeats a request
-- within seconds, a browser that slept within a day; three days leave room for a weekend without a network. One scan an
-- hour, no index: it would cost every mutation what this saves. The worker's role only.
create function idempotency_purge() returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  n integer;
begin
  delete from idempotency_key where created_at < now() - interval '3 days';
  get diagnostics n = row_count;
  return n;
end $$;
revoke all on function idempotency_purge() from public;
grant execute on function idempotency_purge() to daylight_worker;
