-- The scope: who is asking, for which provider and client. The database mints it inside the transaction and signs it
-- with a key that no login role can read, so that neither a bug nor injected SQL can forge or replay one (ADR 0003).

create extension if not exists pgcrypto;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

-- Nobody but the owner creates objects here; login roles get what is granted table by table.
revoke all on schema public from public;
grant usage on schema public to daylight_app, daylight_worker, daylight_reporting, daylight_backup;

create table scope_key (
  one boolean primary key default true constraint scope_key_single check (one),
  secret bytea not null default gen_random_bytes(32)
);
insert into scope_key default values;

-- Layout of the setting `daylight.scope`, `|`-separated:
-- pid, transaction start (us), provider, tenant or '', person or '', side, all tenants t/f, sees confidential t/f,
-- own tickets only t/f, tenant list '{...}', hex signature of everything before it.
create function scope_sign(payload text) returns text
  language sql stable security definer set search_path = pg_catalog, public
as $$ select encode(hmac(payload, encode(secret, 'hex'), 'sha256'), 'hex') from scope_key $$;
revoke all on function scope_sign(text) from public;

create function scope_stamp() returns text
  language sql stable
as $$ select pg_backend_pid() || '|' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint $$;

create function scope_mint(
  p_provider uuid, p_tenant uuid, p_person uuid, p_side text,
  p_all_tenants boolean, p_confidential boolean, p_own_only boolean, p_tenants uuid[]
) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare payload text;
begin
  payload := scope_stamp() || '|' || p_provider || '|' || coalesce(p_tenant::text, '') || '|' || coalesce(p_person::text, '')
    || '|' || p_side || '|' || p_all_tenants::text || '|' || p_confidential::text || '|' || p_own_only::text
    || '|' || coalesce(p_tenants, '{}')::text;
  perform set_config('daylight.scope', payload || '|' || scope_sign(payload), true);
end $$;
revoke all on function scope_mint(uuid, uuid, uuid, text, boolean, boolean, boolean, uuid[]) from public;

-- The verified scope as an array of its fields. Raises when none is set, or when it was made elsewhere.
create function scope_fields() returns text[]
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
create function scope_provider() returns uuid language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[3]::uuid $$;
create function scope_tenant() returns uuid language sql stable security definer set search_path = pg_catalog, public
as $$ select nullif((scope_fields())[4], '')::uuid $$;
create function scope_person() returns uuid language sql stable security definer set search_path = pg_catalog, public
as $$ select nullif((scope_fields())[5], '')::uuid $$;
create function scope_side() returns text language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[6] $$;
create function scope_is_staff() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[6] <> 'CLIENT' $$;
create function scope_all_tenants() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[7]::boolean $$;
create function scope_sees_confidential() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[8]::boolean $$;
create function scope_own_only() returns boolean language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[9]::boolean $$;
create function scope_tenants() returns uuid[] language sql stable security definer set search_path = pg_catalog, public
as $$ select (scope_fields())[10]::uuid[] $$;

-- Policy classes. Provider: every scope of the provider. Staff: its staff and workers only. Tenant: one client's rows.
create procedure protect_provider_table(t regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy provider_scope on %s using (provider_id = (select scope_provider())) with check (provider_id = (select scope_provider()))', t);
end $$;

create procedure protect_staff_table(t regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy staff_scope on %s using (provider_id = (select scope_provider()) and (select scope_is_staff())) with check (provider_id = (select scope_provider()) and (select scope_is_staff()))', t);
end $$;

create procedure protect_tenant_table(t regclass)
  language plpgsql
as $$
declare
  rule constant text := 'provider_id = (select scope_provider()) and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))';
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy tenant_scope on %s using (%s) with check (%s)', t, rule, rule);
end $$;
revoke all on procedure protect_provider_table(regclass), protect_staff_table(regclass), protect_tenant_table(regclass) from public;
