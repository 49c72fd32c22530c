-- The schema as the catalogue shows it after the last migration. Written by `npm run db:schema`; never edited, never run.
-- A test migrates an empty database and fails when this file says something else.

-- general ---------------------------------------------------------------------------------------------
btree_gin
  extension btree_gin in public

btree_gist
  extension btree_gist in public

pg_trgm
  extension pg_trgm in public

pgcrypto
  extension pgcrypto in public

public
  schema public owner pg_database_owner
  grant usage to daylight_app
  grant usage to daylight_backup
  grant usage to daylight_reporting
  grant usage to daylight_worker

-- tables ----------------------------------------------------------------------------------------------
public.audit_entry
  table owner daylight_owner row security forced
  column action text not null
  column actor_person_id uuid
  column actor_side text not null
  column address text
  column after jsonb
  column at timestamp(3) with time zone not null
  column before jsonb
  column entry_id uuid not null
  column object_id uuid
  column object_type text not null
  column provider_id uuid not null
  column request_id text
  column tenant_id uuid
  constraint audit_entry_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint audit_entry_provider_id_tenant_id_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint audit_entry_pkey PRIMARY KEY (provider_id, entry_id)
  CREATE INDEX audit_entry_by_object ON public.audit_entry USING btree (provider_id, object_id, at DESC)
  CREATE INDEX audit_entry_by_time ON public.audit_entry USING btree (provider_id, at DESC, entry_id DESC)
  policy audit_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy audit_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.audit_seal
  table owner daylight_owner row security forced
  column entry_id uuid not null
  column hash bytea not null
  column provider_id uuid not null
  column sealed_at timestamp(3) with time zone not null default now()
  column seq bigint not null
  constraint audit_seal_provider_id_entry_id_fkey FOREIGN KEY (provider_id, entry_id) REFERENCES public.audit_entry(provider_id, entry_id)
  constraint audit_seal_pkey PRIMARY KEY (provider_id, seq)
  constraint audit_seal_entry_key UNIQUE (provider_id, entry_id)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.credential
  table owner daylight_owner row security
  column changed_at timestamp(3) with time zone not null
  column password_hash text not null
  column person_id uuid not null
  column provider_id uuid not null
  constraint credential_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint credential_pkey PRIMARY KEY (provider_id, person_id)

public.directory_entry
  table owner daylight_owner row security forced
  column display_name text not null
  column person_id uuid not null
  column provider_id uuid not null
  column side text not null
  column tenant_id uuid
  constraint directory_entry_side CHECK ((side = ANY (ARRAY['PROVIDER'::text, 'CLIENT'::text])))
  constraint directory_entry_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint directory_entry_provider_id_tenant_id_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint directory_entry_key UNIQUE NULLS NOT DISTINCT (provider_id, person_id, tenant_id)
  policy directory_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant select to daylight_worker

public.idempotency_key
  table owner daylight_owner row security forced
  column created_at timestamp(3) with time zone not null default now()
  column key text not null
  column person_id uuid not null
  column provider_id uuid not null
  column request_digest text not null
  column response jsonb
  constraint idempotency_key_length CHECK (((length(key) >= 8) AND (length(key) <= 200)))
  constraint idempotency_key_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint idempotency_key_pkey PRIMARY KEY (provider_id, person_id, key)
  policy own_key permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.job
  table owner daylight_owner row security forced
  column attempts integer not null default 0
  column created_at timestamp(3) with time zone not null default now()
  column dead_at timestamp(3) with time zone
  column dedupe_key text
  column job_id uuid not null
  column last_error text
  column lease uuid
  column leased_until timestamp(3) with time zone
  column payload jsonb not null
  column provider_id uuid not null
  column queue text not null
  column run_at timestamp(3) with time zone not null
  column tenant_id uuid
  constraint job_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint job_provider_id_tenant_id_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint job_pkey PRIMARY KEY (job_id)
  constraint job_dedupe_key UNIQUE (provider_id, queue, dedupe_key)
  CREATE INDEX job_dead ON public.job USING btree (provider_id, dead_at) WHERE (dead_at IS NOT NULL)
  CREATE INDEX job_due ON public.job USING btree (run_at) WHERE (dead_at IS NULL)
  policy job_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant delete, insert, select, update to daylight_app
  grant delete, insert, select, update to daylight_worker

