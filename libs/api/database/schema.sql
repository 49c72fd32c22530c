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
public.alert
  table owner daylight_owner row security forced
  column alert_id uuid not null
  column claimed_by uuid
  column description text not null
  column fingerprint text not null
  column first_at timestamp(3) with time zone not null
  column flapping boolean not null default false
  column group_key text not null
  column labels jsonb not null
  column last_at timestamp(3) with time zone not null
  column link text
  column maintenance_id uuid
  column provider_id uuid not null
  column service_item_id uuid not null
  column settled_at timestamp(3) with time zone
  column severity text not null
  column signals integer not null
  column since timestamp(3) with time zone not null
  column snoozed_until timestamp(3) with time zone
  column source_id uuid not null
  column state text not null
  column suppress_reason text
  column suppressed_at timestamp(3) with time zone
  column suppressed_by uuid
  column tenant_id uuid not null
  column ticket_id uuid
  column title text not null
  column version integer not null default 1
  constraint alert_fingerprint_length CHECK (((length(fingerprint) >= 1) AND (length(fingerprint) <= 200)))
  constraint alert_severity CHECK ((severity = ANY (ARRAY['CRITICAL'::text, 'HIGH'::text, 'WARNING'::text, 'INFO'::text])))
  constraint alert_state CHECK ((state = ANY (ARRAY['FIRING'::text, 'RECOVERED'::text])))
  constraint alert_suppress_reason_length CHECK (((length(suppress_reason) >= 1) AND (length(suppress_reason) <= 500)))
  constraint alert_suppressed_whole CHECK (((suppressed_at IS NULL) = (suppress_reason IS NULL)))
  constraint alert_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  constraint alert_claimed_fk FOREIGN KEY (provider_id, claimed_by) REFERENCES public.person(provider_id, person_id)
  constraint alert_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint alert_source_fk FOREIGN KEY (provider_id, tenant_id, source_id) REFERENCES public.alert_source(provider_id, tenant_id, source_id)
  constraint alert_suppressed_fk FOREIGN KEY (provider_id, suppressed_by) REFERENCES public.person(provider_id, person_id)
  constraint alert_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id)
  constraint alert_pkey PRIMARY KEY (provider_id, alert_id)
  constraint alert_once UNIQUE (provider_id, source_id, fingerprint)
  constraint alert_tenant_key UNIQUE (provider_id, tenant_id, alert_id)
  CREATE INDEX alert_by_time ON public.alert USING btree (provider_id, last_at DESC, alert_id DESC)
  CREATE INDEX alert_of_group ON public.alert USING btree (provider_id, source_id, group_key) WHERE (ticket_id IS NOT NULL)
  CREATE INDEX alert_of_tenant ON public.alert USING btree (provider_id, tenant_id, last_at DESC, alert_id DESC)
  CREATE INDEX alert_of_ticket ON public.alert USING btree (provider_id, ticket_id) WHERE (ticket_id IS NOT NULL)
  CREATE INDEX alert_open ON public.alert USING btree (provider_id, last_at DESC, alert_id DESC) WHERE (state = 'FIRING'::text)
  CREATE INDEX alert_triage ON public.alert USING btree (provider_id, last_at DESC, alert_id DESC) WHERE ((state = 'FIRING'::text) AND (ticket_id IS NULL))
  CREATE INDEX alert_triage_group ON public.alert USING btree (provider_id, source_id, group_key) WHERE ((state = 'FIRING'::text) AND (ticket_id IS NULL))
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.alert_change
  table owner daylight_owner row security forced
  column alert_id uuid not null
  column at timestamp(3) with time zone not null
  column change_id uuid not null
  column delivery_id uuid
  column kind text not null
  column occurred_at timestamp(3) with time zone
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint alert_change_kind CHECK ((kind = ANY (ARRAY['FIRED'::text, 'RECOVERED'::text])))
  constraint alert_change_alert_fk FOREIGN KEY (provider_id, tenant_id, alert_id) REFERENCES public.alert(provider_id, tenant_id, alert_id) ON DELETE CASCADE
  constraint alert_change_pkey PRIMARY KEY (provider_id, change_id)
  CREATE INDEX alert_change_of_alert ON public.alert_change USING btree (provider_id, alert_id, at DESC)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker

public.alert_presence
  table owner daylight_owner row security forced unlogged
  column alert_id uuid not null
  column lease_until timestamp(3) with time zone not null
  column person_id uuid not null
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint alert_presence_alert_fk FOREIGN KEY (provider_id, tenant_id, alert_id) REFERENCES public.alert(provider_id, tenant_id, alert_id) ON DELETE CASCADE
  constraint alert_presence_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint alert_presence_pkey PRIMARY KEY (provider_id, person_id)
  CREATE INDEX alert_presence_by_lease ON public.alert_presence USING btree (provider_id, lease_until DESC)
  policy presence_come permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)) AND (EXISTS ( SELECT 1
     FROM public.alert a
    WHERE ((a.provider_id = alert_presence.provider_id) AND (a.alert_id = alert_presence.alert_id)))))
  policy presence_go permissive for delete to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
  policy presence_move permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)) AND (EXISTS ( SELECT 1
     FROM public.alert a
    WHERE ((a.provider_id = alert_presence.provider_id) AND (a.alert_id = alert_presence.alert_id)))))
  policy presence_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (EXISTS ( SELECT 1
     FROM public.alert a
    WHERE ((a.provider_id = alert_presence.provider_id) AND (a.alert_id = alert_presence.alert_id)))))
  grant delete, insert, select, update to daylight_app

public.alert_source
  table owner daylight_owner row security forced
  column active boolean not null default true
  column auth text not null
  column created_at timestamp(3) with time zone not null
  column group_by text not null
  column group_labels text[] not null default '{}'::text[]
  column heard_at timestamp(3) with time zone
  column heartbeat_minutes integer
  column key_hash bytea not null
  column key_hint text not null
  column mapping jsonb
  column max_bytes integer not null
  column name text not null
  column per_minute integer not null
  column provider_id uuid not null
  column secret_version integer not null default 0
  column service_item_id uuid not null
  column source_id uuid not null
  column tenant_id uuid not null
  column ticket_from text not null
  column ticket_limit integer not null
  column topic text
  column updated_at timestamp(3) with time zone not null
  column updated_by uuid
  column vendor text not null
  column version integer not null default 1
  constraint alert_source_auth CHECK ((auth = ANY (ARRAY['KEY'::text, 'SECRET'::text, 'HMAC'::text])))
  constraint alert_source_group_by CHECK ((group_by = ANY (ARRAY['FINGERPRINT'::text, 'TITLE'::text, 'LABELS'::text, 'SOURCE'::text])))
  constraint alert_source_group_labels CHECK ((cardinality(group_labels) <= 10))
  constraint alert_source_heartbeat CHECK (((heartbeat_minutes >= 1) AND (heartbeat_minutes <= 10080)))
  constraint alert_source_key_hint CHECK ((length(key_hint) = 4))
  constraint alert_source_max_bytes CHECK (((max_bytes >= 1024) AND (max_bytes <= 10485760)))
  constraint alert_source_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint alert_source_per_minute CHECK (((per_minute >= 1) AND (per_minute <= 100000)))
  constraint alert_source_secret_version CHECK ((secret_version >= 0))
  constraint alert_source_ticket_from CHECK ((ticket_from = ANY (ARRAY['CRITICAL'::text, 'HIGH'::text, 'WARNING'::text, 'INFO'::text, 'NEVER'::text])))
  constraint alert_source_ticket_limit CHECK (((ticket_limit >= 1) AND (ticket_limit <= 1000)))
  constraint alert_source_topic_length CHECK ((length(topic) <= 400))
  constraint alert_source_vendor CHECK ((vendor ~ '^[a-z0-9-]{2,30}$'::text))
  constraint alert_source_by_fk FOREIGN KEY (provider_id, updated_by) REFERENCES public.person(provider_id, person_id)
  constraint alert_source_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint alert_source_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint alert_source_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint alert_source_pkey PRIMARY KEY (provider_id, source_id)
  constraint alert_source_key UNIQUE (key_hash)
  constraint alert_source_tenant_key UNIQUE (provider_id, tenant_id, source_id)
  CREATE INDEX alert_source_of_tenant ON public.alert_source USING btree (provider_id, tenant_id, name, source_id)
  policy for_staff restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER measurement_follow_source AFTER INSERT OR UPDATE OF active, service_item_id ON public.alert_source FOR EACH ROW EXECUTE FUNCTION public.measurement_follow_source()
  grant insert, update to daylight_app
  grant insert, update to daylight_worker
  grant select (active, auth, created_at, group_by, group_labels, heard_at, heartbeat_minutes, key_hint, mapping, max_bytes, name, per_minute, provider_id, secret_version, service_item_id, source_id, tenant_id, ticket_from, ticket_limit, topic, updated_at, updated_by, vendor, version) to daylight_app
  grant select (active, auth, created_at, group_by, group_labels, heard_at, heartbeat_minutes, key_hint, mapping, max_bytes, name, per_minute, provider_id, secret_version, service_item_id, source_id, tenant_id, ticket_from, ticket_limit, topic, updated_at, updated_by, vendor, version) to daylight_worker

public.approval_delegation
  table owner daylight_owner row security forced
  column created_at timestamp(3) with time zone not null
  column delegate_id uuid not null
  column delegation_id uuid not null
  column delegator_id uuid not null
  column ends_at timestamp(3) with time zone not null
  column limit_minor bigint
  column provider_id uuid not null
  column revoked_at timestamp(3) with time zone
  column revoked_by uuid
  column starts_at timestamp(3) with time zone not null
  column tenant_id uuid not null
  constraint approval_delegation_limit CHECK ((limit_minor >= 0))
  constraint approval_delegation_period CHECK ((starts_at < ends_at))
  constraint approval_delegation_revoked_whole CHECK (((revoked_at IS NULL) = (revoked_by IS NULL)))
  constraint approval_delegation_two_people CHECK ((delegator_id <> delegate_id))
  constraint approval_delegation_delegate_fk FOREIGN KEY (provider_id, delegate_id) REFERENCES public.person(provider_id, person_id)
  constraint approval_delegation_delegator_fk FOREIGN KEY (provider_id, delegator_id) REFERENCES public.person(provider_id, person_id)
  constraint approval_delegation_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint approval_delegation_revoker_fk FOREIGN KEY (provider_id, revoked_by) REFERENCES public.person(provider_id, person_id)
  constraint approval_delegation_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint approval_delegation_pkey PRIMARY KEY (provider_id, delegation_id)
  CREATE INDEX approval_delegation_by_time ON public.approval_delegation USING btree (provider_id, tenant_id, created_at DESC, delegation_id DESC)
  CREATE INDEX approval_delegation_of_delegate ON public.approval_delegation USING btree (provider_id, tenant_id, delegate_id, ends_at) WHERE (revoked_at IS NULL)
  policy delegation_end permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)))
  policy delegation_lend permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) AND (delegator_id = ( SELECT public.scope_person() AS scope_person)))
  policy delegation_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant update (revoked_at, revoked_by) to daylight_app

public.audit_entry
  table owner daylight_owner row security forced
  column action text not null
  column actor_person_id uuid
  column actor_side text not null
  column address text
  column address_digest bytea
  column address_salt bytea
  column after jsonb
  column at timestamp(3) with time zone not null
  column before jsonb
  column entry_id uuid not null
  column object_id uuid
  column object_type text not null
  column provider_id uuid not null
  column request_id text
  column tenant_id uuid
  constraint audit_entry_salt_goes_with_address CHECK (((address IS NOT NULL) OR (address_salt IS NULL)))
  constraint audit_entry_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint audit_entry_provider_id_tenant_id_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint audit_entry_pkey PRIMARY KEY (provider_id, entry_id)
  CREATE INDEX audit_entry_by_actor ON public.audit_entry USING btree (provider_id, actor_person_id, at DESC, entry_id DESC)
  CREATE INDEX audit_entry_by_object ON public.audit_entry USING btree (provider_id, object_id, at DESC)
  CREATE INDEX audit_entry_by_time ON public.audit_entry USING btree (provider_id, at DESC, entry_id DESC)
  CREATE INDEX audit_entry_of_tenant ON public.audit_entry USING btree (provider_id, tenant_id, at DESC, entry_id DESC)
  policy audit_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy audit_read_client permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_side() AS scope_side) = 'CLIENT'::text) AND (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) AND (NOT ( SELECT public.scope_own_only() AS scope_own_only)))
  policy audit_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER audit_entry_address BEFORE INSERT ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_entry_address()
  CREATE TRIGGER audit_entry_pending AFTER INSERT ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_entry_pending()
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.audit_pending
  table owner daylight_owner row security forced
  column entry_id uuid not null
  column n bigint not null generated always as identity
  column provider_id uuid not null
  column xact bigint not null
  constraint audit_pending_pkey PRIMARY KEY (n)
  CREATE INDEX audit_pending_in_order ON public.audit_pending USING btree (provider_id, xact, n)
  CREATE INDEX audit_pending_of_entry ON public.audit_pending USING btree (provider_id, entry_id)
  policy staff_reads permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant select to daylight_app
  grant select to daylight_worker

public.audit_pending_n_seq
  sequence bigint owner daylight_owner

public.audit_seal
  table owner daylight_owner row security forced
  column entry_id uuid not null
  column format smallint not null default 1
  column hash bytea not null
  column provider_id uuid not null
  column sealed_at timestamp(3) with time zone not null default now()
  column seq bigint not null
  constraint audit_seal_format CHECK ((format = ANY (ARRAY[1, 2])))
  constraint audit_seal_provider_id_entry_id_fkey FOREIGN KEY (provider_id, entry_id) REFERENCES public.audit_entry(provider_id, entry_id)
  constraint audit_seal_pkey PRIMARY KEY (provider_id, seq)
  constraint audit_seal_entry_key UNIQUE (provider_id, entry_id)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.availability_figure
  table owner daylight_owner row security forced
  column bears_credit boolean not null
  column computed_at timestamp(3) with time zone not null
  column credit_minor bigint not null
  column credited boolean not null
  column currency text not null
  column denominator numeric
  column digest text not null
  column document text not null
  column figure_id uuid not null
  column numerator numeric
  column ordinal integer not null
  column period_from timestamp(3) with time zone not null
  column period_key text not null
  column period_to timestamp(3) with time zone not null
  column provider_id uuid not null
  column published_at timestamp(3) with time zone
  column published_by uuid
  column service_item_id uuid not null
  column tenant_id uuid not null
  column total_minor bigint not null
  column verdict text not null
  column version_id uuid not null
  constraint availability_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  constraint availability_exact CHECK ((((numerator IS NULL) = (denominator IS NULL)) AND ((numerator IS NULL) = (verdict = 'NO_DATA'::text))))
  constraint availability_no_addendum_before CHECK (((ordinal = 0) OR (published_at IS NOT NULL)))
  constraint availability_ordinal CHECK ((ordinal >= 0))
  constraint availability_period CHECK ((period_key ~ '^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$'::text))
  constraint availability_verdict CHECK ((verdict = ANY (ARRAY['REACHED'::text, 'MISSED'::text, 'NO_DATA'::text])))
  constraint availability_figure_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint availability_published_fk FOREIGN KEY (provider_id, published_by) REFERENCES public.person(provider_id, person_id)
  constraint availability_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint availability_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint availability_version_fk FOREIGN KEY (provider_id, tenant_id, version_id) REFERENCES public.contract_version(provider_id, tenant_id, version_id)
  constraint availability_figure_pkey PRIMARY KEY (provider_id, figure_id)
  constraint availability_once UNIQUE (provider_id, tenant_id, service_item_id, period_key, ordinal)
  constraint availability_tenant_key UNIQUE (provider_id, tenant_id, figure_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER availability_keep BEFORE DELETE OR UPDATE ON public.availability_figure FOR EACH ROW EXECUTE FUNCTION public.availability_keep()
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.availability_keeping
  table owner daylight_owner row security forced
  column looked_at timestamp(3) with time zone not null
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint availability_keeping_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint availability_keeping_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint availability_keeping_pkey PRIMARY KEY (provider_id, tenant_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant insert, select, update to daylight_worker

public.calendar_template
  table owner daylight_owner row security forced
  column archived boolean not null default false
  column calendar_id uuid not null
  column document jsonb not null
  column name_en text not null
  column name_ko text not null
  column provider_id uuid not null
  column updated_at timestamp(3) with time zone not null
  column updated_by uuid
  column version integer not null default 1
  column zone text not null
  constraint calendar_template_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint calendar_template_updated_by_fkey FOREIGN KEY (provider_id, updated_by) REFERENCES public.person(provider_id, person_id)
  constraint calendar_template_pkey PRIMARY KEY (provider_id, calendar_id)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.calendar_template_version
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column by_person uuid
  column calendar_id uuid not null
  column digest text not null
  column document jsonb not null
  column provider_id uuid not null
  column version integer not null
  constraint calendar_template_version_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  constraint calendar_template_version_by_fkey FOREIGN KEY (provider_id, by_person) REFERENCES public.person(provider_id, person_id)
  constraint calendar_template_version_template_fkey FOREIGN KEY (provider_id, calendar_id) REFERENCES public.calendar_template(provider_id, calendar_id)
  constraint calendar_template_version_pkey PRIMARY KEY (provider_id, calendar_id, version)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.channel_gateway
  table owner daylight_owner row security forced
  column active boolean not null
  column channel text not null
  column created_at timestamp(3) with time zone not null
  column gateway_id uuid not null
  column last_error text
  column last_sent_at timestamp(3) with time zone
  column name text not null
  column preset text not null
  column provider_id uuid not null
  column report_hash bytea not null
  column report_version integer not null default 1
  column template jsonb not null
  column updated_at timestamp(3) with time zone not null
  column updated_by uuid not null
  column version integer not null default 1
  constraint channel_gateway_channel CHECK ((channel = ANY (ARRAY['SMS'::text, 'VOICE'::text, 'MESSENGER'::text])))
  constraint channel_gateway_error_length CHECK ((length(last_error) <= 500))
  constraint channel_gateway_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint channel_gateway_preset CHECK ((preset ~ '^[A-Z][A-Z0-9_]{1,39}$'::text))
  constraint channel_gateway_person_fk FOREIGN KEY (provider_id, updated_by) REFERENCES public.person(provider_id, person_id)
  constraint channel_gateway_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint channel_gateway_pkey PRIMARY KEY (provider_id, gateway_id)
  constraint channel_gateway_report_key UNIQUE (report_hash)
  CREATE INDEX channel_gateway_by_report ON public.channel_gateway USING btree (report_hash)
  CREATE UNIQUE INDEX channel_gateway_in_use ON public.channel_gateway USING btree (provider_id, channel) WHERE active
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant insert, select, update to daylight_app
  grant select to daylight_worker
  grant update (last_error, last_sent_at) to daylight_worker

public.clock_notice
  table owner daylight_owner row security forced
  column cycle integer not null
  column due_at timestamp(3) with time zone not null
  column fired_at timestamp(3) with time zone not null
  column kind text not null
  column late boolean not null
  column percent smallint not null
  column provider_id uuid not null
  column target_id text not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  constraint clock_notice_percent CHECK (((percent >= 1) AND (percent <= 100)))
  constraint clock_notice_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint clock_notice_pkey PRIMARY KEY (provider_id, ticket_id, kind, cycle, percent, target_id)
  CREATE INDEX clock_notice_by_time ON public.clock_notice USING btree (provider_id, tenant_id, fired_at)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.contract
  table owner daylight_owner row security forced
  column contract_id uuid not null
  column created_at timestamp(3) with time zone not null
  column kind text not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column title text not null
  constraint contract_kind CHECK ((kind = ANY (ARRAY['PILOT'::text, 'MANAGED'::text])))
  constraint contract_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  constraint contract_tenant_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint contract_pkey PRIMARY KEY (provider_id, contract_id)
  constraint contract_tenant_key UNIQUE (provider_id, tenant_id, contract_id)
  CREATE INDEX contract_by_time ON public.contract USING btree (provider_id, created_at DESC, contract_id DESC)
  policy clients_make_none restrictive for insert to PUBLIC
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker

public.contract_consent
  table owner daylight_owner row security forced
  column address text
  column at timestamp(3) with time zone not null
  column cause text not null default 'GIVEN'::text
  column consent_id uuid not null
  column digest text not null
  column on_behalf_of uuid
  column party text not null
  column person_id uuid
  column provider_id uuid not null
  column tenant_id uuid not null
  column verdict_changes_digest text
  column version_id uuid not null
  constraint contract_consent_behalf CHECK ((on_behalf_of <> person_id))
  constraint contract_consent_cause CHECK ((cause = ANY (ARRAY['GIVEN'::text, 'DEEMED'::text])))
  constraint contract_consent_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  constraint contract_consent_party CHECK ((party = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text])))
  constraint contract_consent_verdict_digest CHECK ((verdict_changes_digest ~ '^[0-9a-f]{64}$'::text))
  constraint contract_consent_whose CHECK (
  CASE cause
      WHEN 'GIVEN'::text THEN (person_id IS NOT NULL)
      ELSE ((person_id IS NULL) AND (party = 'CLIENT'::text) AND (verdict_changes_digest IS NULL))
  END)
  constraint contract_consent_behalf_fk FOREIGN KEY (provider_id, on_behalf_of) REFERENCES public.person(provider_id, person_id)
  constraint contract_consent_person_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint contract_consent_version_fkey FOREIGN KEY (provider_id, tenant_id, version_id) REFERENCES public.contract_version(provider_id, tenant_id, version_id)
  constraint contract_consent_pkey PRIMARY KEY (provider_id, consent_id)
  CREATE INDEX contract_consent_by_version ON public.contract_consent USING btree (provider_id, version_id)
  policy own_consent restrictive for insert to PUBLIC
    with check 
  CASE cause
      WHEN 'GIVEN'::text THEN ((person_id = ( SELECT public.scope_person() AS scope_person)) AND (party = ( SELECT public.scope_side() AS scope_side)))
      ELSE (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text)
  END
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker

public.contract_scope
  table owner daylight_owner row security forced
  column during tstzrange not null generated always as (tstzrange(valid_from, valid_to)) stored
  column provider_id uuid not null
  column service_item_id uuid not null
  column tenant_id uuid not null
  column valid_from timestamp(3) with time zone not null
  column valid_to timestamp(3) with time zone
  column version_id uuid not null
  constraint contract_scope_range CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  constraint contract_scope_service_fkey FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint contract_scope_version_fkey FOREIGN KEY (provider_id, tenant_id, version_id) REFERENCES public.contract_version(provider_id, tenant_id, version_id)
  constraint contract_scope_pkey PRIMARY KEY (provider_id, version_id, service_item_id)
  constraint contract_scope_no_overlap EXCLUDE USING gist (provider_id WITH =, tenant_id WITH =, service_item_id WITH =, during WITH &&)
  CREATE INDEX contract_scope_in_force ON public.contract_scope USING btree (provider_id, tenant_id, service_item_id, valid_from DESC)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker
  grant update (valid_to) to daylight_app
  grant update (valid_to) to daylight_worker

public.contract_term_notice
  table owner daylight_owner row security forced
  column days integer not null
  column due_at timestamp(3) with time zone not null
  column fired_at timestamp(3) with time zone not null
  column kind text not null
  column late boolean not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column term_end timestamp(3) with time zone not null
  column version_id uuid not null
  constraint contract_term_notice_days CHECK ((days >= 0))
  constraint contract_term_notice_kind CHECK ((kind = ANY (ARRAY['NOTICE_AHEAD'::text, 'END_AHEAD'::text, 'RENEWED'::text, 'HELD_OVER'::text, 'ENDED'::text])))
  constraint contract_term_notice_version_fkey FOREIGN KEY (provider_id, tenant_id, version_id) REFERENCES public.contract_version(provider_id, tenant_id, version_id)
  constraint contract_term_notice_pkey PRIMARY KEY (provider_id, version_id, kind, term_end, days)
  policy system_tells restrictive for insert to PUBLIC
    with check (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.contract_verdict_list
  table owner daylight_owner row security forced
  column as_of timestamp(3) with time zone not null
  column changes jsonb not null
  column digest text not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column version_id uuid not null
  constraint contract_verdict_list_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  constraint contract_verdict_list_version_fkey FOREIGN KEY (provider_id, tenant_id, version_id) REFERENCES public.contract_version(provider_id, tenant_id, version_id)
  constraint contract_verdict_list_pkey PRIMARY KEY (provider_id, version_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.contract_version
  table owner daylight_owner row security forced
  column contract_id uuid not null
  column created_at timestamp(3) with time zone not null
  column decided_at timestamp(3) with time zone
  column decided_by uuid
  column decision_note text
  column deemed_at timestamp(3) with time zone
  column effective_from timestamp(3) with time zone not null
  column effective_to timestamp(3) with time zone
  column note text
  column notice_at timestamp(3) with time zone
  column notice_by uuid
  column notice_on_behalf_of uuid
  column notice_party text
  column notice_reason text
  column ordinal integer not null
  column proposed_at timestamp(3) with time zone
  column proposed_by uuid
  column provider_id uuid not null
  column renewal jsonb not null
  column state text not null
  column tenant_id uuid not null
  column term_end date
  column term_to timestamp(3) with time zone
  column terms jsonb not null
  column terms_digest text not null
  column version integer not null default 1
  column version_id uuid not null
  column zone text not null
  constraint contract_version_decision_note_length CHECK ((length(decision_note) <= 4000))
  constraint contract_version_digest CHECK ((terms_digest ~ '^[0-9a-f]{64}$'::text))
  constraint contract_version_note_length CHECK ((length(note) <= 4000))
  constraint contract_version_notice CHECK (
  CASE
      WHEN (notice_at IS NULL) THEN (num_nonnulls(notice_party, notice_by, notice_on_behalf_of, notice_reason) = 0)
      ELSE ((num_nonnulls(notice_party, notice_by, notice_reason) = 3) AND (state = 'AGREED'::text) AND (effective_to IS NOT NULL))
  END)
  constraint contract_version_notice_party CHECK ((notice_party = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text])))
  constraint contract_version_ordinal_positive CHECK ((ordinal > 0))
  constraint contract_version_range CHECK (((effective_to IS NULL) OR (effective_to > effective_from)))
  constraint contract_version_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PROPOSED'::text, 'AGREED'::text, 'REJECTED'::text, 'WITHDRAWN'::text])))
  constraint contract_version_term CHECK ((((term_end IS NULL) = (term_to IS NULL)) AND ((term_to IS NULL) OR (term_to > effective_from))))
  constraint contract_version_contract_fkey FOREIGN KEY (provider_id, tenant_id, contract_id) REFERENCES public.contract(provider_id, tenant_id, contract_id)
  constraint contract_version_decided_by_fkey FOREIGN KEY (provider_id, decided_by) REFERENCES public.person(provider_id, person_id)
  constraint contract_version_notice_behalf_fk FOREIGN KEY (provider_id, notice_on_behalf_of) REFERENCES public.person(provider_id, person_id)
  constraint contract_version_notice_fk FOREIGN KEY (provider_id, notice_by) REFERENCES public.person(provider_id, person_id)
  constraint contract_version_proposed_by_fkey FOREIGN KEY (provider_id, proposed_by) REFERENCES public.person(provider_id, person_id)
  constraint contract_version_pkey PRIMARY KEY (provider_id, version_id)
  constraint contract_version_ordinal_key UNIQUE (provider_id, contract_id, ordinal)
  constraint contract_version_tenant_key UNIQUE (provider_id, tenant_id, version_id)
  CREATE INDEX contract_version_by_digest ON public.contract_version USING btree (provider_id, terms_digest)
  CREATE INDEX contract_version_by_tenant ON public.contract_version USING btree (provider_id, tenant_id, effective_from)
  CREATE UNIQUE INDEX contract_version_open ON public.contract_version USING btree (provider_id, contract_id) WHERE (state = ANY (ARRAY['DRAFT'::text, 'PROPOSED'::text]))
  policy clients_draft_nothing restrictive for insert to PUBLIC
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy clients_see_no_drafts restrictive for select to PUBLIC
    using (( SELECT public.scope_is_staff() AS scope_is_staff) OR (proposed_at IS NOT NULL))
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER contract_notice_own BEFORE UPDATE OF notice_at, notice_party, notice_by, notice_on_behalf_of, notice_reason ON public.contract_version FOR EACH ROW WHEN ((((((old.notice_at IS DISTINCT FROM new.notice_at) OR (old.notice_party IS DISTINCT FROM new.notice_party)) OR (old.notice_by IS DISTINCT FROM new.notice_by)) OR (old.notice_on_behalf_of IS DISTINCT FROM new.notice_on_behalf_of)) OR (old.notice_reason IS DISTINCT FROM new.notice_reason))) EXECUTE FUNCTION public.contract_notice_own()
  CREATE TRIGGER contract_version_keep BEFORE UPDATE ON public.contract_version FOR EACH ROW EXECUTE FUNCTION public.contract_version_keep()
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.credential
  table owner daylight_owner row security
  column changed_at timestamp(3) with time zone not null
  column password_hash text not null
  column person_id uuid not null
  column provider_id uuid not null
  constraint credential_provider_id_person_id_fkey FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint credential_pkey PRIMARY KEY (provider_id, person_id)

