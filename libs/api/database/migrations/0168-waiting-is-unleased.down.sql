create or replace function queue_ages() returns table (queue text, waiting bigint, oldest_seconds double precision, dead bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select j.queue, count(*) filter (where j.dead_at is null and j.run_at <= now()),
    coalesce(extract(epoch from now() - min(j.run_at) filter (where j.dead_at is null and j.run_at <= now())), 0)::double precision,
    count(*) filter (where j.dead_at is not null)
  from job j group by j.queue
$$;
