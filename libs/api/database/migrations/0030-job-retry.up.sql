-- A failed attempt that gives its claim back. fail_job (0003) moves run_at in any case, which would overwrite a timer that
-- was re-armed while its old instant was being handled; this one moves it only if it is still the instant that was claimed.
create function retry_job(p_job uuid, p_lease_id uuid, p_run_at timestamptz, p_error text, p_retry_in interval, p_dead boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  update job set leased_until = null, lease = null, last_error = left(p_error, 2000),
    run_at = case when run_at = p_run_at then clock_timestamp() + p_retry_in else run_at end,
    dead_at = case when run_at = p_run_at and p_dead then clock_timestamp() end
  where job_id = p_job and lease = p_lease_id;
  return found;
end $$;
revoke all on function retry_job(uuid, uuid, timestamptz, text, interval, boolean) from public;
grant execute on function retry_job(uuid, uuid, timestamptz, text, interval, boolean) to daylight_worker;
