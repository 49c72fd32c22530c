-- Ways out besides mail: webhooks that are told of events, and gateways that deliver text messages, calls and messenger messages.

create table webhook (
  provider_id uuid not null references provider,
  webhook_id uuid not null,
  -- Null: events of all clients.
  tenant_id uuid,
  name text not null constraint webhook_name_length check (length(name) between 1 and 200),
  -- Address and secrets are sealed with a key that the database doesn't hold, bound to this row; unreadable for the
  -- application's role all the same (G13).
  url_sealed bytea not null,
  url_hint text not null constraint webhook_hint_length check (length(url_hint) between 1 and 300),
  secret_sealed bytea not null,
  former_secret_sealed bytea,
  former_secret_until timestamptz(3),
  format text not null constraint webhook_format check (format in ('DAYLIGHT', 'SLACK', 'TEAMS')),
  language text not null constraint webhook_language check (language in ('ko', 'en')),
  topics text[] not null constraint webhook_topics_count check (cardinality(topics) <= 100),
  active boolean not null,
  -- A receiver that fails is left alone for a while, so that it takes no worker's time from others (W7).
  failures integer not null default 0,
  paused_until timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  updated_by uuid not null,
  primary key (provider_id, webhook_id),
  constraint webhook_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint webhook_person_fk foreign key (provider_id, updated_by) references person,
  constraint webhook_former_secret check ((former_secret_sealed is null) = (former_secret_until is null))
);

create table webhook_delivery (
  provider_id uuid not null,
  delivery_id uuid not null,
  webhook_id uuid not null,
  tenant_id uuid,
  event_id uuid not null,
  topic text not null,
  -- As it is signed and sent, byte by byte.
  body text not null constraint webhook_delivery_body_length check (length(body) <= 100000),
  state text not null constraint webhook_delivery_state check (state in ('QUEUED', 'DELIVERED', 'FAILED')),
  attempts integer not null default 0,
  last_status integer,
  last_error text constraint webhook_delivery_error_length check (length(last_error) <= 500),
  next_at timestamptz(3),
  created_at timestamptz(3) not null,
  settled_at timestamptz(3),
  primary key (provider_id, delivery_id),
  -- An event that comes by twice is told once.
  constraint webhook_delivery_once unique (provider_id, webhook_id, event_id),
  constraint webhook_delivery_webhook_fk foreign key (provider_id, webhook_id) references webhook,
  constraint webhook_delivery_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint webhook_delivery_waits check ((state = 'QUEUED') = (next_at is not null))
);
create index webhook_delivery_by_time on webhook_delivery (provider_id, webhook_id, created_at desc, delivery_id desc);
create index webhook_delivery_open on webhook_delivery (provider_id, webhook_id, state, created_at desc, delivery_id desc) where state <> 'DELIVERED';

create table webhook_attempt (
  provider_id uuid not null,
  attempt_id uuid not null,
  delivery_id uuid not null,
  at timestamptz(3) not null,
  status integer,
  error text constraint webhook_attempt_error_length check (length(error) <= 500),
  response text constraint webhook_attempt_response_length check (length(response) <= 2000),
  duration_ms integer not null,
  primary key (provider_id, attempt_id),
  constraint webhook_attempt_delivery_fk foreign key (provider_id, delivery_id) references webhook_delivery on delete cascade
);
create index webhook_attempt_of_delivery on webhook_attempt (provider_id, delivery_id, at desc);

