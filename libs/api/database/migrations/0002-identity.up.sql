-- Providers, people, their teams and tenants' members; how they sign in; sessions. domain.md section 1, decisions 1 and 2.

create table provider (
  provider_id uuid primary key,
  name text not null constraint provider_name_length check (length(name) between 1 and 200),
  slug text not null constraint provider_slug_key unique constraint provider_slug_form check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  zone text not null,
  language text not null constraint provider_language check (language in ('ko', 'en')),
  created_at timestamptz(3) not null
);
call protect_provider_table('provider');
grant select, update on provider to daylight_app, daylight_worker;

create table tenant (
  provider_id uuid not null references provider,
  tenant_id uuid not null,
  name text not null constraint tenant_name_length check (length(name) between 1 and 200),
  prefix text not null constraint tenant_prefix_form check (prefix ~ '^[A-Z][A-Z0-9]{1,9}$'),
  stage text not null constraint tenant_stage check (stage in ('PROSPECT', 'PILOT', 'ACTIVE', 'LEAVING', 'CLOSED')),
  zone text not null,
  language text not null constraint tenant_language check (language in ('ko', 'en')),
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (provider_id, tenant_id),
  constraint tenant_prefix_key unique (provider_id, prefix)
);
call protect_tenant_table('tenant');
grant select, insert, update on tenant to daylight_app, daylight_worker;

create table person (
  provider_id uuid not null references provider,
  person_id uuid not null,
  -- Stored normalised (trimmed, lower case, NFC): `lower()` isn't leakproof (decision 4).
  email text not null constraint person_email_form check (length(email) between 3 and 254 and email = lower(email)),
  display_name text not null constraint person_name_length check (length(display_name) between 1 and 120),
  side text not null constraint person_side check (side in ('PROVIDER', 'CLIENT')),
  staff_role text constraint person_staff_role check (staff_role in ('AGENT', 'ACCOUNT_MANAGER', 'PROVIDER_ADMIN')),
  -- Restricted staff see only the tenants assigned to them.
  restricted boolean not null default false,
  sees_confidential boolean not null default false,
  language text not null constraint person_language check (language in ('ko', 'en')),
  zone text not null,
  status text not null constraint person_status check (status in ('INVITED', 'ACTIVE', 'DEACTIVATED')),
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (provider_id, person_id),
  constraint person_email_key unique (provider_id, email),
  constraint person_role_by_side check ((side = 'PROVIDER') = (staff_role is not null))
);
alter table person enable row level security;
alter table person force row level security;
-- Staff see their provider's people; a client user sees the own row only (others by name: directory_entry).
create policy person_scope on person
  using (provider_id = (select scope_provider()) and ((select scope_is_staff()) or person_id = (select scope_person())))
  with check (provider_id = (select scope_provider()) and ((select scope_is_staff()) or person_id = (select scope_person())));
-- Role, side and restriction move only through `person_set_access`, so that a person can't raise the own rights by a plain update.
grant select, insert on person to daylight_app, daylight_worker;
grant update (display_name, language, zone, version) on person to daylight_app, daylight_worker;

create table tenant_membership (
  provider_id uuid not null,
  tenant_id uuid not null,
  person_id uuid not null,
  roles text[] not null constraint tenant_membership_roles
    check (cardinality(roles) > 0 and roles <@ array['REQUESTER', 'COORDINATOR', 'APPROVER', 'AUDITOR']),
  approval_limit_minor bigint constraint tenant_membership_limit check (approval_limit_minor >= 0),
  created_at timestamptz(3) not null,
  primary key (provider_id, tenant_id, person_id),
  foreign key (provider_id, tenant_id) references tenant,
  foreign key (provider_id, person_id) references person
);
create index tenant_membership_by_person on tenant_membership (provider_id, person_id);
call protect_tenant_table('tenant_membership');
grant select on tenant_membership to daylight_app, daylight_worker;

