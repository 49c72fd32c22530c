-- Whom to call when something breaks, who is on call, and every call that was made. domain.md section 6.

create table escalation_contact (
  provider_id uuid not null references provider,
  contact_id uuid not null,
  -- The client whose list it stands on; null: a contact of the provider for every client.
  tenant_id uuid,
  -- The person's account, where there is one.
  person_id uuid,
  side text not null constraint escalation_contact_side check (side in ('CLIENT', 'PROVIDER')),
  name text not null constraint escalation_contact_name_length check (length(name) between 1 and 200),
  role text not null constraint escalation_contact_role_length check (length(role) between 1 and 200),
  place integer not null constraint escalation_contact_place check (place between 0 and 10000),
  -- [{id, kind, address, bouncedAt}] as the domain reads them, in the order in which they are tried.
  channels jsonb not null,
  languages text[] not null,
  zone text not null,
  hours_calendar_id uuid,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  last_verified_at timestamptz(3),
  -- Clients may see a contact of the provider: its name, role and how to reach it.
  shared boolean not null default false,
  archived boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  primary key (provider_id, contact_id),
  constraint escalation_contact_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint escalation_contact_person_fk foreign key (provider_id, person_id) references person,
  constraint escalation_contact_hours_fk foreign key (provider_id, hours_calendar_id) references calendar_template,
  constraint escalation_contact_client_has_tenant check (side = 'PROVIDER' or tenant_id is not null)
);
create index escalation_contact_of_tenant on escalation_contact (provider_id, tenant_id, place, contact_id) where not archived;
alter table escalation_contact enable row level security;
alter table escalation_contact force row level security;
create policy contact_read on escalation_contact for select
  using (provider_id = (select scope_provider())
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))
    and ((select scope_is_staff()) or side = 'CLIENT' or shared));
-- A client keeps its own; the provider's are the provider's.
create policy contact_add on escalation_contact for insert
  with check (provider_id = (select scope_provider())
    and case when tenant_id is null then (select scope_is_staff())
      else tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]) end
    and ((select scope_is_staff()) or side = 'CLIENT'));
create policy contact_change on escalation_contact for update
  using (provider_id = (select scope_provider())
    and case when tenant_id is null then (select scope_is_staff())
      else tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]) end
    and ((select scope_is_staff()) or side = 'CLIENT'));
grant select, insert, update on escalation_contact to daylight_app, daylight_worker;

create table on_call_schedule (
  provider_id uuid not null references provider,
  schedule_id uuid not null,
  name_ko text not null,
  name_en text not null,
  document jsonb not null,
  archived boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  primary key (provider_id, schedule_id),
  constraint on_call_schedule_by_fk foreign key (provider_id, updated_by) references person
);
create table escalation_policy (
  provider_id uuid not null references provider,
  policy_id uuid not null,
  name_ko text not null,
  name_en text not null,
  document jsonb not null,
  archived boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  primary key (provider_id, policy_id),
  constraint escalation_policy_by_fk foreign key (provider_id, updated_by) references person
);
-- Every document that a schedule or policy has ever had.
create table escalation_document (
  provider_id uuid not null references provider,
  kind text not null constraint escalation_document_kind check (kind in ('SCHEDULE', 'POLICY')),
  document_id uuid not null,
  version integer not null,
  document jsonb not null,
  archived boolean not null,
  at timestamptz(3) not null,
  by_person uuid,
  primary key (provider_id, kind, document_id, version),
  constraint escalation_document_by_fk foreign key (provider_id, by_person) references person
);
call protect_staff_table('on_call_schedule');
call protect_staff_table('escalation_policy');
call protect_staff_table('escalation_document');
grant select, insert, update on on_call_schedule, escalation_policy to daylight_app, daylight_worker;
grant select, insert on escalation_document to daylight_app, daylight_worker;

-- A person's calendar address: whoever knows it reads the shifts. Only the hash is kept.
create table on_call_feed (
  provider_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null constraint on_call_feed_token_key unique,
  created_at timestamptz(3) not null,
  primary key (provider_id, person_id),
  constraint on_call_feed_person_fk foreign key (provider_id, person_id) references person
);
alter table on_call_feed enable row level security;
alter table on_call_feed force row level security;
create policy own_feed on on_call_feed
  using (provider_id = (select scope_provider()) and person_id = (select scope_person()) and (select scope_is_staff()))
  with check (provider_id = (select scope_provider()) and person_id = (select scope_person()) and (select scope_is_staff()));
grant select (provider_id, person_id, created_at), insert, update, delete on on_call_feed to daylight_app;

