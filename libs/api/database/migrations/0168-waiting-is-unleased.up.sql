-- A job in a worker's hands doesn't wait: an import of an hour is no queue that stands still.
create or replace function queue_ages() returns table (queue text, waiting bigint, oldest_seconds double precision, dead bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select j.queue, count(*) filter (where j.waits),
    coalesce(extract(epoch from now() - min(j.run_at) filter (where j.waits)), 0)::double precision,
    count(*) filter (where j.dead_at is not null)
  from (select queue, run_at, dead_at,
      dead_at is null and run_at <= now() and (leased_until is null or leased_until < now()) as waits from job) j
  group by j.queue
$$;
