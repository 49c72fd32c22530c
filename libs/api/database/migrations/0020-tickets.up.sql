-- Tickets, their log and their words. domain.md section 4, decisions 2, 5, 7, 10.

-- One number series per client; taken late in the transaction, an import takes a block.
create table ticket_counter (
  provider_id uuid not null,
  tenant_id uuid not null,
  last_number integer not null constraint ticket_counter_positive check (last_number > 0),
  primary key (provider_id, tenant_id),
  foreign key (provider_id, tenant_id) references tenant
);
call protect_tenant_table('ticket_counter');
grant select, insert, update on ticket_counter to daylight_app, daylight_worker;

-- The projection of a ticket's log that lists and rules read. Written by `ticket_write` and by insert only.
create table ticket (
  provider_id uuid not null,
  ticket_id uuid not null,
  tenant_id uuid not null,
  number integer not null constraint ticket_number_positive check (number > 0),
  type text not null constraint ticket_type check (type in ('INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT')),
  status text not null constraint ticket_status check (status in
    ('NEW', 'OPEN', 'WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY', 'SCHEDULED', 'RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')),
  priority text not null constraint ticket_priority check (priority in ('P1', 'P2', 'P3', 'P4', 'P5')),
  impact smallint not null constraint ticket_impact check (impact between 1 and 3),
  urgency smallint not null constraint ticket_urgency check (urgency between 1 and 3),
  -- Set by hand, not by the matrix.
  priority_overridden boolean not null default false,
  subject text not null constraint ticket_subject_length check (length(subject) between 1 and 300),
  description text not null default '' constraint ticket_description_length check (length(description) <= 100000),
  -- What was matched at opening (D-CON-1, D-CON-3); null version: out of contract. The name as the terms said it.
  service_item_id uuid not null,
  service_name jsonb not null,
  contract_version_id uuid,
  terms_digest text,
  policy_id text,
  requester_id uuid,
  assignee_id uuid,
  team_id uuid,
  confidential boolean not null default false,
  -- The policy below reads it; `ticket_watcher` is the same set, found by person.
  watcher_ids uuid[] not null default '{}',
  channel text not null constraint ticket_channel check (channel in ('PORTAL', 'CONSOLE', 'EMAIL', 'PHONE', 'MONITORING', 'API', 'IMPORT')),
  opened_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  first_responded_at timestamptz(3),
  restored_at timestamptz(3),
  resolved_at timestamptz(3),
  resolution_code text,
  closed_at timestamptz(3),
  cancelled_at timestamptz(3),
  waiting_reason text,
  waiting_name jsonb,
  waiting_since timestamptz(3),
  waiting_until timestamptz(3),
  case_number text,
  reopen_count integer not null default 0,
  last_seq integer not null,
  version integer not null default 1,
  -- Cache for queues: the unmet clock that comes due first, as of the last change.
  next_due_at timestamptz(3),
  next_due_kind text,
  next_due_state text constraint ticket_next_due_state check (next_due_state in ('RUNNING', 'PAUSED', 'BREACHED')),
  merged_into uuid,
  follows_up uuid,
  external_key text,
  import_run_id uuid,
  is_open boolean generated always as
    (status in ('NEW', 'OPEN', 'WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY', 'SCHEDULED')) stored not null,
  -- Keyset order: what never comes due stands at the end.
  due_order timestamptz(3) generated always as (coalesce(next_due_at, '9999-12-31T00:00:00Z'::timestamptz)) stored not null,
  primary key (provider_id, ticket_id),
  constraint ticket_tenant_key unique (provider_id, tenant_id, ticket_id),
  constraint ticket_number_key unique (provider_id, tenant_id, number),
  constraint ticket_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint ticket_requester_fk foreign key (provider_id, requester_id) references person,
  constraint ticket_assignee_fk foreign key (provider_id, assignee_id) references person,
  constraint ticket_team_fk foreign key (provider_id, team_id) references team,
  constraint ticket_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint ticket_contract_fk foreign key (provider_id, tenant_id, contract_version_id)
    references contract_version (provider_id, tenant_id, version_id),
  constraint ticket_merged_into_fk foreign key (provider_id, tenant_id, merged_into) references ticket (provider_id, tenant_id, ticket_id),
  constraint ticket_follows_up_fk foreign key (provider_id, tenant_id, follows_up) references ticket (provider_id, tenant_id, ticket_id),
  constraint ticket_binding_whole check ((contract_version_id is null) = (terms_digest is null))
);
-- Queues: partial keyset indexes over the open few per cent (performance.md 5).
create index ticket_open_by_due on ticket (provider_id, due_order, ticket_id) where is_open;
create index ticket_open_by_age on ticket (provider_id, opened_at desc, ticket_id desc) where is_open;
create index ticket_open_of_tenant on ticket (provider_id, tenant_id, due_order, ticket_id) where is_open;
create index ticket_open_of_assignee on ticket (provider_id, assignee_id, due_order, ticket_id) where is_open;
create index ticket_open_unassigned on ticket (provider_id, due_order, ticket_id) where is_open and assignee_id is null;
create index ticket_by_age on ticket (provider_id, opened_at desc, ticket_id desc);
create index ticket_of_tenant_by_age on ticket (provider_id, tenant_id, opened_at desc, ticket_id desc);
create index ticket_of_requester on ticket (provider_id, requester_id, opened_at desc, ticket_id desc);
create index ticket_to_confirm on ticket (provider_id, tenant_id, opened_at desc, ticket_id desc) where status = 'RESOLVED';
create index ticket_merged on ticket (provider_id, merged_into) where merged_into is not null;
create unique index ticket_external_key on ticket (provider_id, tenant_id, external_key) where external_key is not null;
create index ticket_of_import on ticket (provider_id, import_run_id) where import_run_id is not null;