create table escalation (
  provider_id uuid not null,
  tenant_id uuid not null,
  escalation_id uuid not null,
  ticket_id uuid not null,
  -- What is escalated and by which policy, as both were when the run began.
  contract_id uuid,
  priority text not null constraint escalation_priority check (priority in ('P1', 'P2', 'P3', 'P4', 'P5')),
  ticket_type text not null,
  policy_id uuid,
  policy jsonb not null,
  cause text not null constraint escalation_cause check (cause in ('AUTOMATIC', 'BY_HAND')),
  started_at timestamptz(3) not null,
  started_by uuid,
  -- The projection of its events that lists read.
  state text not null constraint escalation_state check (state in ('RUNNING', 'EXHAUSTED', 'ACKNOWLEDGED', 'STOPPED')),
  ended_at timestamptz(3),
  exhausted_at timestamptz(3),
  next_at timestamptz(3),
  -- A person's or a contact's id.
  acknowledged_by uuid,
  acknowledged_via text constraint escalation_via check (acknowledged_via in ('LINK', 'CONSOLE', 'REPLY')),
  stop_reason text,
  primary key (provider_id, escalation_id),
  constraint escalation_tenant_key unique (provider_id, tenant_id, escalation_id),
  constraint escalation_ticket_fk foreign key (provider_id, tenant_id, ticket_id)
    references ticket (provider_id, tenant_id, ticket_id) on delete cascade,
  constraint escalation_policy_fk foreign key (provider_id, policy_id) references escalation_policy,
  constraint escalation_started_by_fk foreign key (provider_id, started_by) references person,
  constraint escalation_ended check ((state in ('ACKNOWLEDGED', 'STOPPED')) = (ended_at is not null)),
  constraint escalation_answered check ((state = 'ACKNOWLEDGED') = (acknowledged_via is not null))
);
-- One run at a time for a ticket, whatever two requests do at once.
create unique index escalation_one_open on escalation (provider_id, ticket_id) where state in ('RUNNING', 'EXHAUSTED');
create index escalation_of_ticket on escalation (provider_id, ticket_id, started_at desc);
create index escalation_by_time on escalation (provider_id, started_at desc, escalation_id desc);
call protect_tenant_table('escalation');
create policy with_its_ticket on escalation as restrictive for select
  using (exists (select 1 from ticket t where t.provider_id = escalation.provider_id and t.ticket_id = escalation.ticket_id));
grant select, insert, update on escalation to daylight_app, daylight_worker;

-- Append-only; what `stepEscalation` folds over.
create table escalation_event (
  provider_id uuid not null,
  tenant_id uuid not null,
  escalation_id uuid not null,
  event_id uuid not null,
  kind text not null constraint escalation_event_kind check (kind in ('CALLED', 'ALARMED', 'ACKNOWLEDGED', 'STOPPED')),
  at timestamptz(3) not null,
  -- CALLED: {slotKeys, skipped}; ACKNOWLEDGED: {personId, via}; STOPPED: {reason}. Ids only.
  data jsonb not null default '{}',
  primary key (provider_id, event_id),
  constraint escalation_event_run_fk foreign key (provider_id, tenant_id, escalation_id)
    references escalation (provider_id, tenant_id, escalation_id) on delete cascade
);
create index escalation_event_of_run on escalation_event (provider_id, escalation_id, at);

create table escalation_attempt (
  provider_id uuid not null,
  tenant_id uuid not null,
  escalation_id uuid not null,
  -- `<run>:<slot>:<contact>`: a duplicate is seen as one.
  attempt_id text not null,
  slot_key text not null,
  round integer not null,
  step_id text,
  target jsonb not null,
  contact_id uuid not null,
  due_at timestamptz(3) not null,
  made_at timestamptz(3) not null,
  late boolean not null,
  -- Of the link that acknowledges; unreadable for the application's role.
  link_hash bytea not null constraint escalation_attempt_link_key unique,
  primary key (provider_id, attempt_id),
  constraint escalation_attempt_tenant_key unique (provider_id, tenant_id, attempt_id),
  constraint escalation_attempt_run_fk foreign key (provider_id, tenant_id, escalation_id)
    references escalation (provider_id, tenant_id, escalation_id) on delete cascade,
  constraint escalation_attempt_contact_fk foreign key (provider_id, contact_id) references escalation_contact
);
create index escalation_attempt_of_run on escalation_attempt (provider_id, escalation_id, made_at);

-- One per attempt and channel: the record that a channel's gateway works off.
create table escalation_delivery (
  provider_id uuid not null,
  tenant_id uuid not null,
  delivery_id uuid not null,
  attempt_id text not null,
  channel_id text not null,
  channel text not null constraint escalation_delivery_channel check (channel in ('EMAIL', 'SMS', 'VOICE', 'MESSENGER', 'CHAT_WEBHOOK')),
  address text not null,
  place integer not null,
  created_at timestamptz(3) not null,
  primary key (provider_id, delivery_id),
  constraint escalation_delivery_tenant_key unique (provider_id, tenant_id, delivery_id),
  constraint escalation_delivery_once unique (provider_id, attempt_id, channel_id),
  constraint escalation_delivery_attempt_fk foreign key (provider_id, tenant_id, attempt_id)
    references escalation_attempt (provider_id, tenant_id, attempt_id) on delete cascade
);