public.credit
  table owner daylight_owner row security forced
  column amount_minor bigint not null
  column created_at timestamp(3) with time zone not null
  column credit_id uuid not null
  column currency text not null
  column disputed uuid[] not null default '{}'::uuid[]
  column evidence_digest text
  column evidence_id uuid not null
  column figure_id uuid not null
  column provider_id uuid not null
  column reference text
  column state text not null
  column tenant_id uuid not null
  column version integer not null default 1
  constraint credit_amount CHECK ((amount_minor >= 0))
  constraint credit_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint credit_proposed_with_evidence CHECK (((state = 'COMPUTED'::text) OR (evidence_digest IS NOT NULL)))
  constraint credit_reference_length CHECK (((length(reference) >= 1) AND (length(reference) <= 200)))
  constraint credit_state CHECK ((state = ANY (ARRAY['COMPUTED'::text, 'PROPOSED'::text, 'ACCEPTED'::text, 'DISPUTED'::text, 'WAIVED'::text, 'SETTLED'::text])))
  constraint credit_evidence_fk FOREIGN KEY (provider_id, tenant_id, evidence_id) REFERENCES public.availability_figure(provider_id, tenant_id, figure_id)
  constraint credit_figure_fk FOREIGN KEY (provider_id, tenant_id, figure_id) REFERENCES public.availability_figure(provider_id, tenant_id, figure_id)
  constraint credit_pkey PRIMARY KEY (provider_id, credit_id)
  constraint credit_of_figure UNIQUE (provider_id, figure_id)
  constraint credit_tenant_key UNIQUE (provider_id, tenant_id, credit_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant delete, insert, select, update to daylight_worker

public.credit_event
  table owner daylight_owner row security forced
  column amount_minor bigint
  column at timestamp(3) with time zone not null
  column credit_id uuid not null
  column event_id uuid not null
  column evidence_digest text
  column exclusion_ids uuid[] not null default '{}'::uuid[]
  column kind text not null
  column person_id uuid
  column provider_id uuid not null
  column reference text
  column seq integer not null
  column tenant_id uuid not null
  column text text
  constraint credit_event_kind CHECK ((kind = ANY (ARRAY['PROPOSED'::text, 'ACCEPTED'::text, 'DISPUTED'::text, 'WAIVED'::text, 'SETTLED'::text, 'COMMENTED'::text])))
  constraint credit_event_seq CHECK ((seq > 0))
  constraint credit_event_text_length CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
  constraint credit_event_credit_fk FOREIGN KEY (provider_id, tenant_id, credit_id) REFERENCES public.credit(provider_id, tenant_id, credit_id)
  constraint credit_event_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint credit_event_pkey PRIMARY KEY (provider_id, event_id)
  constraint credit_event_order UNIQUE (provider_id, credit_id, seq)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

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

public.discarded_letter
  table owner daylight_owner row security forced
  column attempts integer not null
  column detail text
  column discard_id uuid not null
  column discarded_at timestamp(3) with time zone not null
  column discarded_by uuid not null
  column error text
  column letter_id uuid not null
  column provider_id uuid not null
  column queue text not null
  column reason text not null
  column tenant_id uuid
  constraint discarded_letter_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  constraint discarded_letter_person_fk FOREIGN KEY (provider_id, discarded_by) REFERENCES public.person(provider_id, person_id)
  constraint discarded_letter_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint discarded_letter_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint discarded_letter_pkey PRIMARY KEY (provider_id, discard_id)
  policy staff_reach permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app

public.escalation
  table owner daylight_owner row security forced
  column acknowledged_by uuid
  column acknowledged_via text
  column cause text not null
  column contract_id uuid
  column ended_at timestamp(3) with time zone
  column escalation_id uuid not null
  column exhausted_at timestamp(3) with time zone
  column next_at timestamp(3) with time zone
  column policy jsonb not null
  column policy_id uuid
  column priority text not null
  column provider_id uuid not null
  column started_at timestamp(3) with time zone not null
  column started_by uuid
  column state text not null
  column stop_reason text
  column tenant_id uuid not null
  column ticket_id uuid not null
  column ticket_type text not null
  constraint escalation_answered CHECK (((state = 'ACKNOWLEDGED'::text) = (acknowledged_via IS NOT NULL)))
  constraint escalation_cause CHECK ((cause = ANY (ARRAY['AUTOMATIC'::text, 'BY_HAND'::text])))
  constraint escalation_ended CHECK (((state = ANY (ARRAY['ACKNOWLEDGED'::text, 'STOPPED'::text])) = (ended_at IS NOT NULL)))
  constraint escalation_priority CHECK ((priority = ANY (ARRAY['P1'::text, 'P2'::text, 'P3'::text, 'P4'::text, 'P5'::text])))
  constraint escalation_state CHECK ((state = ANY (ARRAY['RUNNING'::text, 'EXHAUSTED'::text, 'ACKNOWLEDGED'::text, 'STOPPED'::text])))
  constraint escalation_via CHECK ((acknowledged_via = ANY (ARRAY['LINK'::text, 'CONSOLE'::text, 'REPLY'::text])))
  constraint escalation_policy_fk FOREIGN KEY (provider_id, policy_id) REFERENCES public.escalation_policy(provider_id, policy_id)
  constraint escalation_started_by_fk FOREIGN KEY (provider_id, started_by) REFERENCES public.person(provider_id, person_id)
  constraint escalation_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint escalation_pkey PRIMARY KEY (provider_id, escalation_id)
  constraint escalation_tenant_key UNIQUE (provider_id, tenant_id, escalation_id)
  CREATE INDEX escalation_by_time ON public.escalation USING btree (provider_id, started_at DESC, escalation_id DESC)
  CREATE INDEX escalation_of_ticket ON public.escalation USING btree (provider_id, ticket_id, started_at DESC)
  CREATE UNIQUE INDEX escalation_one_open ON public.escalation USING btree (provider_id, ticket_id) WHERE (state = ANY (ARRAY['RUNNING'::text, 'EXHAUSTED'::text]))
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_ticket restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = escalation.provider_id) AND (t.ticket_id = escalation.ticket_id))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.escalation_attempt
  table owner daylight_owner row security forced
  column attempt_id text not null
  column contact_id uuid not null
  column due_at timestamp(3) with time zone not null
  column escalation_id uuid not null
  column late boolean not null
  column link_hash bytea not null
  column made_at timestamp(3) with time zone not null
  column provider_id uuid not null
  column round integer not null
  column slot_key text not null
  column step_id text
  column target jsonb not null
  column tenant_id uuid not null
  constraint escalation_attempt_contact_fk FOREIGN KEY (provider_id, contact_id) REFERENCES public.escalation_contact(provider_id, contact_id)
  constraint escalation_attempt_run_fk FOREIGN KEY (provider_id, tenant_id, escalation_id) REFERENCES public.escalation(provider_id, tenant_id, escalation_id) ON DELETE CASCADE
  constraint escalation_attempt_pkey PRIMARY KEY (provider_id, attempt_id)
  constraint escalation_attempt_link_key UNIQUE (link_hash)
  constraint escalation_attempt_tenant_key UNIQUE (provider_id, tenant_id, attempt_id)
  CREATE INDEX escalation_attempt_of_run ON public.escalation_attempt USING btree (provider_id, escalation_id, made_at)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_run restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.escalation e
    WHERE ((e.provider_id = escalation_attempt.provider_id) AND (e.escalation_id = escalation_attempt.escalation_id))))
  grant insert, select to daylight_worker
  grant select (attempt_id, contact_id, due_at, escalation_id, late, made_at, provider_id, round, slot_key, step_id, target, tenant_id) to daylight_app

public.escalation_contact
  table owner daylight_owner row security forced
  column archived boolean not null default false
  column channels jsonb not null
  column contact_id uuid not null
  column hours_calendar_id uuid
  column languages text[] not null
  column last_verified_at timestamp(3) with time zone
  column name text not null
  column person_id uuid
  column place integer not null
  column provider_id uuid not null
  column role text not null
  column shared boolean not null default false
  column side text not null
  column tenant_id uuid
  column updated_at timestamp(3) with time zone not null
  column valid_from timestamp(3) with time zone not null
  column valid_to timestamp(3) with time zone
  column version integer not null default 1
  column zone text not null
  constraint escalation_contact_client_has_tenant CHECK (((side = 'PROVIDER'::text) OR (tenant_id IS NOT NULL)))
  constraint escalation_contact_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint escalation_contact_place CHECK (((place >= 0) AND (place <= 10000)))
  constraint escalation_contact_role_length CHECK (((length(role) >= 1) AND (length(role) <= 200)))
  constraint escalation_contact_side CHECK ((side = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text])))
  constraint escalation_contact_hours_fk FOREIGN KEY (provider_id, hours_calendar_id) REFERENCES public.calendar_template(provider_id, calendar_id)
  constraint escalation_contact_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint escalation_contact_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint escalation_contact_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint escalation_contact_pkey PRIMARY KEY (provider_id, contact_id)
  CREATE INDEX escalation_contact_of_tenant ON public.escalation_contact USING btree (provider_id, tenant_id, place, contact_id) WHERE (NOT archived)
  policy contact_add permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND
  CASE
      WHEN (tenant_id IS NULL) THEN ( SELECT public.scope_is_staff() AS scope_is_staff)
      ELSE ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[])))
  END AND (( SELECT public.scope_is_staff() AS scope_is_staff) OR (side = 'CLIENT'::text)))
  policy contact_change permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND
  CASE
      WHEN (tenant_id IS NULL) THEN ( SELECT public.scope_is_staff() AS scope_is_staff)
      ELSE ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[])))
  END AND (( SELECT public.scope_is_staff() AS scope_is_staff) OR (side = 'CLIENT'::text)))
  policy contact_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))) AND (( SELECT public.scope_is_staff() AS scope_is_staff) OR (side = 'CLIENT'::text) OR shared))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.escalation_delivery
  table owner daylight_owner row security forced
  column address text not null
  column attempt_id text not null
  column channel text not null
  column channel_id text not null
  column created_at timestamp(3) with time zone not null
  column delivery_id uuid not null
  column place integer not null
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint escalation_delivery_channel CHECK ((channel = ANY (ARRAY['EMAIL'::text, 'SMS'::text, 'VOICE'::text, 'MESSENGER'::text, 'CHAT_WEBHOOK'::text])))
  constraint escalation_delivery_attempt_fk FOREIGN KEY (provider_id, tenant_id, attempt_id) REFERENCES public.escalation_attempt(provider_id, tenant_id, attempt_id) ON DELETE CASCADE
  constraint escalation_delivery_pkey PRIMARY KEY (provider_id, delivery_id)
  constraint escalation_delivery_once UNIQUE (provider_id, attempt_id, channel_id)
  constraint escalation_delivery_tenant_key UNIQUE (provider_id, tenant_id, delivery_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_attempt restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.escalation_attempt a
    WHERE ((a.provider_id = escalation_delivery.provider_id) AND (a.attempt_id = escalation_delivery.attempt_id))))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.escalation_delivery_result
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column delivery_id uuid not null
  column error text
  column outcome text not null
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint escalation_delivery_outcome CHECK ((outcome = ANY (ARRAY['SENT'::text, 'LOCAL'::text, 'DELIVERED'::text, 'FAILED'::text])))
  constraint escalation_delivery_result_fk FOREIGN KEY (provider_id, tenant_id, delivery_id) REFERENCES public.escalation_delivery(provider_id, tenant_id, delivery_id) ON DELETE CASCADE
  constraint escalation_delivery_result_pkey PRIMARY KEY (provider_id, delivery_id, outcome)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_delivery restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.escalation_delivery d
    WHERE ((d.provider_id = escalation_delivery_result.provider_id) AND (d.delivery_id = escalation_delivery_result.delivery_id))))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.escalation_document
  table owner daylight_owner row security forced
  column archived boolean not null
  column at timestamp(3) with time zone not null
  column by_person uuid
  column document jsonb not null
  column document_id uuid not null
  column kind text not null
  column provider_id uuid not null
  column version integer not null
  constraint escalation_document_kind CHECK ((kind = ANY (ARRAY['SCHEDULE'::text, 'POLICY'::text])))
  constraint escalation_document_by_fk FOREIGN KEY (provider_id, by_person) REFERENCES public.person(provider_id, person_id)
  constraint escalation_document_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint escalation_document_pkey PRIMARY KEY (provider_id, kind, document_id, version)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.escalation_event
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column data jsonb not null default '{}'::jsonb
  column escalation_id uuid not null
  column event_id uuid not null
  column kind text not null
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint escalation_event_kind CHECK ((kind = ANY (ARRAY['CALLED'::text, 'ALARMED'::text, 'ACKNOWLEDGED'::text, 'STOPPED'::text])))
  constraint escalation_event_run_fk FOREIGN KEY (provider_id, tenant_id, escalation_id) REFERENCES public.escalation(provider_id, tenant_id, escalation_id) ON DELETE CASCADE
  constraint escalation_event_pkey PRIMARY KEY (provider_id, event_id)
  CREATE INDEX escalation_event_of_run ON public.escalation_event USING btree (provider_id, escalation_id, at)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_run restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.escalation e
    WHERE ((e.provider_id = escalation_event.provider_id) AND (e.escalation_id = escalation_event.escalation_id))))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker

public.escalation_policy
  table owner daylight_owner row security forced
  column archived boolean not null default false
  column document jsonb not null
  column name_en text not null
  column name_ko text not null
  column policy_id uuid not null
  column provider_id uuid not null
  column updated_at timestamp(3) with time zone not null
  column updated_by uuid
  column version integer not null default 1
  constraint escalation_policy_by_fk FOREIGN KEY (provider_id, updated_by) REFERENCES public.person(provider_id, person_id)
  constraint escalation_policy_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint escalation_policy_pkey PRIMARY KEY (provider_id, policy_id)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.exclusion
  table owner daylight_owner row security forced
  column cause text not null
  column decided_at timestamp(3) with time zone
  column decided_by uuid
  column decision_note text
  column exclusion_id uuid not null
  column from_at timestamp(3) with time zone not null
  column outage_id uuid
  column proposed_at timestamp(3) with time zone not null
  column proposed_by uuid not null
  column provider_id uuid not null
  column reason text not null
  column service_item_id uuid not null
  column state text not null
  column tenant_id uuid not null
  column to_at timestamp(3) with time zone not null
  column version integer not null default 1
  constraint exclusion_cause CHECK ((cause = ANY (ARRAY['CLIENT'::text, 'FORCE_MAJEURE'::text, 'CLOUD_VENDOR'::text])))
  constraint exclusion_note_length CHECK (((length(decision_note) >= 1) AND (length(decision_note) <= 4000)))
  constraint exclusion_range CHECK ((to_at > from_at))
  constraint exclusion_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint exclusion_state CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'ACCEPTED'::text, 'REJECTED'::text, 'DISPUTED'::text, 'WITHDRAWN'::text])))
  constraint exclusion_decided_fk FOREIGN KEY (provider_id, decided_by) REFERENCES public.person(provider_id, person_id)
  constraint exclusion_outage_fk FOREIGN KEY (provider_id, tenant_id, outage_id) REFERENCES public.outage(provider_id, tenant_id, outage_id)
  constraint exclusion_proposed_fk FOREIGN KEY (provider_id, proposed_by) REFERENCES public.person(provider_id, person_id)
  constraint exclusion_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint exclusion_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint exclusion_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint exclusion_pkey PRIMARY KEY (provider_id, exclusion_id)
  constraint exclusion_tenant_key UNIQUE (provider_id, tenant_id, exclusion_id)
  CREATE INDEX exclusion_of_outage ON public.exclusion USING btree (provider_id, outage_id) WHERE (outage_id IS NOT NULL)
  CREATE INDEX exclusion_of_tenant ON public.exclusion USING btree (provider_id, tenant_id, proposed_at DESC, exclusion_id DESC)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.file
  table owner daylight_owner row security forced
  column audience text not null
  column file_id uuid not null
  column media_type text not null
  column name text not null
  column provider_id uuid not null
  column sha256 text not null
  column size_bytes integer not null
  column tenant_id uuid
  column uploaded_at timestamp(3) with time zone not null
  column uploaded_by uuid
  constraint file_audience CHECK ((audience = ANY (ARRAY['LINKED'::text, 'TENANT'::text, 'STAFF'::text])))
  constraint file_media_type_length CHECK (((length(media_type) >= 3) AND (length(media_type) <= 200)))
  constraint file_name_length CHECK (((length(name) >= 1) AND (length(name) <= 255)))
  constraint file_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  constraint file_size CHECK (((size_bytes >= 0) AND (size_bytes <= 26214400)))
  constraint file_tenant_audience CHECK (((audience <> 'TENANT'::text) OR (tenant_id IS NOT NULL)))
  constraint file_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint file_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint file_uploader_fk FOREIGN KEY (provider_id, uploaded_by) REFERENCES public.person(provider_id, person_id)
  constraint file_pkey PRIMARY KEY (provider_id, file_id)
  CREATE INDEX file_by_uploader ON public.file USING btree (provider_id, uploaded_by, uploaded_at)
  policy file_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (((tenant_id IS NULL) AND ( SELECT public.scope_is_staff() AS scope_is_staff)) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[])) OR ((tenant_id IS NULL) AND (EXISTS ( SELECT 1
     FROM public.ticket_attachment a
    WHERE ((a.provider_id = file.provider_id) AND (a.file_id = file.file_id)))))) AND ((uploaded_by = ( SELECT public.scope_person() AS scope_person)) OR (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text) OR (audience = 'TENANT'::text) OR ((audience = 'STAFF'::text) AND ( SELECT public.scope_is_staff() AS scope_is_staff)) OR ((audience = 'LINKED'::text) AND (EXISTS ( SELECT 1
     FROM public.ticket_attachment a
    WHERE ((a.provider_id = file.provider_id) AND (a.file_id = file.file_id)))))))
  policy file_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (((tenant_id IS NULL) AND ( SELECT public.scope_is_staff() AS scope_is_staff)) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.file_content
  table owner daylight_owner row security forced
  column bytes bytea not null
  column file_id uuid not null
  column provider_id uuid not null
  constraint file_content_size CHECK ((octet_length(bytes) <= 26214400))
  constraint file_content_file_fk FOREIGN KEY (provider_id, file_id) REFERENCES public.file(provider_id, file_id) ON DELETE CASCADE
  constraint file_content_pkey PRIMARY KEY (provider_id, file_id)
  policy file_content_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.file f
    WHERE ((f.provider_id = file_content.provider_id) AND (f.file_id = file_content.file_id)))))
  policy file_content_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.file f
    WHERE ((f.provider_id = file_content.provider_id) AND (f.file_id = file_content.file_id)))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.gateway_message
  table owner daylight_owner row security forced
  column address text not null
  column bad_address boolean not null default false
  column created_at timestamp(3) with time zone not null
  column gateway_id uuid not null
  column is_test boolean not null
  column last_error text
  column last_status integer
  column message_id uuid not null
  column provider_id uuid not null
  column reference text
  column reported_at timestamp(3) with time zone
  column response text
  column state text not null
  column tenant_id uuid
  constraint gateway_message_address_length CHECK (((length(address) >= 1) AND (length(address) <= 500)))
  constraint gateway_message_error_length CHECK ((length(last_error) <= 500))
  constraint gateway_message_reference_length CHECK (((length(reference) >= 1) AND (length(reference) <= 200)))
  constraint gateway_message_response_length CHECK ((length(response) <= 2000))
  constraint gateway_message_state CHECK ((state = ANY (ARRAY['QUEUED'::text, 'SENT'::text, 'DELIVERED'::text, 'FAILED'::text])))
  constraint gateway_message_gateway_fk FOREIGN KEY (provider_id, gateway_id) REFERENCES public.channel_gateway(provider_id, gateway_id)
  constraint gateway_message_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint gateway_message_pkey PRIMARY KEY (provider_id, message_id)
  CREATE INDEX gateway_message_by_reference ON public.gateway_message USING btree (provider_id, gateway_id, reference) WHERE (reference IS NOT NULL)
  CREATE INDEX gateway_message_by_time ON public.gateway_message USING btree (provider_id, gateway_id, created_at DESC, message_id DESC)
  policy staff_reach permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select, update to daylight_worker

public.gateway_report
  table owner daylight_owner row security forced
  column body bytea not null
  column content_type text
  column gateway_id uuid not null
  column provider_id uuid not null
  column reason text
  column received_at timestamp(3) with time zone not null
  column report_id uuid not null
  column state text not null
  constraint gateway_report_reason CHECK ((reason ~ '^[A-Z_]{3,40}$'::text))
  constraint gateway_report_size CHECK ((octet_length(body) <= 65536))
  constraint gateway_report_state CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'DONE'::text, 'DEAD'::text])))
  constraint gateway_report_type_length CHECK ((length(content_type) <= 200))
  constraint gateway_report_gateway_fk FOREIGN KEY (provider_id, gateway_id) REFERENCES public.channel_gateway(provider_id, gateway_id)
  constraint gateway_report_pkey PRIMARY KEY (provider_id, report_id)
  CREATE INDEX gateway_report_by_time ON public.gateway_report USING btree (received_at)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant select to daylight_worker
  grant select (gateway_id, provider_id, reason, received_at, report_id, state) to daylight_app
  grant update (reason, state) to daylight_worker

public.gateway_secret
  table owner daylight_owner row security forced
  column gateway_id uuid not null
  column name text not null
  column provider_id uuid not null
  column sealed bytea not null
  constraint gateway_secret_name CHECK ((name ~ '^[a-zA-Z][a-zA-Z0-9_]{0,39}$'::text))
  constraint gateway_secret_gateway_fk FOREIGN KEY (provider_id, gateway_id) REFERENCES public.channel_gateway(provider_id, gateway_id)
  constraint gateway_secret_pkey PRIMARY KEY (provider_id, gateway_id, name)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant delete, insert to daylight_app
  grant select to daylight_worker
  grant select (gateway_id, name, provider_id) to daylight_app

public.holiday_region
  table owner daylight_owner row security forced
  column provider_id uuid not null
  column region text not null
  column seeded_at timestamp(3) with time zone not null
  column source text not null
  constraint holiday_region_form CHECK ((region ~ '^[A-Z]{2}$'::text))
  constraint holiday_region_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint holiday_region_pkey PRIMARY KEY (provider_id, region)
  policy holiday_region_add permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  policy holiday_region_change permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  policy holiday_region_read permissive for select to PUBLIC
    using (provider_id = ( SELECT public.scope_provider() AS scope_provider))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.holiday_revision
  table owner daylight_owner row security forced
  column date date not null
  column known_at timestamp(3) with time zone not null
  column name_en text not null
  column name_ko text not null
  column provider_id uuid not null
  column recorded_by uuid
  column region text not null
  column revision bigint not null generated always as identity
  column revoked boolean not null default false
  column source text not null
  constraint holiday_revision_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 200)))
  constraint holiday_revision_name_ko_length CHECK (((length(name_ko) >= 1) AND (length(name_ko) <= 200)))
  constraint holiday_revision_region_form CHECK ((region ~ '^[A-Z]{2}$'::text))
  constraint holiday_revision_source_length CHECK (((length(source) >= 1) AND (length(source) <= 300)))
  constraint holiday_revision_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint holiday_revision_recorded_by_fkey FOREIGN KEY (provider_id, recorded_by) REFERENCES public.person(provider_id, person_id)
  constraint holiday_revision_pkey PRIMARY KEY (provider_id, revision)
  CREATE INDEX holiday_revision_by_region ON public.holiday_revision USING btree (provider_id, region, date)
  policy holiday_revision_add permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  policy holiday_revision_read permissive for select to PUBLIC
    using (provider_id = ( SELECT public.scope_provider() AS scope_provider))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker

public.holiday_revision_revision_seq
  sequence bigint owner daylight_owner

public.idempotency_key
  table owner daylight_owner row security forced with (toast_tuple_target=8160)
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

public.import_case
  table owner daylight_owner row security forced
  column case_key text not null
  column digest text not null
  column provider_id uuid not null
  column run_id uuid not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  constraint import_case_key_length CHECK (((length(case_key) >= 1) AND (length(case_key) <= 300)))
  constraint import_case_run_fk FOREIGN KEY (provider_id, tenant_id, run_id) REFERENCES public.import_run(provider_id, tenant_id, run_id)
  constraint import_case_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint import_case_pkey PRIMARY KEY (provider_id, tenant_id, case_key)
  CREATE INDEX import_case_of_run ON public.import_case USING btree (provider_id, run_id)
  CREATE INDEX import_case_of_ticket ON public.import_case USING btree (ticket_id, provider_id, tenant_id)
  policy staff_only restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant delete, insert, select to daylight_app
  grant delete, insert, select to daylight_worker