create table channel_gateway (
  provider_id uuid not null references provider,
  gateway_id uuid not null,
  channel text not null constraint channel_gateway_channel check (channel in ('SMS', 'VOICE', 'MESSENGER')),
  name text not null constraint channel_gateway_name_length check (length(name) between 1 and 200),
  preset text not null constraint channel_gateway_preset check (preset ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  -- Secrets stand in it by name only.
  template jsonb not null,
  active boolean not null,
  -- Of the address at which deliveries are reported; the address itself is derived and kept nowhere.
  report_hash bytea not null constraint channel_gateway_report_key unique,
  report_version integer not null default 1,
  last_sent_at timestamptz(3),
  last_error text constraint channel_gateway_error_length check (length(last_error) <= 500),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  updated_by uuid not null,
  primary key (provider_id, gateway_id),
  constraint channel_gateway_person_fk foreign key (provider_id, updated_by) references person
);
create unique index channel_gateway_in_use on channel_gateway (provider_id, channel) where active;
create index channel_gateway_by_report on channel_gateway (report_hash);

-- Sealed as above, each bound to its gateway and name.
create table gateway_secret (
  provider_id uuid not null,
  gateway_id uuid not null,
  name text not null constraint gateway_secret_name check (name ~ '^[a-zA-Z][a-zA-Z0-9_]{0,39}$'),
  sealed bytea not null,
  primary key (provider_id, gateway_id, name),
  constraint gateway_secret_gateway_fk foreign key (provider_id, gateway_id) references channel_gateway
);

create table gateway_message (
  provider_id uuid not null,
  -- An escalation's delivery, or a test's own id.
  message_id uuid not null,
  gateway_id uuid not null,
  tenant_id uuid,
  is_test boolean not null,
  address text not null constraint gateway_message_address_length check (length(address) between 1 and 500),
  state text not null constraint gateway_message_state check (state in ('QUEUED', 'SENT', 'DELIVERED', 'FAILED')),
  -- The gateway's own id of it: what its reports name.
  reference text constraint gateway_message_reference_length check (length(reference) between 1 and 200),
  -- The report said that the address itself is wrong.
  bad_address boolean not null default false,
  last_status integer,
  last_error text constraint gateway_message_error_length check (length(last_error) <= 500),
  response text constraint gateway_message_response_length check (length(response) <= 2000),
  created_at timestamptz(3) not null,
  reported_at timestamptz(3),
  primary key (provider_id, message_id),
  constraint gateway_message_gateway_fk foreign key (provider_id, gateway_id) references channel_gateway,
  constraint gateway_message_tenant_fk foreign key (provider_id, tenant_id) references tenant
);
create index gateway_message_by_time on gateway_message (provider_id, gateway_id, created_at desc, message_id desc);
create index gateway_message_by_reference on gateway_message (provider_id, gateway_id, reference) where reference is not null;

-- What a gateway reported, as it came; read afterwards (G3).
create table gateway_report (
  provider_id uuid not null,
  report_id uuid not null,
  gateway_id uuid not null,
  received_at timestamptz(3) not null,
  content_type text constraint gateway_report_type_length check (length(content_type) <= 200),
  body bytea not null constraint gateway_report_size check (octet_length(body) <= 65536),
  state text not null constraint gateway_report_state check (state in ('RECEIVED', 'DONE', 'DEAD')),
  reason text constraint gateway_report_reason check (reason ~ '^[A-Z_]{3,40}$'),
  primary key (provider_id, report_id),
  constraint gateway_report_gateway_fk foreign key (provider_id, gateway_id) references channel_gateway
);
create index gateway_report_by_time on gateway_report (received_at);

call protect_staff_table('channel_gateway');
call protect_staff_table('gateway_secret');
call protect_staff_table('gateway_report');
do $$
declare
  t text;
  rule constant text := 'provider_id = (select scope_provider()) and (select scope_is_staff()) and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))';
begin
  -- Staff: of the clients in reach, and the provider's own.
  foreach t in array array['webhook', 'webhook_delivery', 'gateway_message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy staff_reach on %I using (%s) with check (%s)', t, rule, rule);
  end loop;
end $$;
alter table webhook_attempt enable row level security;
alter table webhook_attempt force row level security;
create policy with_its_delivery on webhook_attempt
  using (provider_id = (select scope_provider()) and exists (
    select 1 from webhook_delivery d where d.provider_id = webhook_attempt.provider_id and d.delivery_id = webhook_attempt.delivery_id))
  with check (provider_id = (select scope_provider()) and exists (
    select 1 from webhook_delivery d where d.provider_id = webhook_attempt.provider_id and d.delivery_id = webhook_attempt.delivery_id));

grant select (provider_id, webhook_id, tenant_id, name, url_hint, former_secret_until, format, language, topics, active, failures,
  paused_until, version, created_at, updated_at, updated_by) on webhook to daylight_app;
grant insert, update on webhook to daylight_app;
grant select on webhook to daylight_worker;
grant update (failures, paused_until) on webhook to daylight_worker;
grant select, insert, update on webhook_delivery to daylight_app, daylight_worker;
grant select on webhook_attempt to daylight_app, daylight_worker;
grant insert on webhook_attempt to daylight_worker;
grant select, insert, update on channel_gateway to daylight_app;
grant select on channel_gateway to daylight_worker;
grant update (last_sent_at, last_error) on channel_gateway to daylight_worker;
grant select (provider_id, gateway_id, name), insert, delete on gateway_secret to daylight_app;
grant select on gateway_secret to daylight_worker;
grant select, insert on gateway_message to daylight_app;
grant select, insert, update on gateway_message to daylight_worker;
grant select (provider_id, report_id, gateway_id, received_at, state, reason) on gateway_report to daylight_app;
grant select, update (state, reason) on gateway_report to daylight_worker;

-- Under a scope: the secret of now goes on signing until `p_until` (null: not at all), though the caller can't read it.
create function webhook_retire_secret(p_webhook uuid, p_until timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  update webhook w set former_secret_sealed = case when p_until is null then null else w.secret_sealed end, former_secret_until = p_until
  where w.provider_id = scope_provider() and w.webhook_id = p_webhook and scope_is_staff()
    and (w.tenant_id is null or scope_all_tenants() or w.tenant_id = any (scope_tenants()));
end $$;

-- Before a scope: keeps a report whose address is known, and has it read. False: there is no such address.
create function gateway_report_store(p_hash bytea, p_report uuid, p_job uuid, p_content_type text, p_body bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare g record;
begin
  select provider_id, gateway_id into g from channel_gateway where report_hash = p_hash;
  if not found then return false; end if;
  insert into gateway_report (provider_id, report_id, gateway_id, received_at, content_type, body, state)
  values (g.provider_id, p_report, g.gateway_id, now(), left(p_content_type, 200), p_body, 'RECEIVED');
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at)
  values (p_job, g.provider_id, null, 'gateway-report', jsonb_build_object('reportId', p_report), now());
  return true;
end $$;

-- Reports and delivered bodies go after 30 days, what failed after 180.
create function channel_purge() returns void
  language sql security definer set search_path = pg_catalog, public
as $$
  delete from gateway_report where received_at < now() - interval '30 days';
  delete from webhook_delivery where (state = 'DELIVERED' and created_at < now() - interval '30 days')
    or (state = 'FAILED' and created_at < now() - interval '180 days');
$$;
revoke all on function webhook_retire_secret(uuid, timestamptz), gateway_report_store(bytea, uuid, uuid, text, bytea), channel_purge() from public;
grant execute on function webhook_retire_secret(uuid, timestamptz) to daylight_app;
grant execute on function gateway_report_store(bytea, uuid, uuid, text, bytea) to daylight_app;
grant execute on function channel_purge() to daylight_worker;
