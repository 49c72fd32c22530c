-- As 0001 made them. Rights stay as they are.
create or replace function scope_sign(payload text) returns text
  language sql stable security definer set search_path = pg_catalog, public
as $$ select encode(hmac(payload, encode(secret, 'hex'), 'sha256'), 'hex') from scope_key $$;
-- The verified scope as an array of its fields. Raises when none is set, or when it was made elsewhere.
create or replace function scope_fields() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, public
as $$
declare
  scope text := current_setting('daylight.scope', true);
  cut int;
begin
  if scope is null or scope = '' then
    raise exception 'no scope is set' using errcode = 'DL000';
  end if;
  cut := length(scope) - 64;
  if scope_sign(left(scope, cut - 1)) <> right(scope, 64) or left(scope, length(scope_stamp()) + 1) <> scope_stamp() || '|' then
    raise exception 'the scope is not one of this transaction' using errcode = 'DL000';
  end if;
  return string_to_array(scope, '|');
end $$;

-- Policies call these as `(select scope_...())`: evaluated once a statement, not once a row.
create or replace function scope_provider() returns uuid language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[3]::uuid $$;
create or replace function scope_tenant() returns uuid language sql stable security definer set search_path = pg_catalog, public
as $$ select nullif((scope_fields())[4], '')::uuid $$;
create or replace function scope_person() returns uuid language sql stable security definer set search_path = pg_catalog, public
as $$ select nullif((scope_fields())[5], '')::uuid $$;
create or replace function scope_side() returns text language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[6] $$;
create or replace function scope_is_staff() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[6] <> 'CLIENT' $$;
create or replace function scope_all_tenants() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[7]::boolean $$;
create or replace function scope_sees_confidential() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[8]::boolean $$;
create or replace function scope_own_only() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[9]::boolean $$;
create or replace function scope_tenants() returns uuid[] language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[10]::uuid[] $$;

alter table scope_key drop column inner_key, drop column outer_key;
drop function scope_pad(bytea, integer);