public.import_entry
  table owner daylight_owner row security forced
  column data jsonb not null
  column line bigint not null
  column occurred_at timestamp(3) with time zone not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  constraint import_entry_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint import_entry_pkey PRIMARY KEY (provider_id, ticket_id, line)
  policy staff_only restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.import_error
  table owner daylight_owner row security forced
  column case_key text not null
  column column_name text
  column detail jsonb not null
  column error_no bigint not null
  column kind text not null
  column line bigint
  column provider_id uuid not null
  column run_id uuid not null
  column tenant_id uuid not null
  constraint import_error_run_fk FOREIGN KEY (provider_id, tenant_id, run_id) REFERENCES public.import_run(provider_id, tenant_id, run_id) ON DELETE CASCADE
  constraint import_error_pkey PRIMARY KEY (provider_id, run_id, error_no)
  policy staff_only restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.import_row
  table owner daylight_owner row security forced
  column case_key text not null
  column data json not null
  column line bigint not null
  column provider_id uuid not null
  column run_id uuid not null
  column tenant_id uuid not null
  constraint import_row_run_fk FOREIGN KEY (provider_id, tenant_id, run_id) REFERENCES public.import_run(provider_id, tenant_id, run_id) ON DELETE CASCADE
  constraint import_row_pkey PRIMARY KEY (provider_id, run_id, case_key, line)
  policy staff_only restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant delete, insert, select to daylight_app
  grant delete, insert, select to daylight_worker

public.import_run
  table owner daylight_owner row security forced
  column cases_rejected bigint not null default 0
  column cases_total bigint
  column cases_unchanged bigint not null default 0
  column cases_written bigint not null default 0
  column columns json
  column created_at timestamp(3) with time zone not null
  column dry_run boolean not null
  column events_written bigint not null default 0
  column failure jsonb
  column file_id uuid
  column file_name text not null
  column finished_at timestamp(3) with time zone
  column mapping jsonb not null
  column provider_id uuid not null
  column rows_read bigint not null default 0
  column run_id uuid not null
  column started_at timestamp(3) with time zone
  column started_by uuid
  column state text not null
  column tenant_id uuid not null
  constraint import_run_file_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300)))
  constraint import_run_state CHECK ((state = ANY (ARRAY['QUEUED'::text, 'READING'::text, 'WRITING'::text, 'DONE'::text, 'CANCELLED'::text, 'FAILED'::text, 'UNDOING'::text, 'UNDONE'::text])))
  constraint import_run_file_fk FOREIGN KEY (provider_id, file_id) REFERENCES public.file(provider_id, file_id)
  constraint import_run_starter_fk FOREIGN KEY (provider_id, started_by) REFERENCES public.person(provider_id, person_id)
  constraint import_run_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint import_run_pkey PRIMARY KEY (provider_id, run_id)
  constraint import_run_tenant_key UNIQUE (provider_id, tenant_id, run_id)
  CREATE INDEX import_run_by_time ON public.import_run USING btree (provider_id, created_at DESC, run_id DESC)
  policy staff_only restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.intake_allowance
  table owner daylight_owner row security forced unlogged
  column at timestamp with time zone not null
  column provider_id uuid not null
  column source_id uuid not null
  column tenant_id uuid not null
  column tokens double precision not null
  constraint intake_allowance_source_fk FOREIGN KEY (provider_id, tenant_id, source_id) REFERENCES public.alert_source(provider_id, tenant_id, source_id) ON DELETE CASCADE
  constraint intake_allowance_pkey PRIMARY KEY (provider_id, source_id)
  policy for_staff restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))

public.intake_delivery
  table owner daylight_owner row security forced
  column alerts integer not null default 0
  column body bytea not null
  column bytes bigint not null
  column content_type text
  column delivery_id uuid not null
  column detail text
  column headers jsonb not null default '{}'::jsonb
  column provider_id uuid not null
  column reason text
  column received_at timestamp(3) with time zone not null
  column replay_key text
  column replays integer not null default 0
  column settled_at timestamp(3) with time zone
  column source_id uuid not null
  column state text not null
  column tenant_id uuid not null
  column vendor text not null
  constraint intake_delivery_dead_reason CHECK (((state <> 'DEAD'::text) OR (reason IS NOT NULL)))
  constraint intake_delivery_detail_length CHECK ((length(detail) <= 500))
  constraint intake_delivery_reason CHECK ((reason ~ '^[A-Za-z0-9_]{2,60}$'::text))
  constraint intake_delivery_replay_length CHECK ((length(replay_key) <= 200))
  constraint intake_delivery_state CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'DONE'::text, 'DEAD'::text])))
  constraint intake_delivery_type_length CHECK ((length(content_type) <= 200))
  constraint intake_delivery_source_fk FOREIGN KEY (provider_id, tenant_id, source_id) REFERENCES public.alert_source(provider_id, tenant_id, source_id)
  constraint intake_delivery_pkey PRIMARY KEY (provider_id, delivery_id)
  constraint intake_delivery_once UNIQUE (provider_id, source_id, replay_key)
  constraint intake_delivery_tenant_key UNIQUE (provider_id, tenant_id, delivery_id)
  CREATE INDEX intake_delivery_by_time ON public.intake_delivery USING btree (provider_id, source_id, received_at DESC, delivery_id DESC)
  CREATE INDEX intake_delivery_dead ON public.intake_delivery USING btree (provider_id, source_id, received_at DESC, delivery_id DESC) WHERE (state = 'DEAD'::text)
  CREATE INDEX intake_delivery_waiting ON public.intake_delivery USING btree (provider_id, source_id, received_at, delivery_id) WHERE (state = 'RECEIVED'::text)
  policy for_staff restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant select to daylight_worker
  grant update (alerts, detail, reason, replay_key, replays, settled_at, state) to daylight_app
  grant update (alerts, detail, reason, replay_key, replays, settled_at, state) to daylight_worker

public.intake_refusal
  table owner daylight_owner row security forced
  column count bigint not null
  column last_at timestamp(3) with time zone not null
  column provider_id uuid not null
  column source_id uuid not null
  column tenant_id uuid not null
  column why text not null
  constraint intake_refusal_count CHECK ((count > 0))
  constraint intake_refusal_why CHECK ((why = ANY (ARRAY['UNSET'::text, 'MISSING'::text, 'WRONG'::text, 'STALE'::text])))
  constraint intake_refusal_source_fk FOREIGN KEY (provider_id, tenant_id, source_id) REFERENCES public.alert_source(provider_id, tenant_id, source_id) ON DELETE CASCADE
  constraint intake_refusal_pkey PRIMARY KEY (provider_id, source_id, why)
  policy for_staff restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app

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

public.kpi_check
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column cells integer not null
  column check_id uuid not null
  column differing jsonb not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column tickets integer not null
  constraint kpi_check_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint kpi_check_pkey PRIMARY KEY (provider_id, check_id)
  CREATE INDEX kpi_check_by_time ON public.kpi_check USING btree (provider_id, at DESC)
  policy kpi_check_staff permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.kpi_keeping
  table owner daylight_owner row security forced
  column due_at timestamp(3) with time zone not null
  column edition integer not null
  column first_opened_at timestamp(3) with time zone
  column looked_until timestamp(3) with time zone not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column zone text not null
  constraint kpi_keeping_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint kpi_keeping_pkey PRIMARY KEY (provider_id, tenant_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.kpi_period
  table owner daylight_owner row security forced
  column edition integer not null
  column figures jsonb not null
  column kept_at timestamp(3) with time zone not null
  column period_key text not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column to_at timestamp(3) with time zone not null
  column zone text not null
  constraint kpi_period_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint kpi_period_pkey PRIMARY KEY (provider_id, tenant_id, zone, period_key)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant select to daylight_reporting
  grant delete, insert, select, update to daylight_worker

public.kpi_rollup
  table owner daylight_owner row security forced
  column clock text not null
  column measure text not null
  column month text not null
  column n bigint not null
  column priority text not null
  column provider_id uuid not null
  column service_item_id uuid not null
  column tenant_id uuid not null
  column zone text not null
  constraint kpi_rollup_month CHECK ((month ~ '^[0-9]{4}-[0-9]{2}$'::text))
  constraint kpi_rollup_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint kpi_rollup_pkey PRIMARY KEY (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.kpi_touch
  table owner daylight_owner row security forced
  column provider_id uuid not null
  column since timestamp(3) with time zone not null
  column tenant_id uuid not null
  column touch_id bigint not null generated always as identity
  constraint kpi_touch_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint kpi_touch_pkey PRIMARY KEY (provider_id, touch_id)
  CREATE INDEX kpi_touch_by_since ON public.kpi_touch USING btree (provider_id, tenant_id, since)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant delete, insert, select to daylight_worker

public.kpi_touch_touch_id_seq
  sequence bigint owner daylight_owner

public.mail_address_trouble
  table owner daylight_owner row security forced
  column address text not null
  column at timestamp(3) with time zone not null
  column kind text not null
  column mail_id uuid not null
  column person_id uuid
  column provider_id uuid not null
  column said text not null
  column status text
  column tenant_id uuid
  column trouble_id uuid not null
  constraint mail_address_trouble_form CHECK (((address = lower(address)) AND (address !~ '[[:cntrl:]]'::text)))
  constraint mail_address_trouble_kind CHECK ((kind = ANY (ARRAY['HARD'::text, 'SOFT'::text])))
  constraint mail_address_trouble_said CHECK ((length(said) <= 500))
  constraint mail_address_trouble_status CHECK ((length(status) <= 20))
  constraint mail_address_trouble_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint mail_address_trouble_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint mail_address_trouble_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint mail_address_trouble_pkey PRIMARY KEY (provider_id, trouble_id)
  constraint mail_address_trouble_once UNIQUE (provider_id, address)
  CREATE INDEX mail_address_trouble_by_time ON public.mail_address_trouble USING btree (provider_id, at DESC)
  CREATE INDEX mail_address_trouble_of_person ON public.mail_address_trouble USING btree (provider_id, person_id) WHERE (person_id IS NOT NULL)
  policy trouble_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text) OR (person_id = ( SELECT public.scope_person() AS scope_person)) OR (( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text))
  grant delete, select to daylight_app
  grant insert, select, update to daylight_worker

public.mail_held
  table owner daylight_owner row security forced
  column due_at timestamp(3) with time zone not null
  column held_at timestamp(3) with time zone not null
  column held_id uuid not null
  column in_digest boolean not null
  column payload jsonb not null
  column person_id uuid not null
  column provider_id uuid not null
  column tenant_id uuid
  constraint mail_held_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint mail_held_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint mail_held_pkey PRIMARY KEY (provider_id, held_id)
  CREATE INDEX mail_held_of_person ON public.mail_held USING btree (provider_id, person_id, due_at)
  policy held_kept permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text))
  policy held_own permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((person_id = ( SELECT public.scope_person() AS scope_person)) OR (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text)))
  grant delete, insert, select, update to daylight_worker
  grant select (due_at, person_id, provider_id) to daylight_app

public.mail_inbound
  table owner daylight_owner row security forced
  column attachments jsonb not null default '[]'::jsonb
  column body_html text
  column body_text text not null default ''::text
  column content_sha256 text
  column decided_at timestamp(3) with time zone
  column decided_by uuid
  column envelope_from text not null
  column from_address text not null default ''::text
  column from_name text not null default ''::text
  column header_message_id text
  column inbound_id uuid not null
  column mailbox_id uuid
  column message_id uuid
  column outcome text
  column person_id uuid
  column provider_id uuid not null
  column raw_purged_at timestamp(3) with time zone
  column reason text
  column received_at timestamp(3) with time zone not null
  column received_for uuid
  column sha256 text not null
  column shown_text text not null default ''::text
  column size_bytes integer not null
  column state text not null
  column subject text not null default ''::text
  column tenant_id uuid
  column ticket_id uuid
  column to_address text not null
  constraint mail_inbound_outcome CHECK ((outcome = ANY (ARRAY['OPENED'::text, 'REPLIED'::text, 'REOPENED'::text, 'FOLLOWED_UP'::text, 'NOTED'::text, 'THIRD_PARTY'::text, 'AUTOMATIC'::text])))
  constraint mail_inbound_reason CHECK ((reason ~ '^[A-Z_]{3,40}$'::text))
  constraint mail_inbound_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  constraint mail_inbound_state CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'QUARANTINED'::text, 'RELEASED'::text, 'DONE'::text, 'IGNORED'::text, 'REJECTED'::text])))
  constraint mail_inbound_decided_by_fk FOREIGN KEY (provider_id, decided_by) REFERENCES public.person(provider_id, person_id)
  constraint mail_inbound_mailbox_fk FOREIGN KEY (provider_id, mailbox_id) REFERENCES public.mailbox(provider_id, mailbox_id)
  constraint mail_inbound_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint mail_inbound_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint mail_inbound_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint mail_inbound_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE SET NULL (ticket_id)
  constraint mail_inbound_pkey PRIMARY KEY (provider_id, inbound_id)
  constraint mail_inbound_once UNIQUE NULLS NOT DISTINCT (provider_id, received_for, mailbox_id, sha256)
  CREATE INDEX mail_inbound_by_header ON public.mail_inbound USING btree (provider_id, header_message_id) WHERE (header_message_id IS NOT NULL)
  CREATE INDEX mail_inbound_by_time ON public.mail_inbound USING btree (provider_id, received_at DESC, inbound_id DESC)
  CREATE INDEX mail_inbound_held ON public.mail_inbound USING btree (provider_id, received_at DESC, inbound_id DESC) WHERE (state = 'QUARANTINED'::text)
  CREATE INDEX mail_inbound_of_mailbox ON public.mail_inbound USING btree (provider_id, mailbox_id, received_at DESC) WHERE (mailbox_id IS NOT NULL)
  CREATE INDEX mail_inbound_of_sender ON public.mail_inbound USING btree (provider_id, from_address, received_at DESC)
  CREATE INDEX mail_inbound_of_ticket ON public.mail_inbound USING btree (provider_id, ticket_id, received_at DESC) WHERE (ticket_id IS NOT NULL)
  CREATE INDEX mail_inbound_unread ON public.mail_inbound USING btree (received_at) WHERE (state = 'RECEIVED'::text)
  CREATE INDEX mail_inbound_with_raw ON public.mail_inbound USING btree (COALESCE(decided_at, received_at)) WHERE ((raw_purged_at IS NULL) AND (state = ANY (ARRAY['DONE'::text, 'IGNORED'::text, 'REJECTED'::text])))
  policy inbound_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))) AND ((ticket_id IS NULL) OR (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = mail_inbound.provider_id) AND (t.ticket_id = mail_inbound.ticket_id))))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant insert, select, update to daylight_worker
  grant update (decided_at, decided_by, reason, state, tenant_id) to daylight_app

public.mail_inbound_raw
  table owner daylight_owner row security forced
  column inbound_id uuid not null
  column provider_id uuid not null
  column raw bytea not null
  constraint mail_inbound_raw_fk FOREIGN KEY (provider_id, inbound_id) REFERENCES public.mail_inbound(provider_id, inbound_id) ON DELETE CASCADE
  constraint mail_inbound_raw_pkey PRIMARY KEY (provider_id, inbound_id)
  policy with_its_mail permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.mail_inbound m
    WHERE ((m.provider_id = mail_inbound_raw.provider_id) AND (m.inbound_id = mail_inbound_raw.inbound_id)))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.mail_inbound m
    WHERE ((m.provider_id = mail_inbound_raw.provider_id) AND (m.inbound_id = mail_inbound_raw.inbound_id)))))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.mail_message
  table owner daylight_owner row security forced
  column attempts integer not null default 0
  column body_html text not null
  column body_text text not null
  column contract_version_id uuid
  column created_at timestamp(3) with time zone not null
  column discarded_at timestamp(3) with time zone
  column guest_address text
  column guest_name text
  column language text not null
  column last_error text
  column mail_id uuid not null
  column message_id text not null
  column person_id uuid
  column provider_id uuid not null
  column returned_at timestamp(3) with time zone
  column returned_kind text
  column returned_said text
  column returned_status text
  column review_id uuid
  column secret_link text
  column sent_at timestamp(3) with time zone
  column state text not null
  column subject text not null
  column template text not null
  column tenant_id uuid
  column thread_id text
  column ticket_id uuid
  column to_address text
  column unsubscribe_hash bytea
  constraint mail_message_address_form CHECK ((to_address !~ '[[:cntrl:]]'::text))
  constraint mail_message_addressee CHECK ((((person_id IS NULL) = (guest_address IS NOT NULL)) AND ((guest_address IS NULL) = (guest_name IS NULL))))
  constraint mail_message_discarded CHECK (((discarded_at IS NULL) OR (state = 'DEAD'::text)))
  constraint mail_message_guest_address CHECK ((guest_address ~ '^[^\s@]+@[^\s@]+$'::text))
  constraint mail_message_guest_name CHECK ((((length(guest_name) >= 1) AND (length(guest_name) <= 200)) AND (guest_name !~ '[[:cntrl:]]'::text)))
  constraint mail_message_language CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
  constraint mail_message_link_spent CHECK (((state <> 'SENT'::text) OR (secret_link IS NULL)))
  constraint mail_message_returned_kind CHECK ((returned_kind = ANY (ARRAY['HARD'::text, 'SOFT'::text])))
  constraint mail_message_returned_said CHECK ((length(returned_said) <= 500))
  constraint mail_message_returned_status CHECK ((length(returned_status) <= 20))
  constraint mail_message_returned_whole CHECK (((returned_kind IS NULL) = (returned_at IS NULL)))
  constraint mail_message_sent CHECK (((state = 'SENT'::text) = (sent_at IS NOT NULL)))
  constraint mail_message_state CHECK ((state = ANY (ARRAY['QUEUED'::text, 'SENT'::text, 'DEAD'::text, 'LOCAL'::text])))
  constraint mail_message_subject_form CHECK ((((length(subject) >= 1) AND (length(subject) <= 500)) AND (subject !~ '[[:cntrl:]]'::text)))
  constraint mail_message_template CHECK ((template ~ '^[A-Z][A-Z_]{2,59}$'::text))
  constraint mail_message_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint mail_message_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint mail_message_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint mail_message_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint mail_message_pkey PRIMARY KEY (provider_id, mail_id)
  constraint mail_message_id_key UNIQUE (provider_id, message_id)
  CREATE INDEX mail_message_by_id ON public.mail_message USING btree (mail_id)
  CREATE INDEX mail_message_by_time ON public.mail_message USING btree (provider_id, created_at DESC, mail_id DESC)
  CREATE UNIQUE INDEX mail_message_by_unsubscribe ON public.mail_message USING btree (unsubscribe_hash) WHERE (unsubscribe_hash IS NOT NULL)
  CREATE INDEX mail_message_dead ON public.mail_message USING btree (provider_id, created_at DESC, mail_id DESC) WHERE ((state = 'DEAD'::text) AND (discarded_at IS NULL))
  CREATE INDEX mail_message_local ON public.mail_message USING btree (provider_id, created_at DESC, mail_id DESC) WHERE (state = 'LOCAL'::text)
  CREATE INDEX mail_message_of_person ON public.mail_message USING btree (provider_id, person_id)
  CREATE INDEX mail_message_of_ticket ON public.mail_message USING btree (provider_id, tenant_id, ticket_id) WHERE (ticket_id IS NOT NULL)
  CREATE INDEX mail_message_queued ON public.mail_message USING btree (created_at) WHERE (state = 'QUEUED'::text)
  policy mail_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))) AND ((ticket_id IS NULL) OR (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = mail_message.provider_id) AND (t.ticket_id = mail_message.ticket_id))))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_worker
  grant select (attempts, body_html, body_text, contract_version_id, created_at, discarded_at, guest_address, guest_name, language, last_error, mail_id, message_id, person_id, provider_id, returned_at, returned_kind, returned_said, returned_status, review_id, sent_at, state, subject, template, tenant_id, thread_id, ticket_id, to_address) to daylight_app
  grant update (attempts, discarded_at, last_error, state) to daylight_app

public.mail_timing
  table owner daylight_owner row security forced
  column digest text not null
  column digest_hour smallint not null
  column digest_weekday smallint not null
  column person_id uuid not null
  column provider_id uuid not null
  column quiet_days smallint[]
  column quiet_from text
  column quiet_to text
  column updated_at timestamp(3) with time zone not null
  constraint mail_timing_digest CHECK ((digest = ANY (ARRAY['NONE'::text, 'DAILY'::text, 'WEEKLY'::text])))
  constraint mail_timing_hour CHECK (((digest_hour >= 0) AND (digest_hour <= 23)))
  constraint mail_timing_quiet_days CHECK (((quiet_days <@ '{1,2,3,4,5,6,7}'::smallint[]) AND (cardinality(quiet_days) >= 1)))
  constraint mail_timing_quiet_ends CHECK ((quiet_from <> quiet_to))
  constraint mail_timing_quiet_from CHECK ((quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
  constraint mail_timing_quiet_to CHECK ((quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
  constraint mail_timing_quiet_whole CHECK ((num_nulls(quiet_from, quiet_to, quiet_days) = ANY (ARRAY[0, 3])))
  constraint mail_timing_weekday CHECK (((digest_weekday >= 1) AND (digest_weekday <= 7)))
  constraint mail_timing_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint mail_timing_pkey PRIMARY KEY (provider_id, person_id)
  policy timing_own permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((person_id = ( SELECT public.scope_person() AS scope_person)) OR (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text)))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
  grant insert, select, update to daylight_app
  grant select to daylight_worker

public.mailbox
  table owner daylight_owner row security forced
  column address text not null
  column created_at timestamp(3) with time zone not null
  column enabled boolean not null default true
  column imap_folder text
  column imap_host text
  column imap_port integer
  column imap_secret bytea
  column imap_security text
  column imap_user text
  column impact smallint not null
  column intake text not null
  column last_error text
  column last_polled_at timestamp(3) with time zone
  column mailbox_id uuid not null
  column poll_after timestamp(3) with time zone not null default now()
  column provider_id uuid not null
  column service_item_id uuid not null
  column tenant_id uuid
  column ticket_type text not null
  column updated_at timestamp(3) with time zone not null
  column urgency smallint not null
  column version integer not null default 1
  constraint mailbox_address_form CHECK (((address ~ '^[^\s@+<>"]{1,64}@[^\s@+<>"]+$'::text) AND (length(address) <= 254) AND (address = lower(address))))
  constraint mailbox_error_length CHECK ((length(last_error) <= 1000))
  constraint mailbox_imap_folder CHECK (((length(imap_folder) >= 1) AND (length(imap_folder) <= 254)))
  constraint mailbox_imap_host CHECK (((length(imap_host) >= 1) AND (length(imap_host) <= 253)))
  constraint mailbox_imap_port CHECK (((imap_port >= 1) AND (imap_port <= 65535)))
  constraint mailbox_imap_security CHECK ((imap_security = ANY (ARRAY['TLS'::text, 'STARTTLS'::text])))
  constraint mailbox_imap_user CHECK (((length(imap_user) >= 1) AND (length(imap_user) <= 254)))
  constraint mailbox_imap_whole CHECK (((intake = 'IMAP'::text) = ((imap_host IS NOT NULL) AND (imap_port IS NOT NULL) AND (imap_security IS NOT NULL) AND (imap_user IS NOT NULL) AND (imap_folder IS NOT NULL) AND (imap_secret IS NOT NULL))))
  constraint mailbox_impact CHECK (((impact >= 1) AND (impact <= 3)))
  constraint mailbox_intake CHECK ((intake = ANY (ARRAY['SMTP'::text, 'IMAP'::text])))
  constraint mailbox_ticket_type CHECK ((ticket_type = ANY (ARRAY['INCIDENT'::text, 'SERVICE_REQUEST'::text, 'CHANGE'::text, 'PROBLEM'::text, 'SECURITY_INCIDENT'::text])))
  constraint mailbox_urgency CHECK (((urgency >= 1) AND (urgency <= 3)))
  constraint mailbox_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint mailbox_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint mailbox_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint mailbox_pkey PRIMARY KEY (provider_id, mailbox_id)
  constraint mailbox_address_key UNIQUE (address)
  CREATE INDEX mailbox_to_poll ON public.mailbox USING btree (poll_after) WHERE (enabled AND (intake = 'IMAP'::text))
  policy mailbox_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, update to daylight_app
  grant select, update to daylight_worker
  grant select (address, created_at, enabled, imap_folder, imap_host, imap_port, imap_security, imap_user, impact, intake, last_error, last_polled_at, mailbox_id, provider_id, service_item_id, tenant_id, ticket_type, updated_at, urgency, version) to daylight_app

public.maintenance_announcement
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column delivered_at timestamp(3) with time zone
  column ends_at timestamp(3) with time zone not null
  column ordinal integer not null
  column person_id uuid not null
  column provider_id uuid not null
  column reason text
  column starts_at timestamp(3) with time zone not null
  column tenant_id uuid not null
  column window_id uuid not null
  constraint maintenance_announcement_ordinal CHECK ((ordinal > 0))
  constraint maintenance_announcement_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint maintenance_announcement_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint maintenance_announcement_window_fk FOREIGN KEY (provider_id, tenant_id, window_id) REFERENCES public.maintenance_window(provider_id, tenant_id, window_id)
  constraint maintenance_announcement_pkey PRIMARY KEY (provider_id, window_id, ordinal)
  constraint maintenance_announcement_of_window UNIQUE (provider_id, tenant_id, ordinal, window_id)
  constraint maintenance_announcement_tenant_key UNIQUE (provider_id, tenant_id, window_id, ordinal)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant select to daylight_worker
  grant update (delivered_at) to daylight_worker

public.maintenance_notice
  table owner daylight_owner row security forced
  column contact_id uuid
  column delivered_at timestamp(3) with time zone
  column notice_id uuid not null
  column ordinal integer not null
  column person_id uuid
  column provider_id uuid not null
  column state text not null
  column tenant_id uuid not null
  column window_id uuid not null
  constraint maintenance_notice_reached CHECK (((state = 'DELIVERED'::text) = (delivered_at IS NOT NULL)))
  constraint maintenance_notice_state CHECK ((state = ANY (ARRAY['QUEUED'::text, 'DELIVERED'::text, 'FAILED'::text])))
  constraint maintenance_notice_to_one CHECK (((person_id IS NULL) <> (contact_id IS NULL)))
  constraint maintenance_notice_announcement_fk FOREIGN KEY (provider_id, tenant_id, ordinal, window_id) REFERENCES public.maintenance_announcement(provider_id, tenant_id, ordinal, window_id)
  constraint maintenance_notice_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint maintenance_notice_pkey PRIMARY KEY (provider_id, notice_id)
  constraint maintenance_notice_once UNIQUE NULLS NOT DISTINCT (provider_id, window_id, ordinal, person_id, contact_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant insert, select, update to daylight_worker

public.maintenance_service
  table owner daylight_owner row security forced
  column provider_id uuid not null
  column service_item_id uuid not null
  column tenant_id uuid not null
  column window_id uuid not null
  constraint maintenance_service_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint maintenance_service_window_fk FOREIGN KEY (provider_id, tenant_id, window_id) REFERENCES public.maintenance_window(provider_id, tenant_id, window_id)
  constraint maintenance_service_pkey PRIMARY KEY (provider_id, window_id, service_item_id)
  CREATE INDEX maintenance_service_of_item ON public.maintenance_service USING btree (provider_id, tenant_id, service_item_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker

public.maintenance_window
  table owner daylight_owner row security forced
  column cancel_reason text
  column cancelled_at timestamp(3) with time zone
  column conceded_at timestamp(3) with time zone
  column created_at timestamp(3) with time zone not null
  column created_by uuid not null
  column description_en text not null
  column description_ko text not null
  column ended_at timestamp(3) with time zone
  column ends_at timestamp(3) with time zone not null
  column kind text not null
  column provider_id uuid not null
  column started_at timestamp(3) with time zone
  column starts_at timestamp(3) with time zone not null
  column tenant_id uuid not null
  column title_en text not null
  column title_ko text not null
  column version integer not null default 1
  column window_id uuid not null
  constraint maintenance_cancel_length CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 4000)))
  constraint maintenance_cancelled CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL)))
  constraint maintenance_kind CHECK ((kind = ANY (ARRAY['PLANNED'::text, 'EMERGENCY'::text])))
  constraint maintenance_range CHECK ((ends_at > starts_at))
  constraint maintenance_text_en_length CHECK ((length(description_en) <= 8000))
  constraint maintenance_text_ko_length CHECK ((length(description_ko) <= 8000))
  constraint maintenance_title_en_length CHECK (((length(title_en) >= 1) AND (length(title_en) <= 300)))
  constraint maintenance_title_ko_length CHECK (((length(title_ko) >= 1) AND (length(title_ko) <= 300)))
  constraint maintenance_worked CHECK (((ended_at IS NULL) OR ((started_at IS NOT NULL) AND (ended_at >= started_at))))
  constraint maintenance_by_fk FOREIGN KEY (provider_id, created_by) REFERENCES public.person(provider_id, person_id)
  constraint maintenance_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint maintenance_window_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint maintenance_window_pkey PRIMARY KEY (provider_id, window_id)
  constraint maintenance_tenant_key UNIQUE (provider_id, tenant_id, window_id)
  CREATE INDEX maintenance_by_time ON public.maintenance_window USING btree (provider_id, starts_at DESC, window_id DESC)
  CREATE INDEX maintenance_of_tenant ON public.maintenance_window USING btree (provider_id, tenant_id, starts_at DESC, window_id DESC)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.measurement
  table owner daylight_owner row security forced
  column created_at timestamp(3) with time zone not null
  column from_at timestamp(3) with time zone not null
  column measured boolean not null
  column measurement_id uuid not null default gen_random_uuid()
  column person_id uuid
  column provider_id uuid not null
  column reason text
  column service_item_id uuid not null
  column source_id uuid
  column tenant_id uuid not null
  column to_at timestamp(3) with time zone
  constraint measurement_range CHECK (((to_at IS NULL) OR (to_at >= from_at)))
  constraint measurement_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint measurement_word CHECK (
  CASE
      WHEN (source_id IS NULL) THEN ((person_id IS NOT NULL) AND (reason IS NOT NULL) AND (to_at IS NOT NULL))
      ELSE (measured AND (person_id IS NULL))
  END)
  constraint measurement_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint measurement_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint measurement_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint measurement_source_fk FOREIGN KEY (provider_id, tenant_id, source_id) REFERENCES public.alert_source(provider_id, tenant_id, source_id)
  constraint measurement_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint measurement_pkey PRIMARY KEY (provider_id, measurement_id)
  CREATE INDEX measurement_of_service ON public.measurement USING btree (provider_id, tenant_id, service_item_id, from_at)
  CREATE UNIQUE INDEX measurement_running ON public.measurement USING btree (provider_id, source_id) WHERE (to_at IS NULL)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.notification
  table owner daylight_owner row security forced
  column contract_version_id uuid
  column created_at timestamp(3) with time zone not null
  column data jsonb not null default '{}'::jsonb
  column event_id uuid not null
  column kind text not null
  column notification_id uuid not null
  column person_id uuid not null
  column provider_id uuid not null
  column read_at timestamp(3) with time zone
  column review_id uuid
  column tenant_id uuid
  column ticket_id uuid
  constraint notification_kind CHECK ((kind ~ '^[A-Z][A-Z_]{2,59}$'::text))
  constraint notification_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint notification_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint notification_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint notification_pkey PRIMARY KEY (provider_id, notification_id)
  constraint notification_event_key UNIQUE (provider_id, person_id, event_id, kind)
  CREATE INDEX notification_of_person ON public.notification USING btree (provider_id, person_id, created_at DESC, notification_id DESC)
  CREATE INDEX notification_of_ticket ON public.notification USING btree (provider_id, tenant_id, ticket_id) WHERE (ticket_id IS NOT NULL)
  CREATE INDEX notification_unread ON public.notification USING btree (provider_id, person_id, tenant_id) WHERE (read_at IS NULL)
  policy notification_mark permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
  policy notification_own permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))) AND ((ticket_id IS NULL) OR (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = notification.provider_id) AND (t.ticket_id = notification.ticket_id))))))
  policy notification_tell permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants)))
  policy notification_told permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants)))
  grant select to daylight_app
  grant insert, select to daylight_worker
  grant update (read_at) to daylight_app