create table staff_assignment (
  provider_id uuid not null,
  tenant_id uuid not null,
  person_id uuid not null,
  primary key (provider_id, person_id, tenant_id),
  foreign key (provider_id, tenant_id) references tenant,
  foreign key (provider_id, person_id) references person
);
create index staff_assignment_by_tenant on staff_assignment (provider_id, tenant_id);
call protect_tenant_table('staff_assignment');
grant select on staff_assignment to daylight_app, daylight_worker;

-- Names that a tenant may see: its own members (tenant_id set) and the provider's staff (tenant_id null). Names only.
create table directory_entry (
  provider_id uuid not null,
  person_id uuid not null,
  tenant_id uuid,
  side text not null constraint directory_entry_side check (side in ('PROVIDER', 'CLIENT')),
  display_name text not null,
  foreign key (provider_id, person_id) references person,
  foreign key (provider_id, tenant_id) references tenant,
  constraint directory_entry_key unique nulls not distinct (provider_id, person_id, tenant_id)
);
alter table directory_entry enable row level security;
alter table directory_entry force row level security;
create policy directory_scope on directory_entry
  using (provider_id = (select scope_provider())
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select on directory_entry to daylight_app, daylight_worker;

-- Kept by triggers, so that no code path can forget it.
create function directory_keep_member() returns trigger language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  if tg_op = 'DELETE' then
    delete from directory_entry d where d.provider_id = old.provider_id and d.person_id = old.person_id and d.tenant_id = old.tenant_id;
    return old;
  end if;
  insert into directory_entry (provider_id, person_id, tenant_id, side, display_name)
  select p.provider_id, p.person_id, new.tenant_id, 'CLIENT', p.display_name from person p
  where p.provider_id = new.provider_id and p.person_id = new.person_id
  on conflict do nothing;
  return new;
end $$;
create trigger directory_keep after insert or delete on tenant_membership for each row execute function directory_keep_member();

create function directory_keep_person() returns trigger language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  if tg_op = 'INSERT' and new.side = 'PROVIDER' then
    insert into directory_entry (provider_id, person_id, tenant_id, side, display_name)
    values (new.provider_id, new.person_id, null, 'PROVIDER', new.display_name);
  elsif tg_op = 'UPDATE' and new.display_name <> old.display_name then
    update directory_entry d set display_name = new.display_name where d.provider_id = new.provider_id and d.person_id = new.person_id;
  end if;
  return new;
end $$;
create trigger directory_keep after insert or update on person for each row execute function directory_keep_person();

create table team (
  provider_id uuid not null references provider,
  team_id uuid not null,
  name text not null constraint team_name_length check (length(name) between 1 and 120),
  archived boolean not null default false,
  primary key (provider_id, team_id),
  constraint team_name_key unique (provider_id, name)
);
call protect_provider_table('team');
grant select, insert, update on team to daylight_app, daylight_worker;

create table team_member (
  provider_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  primary key (provider_id, team_id, person_id),
  foreign key (provider_id, team_id) references team,
  foreign key (provider_id, person_id) references person
);
create index team_member_by_person on team_member (provider_id, person_id);
call protect_staff_table('team_member');
grant select, insert, delete on team_member to daylight_app, daylight_worker;

-- Below: what the login roles cannot read at all. Reached only through the SECURITY DEFINER functions that follow.

create table credential (
  provider_id uuid not null,
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamptz(3) not null,
  primary key (provider_id, person_id),
  foreign key (provider_id, person_id) references person
);

create table session (
  session_id uuid primary key,
  token_hash bytea not null constraint session_token_key unique,
  provider_id uuid not null,
  person_id uuid not null,
  audience text not null constraint session_audience check (audience in ('PORTAL', 'CONSOLE')),
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  user_agent text,
  address text,
  foreign key (provider_id, person_id) references person
);
create index session_by_person on session (provider_id, person_id) where revoked_at is null;

-- One-time links: invitation, password reset, first administrator. Only the hash is kept.
create table one_time_link (
  link_id uuid primary key,
  token_hash bytea not null constraint one_time_link_token_key unique,
  purpose text not null constraint one_time_link_purpose check (purpose in ('INVITATION', 'PASSWORD_RESET')),
  provider_id uuid not null,
  person_id uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  foreign key (provider_id, person_id) references person
);
create index one_time_link_by_person on one_time_link (provider_id, person_id);

-- Attempts counted in fixed windows, per key (e-mail, address): over restarts and processes (A5).
create table rate_limit (
  key text not null,
  window_start timestamptz(3) not null,
  attempts integer not null,
  primary key (key, window_start)
);

alter table credential enable row level security;
alter table session enable row level security;
alter table one_time_link enable row level security;
alter table rate_limit enable row level security;

-- Counts one attempt and says how many there are in the current window.
create function rate_limit_hit(p_key text, p_window_seconds integer) returns integer
  language sql security definer set search_path = pg_catalog, public
as $$
  insert into rate_limit as r (key, window_start, attempts)
  values (p_key, to_timestamp(floor(extract(epoch from clock_timestamp()) / p_window_seconds) * p_window_seconds), 1)
  on conflict (key, window_start) do update set attempts = r.attempts + 1
  returning attempts
$$;

-- Candidates for a sign-in by e-mail: at most one per provider. The caller verifies the password (argon2id).
create function sign_in_candidates(p_email text, p_audience text)
  returns table (provider_id uuid, provider_name text, person_id uuid, password_hash text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.provider_id, v.name, p.person_id, c.password_hash
  from person p
  join provider v on v.provider_id = p.provider_id
  join credential c on c.provider_id = p.provider_id and c.person_id = p.person_id
  where p.email = p_email and p.status = 'ACTIVE'
    and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end
  order by v.created_at
  limit 10
$$;

create function session_open(
  p_session uuid, p_token_hash bytea, p_provider uuid, p_person uuid, p_audience text,
  p_lifetime interval, p_user_agent text, p_address text
) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  insert into session (session_id, token_hash, provider_id, person_id, audience, created_at, last_seen_at, expires_at, user_agent, address)
  select p_session, p_token_hash, p.provider_id, p.person_id, p_audience, now(), now(), now() + p_lifetime, left(p_user_agent, 300), left(p_address, 100)
  from person p
  where p.provider_id = p_provider and p.person_id = p_person and p.status = 'ACTIVE'
    and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end;
  if not found then
    raise exception 'nobody to open a session for' using errcode = 'DL401';
  end if;
end $$;

-- The tenants a signed-in client user may choose from, or none for staff. Before a scope exists.
create function session_tenants(p_token_hash bytea, p_audience text)
  returns table (tenant_id uuid, name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select t.tenant_id, t.name, m.roles
  from session s
  join person p on p.provider_id = s.provider_id and p.person_id = s.person_id and p.status = 'ACTIVE'
  join tenant_membership m on m.provider_id = s.provider_id and m.person_id = s.person_id
  join tenant t on t.provider_id = m.provider_id and t.tenant_id = m.tenant_id and t.stage <> 'CLOSED'
  where s.token_hash = p_token_hash and s.audience = p_audience and s.revoked_at is null and s.expires_at > now()
  order by t.name
$$;

-- Checks the session and mints the scope of this transaction. The first statement of every request (decision 2).
-- p_tenant: the client user's chosen tenant (null: the only or first one); for staff null = all they may see.
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

-- The background process acts for any provider; only its role may call this.
create function begin_worker_scope(p_provider uuid, p_tenant uuid) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  perform scope_mint(p_provider, p_tenant, null, 'SYSTEM', p_tenant is null, true, false, '{}');
  return now();
end $$;

-- Marks the session as seen, at most once a minute; called outside the hot path.
create function session_touch(p_token_hash bytea) returns void
  language sql security definer set search_path = pg_catalog, public
as $$ update session set last_seen_at = now() where token_hash = p_token_hash and last_seen_at < now() - interval '1 minute' $$;

create function session_close(p_token_hash bytea) returns void
  language sql security definer set search_path = pg_catalog, public
as $$ update session set revoked_at = now() where token_hash = p_token_hash and revoked_at is null $$;

-- Under a scope: sign one's own sessions out everywhere, or (staff) another person's of the same provider.
create function session_close_all(p_person uuid) returns integer
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

-- Under a scope: the own live sessions, for the settings page.
create function session_list() returns table (session_id uuid, audience text, created_at timestamptz, last_seen_at timestamptz, user_agent text, address text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.session_id, s.audience, s.created_at, s.last_seen_at, s.user_agent, s.address
  from session s
  where s.provider_id = scope_provider() and s.person_id = scope_person() and s.revoked_at is null and s.expires_at > now()
  order by s.last_seen_at desc
$$;

-- Under a scope: make a one-time link for a person of the provider. A new link ends older ones of its purpose.
create function one_time_link_create(p_link uuid, p_token_hash bytea, p_purpose text, p_person uuid, p_lifetime interval) returns void
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

-- Before a scope: whom a reset by e-mail would concern (all providers that know the address).
create function reset_candidates(p_email text, p_audience text)
  returns table (provider_id uuid, person_id uuid, language text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.provider_id, p.person_id, p.language from person p
  where p.email = p_email and p.status = 'ACTIVE' and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end
$$;

-- Before a scope: who a link is for, while it is good.
create function one_time_link_peek(p_token_hash bytea)
  returns table (purpose text, provider_id uuid, provider_name text, person_id uuid, email text, display_name text, side text, language text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select l.purpose, p.provider_id, v.name, p.person_id, p.email, p.display_name, p.side, p.language
  from one_time_link l
  join person p on p.provider_id = l.provider_id and p.person_id = l.person_id
  join provider v on v.provider_id = l.provider_id
  where l.token_hash = p_token_hash and l.used_at is null and l.expires_at > now() and p.status <> 'DEACTIVATED'
$$;

-- Spends a link: sets the password, activates an invited person, ends all sessions. False when the link is not good.
create function one_time_link_spend(p_token_hash bytea, p_password_hash text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare l record;
begin
  update one_time_link x set used_at = now()
  from person p
  where x.token_hash = p_token_hash and x.used_at is null and x.expires_at > now()
    and p.provider_id = x.provider_id and p.person_id = x.person_id and p.status <> 'DEACTIVATED'
  returning x.provider_id, x.person_id into l;
  if not found then
    return false;
  end if;
  insert into credential (provider_id, person_id, password_hash, changed_at)
  values (l.provider_id, l.person_id, p_password_hash, now())
  on conflict (provider_id, person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update person set status = 'ACTIVE', version = version + 1 where provider_id = l.provider_id and person_id = l.person_id and status = 'INVITED';
  update session set revoked_at = now() where provider_id = l.provider_id and person_id = l.person_id and revoked_at is null;
  return true;
end $$;

-- Under a scope: the own password hash (to check the current password before a change), and its change.
create function credential_own() returns text
  language sql stable security definer set search_path = pg_catalog, public
as $$ select password_hash from credential where provider_id = scope_provider() and person_id = scope_person() $$;

create function credential_change_own(p_password_hash text, p_keep_session uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  update credential set password_hash = p_password_hash, changed_at = now()
  where provider_id = scope_provider() and person_id = scope_person();
  update session set revoked_at = now()
  where provider_id = scope_provider() and person_id = scope_person() and session_id <> p_keep_session and revoked_at is null;
end $$;

-- Rights move here and nowhere else, each checked against the caller's own role in the database.
create function caller_is_admin() returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select scope_side() = 'SYSTEM' or exists (
    select 1 from person p where p.provider_id = scope_provider() and p.person_id = scope_person()
      and p.staff_role = 'PROVIDER_ADMIN' and p.status = 'ACTIVE')
$$;

create function person_set_access(p_person uuid, p_staff_role text, p_restricted boolean, p_sees_confidential boolean, p_tenants uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  if not caller_is_admin() then
    raise exception 'only an administrator changes rights' using errcode = 'DL403';
  end if;
  update person set staff_role = p_staff_role, restricted = p_restricted, sees_confidential = p_sees_confidential, version = version + 1
  where provider_id = scope_provider() and person_id = p_person and side = 'PROVIDER';
  if not found then
    raise exception 'no such member of staff' using errcode = 'DL404';
  end if;
  delete from staff_assignment where provider_id = scope_provider() and person_id = p_person;
  insert into staff_assignment (provider_id, tenant_id, person_id) select scope_provider(), t, p_person from unnest(p_tenants) t;
end $$;

create function person_set_status(p_person uuid, p_status text) returns void
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

-- Staff of the provider, or a COORDINATOR or APPROVER of the tenant itself, decides who belongs to a tenant; nobody gives
-- more than the own roles unless staff.
create function membership_set(p_tenant uuid, p_person uuid, p_roles text[], p_limit bigint) returns void
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

-- A client user who is invited by a colleague: finds or makes the person, whatever tenant knows the address already.
create function person_invite_client(p_person uuid, p_email text, p_name text, p_language text, p_zone text) returns uuid
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

-- Production's first provider and its administrator (`npm run admin -- create-provider`); the worker's role only.
create function provider_create(
  p_provider uuid, p_name text, p_slug text, p_zone text, p_language text, p_person uuid, p_email text, p_person_name text
) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  insert into provider (provider_id, name, slug, zone, language, created_at) values (p_provider, p_name, p_slug, p_zone, p_language, now());
  insert into person (provider_id, person_id, email, display_name, side, staff_role, sees_confidential, language, zone, status, created_at)
  values (p_provider, p_person, p_email, p_person_name, 'PROVIDER', 'PROVIDER_ADMIN', true, p_language, p_zone, 'INVITED', now());
end $$;

-- How many providers there are, before any scope: the demo seed and start-up checks ask.
create function provider_count() returns bigint
  language sql stable security definer set search_path = pg_catalog, public
as $$ select count(*) from provider $$;

-- Functions are executable by PUBLIC unless revoked; nobody outside our two login roles connects, yet say it.
revoke all on all functions in schema public from public;
grant execute on function
  scope_provider(), scope_tenant(), scope_person(), scope_side(), scope_is_staff(), scope_all_tenants(), scope_sees_confidential(),
  scope_own_only(), scope_tenants(), scope_fields(), scope_stamp()
  to daylight_app, daylight_worker, daylight_reporting;
grant execute on function
  rate_limit_hit(text, integer), sign_in_candidates(text, text), session_open(uuid, bytea, uuid, uuid, text, interval, text, text),
  session_tenants(bytea, text), begin_scope(bytea, text, uuid), session_touch(bytea), session_close(bytea), session_close_all(uuid),
  session_list(), one_time_link_create(uuid, bytea, text, uuid, interval), reset_candidates(text, text), one_time_link_peek(bytea),
  one_time_link_spend(bytea, text), credential_own(), credential_change_own(text, uuid), caller_is_admin(),
  person_set_access(uuid, text, boolean, boolean, uuid[]), person_set_status(uuid, text), membership_set(uuid, uuid, text[], bigint),
  person_invite_client(uuid, text, text, text, text), provider_count()
  to daylight_app, daylight_worker;
grant execute on function
  begin_worker_scope(uuid, uuid), provider_create(uuid, text, text, text, text, uuid, text, text)
  to daylight_worker;
-- Extension functions that statements of the application use (similarity operators, GiST support) stay executable.
do $$
declare f regprocedure;
begin
  for f in
    select d.objid::regprocedure from pg_depend d
    where d.deptype = 'e' and d.classid = 'pg_proc'::regclass
      and d.refobjid in (select oid from pg_extension where extname in ('pg_trgm', 'btree_gist', 'btree_gin'))
  loop
    execute format('grant execute on function %s to public', f);
  end loop;
end $$;
