drop function begin_scope(bytea, text, uuid, text);
drop function scope_mint(uuid, uuid, uuid, text, boolean, boolean, boolean, uuid[]);
create function scope_sign(payload text) returns text
  language sql stable security definer set search_path = pg_catalog, public
as $$ select encode(sha256(outer_key || sha256(inner_key || convert_to(payload, 'UTF8'))), 'hex') from scope_key $$;
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
revoke all on function scope_stamp() from public;
grant execute on function scope_stamp() to daylight_app, daylight_worker, daylight_reporting;
create function begin_scope(p_token_hash bytea, p_audience text, p_tenant uuid)
  returns table (
    at timestamptz, session_id uuid, provider_id uuid, tenant_id uuid, person_id uuid, side text, roles text[],
    display_name text, email text, language text, zone text, sees_confidential boolean, restricted boolean, approval_limit_minor bigint
  )
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  s record;
  m record;
  assigned uuid[];
begin
  select x.session_id, x.provider_id, x.person_id, x.last_seen_at, p.side, p.staff_role, p.restricted, p.sees_confidential,
         p.display_name, p.email, p.language, p.zone
  into s
  from session x join person p on p.provider_id = x.provider_id and p.person_id = x.person_id
  where x.token_hash = p_token_hash and x.audience = p_audience and x.revoked_at is null and x.expires_at > now() and p.status = 'ACTIVE';
  if not found then
    raise exception 'no valid session' using errcode = 'DL401';
  end if;

  if p_audience = 'PORTAL' then
    select m0.tenant_id, m0.roles, m0.approval_limit_minor into m
    from tenant_membership m0 join tenant t on t.provider_id = m0.provider_id and t.tenant_id = m0.tenant_id and t.stage <> 'CLOSED'
    where m0.provider_id = s.provider_id and m0.person_id = s.person_id and (p_tenant is null or m0.tenant_id = p_tenant)
    order by t.name limit 1;
    if not found then
      raise exception 'not a member of that tenant' using errcode = 'DL403';
    end if;
    perform scope_mint(s.provider_id, m.tenant_id, s.person_id, 'CLIENT', false, false,
      not (m.roles && array['COORDINATOR', 'APPROVER', 'AUDITOR']), '{}');
    return query select now(), s.session_id, s.provider_id, m.tenant_id, s.person_id, 'CLIENT'::text, m.roles,
      s.display_name, s.email, s.language, s.zone, false, false, m.approval_limit_minor;
    return;
  end if;

  if s.restricted then
    select coalesce(array_agg(a.tenant_id), '{}') into assigned
    from staff_assignment a where a.provider_id = s.provider_id and a.person_id = s.person_id;
  end if;
  perform scope_mint(s.provider_id, null, s.person_id, 'PROVIDER', not s.restricted, s.sees_confidential, false, coalesce(assigned, '{}'));
  return query select now(), s.session_id, s.provider_id, null::uuid, s.person_id, 'PROVIDER'::text, array[s.staff_role],
    s.display_name, s.email, s.language, s.zone, s.sees_confidential, s.restricted, null::bigint;
end $$;
alter function begin_scope(bytea, text, uuid) set plan_cache_mode = force_generic_plan;
revoke all on function begin_scope(bytea, text, uuid) from public;
grant execute on function begin_scope(bytea, text, uuid) to daylight_app, daylight_worker;
create or replace function begin_worker_scope(p_provider uuid, p_tenant uuid) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  perform scope_mint(p_provider, p_tenant, null, 'SYSTEM', p_tenant is null, true, false, '{}');
  return now();
end $$;
create function idempotency_recall(p_key text, out request_digest text, out response jsonb)
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  scope constant text[] := scope_fields();
begin
  perform pg_advisory_xact_lock(hashtextextended('idempotency/' || scope[3] || '/' || scope[5] || '/' || p_key, 0));
  select k.request_digest, k.response into request_digest, response from idempotency_key k
  where k.provider_id = scope[3]::uuid and k.person_id = nullif(scope[5], '')::uuid and k.key = p_key;
end $$;
revoke all on function idempotency_recall(text) from public;
grant execute on function idempotency_recall(text) to daylight_app, daylight_worker;