public.notification_preference
  table owner daylight_owner row security forced
  column in_app boolean not null
  column kind text not null
  column mail boolean not null
  column person_id uuid not null
  column provider_id uuid not null
  constraint notification_preference_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint notification_preference_pkey PRIMARY KEY (provider_id, person_id, kind)
  policy preference_own permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((person_id = ( SELECT public.scope_person() AS scope_person)) OR (( SELECT public.scope_side() AS scope_side) = 'SYSTEM'::text)))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
  grant insert, select, update to daylight_app
  grant select to daylight_worker

public.on_call_feed
  table owner daylight_owner row security forced
  column created_at timestamp(3) with time zone not null
  column person_id uuid not null
  column provider_id uuid not null
  column token_hash bytea not null
  constraint on_call_feed_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint on_call_feed_pkey PRIMARY KEY (provider_id, person_id)
  constraint on_call_feed_token_key UNIQUE (token_hash)
  policy own_feed permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (person_id = ( SELECT public.scope_person() AS scope_person)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant delete, insert, update to daylight_app
  grant select (created_at, person_id, provider_id) to daylight_app

public.on_call_hand_over
  table owner daylight_owner row security forced
  column body text not null
  column changes_at timestamp(3) with time zone
  column from_person uuid not null
  column note_id uuid not null
  column provider_id uuid not null
  column read_at timestamp(3) with time zone
  column read_by uuid
  column schedule_id uuid not null
  column to_person uuid
  column written_at timestamp(3) with time zone not null
  constraint on_call_hand_over_body_length CHECK (((length(body) >= 1) AND (length(body) <= 8000)))
  constraint on_call_hand_over_not_by_author CHECK (((read_by IS NULL) OR (read_by <> from_person)))
  constraint on_call_hand_over_read_whole CHECK (((read_by IS NULL) = (read_at IS NULL)))
  constraint on_call_hand_over_from_fk FOREIGN KEY (provider_id, from_person) REFERENCES public.person(provider_id, person_id)
  constraint on_call_hand_over_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint on_call_hand_over_read_fk FOREIGN KEY (provider_id, read_by) REFERENCES public.person(provider_id, person_id)
  constraint on_call_hand_over_schedule_fk FOREIGN KEY (provider_id, schedule_id) REFERENCES public.on_call_schedule(provider_id, schedule_id)
  constraint on_call_hand_over_to_fk FOREIGN KEY (provider_id, to_person) REFERENCES public.person(provider_id, person_id)
  constraint on_call_hand_over_pkey PRIMARY KEY (provider_id, note_id)
  CREATE INDEX on_call_hand_over_by_time ON public.on_call_hand_over USING btree (provider_id, written_at DESC, note_id DESC)
  CREATE INDEX on_call_hand_over_of_schedule ON public.on_call_hand_over USING btree (provider_id, schedule_id, written_at DESC, note_id DESC)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant insert, select to daylight_app
  grant update (read_at, read_by) to daylight_app

public.on_call_schedule
  table owner daylight_owner row security forced
  column archived boolean not null default false
  column document jsonb not null
  column name_en text not null
  column name_ko text not null
  column provider_id uuid not null
  column schedule_id uuid not null
  column updated_at timestamp(3) with time zone not null
  column updated_by uuid
  column version integer not null default 1
  constraint on_call_schedule_by_fk FOREIGN KEY (provider_id, updated_by) REFERENCES public.person(provider_id, person_id)
  constraint on_call_schedule_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint on_call_schedule_pkey PRIMARY KEY (provider_id, schedule_id)
  policy staff_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

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

public.outage
  table owner daylight_owner row security forced
  column asset_ids text[] not null default '{}'::text[]
  column corrected boolean not null default false
  column created_at timestamp(3) with time zone not null
  column ended_at timestamp(3) with time zone
  column from_signals boolean not null
  column opened_by uuid
  column outage_id uuid not null
  column provider_id uuid not null
  column service_item_id uuid not null
  column started_at timestamp(3) with time zone not null
  column state text not null
  column tenant_id uuid not null
  column ticket_ids uuid[] not null default '{}'::uuid[]
  column title_en text not null
  column title_ko text not null
  column version integer not null default 1
  column withdrawn_at timestamp(3) with time zone
  constraint outage_assets CHECK ((cardinality(asset_ids) <= 100))
  constraint outage_opener CHECK ((from_signals = (opened_by IS NULL)))
  constraint outage_range CHECK (((ended_at IS NULL) OR (ended_at >= started_at)))
  constraint outage_state CHECK ((state = ANY (ARRAY['DOWN'::text, 'DEGRADED'::text])))
  constraint outage_tickets CHECK ((cardinality(ticket_ids) <= 200))
  constraint outage_title_en_length CHECK (((length(title_en) >= 1) AND (length(title_en) <= 300)))
  constraint outage_title_ko_length CHECK (((length(title_ko) >= 1) AND (length(title_ko) <= 300)))
  constraint outage_opened_fk FOREIGN KEY (provider_id, opened_by) REFERENCES public.person(provider_id, person_id)
  constraint outage_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint outage_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint outage_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint outage_pkey PRIMARY KEY (provider_id, outage_id)
  constraint outage_tenant_key UNIQUE (provider_id, tenant_id, outage_id)
  CREATE INDEX outage_by_end ON public.outage USING btree (provider_id, tenant_id, COALESCE(ended_at, 'infinity'::timestamp with time zone)) WHERE (withdrawn_at IS NULL)
  CREATE INDEX outage_by_time ON public.outage USING btree (provider_id, started_at DESC, outage_id DESC)
  CREATE INDEX outage_of_tenant ON public.outage USING btree (provider_id, tenant_id, started_at DESC, outage_id DESC)
  CREATE INDEX outage_running ON public.outage USING btree (provider_id, tenant_id, service_item_id) WHERE ((ended_at IS NULL) AND (withdrawn_at IS NULL))
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.outage_alert
  table owner daylight_owner row security forced
  column alert_id uuid not null
  column fired_at timestamp(3) with time zone not null
  column outage_id uuid not null
  column provider_id uuid not null
  column recovered_at timestamp(3) with time zone
  column tenant_id uuid not null
  constraint outage_alert_alert_fk FOREIGN KEY (provider_id, tenant_id, alert_id) REFERENCES public.alert(provider_id, tenant_id, alert_id) ON DELETE CASCADE
  constraint outage_alert_outage_fk FOREIGN KEY (provider_id, tenant_id, outage_id) REFERENCES public.outage(provider_id, tenant_id, outage_id)
  constraint outage_alert_pkey PRIMARY KEY (provider_id, alert_id, fired_at)
  CREATE INDEX outage_alert_of_outage ON public.outage_alert USING btree (provider_id, outage_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant select to daylight_app
  grant insert, select, update to daylight_worker

public.outage_change
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column change_id uuid not null
  column ended_at timestamp(3) with time zone
  column kind text not null
  column outage_id uuid not null
  column person_id uuid
  column provider_id uuid not null
  column reason text
  column started_at timestamp(3) with time zone not null
  column state text not null
  column tenant_id uuid not null
  constraint outage_change_accounted CHECK (((kind <> ALL (ARRAY['CORRECTED'::text, 'WITHDRAWN'::text])) OR ((person_id IS NOT NULL) AND (reason IS NOT NULL))))
  constraint outage_change_kind CHECK ((kind = ANY (ARRAY['OPENED'::text, 'CLOSED'::text, 'CORRECTED'::text, 'WITHDRAWN'::text])))
  constraint outage_change_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint outage_change_outage_fk FOREIGN KEY (provider_id, tenant_id, outage_id) REFERENCES public.outage(provider_id, tenant_id, outage_id)
  constraint outage_change_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint outage_change_pkey PRIMARY KEY (provider_id, change_id)
  CREATE INDEX outage_change_of_outage ON public.outage_change USING btree (provider_id, outage_id, at, change_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant select to daylight_reporting
  grant insert, select to daylight_worker

public.outage_rule
  table owner daylight_owner row security forced
  column degraded_from text not null
  column down_from text not null
  column provider_id uuid not null
  column source_id uuid not null
  column tenant_id uuid not null
  column updated_at timestamp(3) with time zone not null
  column updated_by uuid
  column version integer not null default 1
  constraint outage_rule_degraded CHECK ((degraded_from = ANY (ARRAY['CRITICAL'::text, 'HIGH'::text, 'WARNING'::text, 'INFO'::text, 'NEVER'::text])))
  constraint outage_rule_down CHECK ((down_from = ANY (ARRAY['CRITICAL'::text, 'HIGH'::text, 'WARNING'::text, 'INFO'::text, 'NEVER'::text])))
  constraint outage_rule_by_fk FOREIGN KEY (provider_id, updated_by) REFERENCES public.person(provider_id, person_id)
  constraint outage_rule_source_fk FOREIGN KEY (provider_id, tenant_id, source_id) REFERENCES public.alert_source(provider_id, tenant_id, source_id)
  constraint outage_rule_pkey PRIMARY KEY (provider_id, source_id)
  policy for_staff restrictive for all to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant select to daylight_worker

public.outage_update
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column body_en text not null
  column body_ko text not null
  column outage_id uuid not null
  column person_id uuid
  column provider_id uuid not null
  column stage text not null
  column tenant_id uuid not null
  column update_id uuid not null
  constraint outage_update_en_length CHECK (((length(body_en) >= 1) AND (length(body_en) <= 4000)))
  constraint outage_update_ko_length CHECK (((length(body_ko) >= 1) AND (length(body_ko) <= 4000)))
  constraint outage_update_stage CHECK ((stage = ANY (ARRAY['INVESTIGATING'::text, 'IDENTIFIED'::text, 'MONITORING'::text, 'RESOLVED'::text])))
  constraint outage_update_outage_fk FOREIGN KEY (provider_id, tenant_id, outage_id) REFERENCES public.outage(provider_id, tenant_id, outage_id)
  constraint outage_update_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint outage_update_pkey PRIMARY KEY (provider_id, update_id)
  CREATE INDEX outage_update_of_outage ON public.outage_update USING btree (provider_id, outage_id, at DESC, update_id DESC)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.overdue_step
  view owner daylight_owner with (security_invoker=true)
   SELECT 'JOB'::text AS kind,
      j.provider_id,
      j.tenant_id,
      NULL::uuid AS ticket_id,
      j.queue AS name,
      j.run_at AS due_at
     FROM public.job j
    WHERE ((j.dead_at IS NULL) AND (j.run_at < (now() - '00:02:00'::interval)) AND ((j.leased_until IS NULL) OR (j.leased_until < now())))
  UNION ALL
   SELECT 'CLOCK'::text AS kind,
      c.provider_id,
      c.tenant_id,
      c.ticket_id,
      c.kind AS name,
      c.due_at
     FROM public.ticket_clock c
    WHERE ((c.verdict IS NULL) AND (c.state = 'RUNNING'::text) AND (c.due_at < (now() - '00:02:00'::interval)))
  UNION ALL
   SELECT 'ESCALATION'::text AS kind,
      e.provider_id,
      e.tenant_id,
      e.ticket_id,
      e.priority AS name,
      e.next_at AS due_at
     FROM public.escalation e
    WHERE ((e.state = 'RUNNING'::text) AND (e.next_at < (now() - '00:02:00'::interval)))
  UNION ALL
   SELECT 'INTAKE'::text AS kind,
      d.provider_id,
      d.tenant_id,
      NULL::uuid AS ticket_id,
      d.vendor AS name,
      d.received_at AS due_at
     FROM public.intake_delivery d
    WHERE ((d.state = 'RECEIVED'::text) AND (d.received_at < (now() - '00:02:00'::interval)))
  UNION ALL
   SELECT 'MAIL_IN'::text AS kind,
      m.provider_id,
      m.tenant_id,
      NULL::uuid AS ticket_id,
      'mail-in'::text AS name,
      m.received_at AS due_at
     FROM public.mail_inbound m
    WHERE ((m.state = 'RECEIVED'::text) AND (m.received_at < (now() - '00:02:00'::interval)))
  UNION ALL
   SELECT 'MAIL_OUT'::text AS kind,
      m.provider_id,
      m.tenant_id,
      m.ticket_id,
      m.template AS name,
      m.created_at AS due_at
     FROM public.mail_message m
    WHERE ((m.state = 'QUEUED'::text) AND (m.created_at < (now() - '00:02:00'::interval)) AND (NOT (EXISTS ( SELECT 1
             FROM public.job j
            WHERE ((j.provider_id = m.provider_id) AND (j.queue = 'mail-send'::text) AND (j.dedupe_key = (m.mail_id)::text) AND (j.run_at > (now() - '00:02:00'::interval)))))))
  UNION ALL
   SELECT 'WEBHOOK'::text AS kind,
      d.provider_id,
      d.tenant_id,
      NULL::uuid AS ticket_id,
      d.topic AS name,
      d.next_at AS due_at
     FROM public.webhook_delivery d
    WHERE ((d.state = 'QUEUED'::text) AND (d.next_at < (now() - '00:02:00'::interval)));
  grant select to daylight_app

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
  grant select to daylight_app
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
  policy staff_changes restrictive for update to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  grant select, update to daylight_app
  grant select, update to daylight_worker

public.rate_limit
  table owner daylight_owner row security
  column attempts integer not null
  column key text not null
  column window_start timestamp(3) with time zone not null
  constraint rate_limit_pkey PRIMARY KEY (key, window_start)

public.review
  table owner daylight_owner row security forced
  column causes jsonb not null default '[]'::jsonb
  column created_at timestamp(3) with time zone not null
  column created_by uuid
  column digest text
  column document text
  column figures_digest text
  column period_from timestamp(3) with time zone not null
  column period_key text not null
  column period_to timestamp(3) with time zone not null
  column provider_id uuid not null
  column published_at timestamp(3) with time zone
  column published_by uuid
  column review_id uuid not null
  column sections jsonb not null default '{}'::jsonb
  column shared boolean not null default false
  column signed_at timestamp(3) with time zone
  column state text not null
  column tenant_id uuid not null
  column version integer not null default 1
  column zone text not null
  constraint review_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  constraint review_figures_digest CHECK ((figures_digest ~ '^[0-9a-f]{64}$'::text))
  constraint review_period_form CHECK ((period_key ~ '^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$'::text))
  constraint review_published_whole CHECK ((((state = 'DRAFT'::text) = (document IS NULL)) AND ((document IS NULL) = (digest IS NULL)) AND ((digest IS NULL) = (figures_digest IS NULL)) AND ((digest IS NULL) = (published_at IS NULL))))
  constraint review_signed_whole CHECK (((state = 'SIGNED'::text) = (signed_at IS NOT NULL)))
  constraint review_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PUBLISHED'::text, 'SIGNED'::text])))
  constraint review_created_by_fk FOREIGN KEY (provider_id, created_by) REFERENCES public.person(provider_id, person_id)
  constraint review_published_by_fk FOREIGN KEY (provider_id, published_by) REFERENCES public.person(provider_id, person_id)
  constraint review_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint review_pkey PRIMARY KEY (provider_id, review_id)
  constraint review_period_key UNIQUE (provider_id, tenant_id, period_key)
  constraint review_tenant_key UNIQUE (provider_id, tenant_id, review_id)
  CREATE INDEX review_by_period ON public.review USING btree (provider_id, period_to DESC, review_id DESC)
  policy clients_make_none restrictive for insert to PUBLIC
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy clients_see_shared restrictive for select to PUBLIC
    using (( SELECT public.scope_is_staff() AS scope_is_staff) OR ((shared OR (state <> 'DRAFT'::text)) AND (NOT ( SELECT public.scope_own_only() AS scope_own_only))))
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER review_keep BEFORE UPDATE ON public.review FOR EACH ROW EXECUTE FUNCTION public.review_keep()
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.review_action
  table owner daylight_owner row security forced
  column action_id uuid not null
  column carried_from text
  column carried_to uuid
  column closed_at timestamp(3) with time zone
  column closed_by uuid
  column closing_note text
  column created_at timestamp(3) with time zone not null
  column due_date date
  column owner text not null
  column owner_person_id uuid
  column provider_id uuid not null
  column review_id uuid not null
  column state text not null
  column tenant_id uuid not null
  column title_en text not null
  column title_ko text not null
  constraint review_action_closed CHECK (((state = 'OPEN'::text) = (closed_at IS NULL)))
  constraint review_action_note CHECK ((length(closing_note) <= 2000))
  constraint review_action_owner CHECK ((owner = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text])))
  constraint review_action_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'DONE'::text, 'DROPPED'::text])))
  constraint review_action_title_en CHECK ((length(title_en) <= 500))
  constraint review_action_title_ko CHECK ((length(title_ko) <= 500))
  constraint review_action_titled CHECK (((title_ko <> ''::text) OR (title_en <> ''::text)))
  constraint review_action_carried_fk FOREIGN KEY (provider_id, tenant_id, carried_to) REFERENCES public.review_action(provider_id, tenant_id, action_id)
  constraint review_action_closer_fk FOREIGN KEY (provider_id, closed_by) REFERENCES public.person(provider_id, person_id)
  constraint review_action_owner_fk FOREIGN KEY (provider_id, owner_person_id) REFERENCES public.person(provider_id, person_id)
  constraint review_action_review_fk FOREIGN KEY (provider_id, tenant_id, review_id) REFERENCES public.review(provider_id, tenant_id, review_id)
  constraint review_action_pkey PRIMARY KEY (provider_id, action_id)
  constraint review_action_tenant_key UNIQUE (provider_id, tenant_id, action_id)
  CREATE INDEX review_action_of_review ON public.review_action USING btree (provider_id, review_id, created_at, action_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_review restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.review r
    WHERE ((r.provider_id = review_action.provider_id) AND (r.review_id = review_action.review_id))))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.review_addendum
  table owner daylight_owner row security forced
  column addendum_id uuid not null
  column at timestamp(3) with time zone not null
  column author_id uuid
  column body_en text not null
  column body_ko text not null
  column clock text
  column cycle integer
  column provider_id uuid not null
  column review_id uuid not null
  column tenant_id uuid not null
  column ticket_id uuid
  column verdict text
  constraint review_addendum_by_somebody CHECK (((author_id IS NOT NULL) OR (clock IS NOT NULL)))
  constraint review_addendum_clock_whole CHECK (((num_nulls(clock, cycle, verdict) = ANY (ARRAY[0, 3])) AND ((ticket_id IS NULL) OR (clock IS NOT NULL))))
  constraint review_addendum_en CHECK ((length(body_en) <= 10000))
  constraint review_addendum_ko CHECK ((length(body_ko) <= 10000))
  constraint review_addendum_said CHECK (((body_ko <> ''::text) OR (body_en <> ''::text)))
  constraint review_addendum_verdict CHECK ((verdict = ANY (ARRAY['MET'::text, 'MISSED'::text, 'OPEN'::text, 'NONE'::text])))
  constraint review_addendum_author_fk FOREIGN KEY (provider_id, author_id) REFERENCES public.person(provider_id, person_id)
  constraint review_addendum_review_fk FOREIGN KEY (provider_id, tenant_id, review_id) REFERENCES public.review(provider_id, tenant_id, review_id)
  constraint review_addendum_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE SET NULL (ticket_id)
  constraint review_addendum_pkey PRIMARY KEY (provider_id, addendum_id)
  CREATE INDEX review_addendum_of_review ON public.review_addendum USING btree (provider_id, review_id, at, addendum_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_review restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.review r
    WHERE ((r.provider_id = review_addendum.provider_id) AND (r.review_id = review_addendum.review_id))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.review_comment
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column author_id uuid not null
  column body text not null
  column comment_id uuid not null
  column provider_id uuid not null
  column review_id uuid not null
  column section text
  column side text not null
  column tenant_id uuid not null
  constraint review_comment_length CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
  constraint review_comment_side CHECK ((side = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text])))
  constraint review_comment_author_fk FOREIGN KEY (provider_id, author_id) REFERENCES public.person(provider_id, person_id)
  constraint review_comment_review_fk FOREIGN KEY (provider_id, tenant_id, review_id) REFERENCES public.review(provider_id, tenant_id, review_id)
  constraint review_comment_pkey PRIMARY KEY (provider_id, comment_id)
  CREATE INDEX review_comment_of_review ON public.review_comment USING btree (provider_id, review_id, at, comment_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_review restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.review r
    WHERE ((r.provider_id = review_comment.provider_id) AND (r.review_id = review_comment.review_id))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.review_document
  table owner daylight_owner row security forced
  column file_id uuid not null
  column language text not null
  column provider_id uuid not null
  column rendered_at timestamp(3) with time zone not null
  column review_id uuid not null
  column stage text not null
  column tenant_id uuid not null
  constraint review_document_language CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
  constraint review_document_stage CHECK ((stage = ANY (ARRAY['PUBLISHED'::text, 'SIGNED'::text])))
  constraint review_document_file_fk FOREIGN KEY (provider_id, file_id) REFERENCES public.file(provider_id, file_id)
  constraint review_document_review_fk FOREIGN KEY (provider_id, tenant_id, review_id) REFERENCES public.review(provider_id, tenant_id, review_id)
  constraint review_document_pkey PRIMARY KEY (provider_id, review_id, language, stage)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_review restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.review r
    WHERE ((r.provider_id = review_document.provider_id) AND (r.review_id = review_document.review_id))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.review_signature
  table owner daylight_owner row security forced
  column address text
  column at timestamp(3) with time zone not null
  column digest text not null
  column form text not null
  column on_behalf_of uuid
  column party text not null
  column pdf_sha256 text
  column person_id uuid not null
  column provider_id uuid not null
  column review_id uuid not null
  column sealed_copy_id uuid
  column session_id uuid not null
  column tenant_id uuid not null
  column title text
  constraint review_signature_behalf CHECK ((on_behalf_of <> person_id))
  constraint review_signature_copy_whole CHECK (((form = 'SEALED_COPY'::text) = (sealed_copy_id IS NOT NULL)))
  constraint review_signature_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  constraint review_signature_form CHECK ((form = ANY (ARRAY['ON_SCREEN'::text, 'SEALED_COPY'::text])))
  constraint review_signature_party CHECK ((party = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text])))
  constraint review_signature_pdf CHECK ((pdf_sha256 ~ '^[0-9a-f]{64}$'::text))
  constraint review_signature_title CHECK ((length(title) <= 100))
  constraint review_signature_behalf_fk FOREIGN KEY (provider_id, on_behalf_of) REFERENCES public.person(provider_id, person_id)
  constraint review_signature_copy_fk FOREIGN KEY (provider_id, sealed_copy_id) REFERENCES public.file(provider_id, file_id)
  constraint review_signature_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint review_signature_review_fk FOREIGN KEY (provider_id, tenant_id, review_id) REFERENCES public.review(provider_id, tenant_id, review_id)
  constraint review_signature_pkey PRIMARY KEY (provider_id, review_id, party)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy with_its_review restrictive for select to PUBLIC
    using (EXISTS ( SELECT 1
     FROM public.review r
    WHERE ((r.provider_id = review_signature.provider_id) AND (r.review_id = review_signature.review_id))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.schema_migration
  table owner daylight_owner
  column applied_at timestamp with time zone not null default now()
  column checksum text not null
  column name text not null
  column version integer not null
  constraint schema_migration_pkey PRIMARY KEY (version)

public.scope_key
  table owner daylight_owner
  column inner_key bytea not null generated always as (public.scope_pad(secret, 54)) stored
  column one boolean not null default true
  column outer_key bytea not null generated always as (public.scope_pad(secret, 92)) stored
  column secret bytea not null default public.gen_random_bytes(32)
  constraint scope_key_single CHECK (one)
  constraint scope_key_pkey PRIMARY KEY (one)

public.service_item
  table owner daylight_owner row security forced
  column archived boolean not null default false
  column category text not null
  column code text not null
  column created_at timestamp(3) with time zone not null
  column name_en text not null
  column name_ko text not null
  column provider_id uuid not null
  column service_item_id uuid not null
  column version integer not null default 1
  constraint service_item_category CHECK ((category = ANY (ARRAY['INFRASTRUCTURE'::text, 'CLOUD_SECURITY'::text, 'APPLICATION'::text, 'CONSULTING'::text])))
  constraint service_item_code_form CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'::text))
  constraint service_item_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 200)))
  constraint service_item_name_ko_length CHECK (((length(name_ko) >= 1) AND (length(name_ko) <= 200)))
  constraint service_item_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint service_item_pkey PRIMARY KEY (provider_id, service_item_id)
  constraint service_item_code_key UNIQUE (provider_id, code)
  policy service_item_add permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  policy service_item_change permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff))
  policy service_item_read permissive for select to PUBLIC
    using (provider_id = ( SELECT public.scope_provider() AS scope_provider))
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

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
  policy staff_changes restrictive for update to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy staff_makes restrictive for insert to PUBLIC
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
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
  policy staff_changes restrictive for update to PUBLIC
    using ( SELECT public.scope_is_staff() AS scope_is_staff)
  policy staff_makes restrictive for insert to PUBLIC
    with check ( SELECT public.scope_is_staff() AS scope_is_staff)
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

