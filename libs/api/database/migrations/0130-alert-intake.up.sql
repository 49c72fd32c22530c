-- What monitoring systems send: sources with a key of their own, raw bodies as they came, alerts made of them. domain.md
-- section 7, D-MON-1; G3.

create table alert_source (
  provider_id uuid not null references provider,
  source_id uuid not null,
  tenant_id uuid not null,
  name text not null constraint alert_source_name_length check (length(name) between 1 and 200),
  vendor text not null constraint alert_source_vendor check (vendor ~ '^[a-z0-9-]{2,30}$'),
  -- What its alerts are about: the service of the tickets they open.
  service_item_id uuid not null,
  -- SHA-256 of the key in its address; the key itself is shown once.
  key_hash bytea not null constraint alert_source_key unique,
  key_hint text not null constraint alert_source_key_hint check (length(key_hint) = 4),
  -- KEY: the address is the secret. SECRET: a header besides. HMAC: the body is signed.
  auth text not null constraint alert_source_auth check (auth in ('KEY', 'SECRET', 'HMAC')),
  -- The secret is derived from the installation's with this number; 0: none was issued, so SECRET and HMAC are refused.
  secret_version integer not null default 0 constraint alert_source_secret_version check (secret_version >= 0),
  group_by text not null constraint alert_source_group_by check (group_by in ('FINGERPRINT', 'TITLE', 'LABELS', 'SOURCE')),
  group_labels text[] not null default '{}' constraint alert_source_group_labels check (cardinality(group_labels) <= 10),
  ticket_from text not null constraint alert_source_ticket_from check (ticket_from in ('CRITICAL', 'HIGH', 'WARNING', 'INFO', 'NEVER')),
  -- So many tickets in ten minutes; what comes then shares one.
  ticket_limit integer not null constraint alert_source_ticket_limit check (ticket_limit between 1 and 1000),
  -- Pointers of a generic source (vendors/mapping.ts); null: the usual names.
  mapping jsonb,
  -- Silence for longer than this is an alert; null: it may be silent.
  heartbeat_minutes integer constraint alert_source_heartbeat check (heartbeat_minutes between 1 and 10080),
  heard_at timestamptz(3),
  -- The topic of SNS that was subscribed; another one's messages are refused.
  topic text constraint alert_source_topic_length check (length(topic) <= 400),
  per_minute integer not null constraint alert_source_per_minute check (per_minute between 1 and 100000),
  max_bytes integer not null constraint alert_source_max_bytes check (max_bytes between 1024 and 10485760),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  primary key (provider_id, source_id),
  constraint alert_source_tenant_key unique (provider_id, tenant_id, source_id),
  constraint alert_source_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint alert_source_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint alert_source_by_fk foreign key (provider_id, updated_by) references person
);
create index alert_source_of_tenant on alert_source (provider_id, tenant_id, name, source_id);

-- One body as it came. Committed before the sender is answered; read afterwards by a worker.
create table intake_delivery (
  provider_id uuid not null,
  tenant_id uuid not null,
  delivery_id uuid not null,
  source_id uuid not null,
  vendor text not null,
  received_at timestamptz(3) not null,
  content_type text constraint intake_delivery_type_length check (length(content_type) <= 200),
  headers jsonb not null default '{}',
  body bytea not null,
  -- Of the body as it was sent; more than `body` holds when it was refused for its length.
  bytes bigint not null,
  -- RECEIVED: not read yet. DONE: read. DEAD: can't be read, or was given up; `reason` says why.
  state text not null constraint intake_delivery_state check (state in ('RECEIVED', 'DONE', 'DEAD')),
  reason text constraint intake_delivery_reason check (reason ~ '^[A-Za-z0-9_]{2,60}$'),
  detail text constraint intake_delivery_detail_length check (length(detail) <= 500),
  alerts integer not null default 0,
  settled_at timestamptz(3),
  replays integer not null default 0,
  -- Set where the sender names its messages or signs the instant: the same one twice is one.
  replay_key text constraint intake_delivery_replay_length check (length(replay_key) <= 200),
  primary key (provider_id, delivery_id),
  constraint intake_delivery_tenant_key unique (provider_id, tenant_id, delivery_id),
  constraint intake_delivery_source_fk foreign key (provider_id, tenant_id, source_id)
    references alert_source (provider_id, tenant_id, source_id),
  constraint intake_delivery_once unique (provider_id, source_id, replay_key),
  constraint intake_delivery_dead_reason check (state <> 'DEAD' or reason is not null)
);
create index intake_delivery_by_time on intake_delivery (provider_id, source_id, received_at desc, delivery_id desc);
create index intake_delivery_waiting on intake_delivery (provider_id, source_id, received_at, delivery_id) where state = 'RECEIVED';
create index intake_delivery_dead on intake_delivery (provider_id, source_id, received_at desc, delivery_id desc) where state = 'DEAD';