-- Append-only: what became of a delivery, each outcome once.
create table escalation_delivery_result (
  provider_id uuid not null,
  tenant_id uuid not null,
  delivery_id uuid not null,
  outcome text not null constraint escalation_delivery_outcome check (outcome in ('SENT', 'LOCAL', 'FAILED')),
  error text,
  at timestamptz(3) not null,
  primary key (provider_id, delivery_id, outcome),
  constraint escalation_delivery_result_fk foreign key (provider_id, tenant_id, delivery_id)
    references escalation_delivery (provider_id, tenant_id, delivery_id) on delete cascade
);

-- What belongs to a run is seen by whom sees the run.
do $$
begin
  call protect_tenant_table('escalation_event');
  call protect_tenant_table('escalation_attempt');
  call protect_tenant_table('escalation_delivery');
  call protect_tenant_table('escalation_delivery_result');
end $$;
create policy with_its_run on escalation_event as restrictive for select
  using (exists (select 1 from escalation e where e.provider_id = escalation_event.provider_id and e.escalation_id = escalation_event.escalation_id));
create policy with_its_run on escalation_attempt as restrictive for select
  using (exists (select 1 from escalation e where e.provider_id = escalation_attempt.provider_id and e.escalation_id = escalation_attempt.escalation_id));
create policy with_its_attempt on escalation_delivery as restrictive for select
  using (exists (select 1 from escalation_attempt a where a.provider_id = escalation_delivery.provider_id and a.attempt_id = escalation_delivery.attempt_id));
create policy with_its_delivery on escalation_delivery_result as restrictive for select
  using (exists (select 1 from escalation_delivery d where d.provider_id = escalation_delivery_result.provider_id and d.delivery_id = escalation_delivery_result.delivery_id));
grant select, insert on escalation_event to daylight_app, daylight_worker;
grant select, insert on escalation_attempt, escalation_delivery, escalation_delivery_result to daylight_worker;
grant select (provider_id, tenant_id, escalation_id, attempt_id, slot_key, round, step_id, target, contact_id, due_at, made_at, late)
  on escalation_attempt to daylight_app;
grant select on escalation_delivery, escalation_delivery_result to daylight_app;
grant select on escalation, escalation_event to daylight_reporting;

-- Behind the signed link, before anybody is known: what the page shows. A confidential subject stays hidden.
create function escalation_link_view(p_hash bytea)
  returns table (number text, subject text, tenant_name text, provider_name text, priority text, state text, started_at timestamptz,
    ended_at timestamptz, contact_name text, answered_by text, language text, zone text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
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
$$;

-- Acknowledges a run by the link of one of its calls. True: this call ended it; false: it had ended, or there is no such link.
create function escalation_acknowledge(p_hash bytea, p_event uuid, p_audit uuid, p_job uuid, p_address text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  a record;
  who uuid;
begin
  select x.provider_id, x.tenant_id, x.escalation_id, x.attempt_id, coalesce(c.person_id, c.contact_id) as answerer, c.person_id into a
  from escalation_attempt x join escalation_contact c on c.provider_id = x.provider_id and c.contact_id = x.contact_id
  where x.link_hash = p_hash and x.made_at > now() - interval '30 days';
  if not found then return false; end if;
  who := a.answerer;
  update escalation e set state = 'ACKNOWLEDGED', ended_at = now(), next_at = null, acknowledged_by = who, acknowledged_via = 'LINK'
  where e.provider_id = a.provider_id and e.escalation_id = a.escalation_id and e.state in ('RUNNING', 'EXHAUSTED');
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
    jsonb_build_object('topic', 'escalation.acknowledged', 'ids', jsonb_build_object('escalationId', a.escalation_id)), now());
  return true;
end $$;

-- Behind a calendar's secret address: whose it is and every schedule of the provider.
create function on_call_feed_open(p_hash bytea)
  returns table (person_id uuid, language text, documents jsonb)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.person_id, p.language,
    coalesce((select jsonb_agg(s.document order by s.schedule_id) from on_call_schedule s where s.provider_id = p.provider_id and not s.archived), '[]')
  from on_call_feed f join person p on p.provider_id = f.provider_id and p.person_id = f.person_id
  where f.token_hash = p_hash and p.status = 'ACTIVE' and p.side = 'PROVIDER'
$$;
revoke all on function escalation_link_view(bytea), escalation_acknowledge(bytea, uuid, uuid, uuid, text), on_call_feed_open(bytea) from public;
grant execute on function escalation_link_view(bytea), escalation_acknowledge(bytea, uuid, uuid, uuid, text), on_call_feed_open(bytea) to daylight_app;

-- Every provider has its weekly look ahead at who can't be reached, whoever made the provider. Called by workers.
create function arm_coverage_checks() returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare armed integer;
begin
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
  select gen_random_uuid(), p.provider_id, null, 'escalation-coverage', '{}', date_trunc('week', now()) + interval '7 days', 'weekly'
  from provider p
  on conflict on constraint job_dedupe_key do nothing;
  get diagnostics armed = row_count;
  return armed;
end $$;
revoke all on function arm_coverage_checks() from public;
grant execute on function arm_coverage_checks() to daylight_worker;
