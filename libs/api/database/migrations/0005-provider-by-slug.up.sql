-- Which provider the command line means, before there is a scope to look in. The worker's role only.
create function provider_by_slug(p_slug text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
as $$ select provider_id from provider where slug = p_slug $$;

revoke all on function provider_by_slug(text) from public;
grant execute on function provider_by_slug(text) to daylight_worker;