-- One thing that is or was wrong (D-MON-1): repeats only count.
create table alert (
  provider_id uuid not null,
  tenant_id uuid not null,
  alert_id uuid not null,
  source_id uuid not null,
  -- Of its source, as it was when the alert last began.
  service_item_id uuid not null,
  fingerprint text not null constraint alert_fingerprint_length check (length(fingerprint) between 1 and 200),
  group_key text not null,
  title text not null constraint alert_title_length check (length(title) between 1 and 300),
  description text not null,
  severity text not null constraint alert_severity check (severity in ('CRITICAL', 'HIGH', 'WARNING', 'INFO')),
  state text not null constraint alert_state check (state in ('FIRING', 'RECOVERED')),
  labels jsonb not null,
  link text,
  signals integer not null,
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  -- The last change of state.
  since timestamptz(3) not null,
  -- A recovery is believed from here on; later than `since` while it flaps.
  settled_at timestamptz(3),
  flapping boolean not null default false,
  ticket_id uuid,
  -- A human's hands on it, in triage.
  claimed_by uuid,
  snoozed_until timestamptz(3),
  suppressed_at timestamptz(3),
  suppressed_by uuid,
  suppress_reason text constraint alert_suppress_reason_length check (length(suppress_reason) between 1 and 500),
  -- The planned work during which it fires: no ticket is opened for it meanwhile.
  maintenance_id uuid,
  version integer not null default 1,
  primary key (provider_id, alert_id),
  constraint alert_tenant_key unique (provider_id, tenant_id, alert_id),
  constraint alert_once unique (provider_id, source_id, fingerprint),
  constraint alert_source_fk foreign key (provider_id, tenant_id, source_id) references alert_source (provider_id, tenant_id, source_id),
  constraint alert_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint alert_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id),
  constraint alert_claimed_fk foreign key (provider_id, claimed_by) references person,
  constraint alert_suppressed_fk foreign key (provider_id, suppressed_by) references person,
  constraint alert_suppressed_whole check ((suppressed_at is null) = (suppress_reason is null))
);
create index alert_of_tenant on alert (provider_id, tenant_id, last_at desc, alert_id desc);
create index alert_by_time on alert (provider_id, last_at desc, alert_id desc);
create index alert_open on alert (provider_id, last_at desc, alert_id desc) where state = 'FIRING';
create index alert_triage on alert (provider_id, last_at desc, alert_id desc) where state = 'FIRING' and ticket_id is null;
create index alert_triage_group on alert (provider_id, source_id, group_key) where state = 'FIRING' and ticket_id is null;
create index alert_of_group on alert (provider_id, source_id, group_key) where ticket_id is not null;
create index alert_of_ticket on alert (provider_id, ticket_id) where ticket_id is not null;

