-- Rights of people checked where they are written: whoever reaches the application's role can't raise anybody's rights,
-- invite an administrator or take over an account by a link. domain.md section 1, reliability A10, G1+.

-- Staff are invited by an administrator; the application's role no longer inserts people by itself.
revoke insert on person from daylight_app;

create function person_invite_staff(
  p_person uuid, p_email text, p_name text, p_language text, p_zone text,
  p_staff_role text, p_restricted boolean, p_sees_confidential boolean, p_tenants uuid[]
) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare made uuid;
begin
  if not caller_is_admin() then
    raise exception 'only an administrator invites staff' using errcode = 'DL403';
  end if;
  insert into person (provider_id, person_id, email, display_name, side, staff_role, restricted, sees_confidential, language, zone, status, created_at)
  values (scope_provider(), p_person, p_email, p_name, 'PROVIDER', p_staff_role, p_restricted, p_sees_confidential, p_language, p_zone, 'INVITED', now())
  on conflict (provider_id, email) do nothing
  returning person_id into made;
  if made is not null then
    insert into staff_assignment (provider_id, tenant_id, person_id) select scope_provider(), t, made from unnest(p_tenants) t;
  end if;
  return made;
end $$;

-- The roles that the caller may give, take or touch in a tenant. Empty: none.
create function roles_to_give(p_tenant uuid) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, public
as $$
declare own text[];
begin
  if scope_is_staff() then
    return case
      when not (scope_all_tenants() or p_tenant = scope_tenant() or p_tenant = any (scope_tenants())) then '{}'
      when scope_side() = 'SYSTEM' or exists (
        select 1 from person p where p.provider_id = scope_provider() and p.person_id = scope_person() and p.staff_role in ('ACCOUNT_MANAGER', 'PROVIDER_ADMIN'))
        then array['REQUESTER', 'COORDINATOR', 'APPROVER', 'AUDITOR']
      else '{}' end;
  end if;
  if p_tenant <> scope_tenant() then
    return '{}';
  end if;
  select roles into own from tenant_membership
  where provider_id = scope_provider() and tenant_id = p_tenant and person_id = scope_person();
  return case when 'APPROVER' = any (own) then array['REQUESTER', 'COORDINATOR', 'APPROVER', 'AUDITOR']
    when 'COORDINATOR' = any (own) then array['REQUESTER', 'COORDINATOR'] else '{}' end;
end $$;