public.one_time_link
  table owner daylight_owner row security
  column created_at timestamp(3) with time zone not null
  column expires_at timestamp(3) with time zone not null
  column link_id uuid not null
  column person_id uuid not null
  column provider_id uuid not null
  column purpose text not null
  column token_hash bytea not null
  column used_at timestamp(3) with time zone
  constraint one_time_link_purpose CHECK ((purpose = ANY (ARRAY['INVITATION'::text, 'PASSWORD_RESET'::text])))
  constraint one_time_link_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint one_time_link_pkey PRIMARY KEY (link_id)
  constraint one_time_link_token_key UNIQUE (token_hash)
  CREATE INDEX one_time_link_by_person ON public.one_time_link USING btree (provider_id, person_id)

public.person
  table owner daylight_owner row security forced
  column created_at timestamp(3) with time zone not null
  column display_name text not null
  column email text not null
  column language text not null
  column person_id uuid not null
  column provider_id uuid not null
  column restricted boolean not null default false
  column sees_confidential boolean not null default false
  column side text not null
  column staff_role text
  column status text not null
  column version integer not null default 1
  column zone text not null
  constraint person_email_form CHECK ((((length(email) >= 3) AND (length(email) <= 254)) AND (email = lower(email))))
  constraint person_language CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
  constraint person_name_length CHECK (((length(display_name) >= 1) AND (length(display_name) <= 120)))
  constraint person_role_by_side CHECK (((side = 'PROVIDER'::text) = (staff_role IS NOT NULL)))
  constraint person_side CHECK ((side = ANY (ARRAY['PROVIDER'::text, 'CLIENT'::text])))
  constraint person_staff_role CHECK ((staff_role = ANY (ARRAY['AGENT'::text, 'ACCOUNT_MANAGER'::text, 'PROVIDER_ADMIN'::text])))
  constraint person_status CHECK ((status = ANY (ARRAY['INVITED'::text, 'ACTIVE'::text, 'DEACTIVATED'::text])))
  constraint person_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint person_pkey PRIMARY KEY (provider_id, person_id)
  constraint person_email_key UNIQUE (provider_id, email)
  policy person_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_is_staff() AS scope_is_staff) OR (person_id = ( SELECT public.scope_person() AS scope_person))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_is_staff() AS scope_is_staff) OR (person_id = ( SELECT public.scope_person() AS scope_person))))
  CREATE TRIGGER directory_keep AFTER INSERT OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION public.directory_keep_person()
  grant insert, select to daylight_app
  grant insert, select to daylight_worker
  grant update (display_name, language, version, zone) to daylight_app
  grant update (display_name, language, version, zone) to daylight_worker

public.provider
  table owner daylight_owner row security forced
  column created_at timestamp(3) with time zone not null
  column language text not null
  column name text not null
  column provider_id uuid not null
  column slug text not null
  column zone text not null
  constraint provider_language CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
  constraint provider_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint provider_slug_form CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'::text))
  constraint provider_pkey PRIMARY KEY (provider_id)
  constraint provider_slug_key UNIQUE (slug)
  policy provider_scope permissive for all to PUBLIC
    using (provider_id = ( SELECT public.scope_provider() AS scope_provider))
    with check (provider_id = ( SELECT public.scope_provider() AS scope_provider))
  grant select, update to daylight_app
  grant select, update to daylight_worker

public.rate_limit
  table owner daylight_owner row security
  column attempts integer not null
  column key text not null
  column window_start timestamp(3) with time zone not null
  constraint rate_limit_pkey PRIMARY KEY (key, window_start)

public.schema_migration
  table owner daylight_owner
  column applied_at timestamp with time zone not null default now()
  column checksum text not null
  column name text not null
  column version integer not null
  constraint schema_migration_pkey PRIMARY KEY (version)