public.ticket
  table owner daylight_owner row security forced
  column assignee_id uuid
  column cancelled_at timestamp(3) with time zone
  column case_number text
  column channel text not null
  column closed_at timestamp(3) with time zone
  column confidential boolean not null default false
  column contract_version_id uuid
  column description text not null default ''::text
  column due_order timestamp(3) with time zone not null generated always as (COALESCE(next_due_at, '9999-12-31 00:00:00+00'::timestamp with time zone)) stored
  column external_key text
  column first_responded_at timestamp(3) with time zone
  column follows_up uuid
  column impact smallint not null
  column import_run_id uuid
  column is_open boolean not null generated always as ((status = ANY (ARRAY['NEW'::text, 'OPEN'::text, 'WAITING_ON_CLIENT'::text, 'WAITING_ON_THIRD_PARTY'::text, 'SCHEDULED'::text]))) stored
  column last_seq integer not null
  column merged_into uuid
  column next_due_at timestamp(3) with time zone
  column next_due_kind text
  column next_due_state text
  column number integer not null
  column opened_at timestamp(3) with time zone not null
  column policy_id text
  column priority text not null
  column priority_overridden boolean not null default false
  column provider_id uuid not null
  column reopen_count integer not null default 0
  column requester_id uuid
  column resolution_code text
  column resolved_at timestamp(3) with time zone
  column restored_at timestamp(3) with time zone
  column service_item_id uuid not null
  column service_name jsonb not null
  column status text not null
  column subject text not null
  column team_id uuid
  column tenant_id uuid not null
  column terms_digest text
  column ticket_id uuid not null
  column type text not null
  column updated_at timestamp(3) with time zone not null
  column urgency smallint not null
  column version integer not null default 1
  column waiting_name jsonb
  column waiting_reason text
  column waiting_since timestamp(3) with time zone
  column waiting_until timestamp(3) with time zone
  column watcher_ids uuid[] not null default '{}'::uuid[]
  constraint ticket_binding_whole CHECK (((contract_version_id IS NULL) = (terms_digest IS NULL)))
  constraint ticket_channel CHECK ((channel = ANY (ARRAY['PORTAL'::text, 'CONSOLE'::text, 'EMAIL'::text, 'PHONE'::text, 'MONITORING'::text, 'API'::text, 'IMPORT'::text])))
  constraint ticket_description_length CHECK ((length(description) <= 100000))
  constraint ticket_impact CHECK (((impact >= 1) AND (impact <= 3)))
  constraint ticket_next_due_state CHECK ((next_due_state = ANY (ARRAY['RUNNING'::text, 'PAUSED'::text, 'BREACHED'::text])))
  constraint ticket_number_positive CHECK ((number > 0))
  constraint ticket_priority CHECK ((priority = ANY (ARRAY['P1'::text, 'P2'::text, 'P3'::text, 'P4'::text, 'P5'::text])))
  constraint ticket_status CHECK ((status = ANY (ARRAY['NEW'::text, 'OPEN'::text, 'WAITING_ON_CLIENT'::text, 'WAITING_ON_THIRD_PARTY'::text, 'SCHEDULED'::text, 'RESOLVED'::text, 'CLOSED'::text, 'CANCELLED'::text, 'MERGED'::text])))
  constraint ticket_subject_length CHECK (((length(subject) >= 1) AND (length(subject) <= 300)))
  constraint ticket_type CHECK ((type = ANY (ARRAY['INCIDENT'::text, 'SERVICE_REQUEST'::text, 'CHANGE'::text, 'PROBLEM'::text, 'SECURITY_INCIDENT'::text])))
  constraint ticket_urgency CHECK (((urgency >= 1) AND (urgency <= 3)))
  constraint ticket_assignee_fk FOREIGN KEY (provider_id, assignee_id) REFERENCES public.person(provider_id, person_id)
  constraint ticket_contract_fk FOREIGN KEY (provider_id, tenant_id, contract_version_id) REFERENCES public.contract_version(provider_id, tenant_id, version_id)
  constraint ticket_follows_up_fk FOREIGN KEY (provider_id, tenant_id, follows_up) REFERENCES public.ticket(provider_id, tenant_id, ticket_id)
  constraint ticket_merged_into_fk FOREIGN KEY (provider_id, tenant_id, merged_into) REFERENCES public.ticket(provider_id, tenant_id, ticket_id)
  constraint ticket_requester_fk FOREIGN KEY (provider_id, requester_id) REFERENCES public.person(provider_id, person_id)
  constraint ticket_service_fk FOREIGN KEY (provider_id, service_item_id) REFERENCES public.service_item(provider_id, service_item_id)
  constraint ticket_team_fk FOREIGN KEY (provider_id, team_id) REFERENCES public.team(provider_id, team_id)
  constraint ticket_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint ticket_pkey PRIMARY KEY (provider_id, ticket_id)
  constraint ticket_number_key UNIQUE (provider_id, tenant_id, number)
  constraint ticket_tenant_key UNIQUE (provider_id, tenant_id, ticket_id)
  CREATE INDEX ticket_by_age ON public.ticket USING btree (provider_id, opened_at DESC, ticket_id DESC)
  CREATE UNIQUE INDEX ticket_external_key ON public.ticket USING btree (provider_id, tenant_id, external_key) WHERE (external_key IS NOT NULL)
  CREATE INDEX ticket_merged ON public.ticket USING btree (provider_id, merged_into) WHERE (merged_into IS NOT NULL)
  CREATE INDEX ticket_of_import ON public.ticket USING btree (provider_id, import_run_id) WHERE (import_run_id IS NOT NULL)
  CREATE INDEX ticket_of_requester ON public.ticket USING btree (provider_id, requester_id, opened_at DESC, ticket_id DESC)
  CREATE INDEX ticket_of_tenant_by_age ON public.ticket USING btree (provider_id, tenant_id, opened_at DESC, ticket_id DESC)
  CREATE INDEX ticket_open_by_age ON public.ticket USING btree (provider_id, opened_at DESC, ticket_id DESC) WHERE is_open
  CREATE INDEX ticket_open_by_due ON public.ticket USING btree (provider_id, due_order, ticket_id) WHERE is_open
  CREATE INDEX ticket_open_of_assignee ON public.ticket USING btree (provider_id, assignee_id, due_order, ticket_id) WHERE is_open
  CREATE INDEX ticket_open_of_tenant ON public.ticket USING btree (provider_id, tenant_id, due_order, ticket_id) WHERE is_open
  CREATE INDEX ticket_open_unassigned ON public.ticket USING btree (provider_id, due_order, ticket_id) WHERE (is_open AND (assignee_id IS NULL))
  CREATE INDEX ticket_to_confirm ON public.ticket USING btree (provider_id, tenant_id, opened_at DESC, ticket_id DESC) WHERE (status = 'RESOLVED'::text)
  policy ticket_insert permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy ticket_lock permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy ticket_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))) AND ((NOT ( SELECT public.scope_own_only() AS scope_own_only)) OR (requester_id = ( SELECT public.scope_person() AS scope_person)) OR (( SELECT public.scope_person() AS scope_person) = ANY (watcher_ids))) AND ((NOT confidential) OR ( SELECT public.scope_sees_confidential() AS scope_sees_confidential) OR (requester_id = ( SELECT public.scope_person() AS scope_person)) OR (assignee_id = ( SELECT public.scope_person() AS scope_person)) OR (( SELECT public.scope_person() AS scope_person) = ANY (watcher_ids))))
  policy ticket_undo permissive for delete to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (import_run_id IS NOT NULL) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER ticket_keep_watchers_insert AFTER INSERT ON public.ticket FOR EACH ROW WHEN ((new.watcher_ids <> '{}'::uuid[])) EXECUTE FUNCTION public.ticket_keep_watchers()
  CREATE TRIGGER ticket_keep_watchers_update AFTER UPDATE ON public.ticket FOR EACH ROW WHEN ((old.watcher_ids IS DISTINCT FROM new.watcher_ids)) EXECUTE FUNCTION public.ticket_keep_watchers()
  grant delete, insert, select to daylight_app
  grant delete, insert, select to daylight_worker
  grant update (version) to daylight_app
  grant update (version) to daylight_worker

public.ticket_attachment
  table owner daylight_owner row security forced
  column attached_at timestamp(3) with time zone not null
  column file_id uuid not null
  column message_id uuid
  column provider_id uuid not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  constraint ticket_attachment_file_fk FOREIGN KEY (provider_id, file_id) REFERENCES public.file(provider_id, file_id)
  constraint ticket_attachment_message_fk FOREIGN KEY (provider_id, ticket_id, message_id) REFERENCES public.ticket_message(provider_id, ticket_id, message_id) ON DELETE CASCADE
  constraint ticket_attachment_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_attachment_pkey PRIMARY KEY (provider_id, file_id)
  CREATE INDEX ticket_attachment_of_ticket ON public.ticket_attachment USING btree (provider_id, ticket_id)
  policy ticket_attachment_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND
  CASE
      WHEN (message_id IS NULL) THEN (EXISTS ( SELECT 1
         FROM public.ticket t
        WHERE ((t.provider_id = ticket_attachment.provider_id) AND (t.ticket_id = ticket_attachment.ticket_id))))
      ELSE (EXISTS ( SELECT 1
         FROM public.ticket_message m
        WHERE ((m.provider_id = ticket_attachment.provider_id) AND (m.message_id = ticket_attachment.message_id))))
  END)
  policy ticket_attachment_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.ticket_clock
  table owner daylight_owner row security forced
  column breached_at timestamp(3) with time zone
  column calendar_revision timestamp(3) with time zone not null
  column cancelled_at timestamp(3) with time zone
  column contested boolean not null default false
  column contract_version_id uuid
  column cycle integer not null
  column due_at timestamp(3) with time zone
  column kind text not null
  column last_seq integer not null
  column met_at timestamp(3) with time zone
  column priority text not null
  column provider_id uuid not null
  column service_item_id uuid not null
  column started_at timestamp(3) with time zone not null
  column state text not null
  column target_id text not null
  column target_ms bigint not null
  column tenant_id uuid not null
  column terms_digest text
  column ticket_id uuid not null
  column used_ms bigint not null
  column verdict text
  column verdict_at timestamp(3) with time zone
  constraint ticket_clock_cycle CHECK ((cycle > 0))
  constraint ticket_clock_kind CHECK ((kind = ANY (ARRAY['FIRST_RESPONSE'::text, 'NEXT_RESPONSE'::text, 'UPDATE_CADENCE'::text, 'RESTORE'::text, 'RESOLUTION'::text, 'AGREED_DATE'::text])))
  constraint ticket_clock_state CHECK ((state = ANY (ARRAY['RUNNING'::text, 'PAUSED'::text, 'MET'::text, 'BREACHED'::text, 'CANCELLED'::text, 'NONE'::text])))
  constraint ticket_clock_verdict CHECK ((verdict = ANY (ARRAY['MET'::text, 'MISSED'::text])))
  constraint ticket_clock_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_clock_pkey PRIMARY KEY (provider_id, ticket_id, kind, cycle)
  CREATE INDEX ticket_clock_by_verdict ON public.ticket_clock USING btree (provider_id, tenant_id, verdict_at) WHERE (verdict_at IS NOT NULL)
  CREATE INDEX ticket_clock_unjudged ON public.ticket_clock USING btree (provider_id, tenant_id, due_at) WHERE ((verdict IS NULL) AND (state = ANY (ARRAY['RUNNING'::text, 'PAUSED'::text])))
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant delete, insert, select, update to daylight_app
  grant select to daylight_reporting
  grant delete, insert, select, update to daylight_worker

public.ticket_counter
  table owner daylight_owner row security forced
  column last_number integer not null
  column provider_id uuid not null
  column tenant_id uuid not null
  constraint ticket_counter_positive CHECK ((last_number > 0))
  constraint ticket_counter_provider_id_tenant_id_fkey FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint ticket_counter_pkey PRIMARY KEY (provider_id, tenant_id)
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

public.ticket_event
  table owner daylight_owner row security forced
  column actor_person_id uuid
  column actor_side text not null
  column data jsonb not null
  column internal boolean not null
  column kind text not null
  column occurred_at timestamp(3) with time zone not null
  column provider_id uuid not null
  column recorded_at timestamp(3) with time zone not null default now()
  column seq integer not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  column v smallint not null
  column version integer not null
  constraint ticket_event_seq CHECK ((seq > 0))
  constraint ticket_event_side CHECK ((actor_side = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text, 'SYSTEM'::text])))
  constraint ticket_event_actor_fk FOREIGN KEY (provider_id, actor_person_id) REFERENCES public.person(provider_id, person_id)
  constraint ticket_event_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_event_pkey PRIMARY KEY (provider_id, ticket_id, seq)
  CREATE INDEX ticket_event_by_time ON public.ticket_event USING btree (provider_id, tenant_id, occurred_at)
  policy ticket_event_append permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy ticket_event_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((NOT internal) OR ( SELECT public.scope_is_staff() AS scope_is_staff)) AND (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = ticket_event.provider_id) AND (t.ticket_id = ticket_event.ticket_id)))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.ticket_fact
  table owner daylight_owner row security forced
  column acknowledged_at timestamp(3) with time zone
  column approvals jsonb not null default '[]'::jsonb
  column calendar_revision text not null
  column cancelled_at timestamp(3) with time zone
  column change_outcomes jsonb not null default '[]'::jsonb
  column channel text not null
  column client_replies jsonb not null
  column closed_at timestamp(3) with time zone
  column confidential boolean not null
  column contract_version_id uuid
  column counted jsonb not null
  column earliest_opened_at timestamp(3) with time zone not null
  column last_event_at timestamp(3) with time zone not null
  column last_seq integer not null
  column merged_at timestamp(3) with time zone
  column moves jsonb not null
  column number integer not null
  column opened_at timestamp(3) with time zone not null
  column out_of_contract boolean not null
  column pilot boolean not null
  column priority text not null
  column provider_id uuid not null
  column ratings jsonb not null default '[]'::jsonb
  column reassigned_at timestamp(3) with time zone
  column resolved_at timestamp(3) with time zone
  column restored_at timestamp(3) with time zone
  column second_inbound_at timestamp(3) with time zone
  column service_item_id uuid not null
  column surveyed_at timestamp(3) with time zone
  column tenant_id uuid not null
  column terms_digest text
  column ticket_id uuid not null
  column type text not null
  column unfinished boolean not null
  column waits jsonb not null default '[]'::jsonb
  column zone text not null
  constraint ticket_fact_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_fact_pkey PRIMARY KEY (provider_id, ticket_id)
  CREATE INDEX ticket_fact_by_end ON public.ticket_fact USING btree (provider_id, tenant_id, last_event_at)
  CREATE INDEX ticket_fact_unfinished ON public.ticket_fact USING btree (provider_id, tenant_id, opened_at) WHERE unfinished
  policy tenant_scope permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  CREATE TRIGGER ticket_fact_gone AFTER DELETE ON public.ticket_fact REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.ticket_fact_gone()
  grant insert, select, update to daylight_app
  grant select to daylight_reporting
  grant insert, select, update to daylight_worker

public.ticket_message
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column author_id uuid
  column automatic boolean not null
  column body text not null
  column message_id uuid not null
  column provider_id uuid not null
  column question boolean not null
  column side text not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  column visibility text not null
  column withdrawn_at timestamp(3) with time zone
  constraint ticket_message_length CHECK ((length(body) <= 200000))
  constraint ticket_message_side CHECK ((side = ANY (ARRAY['CLIENT'::text, 'PROVIDER'::text, 'SYSTEM'::text])))
  constraint ticket_message_visibility CHECK ((visibility = ANY (ARRAY['PUBLIC'::text, 'INTERNAL'::text])))
  constraint ticket_message_author_fk FOREIGN KEY (provider_id, author_id) REFERENCES public.person(provider_id, person_id)
  constraint ticket_message_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_message_pkey PRIMARY KEY (provider_id, message_id)
  constraint ticket_message_of_ticket UNIQUE (provider_id, ticket_id, message_id)
  policy ticket_message_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (( SELECT public.scope_is_staff() AS scope_is_staff) OR ((visibility = 'PUBLIC'::text) AND (withdrawn_at IS NULL))) AND (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = ticket_message.provider_id) AND (t.ticket_id = ticket_message.ticket_id)))))
  policy ticket_message_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.ticket_presence
  table owner daylight_owner row security forced unlogged
  column lease_until timestamp(3) with time zone not null
  column person_id uuid not null
  column provider_id uuid not null
  column state text not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  constraint ticket_presence_state CHECK ((state = ANY (ARRAY['VIEWING'::text, 'WRITING'::text])))
  constraint ticket_presence_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint ticket_presence_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_presence_pkey PRIMARY KEY (provider_id, ticket_id, person_id)
  CREATE INDEX ticket_presence_by_lease ON public.ticket_presence USING btree (provider_id, lease_until DESC)
  CREATE INDEX ticket_presence_of_person ON public.ticket_presence USING btree (provider_id, person_id)
  policy presence_come permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)) AND (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = ticket_presence.provider_id) AND (t.ticket_id = ticket_presence.ticket_id)))))
  policy presence_go permissive for delete to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
  policy presence_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = ticket_presence.provider_id) AND (t.ticket_id = ticket_presence.ticket_id)))))
  policy presence_stay permissive for update to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND (person_id = ( SELECT public.scope_person() AS scope_person)))
  grant delete, insert, select to daylight_app
  grant update (lease_until, state) to daylight_app

public.ticket_search
  table owner daylight_owner row security forced
  column haystack text not null
  column internal boolean not null
  column provider_id uuid not null
  column source_id uuid not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  column tokens text[] not null
  constraint ticket_search_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_search_pkey PRIMARY KEY (provider_id, ticket_id, source_id)
  CREATE INDEX ticket_search_tokens ON public.ticket_search USING gin (provider_id, tenant_id, tokens)
  policy ticket_search_forget permissive for delete to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  policy ticket_search_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((NOT internal) OR ( SELECT public.scope_is_staff() AS scope_is_staff)) AND (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = ticket_search.provider_id) AND (t.ticket_id = ticket_search.ticket_id)))))
  policy ticket_search_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant delete, insert, select to daylight_app
  grant delete, insert, select to daylight_worker

public.ticket_text
  table owner daylight_owner row security forced
  column body text not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column text_id uuid not null
  column ticket_id uuid not null
  constraint ticket_text_length CHECK (((length(body) >= 1) AND (length(body) <= 4000)))
  constraint ticket_text_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_text_pkey PRIMARY KEY (provider_id, text_id)
  CREATE INDEX ticket_text_of_ticket ON public.ticket_text USING btree (provider_id, ticket_id)
  policy ticket_text_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = ticket_text.provider_id) AND (t.ticket_id = ticket_text.ticket_id)))))
  policy ticket_text_write permissive for insert to PUBLIC
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ((tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select to daylight_app
  grant insert, select to daylight_worker

public.ticket_watcher
  table owner daylight_owner row security forced
  column person_id uuid not null
  column provider_id uuid not null
  column tenant_id uuid not null
  column ticket_id uuid not null
  constraint ticket_watcher_person_fk FOREIGN KEY (provider_id, person_id) REFERENCES public.person(provider_id, person_id)
  constraint ticket_watcher_ticket_fk FOREIGN KEY (provider_id, tenant_id, ticket_id) REFERENCES public.ticket(provider_id, tenant_id, ticket_id) ON DELETE CASCADE
  constraint ticket_watcher_pkey PRIMARY KEY (provider_id, ticket_id, person_id)
  CREATE INDEX ticket_watcher_by_person ON public.ticket_watcher USING btree (provider_id, person_id, ticket_id)
  policy ticket_watcher_read permissive for select to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.ticket t
    WHERE ((t.provider_id = ticket_watcher.provider_id) AND (t.ticket_id = ticket_watcher.ticket_id)))))
  grant select to daylight_app
  grant select to daylight_worker

public.webhook
  table owner daylight_owner row security forced
  column active boolean not null
  column created_at timestamp(3) with time zone not null
  column failures integer not null default 0
  column format text not null
  column former_secret_sealed bytea
  column former_secret_until timestamp(3) with time zone
  column language text not null
  column name text not null
  column paused_until timestamp(3) with time zone
  column provider_id uuid not null
  column secret_sealed bytea not null
  column tenant_id uuid
  column topics text[] not null
  column updated_at timestamp(3) with time zone not null
  column updated_by uuid not null
  column url_hint text not null
  column url_sealed bytea not null
  column version integer not null default 1
  column webhook_id uuid not null
  constraint webhook_format CHECK ((format = ANY (ARRAY['DAYLIGHT'::text, 'SLACK'::text, 'TEAMS'::text])))
  constraint webhook_former_secret CHECK (((former_secret_sealed IS NULL) = (former_secret_until IS NULL)))
  constraint webhook_hint_length CHECK (((length(url_hint) >= 1) AND (length(url_hint) <= 300)))
  constraint webhook_language CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
  constraint webhook_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint webhook_topics_count CHECK ((cardinality(topics) <= 100))
  constraint webhook_person_fk FOREIGN KEY (provider_id, updated_by) REFERENCES public.person(provider_id, person_id)
  constraint webhook_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(provider_id)
  constraint webhook_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint webhook_pkey PRIMARY KEY (provider_id, webhook_id)
  policy staff_reach permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, update to daylight_app
  grant select to daylight_worker
  grant select (active, created_at, failures, format, former_secret_until, language, name, paused_until, provider_id, tenant_id, topics, updated_at, updated_by, url_hint, version, webhook_id) to daylight_app
  grant update (failures, paused_until) to daylight_worker

public.webhook_attempt
  table owner daylight_owner row security forced
  column at timestamp(3) with time zone not null
  column attempt_id uuid not null
  column delivery_id uuid not null
  column duration_ms integer not null
  column error text
  column provider_id uuid not null
  column response text
  column status integer
  constraint webhook_attempt_error_length CHECK ((length(error) <= 500))
  constraint webhook_attempt_response_length CHECK ((length(response) <= 2000))
  constraint webhook_attempt_delivery_fk FOREIGN KEY (provider_id, delivery_id) REFERENCES public.webhook_delivery(provider_id, delivery_id) ON DELETE CASCADE
  constraint webhook_attempt_pkey PRIMARY KEY (provider_id, attempt_id)
  CREATE INDEX webhook_attempt_of_delivery ON public.webhook_attempt USING btree (provider_id, delivery_id, at DESC)
  policy with_its_delivery permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.webhook_delivery d
    WHERE ((d.provider_id = webhook_attempt.provider_id) AND (d.delivery_id = webhook_attempt.delivery_id)))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND (EXISTS ( SELECT 1
     FROM public.webhook_delivery d
    WHERE ((d.provider_id = webhook_attempt.provider_id) AND (d.delivery_id = webhook_attempt.delivery_id)))))
  grant select to daylight_app
  grant insert, select to daylight_worker