alter table ticket enable row level security;
alter table ticket force row level security;
-- Reading: the tenants in reach, cut down for requesters to their own and for everybody to what is not confidential.
create policy ticket_read on ticket for select
  using (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))
    and (not (select scope_own_only()) or requester_id = (select scope_person()) or (select scope_person()) = any (watcher_ids))
    and (not confidential or (select scope_sees_confidential()) or requester_id = (select scope_person())
      or assignee_id = (select scope_person()) or (select scope_person()) = any (watcher_ids)));
create policy ticket_insert on ticket for insert
  with check (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
-- For the row lock that every change begins with; the change itself goes through `ticket_write`.
create policy ticket_lock on ticket for update
  using (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
-- Only what an import brought can be taken back (decision 29).
create policy ticket_undo on ticket for delete
  using (provider_id = (select scope_provider()) and import_run_id is not null and (select scope_is_staff())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert, delete on ticket to daylight_app, daylight_worker;
grant update (version) on ticket to daylight_app, daylight_worker;

-- Writes the projections of tickets that the caller could see before, one statement however many. A plain UPDATE can't:
-- it also demands that the new row be visible to the caller, and who hands a confidential ticket on loses sight of it.
-- The version guards against a lost race. Returns the number of rows written.
create function ticket_write(p_rows jsonb) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
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
end $$;
revoke all on function ticket_write(jsonb) from public;
grant execute on function ticket_write(jsonb) to daylight_app, daylight_worker;

-- The log: append-only by grant, ordered by `seq` within its ticket. No personal text in `data`.
create table ticket_event (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  seq integer not null constraint ticket_event_seq check (seq > 0),
  kind text not null,
  v smallint not null,
  data jsonb not null,
  -- About an internal message: the client's reading leaves it out, and no clock depends on it (D-SLA-3).
  internal boolean not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null default now(),
  actor_side text not null constraint ticket_event_side check (actor_side in ('CLIENT', 'PROVIDER', 'SYSTEM')),
  actor_person_id uuid,
  -- The version of the ticket that this event's change made.
  version integer not null,
  primary key (provider_id, ticket_id, seq),
  constraint ticket_event_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade,
  constraint ticket_event_actor_fk foreign key (provider_id, actor_person_id) references person
);
create index ticket_event_by_time on ticket_event (provider_id, tenant_id, occurred_at);
alter table ticket_event enable row level security;
alter table ticket_event force row level security;
create policy ticket_event_read on ticket_event for select
  using (provider_id = (select scope_provider()) and (not internal or (select scope_is_staff()))
    and exists (select 1 from ticket t where t.provider_id = ticket_event.provider_id and t.ticket_id = ticket_event.ticket_id));
create policy ticket_event_append on ticket_event for insert
  with check (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert on ticket_event to daylight_app, daylight_worker;

-- What people wrote: outside the log, so that it can be withdrawn, redacted or erased.
create table ticket_message (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  message_id uuid not null,
  at timestamptz(3) not null,
  visibility text not null constraint ticket_message_visibility check (visibility in ('PUBLIC', 'INTERNAL')),
  side text not null constraint ticket_message_side check (side in ('CLIENT', 'PROVIDER', 'SYSTEM')),
  author_id uuid,
  automatic boolean not null,
  question boolean not null,
  body text not null constraint ticket_message_length check (length(body) <= 200000),
  withdrawn_at timestamptz(3),
  primary key (provider_id, message_id),
  constraint ticket_message_of_ticket unique (provider_id, ticket_id, message_id),
  constraint ticket_message_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade,
  constraint ticket_message_author_fk foreign key (provider_id, author_id) references person
);
alter table ticket_message enable row level security;
alter table ticket_message force row level security;
create policy ticket_message_read on ticket_message for select
  using (provider_id = (select scope_provider())
    and ((select scope_is_staff()) or (visibility = 'PUBLIC' and withdrawn_at is null))
    and exists (select 1 from ticket t where t.provider_id = ticket_message.provider_id and t.ticket_id = ticket_message.ticket_id));
create policy ticket_message_write on ticket_message for insert
  with check (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert on ticket_message to daylight_app, daylight_worker;

-- Takes a message back: the own one, or as staff any of the tenants in reach. True when there was one to take.
create function ticket_message_withdraw(p_ticket uuid, p_message uuid, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  update ticket_message m set withdrawn_at = p_at
  where m.provider_id = (select scope_provider()) and m.ticket_id = p_ticket and m.message_id = p_message and m.withdrawn_at is null
    and (m.tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or m.tenant_id = any ((select scope_tenants())::uuid[]))
    and ((select scope_is_staff()) or m.author_id = (select scope_person()));
  return found;
end $$;
revoke all on function ticket_message_withdraw(uuid, uuid, timestamptz) from public;
grant execute on function ticket_message_withdraw(uuid, uuid, timestamptz) to daylight_app, daylight_worker;

-- Reasons that events refer to (`reasonTextId`); the client reads them.
create table ticket_text (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  text_id uuid not null,
  body text not null constraint ticket_text_length check (length(body) between 1 and 4000),
  primary key (provider_id, text_id),
  constraint ticket_text_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
create index ticket_text_of_ticket on ticket_text (provider_id, ticket_id);
alter table ticket_text enable row level security;
alter table ticket_text force row level security;
create policy ticket_text_read on ticket_text for select
  using (provider_id = (select scope_provider())
    and exists (select 1 from ticket t where t.provider_id = ticket_text.provider_id and t.ticket_id = ticket_text.ticket_id));
create policy ticket_text_write on ticket_text for insert
  with check (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert on ticket_text to daylight_app, daylight_worker;

create table ticket_watcher (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  primary key (provider_id, ticket_id, person_id),
  constraint ticket_watcher_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade,
  constraint ticket_watcher_person_fk foreign key (provider_id, person_id) references person
);
create index ticket_watcher_by_person on ticket_watcher (provider_id, person_id, ticket_id);
alter table ticket_watcher enable row level security;
alter table ticket_watcher force row level security;
create policy ticket_watcher_read on ticket_watcher for select
  using (provider_id = (select scope_provider())
    and exists (select 1 from ticket t where t.provider_id = ticket_watcher.provider_id and t.ticket_id = ticket_watcher.ticket_id));
grant select on ticket_watcher to daylight_app, daylight_worker;

-- Kept by triggers from `ticket.watcher_ids`: no code path can forget it, and who stops watching may lose sight of the row.
create function ticket_keep_watchers() returns trigger language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  if tg_op = 'UPDATE' then
    delete from ticket_watcher w where w.provider_id = new.provider_id and w.ticket_id = new.ticket_id and w.person_id <> all (new.watcher_ids);
  end if;
  insert into ticket_watcher (provider_id, tenant_id, ticket_id, person_id)
  select new.provider_id, new.tenant_id, new.ticket_id, w from unnest(new.watcher_ids) w
  on conflict do nothing;
  return new;
end $$;
revoke all on function ticket_keep_watchers() from public;
create trigger ticket_keep_watchers_insert after insert on ticket for each row
  when (new.watcher_ids <> '{}') execute function ticket_keep_watchers();
create trigger ticket_keep_watchers_update after update on ticket for each row
  when (old.watcher_ids is distinct from new.watcher_ids) execute function ticket_keep_watchers();

-- Open confidential tickets of the tenants in reach that the caller may not see: they count, as "n confidential" (decision 26).
create function ticket_hidden_open() returns bigint
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select count(*) from ticket t
  where t.provider_id = (select scope_provider()) and t.is_open and t.confidential and not (select scope_own_only())
    and (t.tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or t.tenant_id = any ((select scope_tenants())::uuid[]))
    and not ((select scope_sees_confidential()) or coalesce(t.requester_id = (select scope_person()), false)
      or coalesce(t.assignee_id = (select scope_person()), false) or (select scope_person()) = any (t.watcher_ids))
$$;
revoke all on function ticket_hidden_open() from public;
grant execute on function ticket_hidden_open() to daylight_app, daylight_worker;
