-- A program says plainly that it doesn't fit the database, instead of failing at some statement later.

-- The oldest program that this schema serves, as the newest migration that it must know. A migration that takes something
-- away which older programs use (contract, not expand) redefines it with its own number.
create function oldest_program() returns integer language sql immutable set search_path = pg_catalog, public
as $$ select 73 $$;

-- Before a scope: says nothing about anybody.
create function schema_version() returns table (applied integer[], oldest_program integer)
  language sql stable security definer set search_path = pg_catalog, public
as $$ select array_agg(m.version order by m.version), oldest_program() from schema_migration m $$;
revoke all on function oldest_program(), schema_version() from public;
grant execute on function schema_version() to daylight_app, daylight_worker;
