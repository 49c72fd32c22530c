-- What people are told in the application, and how they wish to be told. domain.md section 11.

create table notification (
  provider_id uuid not null,
  notification_id uuid not null,
  person_id uuid not null,
  kind text not null constraint notification_kind check (kind in
    ('TICKET_OPENED', 'TICKET_REPLIED', 'TICKET_ASSIGNED', 'TICKET_RESOLVED', 'CLOCK_WARNED', 'CLOCK_BREACHED',
     'CONTRACT_PROPOSED', 'CONTRACT_AGREED', 'REVIEW_PUBLISHED', 'REVIEW_SIGNED')),
  tenant_id uuid,
  ticket_id uuid,
  contract_version_id uuid,
  review_id uuid,
  -- What the sentence needs besides the things it refers to (a clock's kind and percentage): no personal text.
  data jsonb not null default '{}',
  -- The outbox event it stems from: told once, however often the event is delivered.
  event_id uuid not null,
  created_at timestamptz(3) not null,
  read_at timestamptz(3),
  primary key (provider_id, notification_id),
  constraint notification_event_key unique (provider_id, person_id, event_id, kind),
  constraint notification_person_fk foreign key (provider_id, person_id) references person,
  constraint notification_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint notification_ticket_fk foreign key (provider_id, tenant_id, ticket_id)
    references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
create index notification_of_person on notification (provider_id, person_id, created_at desc, notification_id desc);
create index notification_unread on notification (provider_id, person_id, tenant_id) where read_at is null;
create index notification_of_ticket on notification (provider_id, tenant_id, ticket_id) where ticket_id is not null;
alter table notification enable row level security;
alter table notification force row level security;
-- The own ones, of the tenants in reach; about a ticket only while its reader may see the ticket.
create policy notification_own on notification for select
  using (provider_id = (select scope_provider()) and person_id = (select scope_person())
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))
    and (ticket_id is null or exists (
      select 1 from ticket t where t.provider_id = notification.provider_id and t.ticket_id = notification.ticket_id)));
create policy notification_mark on notification for update
  using (provider_id = (select scope_provider()) and person_id = (select scope_person()))
  with check (provider_id = (select scope_provider()) and person_id = (select scope_person()));
-- Only Daylight itself tells people something.
create policy notification_tell on notification for insert
  with check (provider_id = (select scope_provider()) and (select scope_side()) = 'SYSTEM'
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants())));
create policy notification_told on notification for select
  using (provider_id = (select scope_provider()) and (select scope_side()) = 'SYSTEM'
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants())));
grant select on notification to daylight_app, daylight_worker;
grant update (read_at) on notification to daylight_app;
grant insert on notification to daylight_worker;

-- Rows exist only where somebody chose; a missing row is the kind's default.
create table notification_preference (
  provider_id uuid not null,
  person_id uuid not null,
  kind text not null,
  in_app boolean not null,
  mail boolean not null,
  primary key (provider_id, person_id, kind),
  constraint notification_preference_person_fk foreign key (provider_id, person_id) references person
);
alter table notification_preference enable row level security;
alter table notification_preference force row level security;
create policy preference_own on notification_preference
  using (provider_id = (select scope_provider()) and (person_id = (select scope_person()) or (select scope_side()) = 'SYSTEM'))
  with check (provider_id = (select scope_provider()) and person_id = (select scope_person()));
grant select, insert, update on notification_preference to daylight_app;
grant select on notification_preference to daylight_worker;
