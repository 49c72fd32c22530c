-- The same scope, verified for half the price: every policy asks several times a statement. The signature is still
-- HMAC-SHA256 under a key that only the owner reads, now by the server's own sha256 over the two padded keys (RFC 2104);
-- pgcrypto looks its algorithm up at every call. The accessors are plain expressions over the one verified array, which
-- the planner takes into the policies; their bodies are bound to it here, whatever the caller's search_path says.

-- The key, padded with zeros to a block, each byte xor `pad`.
create function scope_pad(secret bytea, pad integer) returns bytea
  language sql immutable set search_path = pg_catalog, public
as $$
  select string_agg(set_byte('\x00'::bytea, 0, (case when i < length(secret) then get_byte(secret, i) else 0 end) # pad), null order by i)
  from generate_series(0, 63) i
$$;
revoke all on function scope_pad(bytea, integer) from public;
alter table scope_key
  add column inner_key bytea not null generated always as (scope_pad(secret, 54)) stored,
  add column outer_key bytea not null generated always as (scope_pad(secret, 92)) stored;

create or replace function scope_sign(payload text) returns text
  language sql stable security definer set search_path = pg_catalog, public
as $$ select encode(sha256(outer_key || sha256(inner_key || convert_to(payload, 'UTF8'))), 'hex') from scope_key $$;

-- The verified scope as an array of its fields. Raises when none is set, or when it was made elsewhere.
-- The key is read from its table each time: as a constant it would cost half, and any session could have it printed with the
-- plan (debug_print_plan).
create or replace function scope_fields() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, public
as $$
declare
  scope text := current_setting('daylight.scope', true);
  payload text;
  stamp text := pg_backend_pid() || '|' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint || '|';
  key scope_key;
begin
  if scope is null or scope = '' then
    raise exception 'no scope is set' using errcode = 'DL000';
  end if;
  payload := left(scope, -65);
  select * into key from scope_key;
  if encode(sha256(key.outer_key || sha256(key.inner_key || convert_to(payload, 'UTF8'))), 'hex') <> right(scope, 64)
    or not starts_with(payload, stamp) then
    raise exception 'the scope is not one of this transaction' using errcode = 'DL000';
  end if;
  return string_to_array(payload, '|');
end $$;

create or replace function scope_provider() returns uuid language sql stable security invoker
  return (public.scope_fields())[3]::uuid;
create or replace function scope_tenant() returns uuid language sql stable security invoker
  return nullif((public.scope_fields())[4], '')::uuid;
create or replace function scope_person() returns uuid language sql stable security invoker
  return nullif((public.scope_fields())[5], '')::uuid;
create or replace function scope_side() returns text language sql stable security invoker
  return (public.scope_fields())[6];
create or replace function scope_is_staff() returns boolean language sql stable security invoker
  return (public.scope_fields())[6] <> 'CLIENT';
create or replace function scope_all_tenants() returns boolean language sql stable security invoker
  return (public.scope_fields())[7]::boolean;
create or replace function scope_sees_confidential() returns boolean language sql stable security invoker
  return (public.scope_fields())[8]::boolean;
create or replace function scope_own_only() returns boolean language sql stable security invoker
  return (public.scope_fields())[9]::boolean;
create or replace function scope_tenants() returns uuid[] language sql stable security invoker
  return (public.scope_fields())[10]::uuid[];