-- Whether the person is a client user of a tenant that the caller may invite to.
create function is_member_in_reach(p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (
    select 1 from tenant_membership m
    where m.provider_id = scope_provider() and m.person_id = p_person and cardinality(roles_to_give(m.tenant_id)) > 0)
$$;

-- Now also: a client touches only members whose roles it could give, and gives no higher limit than its own.
create or replace function membership_set(p_tenant uuid, p_person uuid, p_roles text[], p_limit bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  may text[] := roles_to_give(p_tenant);
  present text[];
  own_limit bigint;
begin
  select roles into present from tenant_membership
  where provider_id = scope_provider() and tenant_id = p_tenant and person_id = p_person for update;
  if cardinality(may) = 0 or not (coalesce(p_roles, '{}') || coalesce(present, '{}') <@ may) then
    raise exception 'not yours to give' using errcode = 'DL403';
  end if;
  if not scope_is_staff() then
    select approval_limit_minor into own_limit from tenant_membership
    where provider_id = scope_provider() and tenant_id = p_tenant and person_id = scope_person();
    if own_limit is not null and 'APPROVER' = any (p_roles) and coalesce(p_limit > own_limit, true) then
      raise exception 'above the own limit' using errcode = 'DL403';
    end if;
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

-- Now also: only who may invite to some tenant, never a member of staff's address (null), and two at once are one.
create or replace function person_invite_client(p_person uuid, p_email text, p_name text, p_language text, p_zone text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare known uuid;
begin
  if not scope_is_staff() and cardinality(roles_to_give(scope_tenant())) = 0 then
    raise exception 'not yours to invite' using errcode = 'DL403';
  end if;
  insert into person (provider_id, person_id, email, display_name, side, language, zone, status, created_at)
  values (scope_provider(), p_person, p_email, p_name, 'CLIENT', p_language, p_zone, 'INVITED', now())
  on conflict (provider_id, email) do nothing
  returning person_id into known;
  if known is null then
    select person_id into known from person where provider_id = scope_provider() and email = p_email and side = 'CLIENT';
  end if;
  return known;
end $$;

-- Now also: only an administrator for staff, for a client user whoever may invite to the tenant, and invitations only for
-- who hasn't signed in yet. False: there is nobody to make such a link for.
drop function one_time_link_create(uuid, bytea, text, uuid, interval);
create function one_time_link_create(p_link uuid, p_token_hash bytea, p_purpose text, p_person uuid, p_lifetime interval) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare target record;
begin
  select side, status into target from person where provider_id = scope_provider() and person_id = p_person;
  if target is null or target.status = 'DEACTIVATED' or (p_purpose = 'INVITATION' and target.status <> 'INVITED') then
    return false;
  end if;
  if not caller_is_admin() and (p_purpose <> 'INVITATION' or target.side <> 'CLIENT' or not is_member_in_reach(p_person)) then
    raise exception 'not yours to invite' using errcode = 'DL403';
  end if;
  update one_time_link set used_at = now()
  where provider_id = scope_provider() and person_id = p_person and purpose = p_purpose and used_at is null;
  insert into one_time_link (link_id, token_hash, purpose, provider_id, person_id, created_at, expires_at)
  values (p_link, p_token_hash, p_purpose, scope_provider(), p_person, now(), now() + p_lifetime);
  return true;
end $$;

-- Now also: who never set a password is invited again rather than active; says the status that holds.
drop function person_set_status(uuid, text);
create function person_set_status(p_person uuid, p_status text) returns text
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  target record;
  becomes text := p_status;
begin
  select side, person_id into target from person where provider_id = scope_provider() and person_id = p_person for update;
  if target is null then
    raise exception 'no such person' using errcode = 'DL404';
  end if;
  if not caller_is_admin() then
    raise exception 'only an administrator changes that' using errcode = 'DL403';
  end if;
  if p_status = 'ACTIVE' and not exists (select 1 from credential c where c.provider_id = scope_provider() and c.person_id = p_person) then
    becomes := 'INVITED';
  end if;
  update person set status = becomes, version = version + 1 where provider_id = scope_provider() and person_id = p_person;
  if becomes = 'DEACTIVATED' then
    update session set revoked_at = now() where provider_id = scope_provider() and person_id = p_person and revoked_at is null;
    update one_time_link set used_at = now() where provider_id = scope_provider() and person_id = p_person and used_at is null;
  end if;
  return becomes;
end $$;

-- Now also: of another person's sessions an administrator disposes, not any member of staff.
create or replace function session_close_all(p_person uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare n integer;
begin
  if p_person is distinct from scope_person() and not caller_is_admin() then
    raise exception 'not your sessions' using errcode = 'DL403';
  end if;
  update session set revoked_at = now() where provider_id = scope_provider() and person_id = p_person and revoked_at is null;
  get diagnostics n = row_count;
  return n;
end $$;

-- Under a scope: end one of the own sessions. False when it is none of them.
create function session_end_own(p_session uuid) returns boolean
  language sql security definer set search_path = pg_catalog, public
as $$
  with ended as (
    update session set revoked_at = now()
    where session_id = p_session and provider_id = scope_provider() and person_id = scope_person() and revoked_at is null returning 1)
  select exists (select 1 from ended)
$$;

-- Before a scope: a reset by e-mail. One link and one mail per account that has the address; the caller brings as many
-- links as there could be and learns nothing (A1). The job's payload holds the link until the mail is handed over.
create function password_reset_request(p_email text, p_audience text, p_lifetime interval, p_links jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  c record;
  l jsonb;
begin
  for c in select x.provider_id, x.person_id, row_number() over (order by x.provider_id) - 1 as n from reset_candidates(p_email, p_audience) x loop
    l := p_links -> c.n::int;
    exit when l is null;
    update one_time_link set used_at = now()
    where provider_id = c.provider_id and person_id = c.person_id and purpose = 'PASSWORD_RESET' and used_at is null;
    insert into one_time_link (link_id, token_hash, purpose, provider_id, person_id, created_at, expires_at)
    values ((l ->> 'id')::uuid, decode(l ->> 'hash', 'hex'), 'PASSWORD_RESET', c.provider_id, c.person_id, now(), now() + p_lifetime);
    insert into job (job_id, provider_id, queue, payload, run_at)
    values ((l ->> 'jobId')::uuid, c.provider_id, 'mail',
      jsonb_build_object('template', 'PASSWORD_RESET', 'personId', c.person_id, 'link', l ->> 'link'), now());
  end loop;
end $$;

-- A company's people with address and status, for members who may read them; `person` itself shows a client the own row.
create function colleague_list(p_search text, p_after_name text, p_after_id uuid, p_person uuid, p_limit integer)
  returns table (person_id uuid, display_name text, email text, status text, roles text[], approval_limit_minor bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.person_id, p.display_name, p.email, p.status, m.roles, m.approval_limit_minor
  from tenant_membership m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
  where m.provider_id = scope_provider() and m.tenant_id = scope_tenant() and not scope_own_only()
    and (p_person is null or p.person_id = p_person)
    and (p_search is null or strpos(lower(p.display_name), p_search) > 0 or strpos(p.email, p_search) > 0)
    and (p_after_id is null or (p.display_name, p.person_id) > (p_after_name, p_after_id))
  order by p.display_name, p.person_id
  limit p_limit
$$;

-- What has had its day: counters of past windows, links and sessions a month after their end. The worker's role only.
create function identity_purge() returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  n integer;
  total integer := 0;
begin
  delete from rate_limit where window_start < now() - interval '1 day';
  get diagnostics n = row_count; total := total + n;
  delete from one_time_link where expires_at < now() - interval '30 days';
  get diagnostics n = row_count; total := total + n;
  delete from session where least(expires_at, coalesce(revoked_at, expires_at)) < now() - interval '30 days';
  get diagnostics n = row_count; total := total + n;
  return total;
end $$;

-- A client reads its provider, its company and the teams' names, and changes none of them.
create policy staff_changes on provider as restrictive for update using ((select scope_is_staff()));
create policy staff_changes on tenant as restrictive for update using ((select scope_is_staff()));
create policy staff_makes on tenant as restrictive for insert with check ((select scope_is_staff()));
create policy staff_changes on team as restrictive for update using ((select scope_is_staff()));
create policy staff_makes on team as restrictive for insert with check ((select scope_is_staff()));

revoke all on function
  person_invite_staff(uuid, text, text, text, text, text, boolean, boolean, uuid[]), roles_to_give(uuid), is_member_in_reach(uuid),
  one_time_link_create(uuid, bytea, text, uuid, interval), person_set_status(uuid, text), session_end_own(uuid),
  password_reset_request(text, text, interval, jsonb), colleague_list(text, text, uuid, uuid, integer), identity_purge()
  from public;
grant execute on function
  person_invite_staff(uuid, text, text, text, text, text, boolean, boolean, uuid[]), roles_to_give(uuid),
  one_time_link_create(uuid, bytea, text, uuid, interval), person_set_status(uuid, text), session_end_own(uuid),
  password_reset_request(text, text, interval, jsonb), colleague_list(text, text, uuid, uuid, integer)
  to daylight_app, daylight_worker;
grant execute on function identity_purge() to daylight_worker;