public.webhook_delivery
  table owner daylight_owner row security forced
  column attempts integer not null default 0
  column body text not null
  column created_at timestamp(3) with time zone not null
  column delivery_id uuid not null
  column event_id uuid not null
  column last_error text
  column last_status integer
  column next_at timestamp(3) with time zone
  column provider_id uuid not null
  column settled_at timestamp(3) with time zone
  column state text not null
  column tenant_id uuid
  column topic text not null
  column webhook_id uuid not null
  constraint webhook_delivery_body_length CHECK ((length(body) <= 100000))
  constraint webhook_delivery_error_length CHECK ((length(last_error) <= 500))
  constraint webhook_delivery_state CHECK ((state = ANY (ARRAY['QUEUED'::text, 'DELIVERED'::text, 'FAILED'::text])))
  constraint webhook_delivery_waits CHECK (((state = 'QUEUED'::text) = (next_at IS NOT NULL)))
  constraint webhook_delivery_tenant_fk FOREIGN KEY (provider_id, tenant_id) REFERENCES public.tenant(provider_id, tenant_id)
  constraint webhook_delivery_webhook_fk FOREIGN KEY (provider_id, webhook_id) REFERENCES public.webhook(provider_id, webhook_id)
  constraint webhook_delivery_pkey PRIMARY KEY (provider_id, delivery_id)
  constraint webhook_delivery_once UNIQUE (provider_id, webhook_id, event_id)
  CREATE INDEX webhook_delivery_by_time ON public.webhook_delivery USING btree (provider_id, webhook_id, created_at DESC, delivery_id DESC)
  CREATE INDEX webhook_delivery_open ON public.webhook_delivery USING btree (provider_id, webhook_id, state, created_at DESC, delivery_id DESC) WHERE (state <> 'DELIVERED'::text)
  CREATE INDEX webhook_delivery_waiting ON public.webhook_delivery USING btree (next_at) WHERE (state = 'QUEUED'::text)
  policy staff_reach permissive for all to PUBLIC
    using ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
    with check ((provider_id = ( SELECT public.scope_provider() AS scope_provider)) AND ( SELECT public.scope_is_staff() AS scope_is_staff) AND ((tenant_id IS NULL) OR (tenant_id = ( SELECT public.scope_tenant() AS scope_tenant)) OR ( SELECT public.scope_all_tenants() AS scope_all_tenants) OR (tenant_id = ANY (( SELECT public.scope_tenants() AS scope_tenants)::uuid[]))))
  grant insert, select, update to daylight_app
  grant insert, select, update to daylight_worker