public.scope_key
  table owner daylight_owner
  column one boolean not null default true
  column secret bytea not null default public.gen_random_bytes(32)
  constraint scope_key_single CHECK (one)
  constraint scope_key_pkey PRIMARY KEY (one)

public.session
  table owner daylight_owner row security
  column address text
  column audience text not null
  column created_at timestamp(3) with time zone not null
  column expires_at timestamp(3) with time zone not null
  column last_seen_at timestamp(3) with time zone not null
  column person_id uuid not null
  column provider_id uuid not null
  column revoked_at timestamp(3) with time zone
  column session_id uuid not null
  column token_hash bytea not null
  column user_agent text
  constraint session_audience CHECK ((audience = ANY (ARRAY['PORTAL'::text, 'CONSOLE'::text])))
  constraint session_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint session_pkey PRIMARY KEY (session_id)
  constraint session_token_key UNIQUE (token_hash)
  CREATE INDEX session_by_person ON public.session USING btree (provider_id, person_id) WHERE (revoked_at IS NULL)

public.staff_assignment
  table owner daylight_owner row security forced
  column person_id uuid not null
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint staff_assignment_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint staff_assignment_provider_id_tenant_id_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint staff_assignment_pkey PRIMARY KEY (provider_id, person_id, tenant_id)
  CREATE INDEX staff_assignment_by_tenant ON public.staff_assignment USING btree (provider_id, tenant_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant select to daylight_worker

public.team
  table owner daylight_owner row security forced
  column archived boolean not null default false
  column name text not null
  column provider_id uuid not null
  column team_id uuid not null
  constraint team_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint team_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint team_pkey PRIMARY KEY (provider_id, team_id)
  constraint team_name_key UNIQUE (provider_id, name)
  policy provider_scope permissive for all to PUBLIC
    using (provider_id = ( SELECT public.scope_provider() AS scope_provider))
    with check (provider_id = ( SELECT public.scope_provider() AS scope_provider))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.team_member
  table owner daylight_owner row security forced
  column person_id uuid not null
  column provider_id uuid not null
  column team_id uuid not null
  constraint team_member_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint team_member_provider_id_team_id_fkey FOREIGN KEY (provider_id, team_id) REFERENCES public.team(provider_id, team_id)
  constraint team_member_pkey PRIMARY KEY (provider_id, team_id, person_id)
  CREATE INDEX team_member_by_person ON public.team_member USING btree (provider_id, person_id)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant delete, insert, select to daylight_app
  grant delete, insert, select to daylight_worker

public.tenant
  table owner daylight_owner row security forced
  column created_at timestamp(3) with time zone not null
  column language text not null
  column name text not null
  column prefix text not null
  column provider_id uuid not null
  column stage text not null
  column tenant_id uuid not null
  column version integer not null default 1
  column zone text not null
  constraint tenant_language CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
  constraint tenant_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint tenant_prefix_form CHECK ((prefix ~ '^[A-Z][A-Z0-9]{1,9}$'::text))
  constraint tenant_stage CHECK ((stage = ANY (ARRAY['PROSPECT'::text, 'PILOT'::text, 'ACTIVE'::text, 'LEAVING'::text, 'CLOSED'::text])))
  constraint tenant_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint tenant_pkey PRIMARY KEY (provider_id, tenant_id)
  constraint tenant_prefix_key UNIQUE (provider_id, prefix)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.tenant_membership
  table owner daylight_owner row security forced
  column approval_limit_minor bigint
  column created_at timestamp(3) with time zone not null
  column person_id uuid not null
  column provider_id uuid not null
  column roles text[] not null
  column tenant_id uuid not null
  constraint tenant_membership_limit CHECK ((approval_limit_minor >= 0))
  constraint tenant_membership_roles CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['REQUESTER'::text, 'COORDINATOR'::text, 'APPROVER'::text, 'AUDITOR'::text])))
  constraint tenant_membership_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint tenant_membership_provider_id_tenant_id_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint tenant_membership_pkey PRIMARY KEY (provider_id, tenant_id, person_id)
  CREATE INDEX tenant_membership_by_person ON public.tenant_membership USING btree (provider_id, person_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER directory_keep AFTER INSERT OR DELETE ON public.tenant_membership FOR EACH ROW EXECUTE FUNCTION public.directory_keep_member()
  grant select to daylight_app
  grant select to daylight_worker

-- functions -------------------------------------------------------------------------------------------
public.begin_scope(p_token_hash bytea, p_audience text, p_tenant uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.begin_scope(p_token_hash bytea, p_audience text, p_tenant uuid)
   RETURNS TABLE(at timestamp with time zone, session_id uuid, provider_id uuid, tenant_id uuid, person_id uuid, side text, roles text[], display_name text, email text, language text, zone text, sees_confidential boolean, restricted boolean, approval_limit_minor bigint)
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.begin_worker_scope(p_provider uuid, p_tenant uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.begin_worker_scope(p_provider uuid, p_tenant uuid)
   RETURNS timestamp with time zone
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    perform scope_mint(p_provider, p_tenant, null, 'SYSTEM', p_tenant is null, true, false, '{}');
    return now();
  end $function$
  grant execute to daylight_worker

public.caller_is_admin()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.caller_is_admin()
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select scope_side() = 'SYSTEM' or exists (
      select 1 from person p where p.provider_id = scope_provider() and p.person_id = scope_person()
        and p.staff_role = 'PROVIDER_ADMIN' and p.status = 'ACTIVE')
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.claim_jobs(p_limit integer, p_lease interval)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.claim_jobs(p_limit integer, p_lease interval)
   RETURNS TABLE(job_id uuid, lease uuid, provider_id uuid, tenant_id uuid, queue text, payload jsonb, run_at timestamp with time zone, attempts integer, dedupe_key text)
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    update job j set leased_until = clock_timestamp() + p_lease, lease = gen_random_uuid(), attempts = j.attempts + 1
    from (
      select x.job_id from job x
      where x.dead_at is null and x.run_at <= clock_timestamp() and (x.leased_until is null or x.leased_until < clock_timestamp())
      order by x.run_at limit p_limit for update skip locked
    ) due
    where j.job_id = due.job_id
    returning j.job_id, j.lease, j.provider_id, j.tenant_id, j.queue, j.payload, j.run_at, j.attempts, j.dedupe_key
  $function$
  grant execute to daylight_worker

public.credential_change_own(p_password_hash text, p_keep_session uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.credential_change_own(p_password_hash text, p_keep_session uuid)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    update credential set password_hash = p_password_hash, changed_at = now()
    where provider_id = scope_provider() and person_id = scope_person();
    update session set revoked_at = now()
    where provider_id = scope_provider() and person_id = scope_person() and session_id <> p_keep_session and revoked_at is null;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.credential_own()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.credential_own()
   RETURNS text
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select password_hash from credential where provider_id = scope_provider() and person_id = scope_person() $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.directory_keep_member()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.directory_keep_member()
   RETURNS trigger
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$

public.directory_keep_person()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.directory_keep_person()
   RETURNS trigger
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if tg_op = 'INSERT' and new.side = 'PROVIDER' then
      insert into directory_entry (provider_id, person_id, tenant_id, side, display_name)
      values (new.provider_id, new.person_id, null, 'PROVIDER', new.display_name);
    elsif tg_op = 'UPDATE' and new.display_name <> old.display_name then
      update directory_entry d set display_name = new.display_name where d.provider_id = new.provider_id and d.person_id = new.person_id;
    end if;
    return new;
  end $function$

public.extend_lease(p_job uuid, p_lease_id uuid, p_lease interval)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.extend_lease(p_job uuid, p_lease_id uuid, p_lease interval)
   RETURNS boolean
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ with u as (update job set leased_until = clock_timestamp() + p_lease where job_id = p_job and lease = p_lease_id returning 1) select exists (select 1 from u) $function$
  grant execute to daylight_worker

public.fail_job(p_job uuid, p_lease_id uuid, p_error text, p_retry_in interval, p_dead boolean)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.fail_job(p_job uuid, p_lease_id uuid, p_error text, p_retry_in interval, p_dead boolean)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    update job set leased_until = null, lease = null, last_error = left(p_error, 2000),
      run_at = clock_timestamp() + p_retry_in, dead_at = case when p_dead then clock_timestamp() end
    where job_id = p_job and lease = p_lease_id
  $function$
  grant execute to daylight_worker

public.finish_job(p_job uuid, p_lease_id uuid, p_run_at timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.finish_job(p_job uuid, p_lease_id uuid, p_run_at timestamp with time zone)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    delete from job where job_id = p_job and lease = p_lease_id and run_at = p_run_at;
    if found then return true; end if;
    update job set leased_until = null, lease = null, attempts = 0 where job_id = p_job and lease = p_lease_id;
    return found;
  end $function$
  grant execute to daylight_worker

public.membership_set(p_tenant uuid, p_person uuid, p_roles text[], p_limit bigint)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.membership_set(p_tenant uuid, p_person uuid, p_roles text[], p_limit bigint)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.one_time_link_create(p_link uuid, p_token_hash bytea, p_purpose text, p_person uuid, p_lifetime interval)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.one_time_link_create(p_link uuid, p_token_hash bytea, p_purpose text, p_person uuid, p_lifetime interval)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if not exists (select 1 from person p where p.provider_id = scope_provider() and p.person_id = p_person) then
      raise exception 'no such person' using errcode = 'DL404';
    end if;
    update one_time_link set used_at = now()
    where provider_id = scope_provider() and person_id = p_person and purpose = p_purpose and used_at is null;
    insert into one_time_link (link_id, token_hash, purpose, provider_id, person_id, created_at, expires_at)
    values (p_link, p_token_hash, p_purpose, scope_provider(), p_person, now(), now() + p_lifetime);
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.one_time_link_peek(p_token_hash bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.one_time_link_peek(p_token_hash bytea)
   RETURNS TABLE(purpose text, provider_id uuid, provider_name text, person_id uuid, email text, display_name text, side text, language text)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select l.purpose, p.provider_id, v.name, p.person_id, p.email, p.display_name, p.side, p.language
    from one_time_link l
    join person p on p.provider_id = l.provider_id and p.person_id = l.person_id
    join provider v on v.provider_id = l.provider_id
    where l.token_hash = p_token_hash and l.used_at is null and l.expires_at > now() and p.status <> 'DEACTIVATED'
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.one_time_link_spend(p_token_hash bytea, p_password_hash text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.one_time_link_spend(p_token_hash bytea, p_password_hash text)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.person_invite_client(p_person uuid, p_email text, p_name text, p_language text, p_zone text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.person_invite_client(p_person uuid, p_email text, p_name text, p_language text, p_zone text)
   RETURNS uuid
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare found_id uuid;
  begin
    select person_id into found_id from person where provider_id = scope_provider() and email = p_email and side = 'CLIENT';
    if found_id is not null then
      return found_id;
    end if;
    insert into person (provider_id, person_id, email, display_name, side, language, zone, status, created_at)
    values (scope_provider(), p_person, p_email, p_name, 'CLIENT', p_language, p_zone, 'INVITED', now());
    return p_person;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.person_set_access(p_person uuid, p_staff_role text, p_restricted boolean, p_sees_confidential boolean, p_tenants uuid[])
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.person_set_access(p_person uuid, p_staff_role text, p_restricted boolean, p_sees_confidential boolean, p_tenants uuid[])
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.person_set_status(p_person uuid, p_status text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.person_set_status(p_person uuid, p_status text)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.protect_provider_table(IN t regclass)
  function owner daylight_owner
  CREATE OR REPLACE PROCEDURE public.protect_provider_table(IN t regclass)
   LANGUAGE plpgsql
  AS $procedure$
  begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy provider_scope on %s using (provider_id = (select scope_provider())) with check (provider_id = (select scope_provider()))', t);
  end $procedure$

public.protect_staff_table(IN t regclass)
  function owner daylight_owner
  CREATE OR REPLACE PROCEDURE public.protect_staff_table(IN t regclass)
   LANGUAGE plpgsql
  AS $procedure$
  begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy staff_scope on %s using (provider_id = (select scope_provider()) and (select scope_is_staff())) with check (provider_id = (select scope_provider()) and (select scope_is_staff()))', t);
  end $procedure$

public.protect_tenant_table(IN t regclass)
  function owner daylight_owner
  CREATE OR REPLACE PROCEDURE public.protect_tenant_table(IN t regclass)
   LANGUAGE plpgsql
  AS $procedure$
  declare
    rule constant text := 'provider_id = (select scope_provider()) and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))';
  begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy tenant_scope on %s using (%s) with check (%s)', t, rule, rule);
  end $procedure$

public.provider_count()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.provider_count()
   RETURNS bigint
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select count(*) from provider $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.provider_create(p_provider uuid, p_name text, p_slug text, p_zone text, p_language text, p_person uuid, p_email text, p_person_name text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.provider_create(p_provider uuid, p_name text, p_slug text, p_zone text, p_language text, p_person uuid, p_email text, p_person_name text)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    insert into provider (provider_id, name, slug, zone, language, created_at) values (p_provider, p_name, p_slug, p_zone, p_language, now());
    insert into person (provider_id, person_id, email, display_name, side, staff_role, sees_confidential, language, zone, status, created_at)
    values (p_provider, p_person, p_email, p_person_name, 'PROVIDER', 'PROVIDER_ADMIN', true, p_language, p_zone, 'INVITED', now());
  end $function$
  grant execute to daylight_worker

public.queue_ages()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.queue_ages()
   RETURNS TABLE(queue text, waiting bigint, oldest_seconds double precision, dead bigint)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select j.queue, count(*) filter (where j.dead_at is null and j.run_at <= now()),
      coalesce(extract(epoch from now() - min(j.run_at) filter (where j.dead_at is null and j.run_at <= now())), 0)::double precision,
      count(*) filter (where j.dead_at is not null)
    from job j group by j.queue
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.rate_limit_hit(p_key text, p_window_seconds integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.rate_limit_hit(p_key text, p_window_seconds integer)
   RETURNS integer
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    insert into rate_limit as r (key, window_start, attempts)
    values (p_key, to_timestamp(floor(extract(epoch from clock_timestamp()) / p_window_seconds) * p_window_seconds), 1)
    on conflict (key, window_start) do update set attempts = r.attempts + 1
    returning attempts
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.reset_candidates(p_email text, p_audience text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.reset_candidates(p_email text, p_audience text)
   RETURNS TABLE(provider_id uuid, person_id uuid, language text)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select p.provider_id, p.person_id, p.language from person p
    where p.email = p_email and p.status = 'ACTIVE' and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.scope_all_tenants()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_all_tenants()
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select (scope_fields())[7]::boolean $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_fields()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_fields()
   RETURNS text[]
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_is_staff()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_is_staff()
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select (scope_fields())[6] <> 'CLIENT' $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_mint(p_provider uuid, p_tenant uuid, p_person uuid, p_side text, p_all_tenants boolean, p_confidential boolean, p_own_only boolean, p_tenants uuid[])
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_mint(p_provider uuid, p_tenant uuid, p_person uuid, p_side text, p_all_tenants boolean, p_confidential boolean, p_own_only boolean, p_tenants uuid[])
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare payload text;
  begin
    payload := scope_stamp() || '|' || p_provider || '|' || coalesce(p_tenant::text, '') || '|' || coalesce(p_person::text, '')
      || '|' || p_side || '|' || p_all_tenants::text || '|' || p_confidential::text || '|' || p_own_only::text
      || '|' || coalesce(p_tenants, '{}')::text;
    perform set_config('daylight.scope', payload || '|' || scope_sign(payload), true);
  end $function$

public.scope_own_only()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_own_only()
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select (scope_fields())[9]::boolean $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_person()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_person()
   RETURNS uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select nullif((scope_fields())[5], '')::uuid $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_provider()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_provider()
   RETURNS uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select (scope_fields())[3]::uuid $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_sees_confidential()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_sees_confidential()
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select (scope_fields())[8]::boolean $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_side()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_side()
   RETURNS text
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select (scope_fields())[6] $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_sign(payload text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_sign(payload text)
   RETURNS text
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select encode(hmac(payload, encode(secret, 'hex'), 'sha256'), 'hex') from scope_key $function$

public.scope_stamp()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_stamp()
   RETURNS text
   LANGUAGE sql
   STABLE
  AS $function$ select pg_backend_pid() || '|' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_tenant()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_tenant()
   RETURNS uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select nullif((scope_fields())[4], '')::uuid $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_tenants()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_tenants()
   RETURNS uuid[]
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select (scope_fields())[10]::uuid[] $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.session_close(p_token_hash bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.session_close(p_token_hash bytea)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ update session set revoked_at = now() where token_hash = p_token_hash and revoked_at is null $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.session_close_all(p_person uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.session_close_all(p_person uuid)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare n integer;
  begin
    if p_person <> scope_person() and not scope_is_staff() then
      raise exception 'not your sessions' using errcode = 'DL403';
    end if;
    update session set revoked_at = now() where provider_id = scope_provider() and person_id = p_person and revoked_at is null;
    get diagnostics n = row_count;
    return n;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.session_list()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.session_list()
   RETURNS TABLE(session_id uuid, audience text, created_at timestamp with time zone, last_seen_at timestamp with time zone, user_agent text, address text)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select s.session_id, s.audience, s.created_at, s.last_seen_at, s.user_agent, s.address
    from session s
    where s.provider_id = scope_provider() and s.person_id = scope_person() and s.revoked_at is null and s.expires_at > now()
    order by s.last_seen_at desc
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.session_open(p_session uuid, p_token_hash bytea, p_provider uuid, p_person uuid, p_audience text, p_lifetime interval, p_user_agent text, p_address text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.session_open(p_session uuid, p_token_hash bytea, p_provider uuid, p_person uuid, p_audience text, p_lifetime interval, p_user_agent text, p_address text)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    insert into session (session_id, token_hash, provider_id, person_id, audience, created_at, last_seen_at, expires_at, user_agent, address)
    select p_session, p_token_hash, p.provider_id, p.person_id, p_audience, now(), now(), now() + p_lifetime, left(p_user_agent, 300), left(p_address, 100)
    from person p
    where p.provider_id = p_provider and p.person_id = p_person and p.status = 'ACTIVE'
      and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end;
    if not found then
      raise exception 'nobody to open a session for' using errcode = 'DL401';
    end if;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.session_tenants(p_token_hash bytea, p_audience text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.session_tenants(p_token_hash bytea, p_audience text)
   RETURNS TABLE(tenant_id uuid, name text, roles text[])
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select t.tenant_id, t.name, m.roles
    from session s
    join person p on p.provider_id = s.provider_id and p.person_id = s.person_id and p.status = 'ACTIVE'
    join tenant_membership m on m.provider_id = s.provider_id and m.person_id = s.person_id
    join tenant t on t.provider_id = m.provider_id and t.tenant_id = m.tenant_id and t.stage <> 'CLOSED'
    where s.token_hash = p_token_hash and s.audience = p_audience and s.revoked_at is null and s.expires_at > now()
    order by t.name
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.session_touch(p_token_hash bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.session_touch(p_token_hash bytea)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ update session set last_seen_at = now() where token_hash = p_token_hash and last_seen_at < now() - interval '1 minute' $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.sign_in_candidates(p_email text, p_audience text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.sign_in_candidates(p_email text, p_audience text)
   RETURNS TABLE(provider_id uuid, provider_name text, person_id uuid, password_hash text)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select p.provider_id, v.name, p.person_id, c.password_hash
    from person p
    join provider v on v.provider_id = p.provider_id
    join credential c on c.provider_id = p.provider_id and c.person_id = p.person_id
    where p.email = p_email and p.status = 'ACTIVE'
      and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end
    order by v.created_at
    limit 10
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

