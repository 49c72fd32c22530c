-- A request begins with one statement instead of two: its scope, and what its idempotency key stands for. Session, person
-- and membership are one look-up, and nothing on the way starts a statement that can be an expression.

drop function scope_mint(uuid, uuid, uuid, text, boolean, boolean, boolean, uuid[]);
drop function scope_sign(text);
drop function scope_stamp();

-- Signs the scope into `daylight.scope` until the transaction ends (its layout: 0001) and returns it. The key is read from
-- its table, and goes into no other statement's plan or parameters (0013).
create function scope_mint(
  p_provider uuid, p_tenant uuid, p_person uuid, p_side text,
  p_all_tenants boolean, p_confidential boolean, p_own_only boolean, p_tenants uuid[]
) returns text
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  payload constant text := pg_backend_pid() || '|' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint
    || '|' || p_provider || '|' || coalesce(p_tenant::text, '') || '|' || coalesce(p_person::text, '')
    || '|' || p_side || '|' || p_all_tenants::text || '|' || p_confidential::text || '|' || p_own_only::text
    || '|' || coalesce(p_tenants, '{}')::text;
  key scope_key;
begin
  select * into key from scope_key;
  return set_config('daylight.scope',
    payload || '|' || encode(sha256(key.outer_key || sha256(key.inner_key || convert_to(payload, 'UTF8'))), 'hex'), true);
end $$;
revoke all on function scope_mint(uuid, uuid, uuid, text, boolean, boolean, boolean, uuid[]) from public;

create or replace function begin_worker_scope(p_provider uuid, p_tenant uuid) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  minted text;
begin
  minted := scope_mint(p_provider, p_tenant, null, 'SYSTEM', p_tenant is null, true, false, '{}');
  return now();
end $$;

drop function idempotency_recall(text);
drop function begin_scope(bytea, text, uuid);
-- Who asks, by a session's hash; p_tenant: the company that a client user chose, null: the only or first one.
-- p_key: the request's idempotency key; its digest and answer are those of the request that came first under it, if any. A
-- request of the same key that is still going on is waited for, and what it commits is seen: the second statement takes a
-- snapshot of its own.
create function begin_scope(
  p_token_hash bytea, p_audience text, p_tenant uuid, p_key text,
  out at timestamptz, out session_id uuid, out provider_id uuid, out tenant_id uuid, out person_id uuid, out side text,
  out roles text[], out display_name text, out email text, out language text, out zone text, out sees_confidential boolean,
  out restricted boolean, out approval_limit_minor bigint, out request_digest text, out response jsonb
)
  language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
as $$
declare
  assigned uuid[] := '{}';
  minted text;
begin
  at := now();
  if p_audience = 'PORTAL' then
    select x.session_id, x.provider_id, m.tenant_id, x.person_id, 'CLIENT', m.roles, p.display_name, p.email, p.language, p.zone,
      false, false, m.approval_limit_minor
    into session_id, provider_id, tenant_id, person_id, side, roles, display_name, email, language, zone,
      sees_confidential, restricted, approval_limit_minor
    from session x
    join person p on p.provider_id = x.provider_id and p.person_id = x.person_id
    left join lateral (
      select m0.tenant_id, m0.roles, m0.approval_limit_minor
      from tenant_membership m0
      join tenant t on t.provider_id = m0.provider_id and t.tenant_id = m0.tenant_id and t.stage <> 'CLOSED'
      where m0.provider_id = x.provider_id and m0.person_id = x.person_id and (p_tenant is null or m0.tenant_id = p_tenant)
      order by t.name limit 1) m on true
    where x.token_hash = p_token_hash and x.audience = p_audience and x.revoked_at is null and x.expires_at > begin_scope.at
      and p.status = 'ACTIVE';
  else
    select x.session_id, x.provider_id, x.person_id, 'PROVIDER', array[p.staff_role], p.display_name, p.email, p.language, p.zone,
      p.sees_confidential, p.restricted
    into session_id, provider_id, person_id, side, roles, display_name, email, language, zone, sees_confidential, restricted
    from session x
    join person p on p.provider_id = x.provider_id and p.person_id = x.person_id
    where x.token_hash = p_token_hash and x.audience = p_audience and x.revoked_at is null and x.expires_at > begin_scope.at
      and p.status = 'ACTIVE';
  end if;
  if session_id is null then
    raise exception 'no valid session' using errcode = 'DL401';
  end if;
  if side = 'CLIENT' and tenant_id is null then
    raise exception 'not a member of that tenant' using errcode = 'DL403';
  end if;
  if restricted then
    select coalesce(array_agg(a.tenant_id), '{}') into assigned
    from staff_assignment a where a.provider_id = begin_scope.provider_id and a.person_id = begin_scope.person_id;
  end if;
  minted := scope_mint(provider_id, tenant_id, person_id, side, side = 'PROVIDER' and not restricted, sees_confidential,
    side = 'CLIENT' and not (roles && array['COORDINATOR', 'APPROVER', 'AUDITOR']), assigned);
  if p_key is not null then
    perform pg_advisory_xact_lock(hashtextextended('idempotency/' || provider_id || '/' || person_id || '/' || p_key, 0));
    select k.request_digest, k.response into request_digest, response from idempotency_key k
    where k.provider_id = begin_scope.provider_id and k.person_id = begin_scope.person_id and k.key = p_key;
  end if;
end $$;
revoke all on function begin_scope(bytea, text, uuid, text) from public;
grant execute on function begin_scope(bytea, text, uuid, text) to daylight_app, daylight_worker;