-- Append-only: when an alert began and ended. Outages are made of these.
create table alert_change (
  provider_id uuid not null,
  tenant_id uuid not null,
  change_id uuid not null,
  alert_id uuid not null,
  kind text not null constraint alert_change_kind check (kind in ('FIRED', 'RECOVERED')),
  -- Receipt; and by the sender's clock, where it says so.
  at timestamptz(3) not null,
  occurred_at timestamptz(3),
  delivery_id uuid,
  primary key (provider_id, change_id),
  constraint alert_change_alert_fk foreign key (provider_id, tenant_id, alert_id)
    references alert (provider_id, tenant_id, alert_id) on delete cascade
);
create index alert_change_of_alert on alert_change (provider_id, alert_id, at desc);

-- Sources and bodies are the provider's business; alerts are facts that the client may know.
do $$
begin
  call protect_tenant_table('alert_source');
  call protect_tenant_table('intake_delivery');
  call protect_tenant_table('alert');
  call protect_tenant_table('alert_change');
end $$;
create policy for_staff on alert_source as restrictive using ((select scope_is_staff()));
create policy for_staff on intake_delivery as restrictive using ((select scope_is_staff()));

grant select (provider_id, source_id, tenant_id, name, vendor, service_item_id, key_hint, auth, secret_version, group_by, group_labels,
    ticket_from, ticket_limit, mapping, heartbeat_minutes, heard_at, topic, per_minute, max_bytes, active, version, created_at,
    updated_at, updated_by), insert, update on alert_source to daylight_app, daylight_worker;
grant select on intake_delivery, alert, alert_change to daylight_app, daylight_worker;
grant update (state, reason, detail, alerts, settled_at, replays, replay_key) on intake_delivery to daylight_app, daylight_worker;
grant update on alert to daylight_app;
grant insert, update on alert to daylight_worker;
grant insert on alert_change to daylight_worker;
grant select on alert, alert_change to daylight_reporting;

-- Before anybody is known: whose key this is, and what its holder has to prove besides.
create function intake_source(p_key bytea)
  returns table (source_id uuid, vendor text, auth text, secret_version integer, version integer, per_minute integer, max_bytes integer)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.source_id, s.vendor, s.auth, s.secret_version, s.version, s.per_minute, s.max_bytes
  from alert_source s join tenant t on t.provider_id = s.provider_id and t.tenant_id = s.tenant_id and t.stage <> 'CLOSED'
  where s.key_hash = p_key and s.active
$$;

-- Keeps bodies of one source and enqueues their reading; durable when it returns to its caller and that commits. `p_rows`:
-- [{delivery_id, job_id, queue, vendor, content_type, headers, bytes, reason, detail, replay_key}], `p_bodies` in the same order.
-- GONE: no such key any more. CHANGED: the source is not as the caller knew it, so what it proved has to be proved anew.
create function intake_store(p_key bytea, p_version integer, p_rows jsonb, p_bodies bytea[]) returns text
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  s record;
begin
  perform set_config('synchronous_commit', 'on', true);
  select x.provider_id, x.tenant_id, x.source_id, x.version into s
  from alert_source x join tenant t on t.provider_id = x.provider_id and t.tenant_id = x.tenant_id and t.stage <> 'CLOSED'
  where x.key_hash = p_key and x.active;
  if not found then return 'GONE'; end if;
  if s.version <> p_version then return 'CHANGED'; end if;
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
  select r.job_id, s.provider_id, s.tenant_id, r.queue, jsonb_build_object('deliveryId', r.delivery_id, 'sourceId', s.source_id), now(),
    r.delivery_id::text
  from row r join kept k on k.delivery_id = r.delivery_id
  where r.reason is null;
  return 'STORED';
end $$;

-- Bodies that were read have had their day after 30 of them; dead letters stay for 180.
create function intake_purge() returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare gone integer;
begin
  delete from intake_delivery d where (d.state = 'DONE' and d.received_at < now() - interval '30 days')
    or (d.state = 'DEAD' and d.received_at < now() - interval '180 days');
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke all on function intake_source(bytea), intake_store(bytea, integer, jsonb, bytea[]), intake_purge() from public;
grant execute on function intake_source(bytea), intake_store(bytea, integer, jsonb, bytea[]) to daylight_app;
grant execute on function intake_purge() to daylight_worker;