-- functions -------------------------------------------------------------------------------------------
public.approvals_on_behalf(p_at timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.approvals_on_behalf(p_at timestamp with time zone)
   RETURNS TABLE(delegation_id uuid, delegator_id uuid, display_name text, limit_minor bigint, ends_at timestamp with time zone)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select d.delegation_id, d.delegator_id, p.display_name, least(d.limit_minor, m.approval_limit_minor), d.ends_at
    from approval_delegation d
    join person p on p.provider_id = d.provider_id and p.person_id = d.delegator_id and p.status = 'ACTIVE'
    join tenant_membership m on m.provider_id = d.provider_id and m.tenant_id = d.tenant_id and m.person_id = d.delegator_id
      and 'APPROVER' = any (m.roles)
    join tenant_membership o on o.provider_id = d.provider_id and o.tenant_id = d.tenant_id and o.person_id = d.delegate_id
      and o.roles && array['COORDINATOR', 'APPROVER']
    where d.provider_id = scope_provider() and d.tenant_id = scope_tenant() and d.delegate_id = scope_person()
      and d.revoked_at is null and d.starts_at <= p_at and p_at < d.ends_at
    order by d.ends_at, d.delegation_id
  $function$
  grant execute to daylight_app

public.arm_availability_keeping()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.arm_availability_keeping()
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare armed integer;
  begin
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
    select gen_random_uuid(), s.provider_id, s.tenant_id, 'availability-keep', '{}', now(), s.tenant_id::text
    from (select distinct s.provider_id, s.tenant_id from contract_scope s
          where s.valid_to is null or s.valid_to > now() - interval '40 days') s
    where not exists (select from availability_keeping k where k.provider_id = s.provider_id and k.tenant_id = s.tenant_id
      and k.looked_at > now() - interval '1 hour')
    on conflict on constraint job_dedupe_key do nothing;
    get diagnostics armed = row_count;
    return armed;
  end $function$
  grant execute to daylight_worker

public.arm_coverage_checks()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.arm_coverage_checks()
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare armed integer;
  begin
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
    select gen_random_uuid(), p.provider_id, null, 'escalation-coverage', '{}', date_trunc('week', now()) + interval '7 days', 'weekly'
    from provider p
    on conflict on constraint job_dedupe_key do nothing;
    get diagnostics armed = row_count;
    return armed;
  end $function$
  grant execute to daylight_worker

public.arm_kpi_keeping(p_edition integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.arm_kpi_keeping(p_edition integer)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare armed integer;
  begin
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
    select gen_random_uuid(), t.provider_id, t.tenant_id, 'kpi-keep', '{}', now(), t.tenant_id::text
    from tenant t left join kpi_keeping k on k.provider_id = t.provider_id and k.tenant_id = t.tenant_id
    where t.stage <> 'CLOSED' and (k.due_at is null or k.due_at <= now()
      or exists (select 1 from kpi_touch m where m.provider_id = t.provider_id and m.tenant_id = t.tenant_id)
      or k.edition <> p_edition or k.zone <> reporting_zone(t.provider_id, t.tenant_id))
    on conflict on constraint job_dedupe_key do nothing;
    get diagnostics armed = row_count;
    return armed;
  end $function$
  grant execute to daylight_worker

public.arm_nightly_checks()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.arm_nightly_checks()
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare armed integer;
  begin
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
    select gen_random_uuid(), p.provider_id, null, 'kpi-check', '{}', date_trunc('day', now()) + interval '1 day 18 hours', 'nightly'
    from provider p
    on conflict on constraint job_dedupe_key do nothing;
    get diagnostics armed = row_count;
    return armed;
  end $function$
  grant execute to daylight_worker

public.audit_entry_address()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.audit_entry_address()
   RETURNS trigger
   LANGUAGE plpgsql
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    new.address_salt := case when new.address is not null then gen_random_bytes(16) end;
    new.address_digest := hmac(convert_to(new.address, 'UTF8'), new.address_salt, 'sha256');
    return new;
  end $function$

public.audit_entry_pending()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.audit_entry_pending()
   RETURNS trigger
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    insert into audit_pending (xact, provider_id, entry_id)
    values (pg_current_xact_id()::text::bigint, new.provider_id, new.entry_id);
    return null;
  end $function$

public.audit_head()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.audit_head()
   RETURNS TABLE(seq bigint, hash text, sealed_at timestamp with time zone)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select s.seq, encode(s.hash, 'hex'), s.sealed_at from audit_seal s
    where s.provider_id = scope_provider() order by s.seq desc limit 1
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.audit_pending_providers()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.audit_pending_providers()
   RETURNS TABLE(provider_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select distinct p.provider_id from audit_pending p $function$
  grant execute to daylight_worker

public.audit_sealable(p_limit integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.audit_sealable(p_limit integer)
   RETURNS TABLE(entry_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select p.entry_id from audit_pending p
    where p.provider_id = scope_provider()
      and (p.xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        or p.xact >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
    order by p.xact, p.n limit p_limit
  $function$
  grant execute to daylight_worker

public.audit_sealed(p_entries uuid[])
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.audit_sealed(p_entries uuid[])
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ delete from audit_pending p where p.provider_id = scope_provider() and p.entry_id = any (p_entries) $function$
  grant execute to daylight_worker

public.availability_keep()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.availability_keep()
   RETURNS trigger
   LANGUAGE plpgsql
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if old.published_at is not null then
      raise exception 'a published figure does not change' using errcode = 'DL403';
    end if;
    return new;
  end $function$
  grant execute to PUBLIC

public.begin_scope(p_token_hash bytea, p_audience text, p_tenant uuid, p_key text, OUT at timestamp with time zone, OUT session_id uuid, OUT provider_id uuid, OUT tenant_id uuid, OUT person_id uuid, OUT side text, OUT roles text[], OUT display_name text, OUT email text, OUT language text, OUT zone text, OUT sees_confidential boolean, OUT restricted boolean, OUT approval_limit_minor bigint, OUT request_digest text, OUT response jsonb)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.begin_scope(p_token_hash bytea, p_audience text, p_tenant uuid, p_key text, OUT at timestamp with time zone, OUT session_id uuid, OUT provider_id uuid, OUT tenant_id uuid, OUT person_id uuid, OUT side text, OUT roles text[], OUT display_name text, OUT email text, OUT language text, OUT zone text, OUT sees_confidential boolean, OUT restricted boolean, OUT approval_limit_minor bigint, OUT request_digest text, OUT response jsonb)
   RETURNS record
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
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
  declare
    minted text;
  begin
    minted := scope_mint(p_provider, p_tenant, null, 'SYSTEM', p_tenant is null, true, false, '{}');
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

public.channel_purge()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.channel_purge()
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    delete from gateway_report where received_at < now() - interval '30 days';
    delete from webhook_delivery where (state = 'DELIVERED' and created_at < now() - interval '30 days')
      or (state = 'FAILED' and created_at < now() - interval '180 days');
  $function$
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

public.client_escalation_directory()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.client_escalation_directory()
   RETURNS jsonb
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    provider uuid := scope_provider();
    tenant uuid := scope_tenant();
  begin
    if scope_is_staff() or tenant is null then return null; end if;
    return jsonb_build_object(
      'contacts', coalesce((
        select jsonb_agg(jsonb_build_object('id', c.contact_id, 'tenantId', c.tenant_id, 'personId', coalesce(c.person_id, c.contact_id),
          'name', case when c.side = 'CLIENT' or c.shared then c.name end, 'side', c.side, 'order', c.place, 'role', c.role,
          'channels', (select coalesce(jsonb_agg(h - 'address'), '[]') from jsonb_array_elements(c.channels) h), 'languages', to_jsonb(c.languages),
          'zone', c.zone, 'hoursCalendarId', c.hours_calendar_id, 'validFrom', (extract(epoch from c.valid_from) * 1000)::bigint,
          'validTo', (extract(epoch from c.valid_to) * 1000)::bigint, 'lastVerifiedAt', null) order by c.place, c.contact_id)
        from escalation_contact c where c.provider_id = provider and not c.archived and (c.tenant_id is null or c.tenant_id = tenant)), '[]'),
      'schedules', coalesce((
        select jsonb_agg(s.document order by s.schedule_id) from on_call_schedule s where s.provider_id = provider and not s.archived), '[]'),
      'policies', coalesce((
        select jsonb_agg(p.document order by p.policy_id) from escalation_policy p where p.provider_id = provider and not p.archived), '[]'),
      'teams', coalesce((
        select jsonb_agg(jsonb_build_object('id', t.team_id, 'name', jsonb_build_object('ko', t.name, 'en', t.name), 'memberIds', coalesce((
          select jsonb_agg(p.person_id order by p.display_name, p.person_id)
          from team_member m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status = 'ACTIVE'
          where m.provider_id = t.provider_id and m.team_id = t.team_id), '[]')) order by t.team_id)
        from team t where t.provider_id = provider and not t.archived), '[]'),
      'calendars', coalesce((
        select jsonb_agg(k.document order by k.calendar_id) from calendar_template k where k.provider_id = provider and not k.archived), '[]'));
  end $function$
  grant execute to daylight_app

public.colleague_list(p_search text, p_after_name text, p_after_id uuid, p_person uuid, p_limit integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.colleague_list(p_search text, p_after_name text, p_after_id uuid, p_person uuid, p_limit integer)
   RETURNS TABLE(person_id uuid, display_name text, email text, status text, roles text[], approval_limit_minor bigint)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select p.person_id, p.display_name, p.email, p.status, m.roles, m.approval_limit_minor
    from tenant_membership m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
    where m.provider_id = scope_provider() and m.tenant_id = scope_tenant() and not scope_own_only()
      and (p_person is null or p.person_id = p_person)
      and (p_search is null or name_matches(p.display_name, p_search) or strpos(p.email, p_search) > 0)
      and (p_after_id is null or (p.display_name, p.person_id) > (p_after_name, p_after_id))
    order by p.display_name, p.person_id
    limit p_limit
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.contract_notice_own()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.contract_notice_own()
   RETURNS trigger
   LANGUAGE plpgsql
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if old.notice_at is not null or new.notice_by is distinct from scope_person() or new.notice_party is distinct from scope_side() then
      raise exception 'notice is given once, by oneself for one''s own party' using errcode = '42501';
    end if;
    return new;
  end $function$

public.contract_version_keep()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.contract_version_keep()
   RETURNS trigger
   LANGUAGE plpgsql
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if old.state <> 'DRAFT' and (new.terms_digest, new.terms, new.effective_from, new.term_end, new.term_to, new.zone, new.renewal, new.ordinal, new.contract_id)
      is distinct from (old.terms_digest, old.terms, old.effective_from, old.term_end, old.term_to, old.zone, old.renewal, old.ordinal, old.contract_id) then
      raise exception 'the terms of a proposed version do not change' using errcode = 'DL403';
    end if;
    if old.state in ('AGREED', 'REJECTED', 'WITHDRAWN') and new.state <> old.state then
      raise exception 'a decided version keeps its state' using errcode = 'DL403';
    end if;
    return new;
  end $function$
  grant execute to PUBLIC

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

public.epoch_ms(at timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.epoch_ms(at timestamp with time zone)
   RETURNS bigint
   LANGUAGE sql
   STABLE PARALLEL SAFE
  AS $function$ select (extract(epoch from at) * 1000)::bigint $function$
  grant execute to PUBLIC

public.escalation_acknowledge(p_hash bytea, p_event uuid, p_audit uuid, p_job uuid, p_address text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.escalation_acknowledge(p_hash bytea, p_event uuid, p_audit uuid, p_job uuid, p_address text)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    a record;
    who uuid;
    about uuid;
  begin
    select x.provider_id, x.tenant_id, x.escalation_id, x.attempt_id, coalesce(c.person_id, c.contact_id) as answerer, c.person_id into a
    from escalation_attempt x join escalation_contact c on c.provider_id = x.provider_id and c.contact_id = x.contact_id
    where x.link_hash = p_hash and x.made_at > now() - interval '30 days';
    if not found then return false; end if;
    who := a.answerer;
    update escalation e set state = 'ACKNOWLEDGED', ended_at = now(), next_at = null, acknowledged_by = who, acknowledged_via = 'LINK'
    where e.provider_id = a.provider_id and e.escalation_id = a.escalation_id and e.state in ('RUNNING', 'EXHAUSTED')
    returning e.ticket_id into about;
    if not found then return false; end if;
    insert into escalation_event (provider_id, tenant_id, escalation_id, event_id, kind, at, data)
    values (a.provider_id, a.tenant_id, a.escalation_id, p_event, 'ACKNOWLEDGED', now(), jsonb_build_object('personId', who, 'via', 'LINK'));
    delete from job j where j.provider_id = a.provider_id and j.queue = 'escalation-step' and j.dedupe_key = a.escalation_id::text and j.leased_until is null;
    insert into audit_entry (provider_id, entry_id, tenant_id, at, actor_side, actor_person_id, action, object_type, object_id, after, address)
    select a.provider_id, p_audit, a.tenant_id, now(), coalesce(p.side, 'SYSTEM'), a.person_id, 'escalation.acknowledge', 'escalation', a.escalation_id,
      jsonb_build_object('via', 'LINK', 'attempt', a.attempt_id), left(p_address, 100)
    from (select 1) one left join person p on p.provider_id = a.provider_id and p.person_id = a.person_id;
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at)
    values (p_job, a.provider_id, a.tenant_id, 'outbox',
      jsonb_build_object('topic', 'escalation.acknowledged', 'ids', jsonb_build_object('escalationId', a.escalation_id, 'ticketId', about)), now());
    return true;
  end $function$
  grant execute to daylight_app

public.escalation_link_view(p_hash bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.escalation_link_view(p_hash bytea)
   RETURNS TABLE(number text, subject text, tenant_name text, provider_name text, priority text, state text, started_at timestamp with time zone, ended_at timestamp with time zone, contact_name text, answered_by text, language text, zone text)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select n.prefix || '-' || t.number, case when t.confidential then null else t.subject end, n.name, v.name, e.priority, e.state,
      e.started_at, e.ended_at, c.name,
      coalesce((select k.name from escalation_contact k where k.provider_id = e.provider_id and k.contact_id = e.acknowledged_by),
        (select k.name from escalation_contact k where k.provider_id = e.provider_id and k.person_id = e.acknowledged_by order by k.contact_id limit 1),
        (select p.display_name from person p where p.provider_id = e.provider_id and p.person_id = e.acknowledged_by)),
      coalesce(c.languages[1], 'ko'), c.zone
    from escalation_attempt a
    join escalation e on e.provider_id = a.provider_id and e.escalation_id = a.escalation_id
    join escalation_contact c on c.provider_id = a.provider_id and c.contact_id = a.contact_id
    join ticket t on t.provider_id = e.provider_id and t.ticket_id = e.ticket_id
    join tenant n on n.provider_id = e.provider_id and n.tenant_id = e.tenant_id
    join provider v on v.provider_id = e.provider_id
    where a.link_hash = p_hash and a.made_at > now() - interval '30 days'
  $function$
  grant execute to daylight_app

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

public.gateway_report_store(p_hash bytea, p_report uuid, p_job uuid, p_content_type text, p_body bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.gateway_report_store(p_hash bytea, p_report uuid, p_job uuid, p_content_type text, p_body bytea)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare g record;
  begin
    select provider_id, gateway_id into g from channel_gateway where report_hash = p_hash;
    if not found then return false; end if;
    insert into gateway_report (provider_id, report_id, gateway_id, received_at, content_type, body, state)
    values (g.provider_id, p_report, g.gateway_id, now(), left(p_content_type, 200), p_body, 'RECEIVED');
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at)
    values (p_job, g.provider_id, null, 'gateway-report', jsonb_build_object('reportId', p_report), now());
    return true;
  end $function$
  grant execute to daylight_app

public.hangul_initials(p_text text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.hangul_initials(p_text text)
   RETURNS text
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE STRICT
  AS $function$
    select coalesce(string_agg(
      case when ascii(c) between 44032 and 55203
        then substr('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (ascii(c) - 44032) / 588 + 1, 1) else c end, '' order by n), '')
    from regexp_split_to_table(p_text, '') with ordinality as x (c, n)
  $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.idempotency_purge()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.idempotency_purge()
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    n integer;
  begin
    delete from idempotency_key where created_at < now() - interval '3 days';
    get diagnostics n = row_count;
    return n;
  end $function$
  grant execute to daylight_worker

public.idempotency_remember(p_key text, p_request_digest text, p_response jsonb)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.idempotency_remember(p_key text, p_request_digest text, p_response jsonb)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    scope constant text[] := scope_fields();
  begin
    insert into idempotency_key (provider_id, person_id, key, request_digest, response)
    values (scope[3]::uuid, nullif(scope[5], '')::uuid, p_key, p_request_digest, p_response);
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.identity_purge()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.identity_purge()
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_worker

public.import_analyze()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.import_analyze()
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    analyze import_row (provider_id, tenant_id, run_id, line, case_key), import_case (provider_id, tenant_id, case_key, ticket_id, run_id),
      import_entry (provider_id, tenant_id, ticket_id, line),
      ticket (provider_id, tenant_id, ticket_id, number, status, is_open, opened_at, due_order, requester_id, assignee_id, external_key, import_run_id),
      ticket_event (provider_id, tenant_id, ticket_id, seq, occurred_at), ticket_message (provider_id, tenant_id, ticket_id, message_id, at),
      ticket_search (provider_id, tenant_id, ticket_id, source_id), ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, due_at, verdict_at),
      ticket_fact (provider_id, tenant_id, ticket_id, opened_at, last_event_at, unfinished), kpi_rollup;
  end $function$
  grant execute to daylight_worker

public.intake_purge()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.intake_purge()
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare gone integer;
  begin
    delete from intake_delivery d where (d.state = 'DONE' and d.received_at < now() - interval '30 days')
      or (d.state = 'DEAD' and d.received_at < now() - interval '180 days');
    get diagnostics gone = row_count;
    return gone;
  end $function$
  grant execute to daylight_worker

public.intake_refused(p_key bytea, p_counts jsonb)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.intake_refused(p_key bytea, p_counts jsonb)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    insert into intake_refusal as r (provider_id, tenant_id, source_id, why, count, last_at)
    select s.provider_id, s.tenant_id, s.source_id, c.key, (c.value)::bigint, now()
    from alert_source s cross join jsonb_each_text(p_counts) c
    where s.key_hash = p_key
    on conflict (provider_id, source_id, why) do update set count = r.count + excluded.count, last_at = excluded.last_at
  $function$
  grant execute to daylight_app

public.intake_source(p_key bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.intake_source(p_key bytea)
   RETURNS TABLE(source_id uuid, vendor text, auth text, secret_version integer, version integer, per_minute integer, max_bytes integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select s.source_id, s.vendor, s.auth, s.secret_version, s.version, s.per_minute, s.max_bytes
    from alert_source s join tenant t on t.provider_id = s.provider_id and t.tenant_id = s.tenant_id and t.stage <> 'CLOSED'
    where s.key_hash = p_key and s.active
  $function$
  grant execute to daylight_app

public.intake_store(p_key bytea, p_version integer, p_rows jsonb, p_bodies bytea[])
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.intake_store(p_key bytea, p_version integer, p_rows jsonb, p_bodies bytea[])
   RETURNS text
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    s record;
    due timestamptz := now();
  begin
    perform set_config('synchronous_commit', 'on', true);
    select x.provider_id, x.tenant_id, x.source_id, x.version into s
    from alert_source x join tenant t on t.provider_id = x.provider_id and t.tenant_id = x.tenant_id and t.stage <> 'CLOSED'
    where x.key_hash = p_key and x.active;
    if not found then return 'GONE'; end if;
    if s.version <> p_version then return 'CHANGED'; end if;
    -- Whoever reads the one that waits already reads this one with it; in a storm a quarter of a second makes large batches.
    if exists (select 1 from intake_delivery d where d.provider_id = s.provider_id and d.source_id = s.source_id and d.state = 'RECEIVED') then
      due := due + interval '250 milliseconds';
    end if;
    with row as (
      select r.*, p_bodies[r.place] as body
      from rows from (jsonb_to_recordset(p_rows) as (delivery_id uuid, job_id uuid, queue text, vendor text, content_type text,
        headers jsonb, bytes bigint, reason text, detail text, replay_key text)) with ordinality
        as r (delivery_id, job_id, queue, vendor, content_type, headers, bytes, reason, detail, replay_key, place)
    ), kept as (
      insert into intake_delivery (provider_id, tenant_id, delivery_id, source_id, vendor, received_at, content_type, headers, body, bytes,
        state, reason, detail, settled_at, replay_key)
      select s.provider_id, s.tenant_id, r.delivery_id, s.source_id, r.vendor, clock_timestamp(), r.content_type, r.headers, r.body, r.bytes,
        case when r.reason is null then 'RECEIVED' else 'DEAD' end, r.reason, r.detail, case when r.reason is null then null else now() end,
        r.replay_key
      from row r
      on conflict on constraint intake_delivery_once do nothing
      returning delivery_id
    )
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
    select r.job_id, s.provider_id, s.tenant_id, r.queue, jsonb_build_object('deliveryId', r.delivery_id, 'sourceId', s.source_id), due,
      r.delivery_id::text
    from row r join kept k on k.delivery_id = r.delivery_id
    where r.reason is null;
    return 'STORED';
  end $function$
  grant execute to daylight_app

public.intake_take(p_key bytea, p_want integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.intake_take(p_key bytea, p_want integer)
   RETURNS TABLE(granted integer, wait_ms integer)
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    s record;
    held double precision;
  begin
    -- Nothing depends on it after a crash, so nobody waits for a disk.
    perform set_config('synchronous_commit', 'off', true);
    select x.provider_id, x.tenant_id, x.source_id, x.per_minute into s from alert_source x where x.key_hash = p_key and x.active;
    if not found then return; end if;
    insert into intake_allowance as a (provider_id, tenant_id, source_id, tokens, at)
    values (s.provider_id, s.tenant_id, s.source_id, s.per_minute, clock_timestamp())
    on conflict (provider_id, source_id) do update
      set tokens = least(s.per_minute, a.tokens + greatest(0, extract(epoch from clock_timestamp() - a.at)) * s.per_minute / 60.0),
        at = greatest(a.at, clock_timestamp())
    returning a.tokens into held;
    granted := least(greatest(p_want, 1), floor(held))::integer;
    wait_ms := case when granted > 0 then 0 else ceil((1 - held) * 60000.0 / s.per_minute)::integer end;
    update intake_allowance a set tokens = a.tokens - granted where a.provider_id = s.provider_id and a.source_id = s.source_id;
    return next;
  end $function$
  grant execute to daylight_app

public.is_member_in_reach(p_person uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.is_member_in_reach(p_person uuid)
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select exists (
      select 1 from tenant_membership m
      where m.provider_id = scope_provider() and m.person_id = p_person and cardinality(roles_to_give(m.tenant_id)) > 0)
  $function$

public.kpi_approvals(p_tenant uuid, p_from timestamp with time zone, p_to timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.kpi_approvals(p_tenant uuid, p_from timestamp with time zone, p_to timestamp with time zone)
   RETURNS TABLE(approval_id uuid, subject text, party text, asked_at timestamp with time zone, decided_at timestamp with time zone, lapsed_at timestamp with time zone)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    with asked as (
      -- Proposing with authority is consent (D-CON-4): a party that consented at the proposal wasn't asked.
      select v.version_id as approval_id, 'CONTRACT_VERSION' as subject, p.party, v.proposed_at as asked_at,
        case when c.cause = 'GIVEN' then c.at when c.at is null and d.side = p.party and v.state = 'REJECTED' then v.decided_at end as decided_at,
        case when c.cause = 'DEEMED' then c.at
          when c.at is null and (v.state = 'WITHDRAWN' or (v.state = 'REJECTED' and d.side <> p.party)) then v.decided_at end as lapsed_at
      from contract_version v cross join (values ('CLIENT'), ('PROVIDER')) as p (party)
      left join lateral (select x.at, x.cause from contract_consent x where x.provider_id = v.provider_id and x.version_id = v.version_id
        and x.party = p.party order by x.at, x.consent_id limit 1) c on true
      left join person d on d.provider_id = v.provider_id and d.person_id = v.decided_by
      where v.provider_id = (select scope_provider()) and v.tenant_id = p_tenant and v.proposed_at is not null
        and (c.at is null or c.at > v.proposed_at)
      union all
      select r.review_id, 'REVIEW', p.party, r.published_at, s.at, null
      from review r cross join (values ('CLIENT'), ('PROVIDER')) as p (party)
      left join review_signature s on s.provider_id = r.provider_id and s.review_id = r.review_id and s.party = p.party
      where r.provider_id = (select scope_provider()) and r.tenant_id = p_tenant and r.published_at is not null)
    select a.approval_id, a.subject, a.party, a.asked_at, a.decided_at, a.lapsed_at from asked a
    where (select kpi_tenant_in_scope(p_tenant)) and a.asked_at < p_to
      and coalesce(a.decided_at, a.lapsed_at, 'infinity') >= p_from
    order by a.asked_at, a.approval_id, a.party
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.kpi_logs(p_tenant uuid, p_tickets uuid[])
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.kpi_logs(p_tenant uuid, p_tickets uuid[])
   RETURNS TABLE(ticket_id uuid, number integer, seq integer, kind text, v smallint, data jsonb, occurred_at timestamp with time zone, actor_side text, actor_person_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select e.ticket_id, t.number, e.seq, e.kind, e.v, e.data, e.occurred_at, e.actor_side, e.actor_person_id
    from ticket_event e join ticket t on t.provider_id = e.provider_id and t.ticket_id = e.ticket_id
    where e.provider_id = (select scope_provider()) and e.tenant_id = p_tenant and (select kpi_tenant_in_scope(p_tenant))
      and e.ticket_id = any (p_tickets)
    order by e.ticket_id, e.seq
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.kpi_tenant_in_scope(p_tenant uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.kpi_tenant_in_scope(p_tenant uuid)
   RETURNS boolean
   LANGUAGE sql
   STABLE
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select p_tenant is not null and ((select scope_tenant()) = p_tenant or (select scope_all_tenants())
      or p_tenant = any ((select scope_tenants())::uuid[])) and not (select scope_own_only())
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.kpi_tickets(p_tenant uuid, p_from timestamp with time zone, p_to timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.kpi_tickets(p_tenant uuid, p_from timestamp with time zone, p_to timestamp with time zone)
   RETURNS TABLE(ticket_id uuid, number integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select t.ticket_id, t.number from ticket t
    where t.provider_id = (select scope_provider()) and t.tenant_id = p_tenant and (select kpi_tenant_in_scope(p_tenant))
      and t.opened_at < p_to and (t.is_open or t.updated_at >= p_from)
    order by t.ticket_id
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.mail_local_link(p_mail uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mail_local_link(p_mail uuid)
   RETURNS text
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select m.secret_link from mail_message m
    where m.provider_id = scope_provider() and m.mail_id = p_mail and m.state = 'LOCAL' and caller_is_admin()
  $function$
  grant execute to daylight_app

public.mail_raw_purge(p_days integer, p_limit integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mail_raw_purge(p_days integer, p_limit integer)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare gone integer;
  begin
    if p_days < 1 then raise exception 'a term of % days would take mail away that has just come', p_days; end if;
    with due as (
      select m.provider_id, m.inbound_id from mail_inbound m
      where m.raw_purged_at is null and m.state in ('DONE', 'IGNORED', 'REJECTED')
        and coalesce(m.decided_at, m.received_at) < now() - make_interval(days => p_days)
      order by coalesce(m.decided_at, m.received_at) limit p_limit
      for update skip locked
    ), marked as (
      update mail_inbound m set raw_purged_at = now() from due
      where m.provider_id = due.provider_id and m.inbound_id = due.inbound_id
      returning m.provider_id, m.inbound_id
    )
    delete from mail_inbound_raw r using marked
    where r.provider_id = marked.provider_id and r.inbound_id = marked.inbound_id;
    get diagnostics gone = row_count;
    return gone;
  end $function$
  grant execute to daylight_worker

public.mail_recipient(p_address text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mail_recipient(p_address text)
   RETURNS TABLE(provider_id uuid, tenant_id uuid, mailbox_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select m.provider_id, m.tenant_id, m.mailbox_id from mailbox m where m.address = p_address and m.enabled $function$
  grant execute to daylight_worker

public.mail_reply_ticket(p_mail uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mail_reply_ticket(p_mail uuid)
   RETURNS TABLE(provider_id uuid, tenant_id uuid, ticket_id uuid, person_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select m.provider_id, m.tenant_id, m.ticket_id, coalesce(m.person_id, m.mail_id) from mail_message m
    where m.mail_id = p_mail and m.tenant_id is not null and m.ticket_id is not null
  $function$
  grant execute to daylight_worker

public.mail_return_target(p_mail uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mail_return_target(p_mail uuid)
   RETURNS TABLE(provider_id uuid, tenant_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select m.provider_id, m.tenant_id from mail_message m where m.mail_id = p_mail $function$
  grant execute to daylight_worker

public.mail_unsubscribe(p_hash bytea, p_kinds text[], p_mail boolean)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mail_unsubscribe(p_hash bytea, p_kinds text[], p_mail boolean)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    whose record;
  begin
    select m.provider_id, m.person_id into whose from mail_message m
    join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status <> 'DEACTIVATED'
    where m.unsubscribe_hash = p_hash and m.created_at >= now() - interval '365 days';
    if not found or cardinality(p_kinds) not between 1 and 100 then return false; end if;
    insert into notification_preference (provider_id, person_id, kind, in_app, mail)
    select whose.provider_id, whose.person_id, kind, true, p_mail from unnest(p_kinds) kind where kind ~ '^[A-Z][A-Z_]{2,59}$'
    on conflict (provider_id, person_id, kind) do update set mail = excluded.mail;
    return true;
  end $function$
  grant execute to daylight_app

public.mail_unsubscribe_view(p_hash bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mail_unsubscribe_view(p_hash bytea)
   RETURNS TABLE(template text, side text, language text, provider_name text, expired boolean, stopped boolean)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select m.template, p.side, p.language, v.name, m.created_at < now() - interval '365 days',
      exists (select 1 from notification_preference c where c.provider_id = m.provider_id and c.person_id = m.person_id
        and c.kind = m.template and not c.mail)
    from mail_message m
    join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status <> 'DEACTIVATED'
    join provider v on v.provider_id = m.provider_id
    where m.unsubscribe_hash = p_hash
  $function$
  grant execute to daylight_app

public.mailbox_claim(p_limit integer, p_lease interval)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.mailbox_claim(p_limit integer, p_lease interval)
   RETURNS TABLE(provider_id uuid, tenant_id uuid, mailbox_id uuid, address text, imap_host text, imap_port integer, imap_security text, imap_user text, imap_folder text, imap_secret bytea)
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    update mailbox m set poll_after = clock_timestamp() + p_lease
    from (
      select x.provider_id, x.mailbox_id from mailbox x
      where x.enabled and x.intake = 'IMAP' and x.poll_after <= clock_timestamp()
      order by x.poll_after limit p_limit for update skip locked
    ) due
    where m.provider_id = due.provider_id and m.mailbox_id = due.mailbox_id
    returning m.provider_id, m.tenant_id, m.mailbox_id, m.address, m.imap_host, m.imap_port, m.imap_security, m.imap_user, m.imap_folder, m.imap_secret
  $function$
  grant execute to daylight_worker

public.measurement_follow_source()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.measurement_follow_source()
   RETURNS trigger
   LANGUAGE plpgsql
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if tg_op = 'UPDATE' and old.active and (not new.active or new.service_item_id <> old.service_item_id) then
      update measurement m set to_at = greatest(m.from_at, new.updated_at)
      where m.provider_id = new.provider_id and m.source_id = new.source_id and m.to_at is null;
    end if;
    if new.active and (tg_op = 'INSERT' or not old.active or new.service_item_id <> old.service_item_id) then
      insert into measurement (provider_id, tenant_id, service_item_id, measured, from_at, source_id, created_at)
      values (new.provider_id, new.tenant_id, new.service_item_id, true, new.updated_at, new.source_id, new.updated_at);
    end if;
    return null;
  end $function$
  grant execute to PUBLIC

public.membership_set(p_tenant uuid, p_person uuid, p_roles text[], p_limit bigint)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.membership_set(p_tenant uuid, p_person uuid, p_roles text[], p_limit bigint)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.name_matches(p_name text, p_search text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.name_matches(p_name text, p_search text)
   RETURNS boolean
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE
  AS $function$
    select strpos(lower(p_name), p_search) > 0
      or (p_search ~ '^[ㄱ-ㅎ ]+$' and strpos(hangul_initials(p_name), p_search) > 0)
  $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.oldest_program()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.oldest_program()
   RETURNS integer
   LANGUAGE sql
   IMMUTABLE
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select 170 $function$

public.on_call_feed_open(p_hash bytea)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.on_call_feed_open(p_hash bytea)
   RETURNS TABLE(person_id uuid, language text, documents jsonb)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select p.person_id, p.language,
      coalesce((select jsonb_agg(s.document order by s.schedule_id) from on_call_schedule s where s.provider_id = p.provider_id and not s.archived), '[]')
    from on_call_feed f join person p on p.provider_id = f.provider_id and p.person_id = f.person_id
    where f.token_hash = p_hash and p.status = 'ACTIVE' and p.side = 'PROVIDER'
  $function$
  grant execute to daylight_app

public.one_time_link_create(p_link uuid, p_token_hash bytea, p_purpose text, p_person uuid, p_lifetime interval)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.one_time_link_create(p_link uuid, p_token_hash bytea, p_purpose text, p_person uuid, p_lifetime interval)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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

public.overdue_counts()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.overdue_counts()
   RETURNS TABLE(kind text, overdue bigint, oldest_seconds double precision)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select o.kind, count(*), extract(epoch from now() - min(o.due_at))::double precision from overdue_step o group by o.kind
  $function$
  grant execute to daylight_worker

public.password_reset_request(p_email text, p_audience text, p_lifetime interval, p_links jsonb)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.password_reset_request(p_email text, p_audience text, p_lifetime interval, p_links jsonb)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    c record;
    l jsonb;
  begin
    for c in
      select p.provider_id, p.person_id, case p.status when 'INVITED' then 'INVITATION' else 'PASSWORD_RESET' end as purpose,
        row_number() over (order by p.provider_id) - 1 as n
      from person p
      where p.email = p_email and p.status <> 'DEACTIVATED' and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end
    loop
      l := p_links -> c.n::int;
      exit when l is null;
      update one_time_link set used_at = now()
      where provider_id = c.provider_id and person_id = c.person_id and purpose = c.purpose and used_at is null;
      insert into one_time_link (link_id, token_hash, purpose, provider_id, person_id, created_at, expires_at)
      values ((l ->> 'id')::uuid, decode(l ->> 'hash', 'hex'), c.purpose, c.provider_id, c.person_id, now(), now() + p_lifetime);
      insert into job (job_id, provider_id, queue, payload, run_at)
      values ((l ->> 'jobId')::uuid, c.provider_id, 'mail',
        jsonb_build_object('template', c.purpose, 'personId', c.person_id, 'link', l ->> 'link'), now());
    end loop;
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.person_invite_staff(p_person uuid, p_email text, p_name text, p_language text, p_zone text, p_staff_role text, p_restricted boolean, p_sees_confidential boolean, p_tenants uuid[])
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.person_invite_staff(p_person uuid, p_email text, p_name text, p_language text, p_zone text, p_staff_role text, p_restricted boolean, p_sees_confidential boolean, p_tenants uuid[])
   RETURNS uuid
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
   RETURNS text
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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

public.provider_by_slug(p_slug text)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.provider_by_slug(p_slug text)
   RETURNS uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select provider_id from provider where slug = p_slug $function$
  grant execute to daylight_worker

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

public.provider_of_tenant(p_tenant uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.provider_of_tenant(p_tenant uuid)
   RETURNS uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select provider_id from tenant where tenant_id = p_tenant $function$
  grant execute to daylight_worker

public.queue_ages()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.queue_ages()
   RETURNS TABLE(queue text, waiting bigint, oldest_seconds double precision, dead bigint)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select j.queue, count(*) filter (where j.waits),
      coalesce(extract(epoch from now() - min(j.run_at) filter (where j.waits)), 0)::double precision,
      count(*) filter (where j.dead_at is not null)
    from (select queue, run_at, dead_at,
        dead_at is null and run_at <= now() and (leased_until is null or leased_until < now()) as waits from job) j
    group by j.queue
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

public.reporting_zone(p_provider uuid, p_tenant uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.reporting_zone(p_provider uuid, p_tenant uuid)
   RETURNS text
   LANGUAGE sql
   STABLE
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select coalesce(
      (select v.zone from contract_version v join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
       where v.provider_id = p_provider and v.tenant_id = p_tenant and v.state = 'AGREED' and c.kind = 'MANAGED'
       order by v.effective_from desc limit 1),
      (select t.zone from tenant t where t.provider_id = p_provider and t.tenant_id = p_tenant))
  $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
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

public.retry_job(p_job uuid, p_lease_id uuid, p_run_at timestamp with time zone, p_error text, p_retry_in interval, p_dead boolean)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.retry_job(p_job uuid, p_lease_id uuid, p_run_at timestamp with time zone, p_error text, p_retry_in interval, p_dead boolean)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    update job set leased_until = null, lease = null, last_error = left(p_error, 2000),
      run_at = case when run_at = p_run_at then clock_timestamp() + p_retry_in else run_at end,
      dead_at = case when run_at = p_run_at and p_dead then clock_timestamp() end
    where job_id = p_job and lease = p_lease_id;
    return found;
  end $function$
  grant execute to daylight_worker

public.review_keep()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.review_keep()
   RETURNS trigger
   LANGUAGE plpgsql
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if old.state <> 'DRAFT' and (new.document, new.digest, new.figures_digest, new.published_at, new.published_by, new.sections, new.causes)
      is distinct from (old.document, old.digest, old.figures_digest, old.published_at, old.published_by, old.sections, old.causes) then
      raise exception 'a published review does not change' using errcode = 'DL403';
    end if;
    if (new.tenant_id, new.period_key, new.zone, new.period_from, new.period_to, new.created_at) is distinct from
      (old.tenant_id, old.period_key, old.zone, old.period_from, old.period_to, old.created_at)
      or (old.state = 'SIGNED' and new.state <> 'SIGNED') or (old.state = 'PUBLISHED' and new.state = 'DRAFT') then
      raise exception 'a review does not go back' using errcode = 'DL403';
    end if;
    return new;
  end $function$
  grant execute to PUBLIC

public.roles_to_give(p_tenant uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.roles_to_give(p_tenant uuid)
   RETURNS text[]
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.schema_version()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.schema_version()
   RETURNS TABLE(applied integer[], oldest_program integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$ select array_agg(m.version order by m.version), oldest_program() from schema_migration m $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.scope_all_tenants()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_all_tenants()
   RETURNS boolean
   LANGUAGE sql
   STABLE
  RETURN ((public.scope_fields())[7])::boolean
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
  end $function$
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_is_staff()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_is_staff()
   RETURNS boolean
   LANGUAGE sql
   STABLE
  RETURN ((public.scope_fields())[6] <> 'CLIENT'::text)
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_mint(p_provider uuid, p_tenant uuid, p_person uuid, p_side text, p_all_tenants boolean, p_confidential boolean, p_own_only boolean, p_tenants uuid[])
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_mint(p_provider uuid, p_tenant uuid, p_person uuid, p_side text, p_all_tenants boolean, p_confidential boolean, p_own_only boolean, p_tenants uuid[])
   RETURNS text
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
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
  end $function$

public.scope_own_only()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_own_only()
   RETURNS boolean
   LANGUAGE sql
   STABLE
  RETURN ((public.scope_fields())[9])::boolean
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_pad(secret bytea, pad integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_pad(secret bytea, pad integer)
   RETURNS bytea
   LANGUAGE sql
   IMMUTABLE
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select string_agg(set_byte('\x00'::bytea, 0, (case when i < length(secret) then get_byte(secret, i) else 0 end) # pad), null order by i)
    from generate_series(0, 63) i
  $function$

public.scope_person()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_person()
   RETURNS uuid
   LANGUAGE sql
   STABLE
  RETURN (NULLIF((public.scope_fields())[5], ''::text))::uuid
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_provider()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_provider()
   RETURNS uuid
   LANGUAGE sql
   STABLE
  RETURN ((public.scope_fields())[3])::uuid
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_sees_confidential()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_sees_confidential()
   RETURNS boolean
   LANGUAGE sql
   STABLE
  RETURN ((public.scope_fields())[8])::boolean
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_side()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_side()
   RETURNS text
   LANGUAGE sql
   STABLE
  RETURN (public.scope_fields())[6]
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_tenant()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_tenant()
   RETURNS uuid
   LANGUAGE sql
   STABLE
  RETURN (NULLIF((public.scope_fields())[4], ''::text))::uuid
  grant execute to daylight_app
  grant execute to daylight_reporting
  grant execute to daylight_worker

public.scope_tenants()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.scope_tenants()
   RETURNS uuid[]
   LANGUAGE sql
   STABLE
  RETURN ((public.scope_fields())[10])::uuid[]
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
    if p_person is distinct from scope_person() and not caller_is_admin() then
      raise exception 'not your sessions' using errcode = 'DL403';
    end if;
    update session set revoked_at = now() where provider_id = scope_provider() and person_id = p_person and revoked_at is null;
    get diagnostics n = row_count;
    return n;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.session_end_own(p_session uuid)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.session_end_own(p_session uuid)
   RETURNS boolean
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    with ended as (
      update session set revoked_at = now()
      where session_id = p_session and provider_id = scope_provider() and person_id = scope_person() and revoked_at is null returning 1)
    select exists (select 1 from ended)
  $function$
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

public.ticket_apply(p_tenant uuid, p_new jsonb, p_known jsonb, p_events jsonb, p_clocks jsonb, p_messages jsonb, p_search jsonb, p_jobs jsonb, p_idle text[], OUT written integer, OUT taken integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_apply(p_tenant uuid, p_new jsonb, p_known jsonb, p_events jsonb, p_clocks jsonb, p_messages jsonb, p_search jsonb, p_jobs jsonb, p_idle text[], OUT written integer, OUT taken integer)
   RETURNS record
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  declare
    scope constant text[] := scope_fields();
    provider constant uuid := scope[3]::uuid;
  begin
    if p_tenant is null
      or not coalesce(p_tenant::text = scope[4] or scope[7]::boolean or p_tenant = any (scope[10]::uuid[]), false) then
      raise exception 'not a tenant of this scope' using errcode = '42501';
    end if;
    written := 0;
    if p_known is not null then
      written := ticket_write(p_known);
    end if;
    if p_new is not null then
      if p_new -> 0 ->> 'number' = '0' then
        insert into ticket_counter as c (provider_id, tenant_id, last_number) values (provider, p_tenant, 1)
        on conflict (provider_id, tenant_id) do update set last_number = c.last_number + 1 returning last_number into taken;
      end if;
      insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, priority_overridden,
        subject, description, service_item_id, service_name, contract_version_id, terms_digest, policy_id, requester_id, assignee_id,
        team_id, confidential, watcher_ids, channel, opened_at, updated_at, first_responded_at, restored_at, resolved_at,
        resolution_code, closed_at, cancelled_at, waiting_reason, waiting_name, waiting_since, waiting_until, case_number,
        reopen_count, last_seq, version, next_due_at, next_due_kind, next_due_state, merged_into, follows_up, external_key, import_run_id)
      select provider, r.ticket_id, p_tenant, coalesce(nullif(r.number, 0), taken), r.type, r.status, r.priority, r.impact, r.urgency,
        r.priority_overridden, r.subject, r.description, r.service_item_id, r.service_name, r.contract_version_id, r.terms_digest,
        r.policy_id, r.requester_id, r.assignee_id, r.team_id, r.confidential, r.watcher_ids, r.channel, r.opened_at, r.updated_at,
        r.first_responded_at, r.restored_at, r.resolved_at, r.resolution_code, r.closed_at, r.cancelled_at, r.waiting_reason,
        r.waiting_name, r.waiting_since, r.waiting_until, r.case_number, r.reopen_count, r.last_seq, r.version, r.next_due_at,
        r.next_due_kind, r.next_due_state, r.merged_into, r.follows_up, r.external_key, r.import_run_id
      from jsonb_populate_recordset(null::ticket, p_new) r;
    end if;
    if p_events is not null then
      insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at,
        actor_side, actor_person_id, version)
      select provider, p_tenant, r.ticket_id, r.seq, r.kind, r.v, r.data, r.internal, r.occurred_at, r.recorded_at,
        r.actor_side, r.actor_person_id, r.version
      from jsonb_populate_recordset(null::ticket_event, p_events) r;
    end if;
    if p_clocks is not null then
      perform ticket_clocks_write(provider, p_tenant, p_clocks, p_known);
    end if;
    if p_messages is not null then
      insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body)
      select provider, p_tenant, r.ticket_id, r.message_id, r.at, r.visibility, r.side, r.author_id, r.automatic, r.question, r.body
      from jsonb_populate_recordset(null::ticket_message, p_messages) r;
    end if;
    if p_search is not null then
      insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
      select provider, p_tenant, r.ticket_id, r.source_id, r.internal, r.haystack, r.tokens
      from jsonb_populate_recordset(null::ticket_search, p_search) r;
    end if;
    if p_jobs is not null then
      insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
      select j.job_id, provider, p_tenant, j.queue, j.payload, coalesce(j.run_at, now()), j.dedupe_key
      from jsonb_to_recordset(p_jobs) as j (job_id uuid, queue text, payload jsonb, run_at timestamptz, dedupe_key text)
      on conflict on constraint job_dedupe_key do update set
        run_at = excluded.run_at, payload = excluded.payload, dead_at = null, attempts = 0
      where job.tenant_id = excluded.tenant_id;
    end if;
    if p_idle is not null then
      delete from job j where j.provider_id = provider and j.tenant_id = p_tenant and j.queue = 'ticket-timer' and j.dedupe_key = any (p_idle);
    end if;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_clocks_write(p_provider uuid, p_tenant uuid, p_clocks jsonb, p_known jsonb)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_clocks_write(p_provider uuid, p_tenant uuid, p_clocks jsonb, p_known jsonb)
   RETURNS void
   LANGUAGE plpgsql
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if p_known is not null then
      delete from ticket_clock c
      using jsonb_to_recordset(p_known) as k (ticket_id uuid)
      where c.provider_id = p_provider and c.tenant_id = p_tenant and c.ticket_id = k.ticket_id
        and not exists (select 1 from jsonb_to_recordset(p_clocks) as g (ticket_id uuid, kind text, cycle integer)
          where g.ticket_id = c.ticket_id and g.kind = c.kind and g.cycle = c.cycle);
    end if;
    insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms, started_at,
      due_at, met_at, breached_at, verdict, verdict_at, cancelled_at, contested, service_item_id, contract_version_id, terms_digest,
      calendar_revision, last_seq)
    select p_provider, p_tenant, r.ticket_id, r.kind, r.cycle, r.state, r.priority, r.target_id, r.target_ms, r.used_ms, r.started_at,
      r.due_at, r.met_at, r.breached_at, r.verdict, r.verdict_at, r.cancelled_at, coalesce(r.contested, false), r.service_item_id,
      r.contract_version_id, r.terms_digest, r.calendar_revision, r.last_seq
    from jsonb_populate_recordset(null::ticket_clock, p_clocks) r
    on conflict (provider_id, ticket_id, kind, cycle) do update set
      state = excluded.state, priority = excluded.priority, target_id = excluded.target_id, target_ms = excluded.target_ms,
      used_ms = excluded.used_ms, started_at = excluded.started_at, due_at = excluded.due_at, met_at = excluded.met_at,
      breached_at = excluded.breached_at, verdict = excluded.verdict, verdict_at = excluded.verdict_at,
      cancelled_at = case when excluded.cancelled_at is null then null else coalesce(ticket_clock.cancelled_at, excluded.cancelled_at) end,
      contested = excluded.contested, service_item_id = excluded.service_item_id, contract_version_id = excluded.contract_version_id,
      terms_digest = excluded.terms_digest, calendar_revision = excluded.calendar_revision, last_seq = excluded.last_seq
    where ticket_clock.tenant_id = p_tenant;
  end $function$

public.ticket_fact_gone()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_fact_gone()
   RETURNS trigger
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
    select g.provider_id, g.tenant_id, g.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, -sum(x.n)
    from gone g cross join lateral jsonb_to_recordset(g.counted)
      as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
    where not (g.pilot and x.clock <> '')
    group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
      do update set n = kpi_rollup.n + excluded.n;
    insert into kpi_touch (provider_id, tenant_id, since)
    select g.provider_id, g.tenant_id, min(least(g.opened_at, g.earliest_opened_at)) from gone g group by 1, 2;
    return null;
  end $function$

public.ticket_facts_sync(p_tenant uuid, p_rows jsonb, p_now timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_facts_sync(p_tenant uuid, p_rows jsonb, p_now timestamp with time zone)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  declare
    scope constant text[] := scope_fields();
    provider constant uuid := scope[3]::uuid;
    revision text;
    -- As an array: of a set of unknown size the planner would think that it is worth reading a small table whole.
    ids uuid[];
  begin
    if p_tenant is null
      or not coalesce(p_tenant::text = scope[4] or scope[7]::boolean or p_tenant = any (scope[10]::uuid[]), false) then
      raise exception 'not a tenant of this scope' using errcode = '42501';
    end if;
    select coalesce(max(h.revision), 0)::text into revision from holiday_revision h where h.provider_id = provider;
    select array_agg(r.ticket_id) into ids from jsonb_to_recordset(p_rows) as r (ticket_id uuid);
    with given as (
      select g.*, coalesce((select c.kind = 'PILOT' from contract_version v
          join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
          where v.provider_id = provider and v.version_id = g.contract_version_id), false) as is_pilot
      from jsonb_populate_recordset(null::ticket_fact, p_rows) g),
    known as (
      select f.zone, f.pilot, f.counted, f.ticket_id, least(f.opened_at, f.earliest_opened_at) as since
      from ticket_fact f where f.provider_id = provider and f.ticket_id = any (ids)),
    changes as (
      select g.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, x.n
      from given g cross join lateral jsonb_to_recordset(g.counted)
        as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
      where not (g.is_pilot and x.clock <> '')
      union all
      select f.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, -x.n
      from known f cross join lateral jsonb_to_recordset(f.counted)
        as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
      where not (f.pilot and x.clock <> '')),
    rolled as (
      insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
      select provider, p_tenant, c.zone, c.month, c.measure, c.clock, c.service_item_id, c.priority, sum(c.n) from changes c
      group by 3, 4, 5, 6, 7, 8 having sum(c.n) <> 0 order by 3, 4, 5, 6, 7, 8
      on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
        do update set n = kpi_rollup.n + excluded.n),
    touched as (
      insert into kpi_touch (provider_id, tenant_id, since)
      select provider, p_tenant, min(t.since) from (
        select g.zone, least(g.opened_at, g.earliest_opened_at, f.since) as since
        from given g left join known f on f.ticket_id = g.ticket_id) t
      where t.since < date_trunc('month', p_now at time zone t.zone) at time zone t.zone + interval '2 days'
      having count(*) > 0)
    insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at,
      earliest_opened_at, acknowledged_at, restored_at, resolved_at, closed_at, cancelled_at, merged_at, moves, client_replies, waits,
      approvals, change_outcomes, surveyed_at, ratings,
      second_inbound_at, reassigned_at, out_of_contract, confidential, contract_version_id, terms_digest, last_seq, unfinished,
      last_event_at, zone, counted, pilot, calendar_revision)
    select provider, p_tenant, g.ticket_id,
      coalesce(nullif(g.number, 0), (select t.number from ticket t where t.provider_id = provider and t.ticket_id = g.ticket_id)),
      g.service_item_id, g.priority, g.type, g.channel, g.opened_at, g.earliest_opened_at, g.acknowledged_at, g.restored_at,
      g.resolved_at, g.closed_at, g.cancelled_at, g.merged_at, g.moves, g.client_replies, coalesce(g.waits, '[]'),
      coalesce(g.approvals, '[]'), coalesce(g.change_outcomes, '[]'), g.surveyed_at, coalesce(g.ratings, '[]'), g.second_inbound_at, g.reassigned_at,
      g.out_of_contract, g.confidential, g.contract_version_id, g.terms_digest, g.last_seq, g.unfinished, g.last_event_at, g.zone,
      g.counted, g.is_pilot, revision
    from given g
    on conflict (provider_id, ticket_id) do update set
      number = excluded.number, service_item_id = excluded.service_item_id, priority = excluded.priority, type = excluded.type,
      channel = excluded.channel, opened_at = excluded.opened_at, earliest_opened_at = excluded.earliest_opened_at,
      acknowledged_at = excluded.acknowledged_at, restored_at = excluded.restored_at, resolved_at = excluded.resolved_at,
      closed_at = excluded.closed_at, cancelled_at = excluded.cancelled_at, merged_at = excluded.merged_at, moves = excluded.moves,
      client_replies = excluded.client_replies, waits = excluded.waits,
      approvals = excluded.approvals, change_outcomes = excluded.change_outcomes, surveyed_at = excluded.surveyed_at,
      ratings = excluded.ratings, second_inbound_at = excluded.second_inbound_at,
      reassigned_at = excluded.reassigned_at, out_of_contract = excluded.out_of_contract, confidential = excluded.confidential,
      contract_version_id = excluded.contract_version_id, terms_digest = excluded.terms_digest, last_seq = excluded.last_seq,
      unfinished = excluded.unfinished, last_event_at = excluded.last_event_at, zone = excluded.zone, counted = excluded.counted,
      pilot = excluded.pilot, calendar_revision = excluded.calendar_revision
    where ticket_fact.tenant_id = p_tenant;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_hidden_open()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_hidden_open()
   RETURNS bigint
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
    select count(*) from ticket t
    where t.provider_id = (select scope_provider()) and t.is_open and t.confidential and not (select scope_own_only())
      and (t.tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or t.tenant_id = any ((select scope_tenants())::uuid[]))
      and not ((select scope_sees_confidential()) or coalesce(t.requester_id = (select scope_person()), false)
        or coalesce(t.assignee_id = (select scope_person()), false) or (select scope_person()) = any (t.watcher_ids))
  $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_keep_watchers()
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_keep_watchers()
   RETURNS trigger
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    if tg_op = 'UPDATE' then
      delete from ticket_watcher w where w.provider_id = new.provider_id and w.ticket_id = new.ticket_id and w.person_id <> all (new.watcher_ids);
    end if;
    insert into ticket_watcher (provider_id, tenant_id, ticket_id, person_id)
    select new.provider_id, new.tenant_id, new.ticket_id, w from unnest(new.watcher_ids) w
    on conflict do nothing;
    return new;
  end $function$

public.ticket_message_withdraw(p_ticket uuid, p_message uuid, p_at timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_message_withdraw(p_ticket uuid, p_message uuid, p_at timestamp with time zone)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    update ticket_message m set withdrawn_at = p_at
    where m.provider_id = (select scope_provider()) and m.ticket_id = p_ticket and m.message_id = p_message and m.withdrawn_at is null
      and (m.tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or m.tenant_id = any ((select scope_tenants())::uuid[]))
      and ((select scope_is_staff()) or m.author_id = (select scope_person()));
    return found;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_open(p_tenant uuid, p_ticket uuid, p_type text, p_priority text, p_impact smallint, p_urgency smallint, p_overridden boolean, p_subject text, p_description text, p_service uuid, p_service_name jsonb, p_version uuid, p_digest text, p_policy text, p_requester uuid, p_confidential boolean, p_watchers uuid[], p_channel text, p_opened timestamp with time zone, p_last_seq integer, p_due_at timestamp with time zone, p_due_kind text, p_due_state text, p_follows_up uuid, p_now timestamp with time zone, p_actor_side text, p_actor uuid, p_events jsonb, p_clocks jsonb, p_haystack text, p_tokens text[], p_jobs jsonb, p_zone text, p_moves jsonb, p_acknowledged timestamp with time zone, p_counted jsonb)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_open(p_tenant uuid, p_ticket uuid, p_type text, p_priority text, p_impact smallint, p_urgency smallint, p_overridden boolean, p_subject text, p_description text, p_service uuid, p_service_name jsonb, p_version uuid, p_digest text, p_policy text, p_requester uuid, p_confidential boolean, p_watchers uuid[], p_channel text, p_opened timestamp with time zone, p_last_seq integer, p_due_at timestamp with time zone, p_due_kind text, p_due_state text, p_follows_up uuid, p_now timestamp with time zone, p_actor_side text, p_actor uuid, p_events jsonb, p_clocks jsonb, p_haystack text, p_tokens text[], p_jobs jsonb, p_zone text, p_moves jsonb, p_acknowledged timestamp with time zone, p_counted jsonb)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  declare
    scope constant text[] := scope_fields();
    provider constant uuid := scope[3]::uuid;
    taken integer;
  begin
    if p_tenant is null
      or not coalesce(p_tenant::text = scope[4] or scope[7]::boolean or p_tenant = any (scope[10]::uuid[]), false) then
      raise exception 'not a tenant of this scope' using errcode = '42501';
    end if;
    with
    bound as (
      select coalesce((
        select c.kind = 'PILOT' from contract_version v
        join contract c on c.provider_id = provider and c.contract_id = v.contract_id
        where v.provider_id = provider and v.version_id = p_version), false) as is_pilot),
    counter as (
      insert into ticket_counter as c (provider_id, tenant_id, last_number) values (provider, p_tenant, 1)
      on conflict (provider_id, tenant_id) do update set last_number = c.last_number + 1 returning last_number),
    opened as (
      insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, priority_overridden,
        subject, description, service_item_id, service_name, contract_version_id, terms_digest, policy_id, requester_id,
        confidential, watcher_ids, channel, opened_at, updated_at, last_seq, version, next_due_at, next_due_kind, next_due_state, follows_up)
      select provider, p_ticket, p_tenant, counter.last_number, p_type, 'NEW', p_priority, p_impact, p_urgency, p_overridden,
        p_subject, p_description, p_service, p_service_name, p_version, p_digest, p_policy, p_requester,
        p_confidential, p_watchers, p_channel, p_opened, p_opened, p_last_seq, 1, p_due_at, p_due_kind, p_due_state, p_follows_up
      from counter),
    log as (
      insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at,
        actor_side, actor_person_id, version)
      select provider, p_tenant, p_ticket, e.seq, e.kind, e.v, e.data, false, p_opened, p_now, p_actor_side, p_actor, 1
      from jsonb_to_recordset(p_events) as e (seq integer, kind text, v integer, data jsonb)),
    clocks as (
      insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms,
        started_at, due_at, met_at, breached_at, verdict, verdict_at, service_item_id, contract_version_id, terms_digest,
        calendar_revision, last_seq)
      select provider, p_tenant, p_ticket, k.kind, k.cycle, k.state, p_priority, k.target_id, k.target_ms, k.used_ms,
        k.started_at, k.due_at, k.met_at, k.breached_at, k.verdict, k.verdict_at, p_service, p_version, p_digest, p_now, p_last_seq
      from jsonb_to_recordset(p_clocks) as k (kind text, cycle integer, state text, target_id text, target_ms bigint, used_ms bigint,
        started_at timestamptz, due_at timestamptz, met_at timestamptz, breached_at timestamptz, verdict text, verdict_at timestamptz)),
    words as (
      insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
      values (provider, p_tenant, p_ticket, p_ticket, false, p_haystack, p_tokens)),
    jobs as (
      insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
      select j.job_id, provider, p_tenant, j.queue, j.payload, coalesce(j.run_at, now()), j.dedupe_key
      from jsonb_to_recordset(p_jobs) as j (job_id uuid, queue text, payload jsonb, run_at timestamptz, dedupe_key text)),
    counted as (
      insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
      select provider, p_tenant, p_zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, x.n
      from bound, jsonb_to_recordset(p_counted) as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
      where x.clock = '' or not bound.is_pilot
      order by x.month, x.measure, x.clock, x.service_item_id, x.priority
      on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
        do update set n = kpi_rollup.n + excluded.n),
    -- An opening in an earlier month puts figures in doubt that are kept of it (as in `ticket_facts_sync`).
    touched as (
      insert into kpi_touch (provider_id, tenant_id, since)
      select provider, p_tenant, p_opened
      where p_opened < date_trunc('month', p_now at time zone p_zone) at time zone p_zone + interval '2 days'),
    fact as (
      insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at,
        earliest_opened_at, acknowledged_at, moves, client_replies, out_of_contract, confidential, contract_version_id, terms_digest,
        last_seq, unfinished, last_event_at, zone, counted, pilot, calendar_revision)
      select provider, p_tenant, p_ticket, counter.last_number, p_service, p_priority, p_type, p_channel, p_opened,
        p_opened, p_acknowledged, p_moves, '[]', p_version is null, p_confidential, p_version, p_digest,
        p_last_seq, true, p_opened, p_zone, p_counted, bound.is_pilot,
        (select coalesce(max(h.revision), 0)::text from holiday_revision h where h.provider_id = provider)
      from counter, bound)
    select counter.last_number into taken from counter;
    return taken;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_opening(p_tenant uuid, p_service uuid, p_at timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_opening(p_tenant uuid, p_service uuid, p_at timestamp with time zone)
   RETURNS TABLE(prefix text, name text, version_id uuid, contract_id uuid, kind text, terms_digest text, calendar_revision bigint)
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  declare
    scope constant text[] := scope_fields();
    provider constant uuid := scope[3]::uuid;
    tenant_in constant uuid := coalesce(p_tenant, nullif(scope[4], '')::uuid);
    is_staff constant boolean := scope[6] <> 'CLIENT';
    at constant timestamptz(3) := coalesce(p_at, now());
  begin
    if not coalesce(tenant_in::text = scope[4] or scope[7]::boolean or tenant_in = any (scope[10]::uuid[]), false) then
      return;
    end if;
    return query
    select t.prefix, t.name, b.version_id, b.contract_id, b.kind, b.terms_digest,
      (select coalesce(max(h.revision), 0) from holiday_revision h where h.provider_id = provider)
    from tenant t
    left join lateral (
      select s.version_id, v.contract_id, c.kind, v.terms_digest
      from contract_scope s
      join contract_version v on v.provider_id = provider and v.version_id = s.version_id
      join contract c on c.provider_id = provider and c.contract_id = v.contract_id
      where s.provider_id = provider and s.tenant_id = tenant_in and s.service_item_id = p_service
        and s.valid_from <= at and (s.valid_to is null or s.valid_to > at)
        and v.tenant_id = tenant_in and c.tenant_id = tenant_in and (is_staff or v.proposed_at is not null)
      order by s.valid_from desc limit 1) b on true
    where t.provider_id = provider and t.tenant_id = tenant_in;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_page(p_ticket uuid, p_thread boolean, p_log boolean)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_page(p_ticket uuid, p_thread boolean, p_log boolean)
   RETURNS TABLE(line json, rest json, messages json, attachments json, events json, revision bigint)
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  declare
    scope constant text[] := scope_fields();
    provider constant uuid := scope[3]::uuid;
    tenant_in constant uuid := nullif(scope[4], '')::uuid;
    person_in constant uuid := nullif(scope[5], '')::uuid;
    is_staff constant boolean := scope[6] <> 'CLIENT';
    is_system constant boolean := scope[6] = 'SYSTEM';
    all_tenants constant boolean := scope[7]::boolean;
    confidential_too constant boolean := scope[8]::boolean;
    own_only constant boolean := scope[9]::boolean;
    tenants constant uuid[] := scope[10]::uuid[];
  begin
    return query
    select
      json_build_object(
        'ticket_id', t.ticket_id, 'number', t.number, 'type', t.type, 'status', t.status, 'priority', t.priority,
        'subject', t.subject, 'confidential', t.confidential, 'contract_version_id', t.contract_version_id,
        'service_item_id', t.service_item_id, 'service_name', t.service_name, 'requester_id', t.requester_id,
        'assignee_id', t.assignee_id, 'team_id', t.team_id, 'channel', t.channel, 'opened_at', epoch_ms(t.opened_at),
        'updated_at', epoch_ms(t.updated_at), 'resolved_at', epoch_ms(t.resolved_at), 'closed_at', epoch_ms(t.closed_at),
        'waiting_name', t.waiting_name, 'reopen_count', t.reopen_count, 'next_due_at', epoch_ms(t.next_due_at),
        'next_due_kind', t.next_due_kind, 'next_due_state', t.next_due_state, 'version', t.version, 'tenant_id', t.tenant_id,
        'prefix', n.prefix, 'tenant_name', n.name, 'requester_name', rq.display_name, 'requester_side', rq.side,
        'assignee_name', asg.display_name, 'team_name', tm.name),
      json_build_object(
        'impact', t.impact, 'urgency', t.urgency, 'priority_overridden', t.priority_overridden, 'description', t.description,
        'terms_digest', t.terms_digest, 'policy_id', t.policy_id, 'first_responded_at', epoch_ms(t.first_responded_at),
        'restored_at', epoch_ms(t.restored_at), 'resolution_code', t.resolution_code,
        'waiting_since', epoch_ms(t.waiting_since), 'waiting_until', epoch_ms(t.waiting_until), 'case_number', t.case_number,
        'external_key', t.external_key, 'watcher_ids', t.watcher_ids, 'merged_into', t.merged_into,
        'follows_up', t.follows_up,
        'watchers', case when t.watcher_ids <> '{}' then
          (select json_agg(json_build_object('id', d.person_id, 'name', d.display_name, 'side', d.side) order by d.display_name)
           from directory_entry d where d.provider_id = provider and d.person_id = any (t.watcher_ids)
             and (d.tenant_id = t.tenant_id or d.tenant_id is null)) end,
        'refs', (select json_agg(json_build_object('id', o.ticket_id, 'number', o.number) order by o.number) from ticket o
          where (o.ticket_id = t.merged_into or o.ticket_id = t.follows_up or o.merged_into = t.ticket_id)
            and o.provider_id = provider
            and (o.tenant_id = tenant_in or all_tenants or o.tenant_id = any (tenants))
            and (not own_only or o.requester_id = person_in or person_in = any (o.watcher_ids))
            and (not o.confidential or confidential_too or o.requester_id = person_in or o.assignee_id = person_in
              or person_in = any (o.watcher_ids)))),
      case when p_thread then (
        select json_agg(json_build_object('message_id', m.message_id, 'at', epoch_ms(m.at), 'visibility', m.visibility,
          'side', m.side, 'author_id', m.author_id, 'automatic', m.automatic, 'question', m.question, 'body', m.body,
          'withdrawn_at', epoch_ms(m.withdrawn_at), 'author_name', d.display_name) order by m.at, m.message_id)
        from ticket_message m
        left join directory_entry d on d.provider_id = provider and d.person_id = m.author_id
          and (d.tenant_id = t.tenant_id or d.tenant_id is null)
        where m.provider_id = provider and m.ticket_id = t.ticket_id
          and (is_staff or (m.visibility = 'PUBLIC' and m.withdrawn_at is null))) end,
      case when p_thread then (
        select json_agg(json_build_object('message_id', a.message_id, 'file_id', f.file_id, 'name', f.name,
          'media_type', f.media_type, 'size_bytes', f.size_bytes, 'sha256', f.sha256, 'uploaded_at', epoch_ms(f.uploaded_at),
          'uploaded_by', f.uploaded_by, 'uploader_name', d.display_name, 'uploader_side', d.side) order by f.uploaded_at, f.file_id)
        from ticket_attachment a
        join file f on f.provider_id = provider and f.file_id = a.file_id
        left join directory_entry d on d.provider_id = provider and d.person_id = f.uploaded_by
          and (d.tenant_id = t.tenant_id or d.tenant_id is null)
        where a.provider_id = provider and a.ticket_id = t.ticket_id
          and (a.message_id is null or exists (select 1 from ticket_message m
            where m.provider_id = provider and m.ticket_id = t.ticket_id and m.message_id = a.message_id
              and (is_staff or (m.visibility = 'PUBLIC' and m.withdrawn_at is null))))
          -- A file without a tenant is seen by staff, and by whoever sees what it is attached to: this ticket.
          and (f.tenant_id is null or f.tenant_id = tenant_in or all_tenants or f.tenant_id = any (tenants))
          and (f.uploaded_by = person_in or is_system or f.audience in ('TENANT', 'LINKED') or (f.audience = 'STAFF' and is_staff))) end,
      case when p_log then (
        select json_agg(json_build_object('seq', e.seq, 'kind', e.kind, 'v', e.v, 'data', e.data,
          'occurred_at', epoch_ms(e.occurred_at), 'actor_side', e.actor_side, 'actor_person_id', e.actor_person_id,
          'version', e.version, 'actor_name', d.display_name,
          'person_name', case when e.person_ref is not null then
            (select p.display_name from directory_entry p where p.provider_id = provider and p.person_id = e.person_ref
               and (p.tenant_id = t.tenant_id or p.tenant_id is null) limit 1) end,
          'team_name', case when e.team_ref is not null then
            (select g.name from team g where g.provider_id = provider and g.team_id = e.team_ref) end,
          'reason', case when e.text_ref is not null then
            (select x.body from ticket_text x join ticket o on o.provider_id = provider and o.ticket_id = x.ticket_id
             where x.provider_id = provider and x.text_id = e.text_ref
               and o.provider_id = provider
               and (o.tenant_id = tenant_in or all_tenants or o.tenant_id = any (tenants))
               and (not own_only or o.requester_id = person_in or person_in = any (o.watcher_ids))
               and (not o.confidential or confidential_too or o.requester_id = person_in or o.assignee_id = person_in
                 or person_in = any (o.watcher_ids))) end,
          'other_number', case when e.ticket_ref is not null then
            (select o.number from ticket o where o.ticket_id = e.ticket_ref
               and o.provider_id = provider
               and (o.tenant_id = tenant_in or all_tenants or o.tenant_id = any (tenants))
               and (not own_only or o.requester_id = person_in or person_in = any (o.watcher_ids))
               and (not o.confidential or confidential_too or o.requester_id = person_in or o.assignee_id = person_in
                 or person_in = any (o.watcher_ids))) end) order by e.seq)
        from (
          select v.seq, v.kind, v.v, v.data, v.occurred_at, v.actor_side, v.actor_person_id, v.version,
            coalesce(v.data ->> 'assigneeId', v.data ->> 'userId', v.data ->> 'personId')::uuid as person_ref,
            (v.data ->> 'teamId')::uuid as team_ref, (v.data ->> 'reasonTextId')::uuid as text_ref,
            coalesce(v.data ->> 'intoTicketId', v.data ->> 'ticketId')::uuid as ticket_ref
          from ticket_event v
          where v.provider_id = provider and v.ticket_id = t.ticket_id and (is_staff or not v.internal) offset 0) e
        left join directory_entry d on d.provider_id = provider and d.person_id = e.actor_person_id
          and (d.tenant_id = t.tenant_id or d.tenant_id is null)) end,
      case when p_log then (select coalesce(max(h.revision), 0) from holiday_revision h where h.provider_id = provider) end
    from ticket t
    join tenant n on n.provider_id = provider and n.tenant_id = t.tenant_id
    left join directory_entry rq on rq.provider_id = provider and rq.person_id = t.requester_id
      and (rq.tenant_id = t.tenant_id or rq.tenant_id is null)
    left join directory_entry asg on asg.provider_id = provider and asg.person_id = t.assignee_id and asg.tenant_id is null
    left join team tm on tm.provider_id = provider and tm.team_id = t.team_id
    where t.ticket_id = p_ticket
      and t.provider_id = provider
      and (t.tenant_id = tenant_in or all_tenants or t.tenant_id = any (tenants))
      and (not own_only or t.requester_id = person_in or person_in = any (t.watcher_ids))
      and (not t.confidential or confidential_too or t.requester_id = person_in or t.assignee_id = person_in
        or person_in = any (t.watcher_ids));
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_search_ids(p_tenant uuid, p_words jsonb, p_limit integer)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_search_ids(p_tenant uuid, p_words jsonb, p_limit integer)
   RETURNS TABLE(ticket_id uuid)
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare
    provider constant uuid := scope_provider();
    own_tenant constant uuid := scope_tenant();
    everywhere constant boolean := scope_all_tenants();
    reach uuid[] := scope_tenants();
    me constant uuid := scope_person();
    staff constant boolean := scope_is_staff();
    own_only constant boolean := scope_own_only();
    confidential_too constant boolean := scope_sees_confidential();
    tenant constant uuid := coalesce(p_tenant, own_tenant);
  begin
    if tenant is not null and not (everywhere or tenant = own_tenant or tenant = any (reach)) then
      return;
    end if;
    if tenant is not null then
      reach := array[tenant];
    elsif everywhere then
      return query
        with word as (
          select w.n, w.item ->> 'word' as text, array(select jsonb_array_elements_text(w.item -> 'tokens')) as tokens
          from jsonb_array_elements(p_words) with ordinality w (item, n)
        ), hit as (
          select word.n, s.ticket_id
          from word, ticket_search s
          where s.provider_id = provider and s.tokens @> word.tokens
            and strpos(s.haystack, word.text) > 0 and (staff or not s.internal)
          group by word.n, s.ticket_id
        ), whole as (
          select hit.ticket_id from hit group by hit.ticket_id having count(*) = (select count(*) from word)
        )
        select t.ticket_id from whole
        join ticket t on t.provider_id = provider and t.ticket_id = whole.ticket_id
        where (not own_only or t.requester_id = me or me = any (t.watcher_ids))
          and (not t.confidential or confidential_too or t.requester_id = me or t.assignee_id = me or me = any (t.watcher_ids))
        order by t.opened_at desc, t.ticket_id desc
        limit p_limit;
      return;
    end if;
    return query
      with word as (
        select w.n, w.item ->> 'word' as text, array(select jsonb_array_elements_text(w.item -> 'tokens')) as tokens
        from jsonb_array_elements(p_words) with ordinality w (item, n)
      ), hit as (
        select word.n, s.ticket_id
        from word, ticket_search s
        where s.provider_id = provider and s.tenant_id = any (reach) and s.tokens @> word.tokens
          and strpos(s.haystack, word.text) > 0 and (staff or not s.internal)
        group by word.n, s.ticket_id
      ), whole as (
        select hit.ticket_id from hit group by hit.ticket_id having count(*) = (select count(*) from word)
      )
      select t.ticket_id from whole
      join ticket t on t.provider_id = provider and t.ticket_id = whole.ticket_id
      where (not own_only or t.requester_id = me or me = any (t.watcher_ids))
        and (not t.confidential or confidential_too or t.requester_id = me or t.assignee_id = me or me = any (t.watcher_ids))
      order by t.opened_at desc, t.ticket_id desc
      limit p_limit;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.ticket_write(p_rows jsonb)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.ticket_write(p_rows jsonb)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  declare written integer;
  begin
    update ticket t set
      type = r.type, status = r.status, priority = r.priority, impact = r.impact, urgency = r.urgency,
      priority_overridden = r.priority_overridden, service_item_id = r.service_item_id, service_name = r.service_name,
      contract_version_id = r.contract_version_id, terms_digest = r.terms_digest, policy_id = r.policy_id,
      assignee_id = r.assignee_id, team_id = r.team_id, confidential = r.confidential, watcher_ids = r.watcher_ids,
      updated_at = r.updated_at, first_responded_at = r.first_responded_at, restored_at = r.restored_at,
      resolved_at = r.resolved_at, resolution_code = r.resolution_code, closed_at = r.closed_at, cancelled_at = r.cancelled_at,
      waiting_reason = r.waiting_reason, waiting_name = r.waiting_name, waiting_since = r.waiting_since,
      waiting_until = r.waiting_until, case_number = r.case_number, reopen_count = r.reopen_count, last_seq = r.last_seq,
      version = r.version, next_due_at = r.next_due_at, next_due_kind = r.next_due_kind, next_due_state = r.next_due_state,
      merged_into = r.merged_into
    from jsonb_populate_recordset(null::ticket, p_rows) r
    where t.provider_id = (select scope_provider()) and t.ticket_id = r.ticket_id
      -- A timer that only refreshes the cache of due instants leaves version and log as they are.
      and (t.version = r.version - 1 or (t.version = r.version and t.last_seq = r.last_seq))
      and (t.tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or t.tenant_id = any ((select scope_tenants())::uuid[]))
      and (not (select scope_own_only()) or t.requester_id = (select scope_person()) or (select scope_person()) = any (t.watcher_ids))
      and (not t.confidential or (select scope_sees_confidential()) or t.requester_id = (select scope_person())
        or t.assignee_id = (select scope_person()) or (select scope_person()) = any (t.watcher_ids));
    get diagnostics written = row_count;
    return written;
  end $function$
  grant execute to daylight_app
  grant execute to daylight_worker

public.webhook_retire_secret(p_webhook uuid, p_until timestamp with time zone)
  function owner daylight_owner
  CREATE OR REPLACE FUNCTION public.webhook_retire_secret(p_webhook uuid, p_until timestamp with time zone)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'pg_catalog', 'public'
  AS $function$
  begin
    update webhook w set former_secret_sealed = case when p_until is null then null else w.secret_sealed end, former_secret_until = p_until
    where w.provider_id = scope_provider() and w.webhook_id = p_webhook and scope_is_staff()
      and (w.tenant_id is null or scope_all_tenants() or w.tenant_id = any (scope_tenants()));
  end $function$
  grant execute to daylight_app

