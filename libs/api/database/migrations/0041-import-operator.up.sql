-- The command line names a tenant by its id alone; before a scope the worker's role may ask whose it is.
create function provider_of_tenant(p_tenant uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
as $$ select provider_id from tenant where tenant_id = p_tenant $$;
revoke all on function provider_of_tenant(uuid) from public;
grant execute on function provider_of_tenant(uuid) to daylight_worker;
