-- Every provider has its nightly check of kept figures against their events, whoever made the provider. Called by workers.
create function arm_nightly_checks() returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare armed integer;
begin
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
  select gen_random_uuid(), p.provider_id, null, 'kpi-check', '{}', date_trunc('day', now()) + interval '1 day 18 hours', 'nightly'
  from provider p
  on conflict on constraint job_dedupe_key do nothing;
  get diagnostics armed = row_count;
  return armed;
end $$;
revoke all on function arm_nightly_checks() from public;
grant execute on function arm_nightly_checks() to daylight_worker;
