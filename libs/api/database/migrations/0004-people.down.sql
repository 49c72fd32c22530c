drop policy staff_changes on provider;
drop policy staff_changes on tenant;
drop policy staff_makes on tenant;
drop policy staff_changes on team;
drop policy staff_makes on team;

drop function identity_purge();
drop function colleague_list(text, text, uuid, uuid, integer);
drop function password_reset_request(text, text, interval, jsonb);
drop function session_end_own(uuid);
drop function one_time_link_create(uuid, bytea, text, uuid, interval);
drop function person_set_status(uuid, text);
drop function person_invite_staff(uuid, text, text, text, text, text, boolean, boolean, uuid[]);

create or replace function session_close_all(p_person uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare n integer;
begin
  if p_person <> scope_person() and not scope_is_staff() then
    raise exception 'not your sessions' using errcode = 'DL403';
  end if;
  update session set revoked_at = now() where provider_id = scope_provider() and person_id = p_person and revoked_at is null;
  get diagnostics n = row_count;
  return n;
end $$;
create or replace function one_time_link_create(p_link uuid, p_token_hash bytea, p_purpose text, p_person uuid, p_lifetime interval) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  if not exists (select 1 from person p where p.provider_id = scope_provider() and p.person_id = p_person) then
    raise exception 'no such person' using errcode = 'DL404';
  end if;
  update one_time_link set used_at = now()
  where provider_id = scope_provider() and person_id = p_person and purpose = p_purpose and used_at is null;
  insert into one_time_link (link_id, token_hash, purpose, provider_id, person_id, created_at, expires_at)
  values (p_link, p_token_hash, p_purpose, scope_provider(), p_person, now(), now() + p_lifetime);
end $$;
create or replace function person_set_status(p_person uuid, p_status text) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare target_side text;
begin
  select side into target_side from person where provider_id = scope_provider() and person_id = p_person;
  if target_side is null then
    raise exception 'no such person' using errcode = 'DL404';
  end if;
  if not (caller_is_admin() or (target_side = 'CLIENT' and scope_is_staff())) then
    raise exception 'only an administrator changes that' using errcode = 'DL403';
  end if;
  update person set status = p_status, version = version + 1 where provider_id = scope_provider() and person_id = p_person;
  if p_status = 'DEACTIVATED' then
    update session set revoked_at = now() where provider_id = scope_provider() and person_id = p_person and revoked_at is null;
    update one_time_link set used_at = now() where provider_id = scope_provider() and person_id = p_person and used_at is null;
  end if;
end $$;
create or replace function membership_set(p_tenant uuid, p_person uuid, p_roles text[], p_limit bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare own text[];
begin
  if not scope_is_staff() then
    select roles into own from tenant_membership
    where provider_id = scope_provider() and tenant_id = scope_tenant() and person_id = scope_person();
    if p_tenant <> scope_tenant() or own is null or not (own && array['COORDINATOR', 'APPROVER']) or not (p_roles <@ (own || array['REQUESTER'])) then
      raise exception 'not yours to give' using errcode = 'DL403';
    end if;
  elsif not (scope_all_tenants() or p_tenant = any (scope_tenants())) then
    raise exception 'no such tenant' using errcode = 'DL404';
  end if;
  if p_roles is null or cardinality(p_roles) = 0 then
    delete from tenant_membership where provider_id = scope_provider() and tenant_id = p_tenant and person_id = p_person;
    return;
  end if;
  insert into tenant_membership (provider_id, tenant_id, person_id, roles, approval_limit_minor, created_at)
  select scope_provider(), p_tenant, p.person_id, p_roles, p_limit, now()
  from person p where p.provider_id = scope_provider() and p.person_id = p_person and p.side = 'CLIENT'
  on conflict (provider_id, tenant_id, person_id) do update set roles = excluded.roles, approval_limit_minor = excluded.approval_limit_minor;
  if not found then
    raise exception 'no such client user' using errcode = 'DL404';
  end if;
end $$;
create or replace function person_invite_client(p_person uuid, p_email text, p_name text, p_language text, p_zone text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare found_id uuid;
begin
  select person_id into found_id from person where provider_id = scope_provider() and email = p_email and side = 'CLIENT';
  if found_id is not null then
    return found_id;
  end if;
  insert into person (provider_id, person_id, email, display_name, side, language, zone, status, created_at)
  values (scope_provider(), p_person, p_email, p_name, 'CLIENT', p_language, p_zone, 'INVITED', now());
  return p_person;
end $$;

drop function is_member_in_reach(uuid);
drop function roles_to_give(uuid);

revoke all on function one_time_link_create(uuid, bytea, text, uuid, interval), person_set_status(uuid, text) from public;
grant execute on function one_time_link_create(uuid, bytea, text, uuid, interval), person_set_status(uuid, text) to daylight_app, daylight_worker;
grant insert on person to daylight_app;
