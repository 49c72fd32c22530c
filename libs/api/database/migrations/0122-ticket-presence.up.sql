-- Who of the provider's people is at a ticket right now. A lease, never a fact: a crash may lose it all, hence unlogged.

create unlogged table ticket_presence (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  state text not null constraint ticket_presence_state check (state in ('VIEWING', 'WRITING')),
  lease_until timestamptz(3) not null,
  primary key (provider_id, ticket_id, person_id),
  constraint ticket_presence_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade,
  constraint ticket_presence_person_fk foreign key (provider_id, person_id) references person
);
create index ticket_presence_by_lease on ticket_presence (provider_id, lease_until desc);
create index ticket_presence_of_person on ticket_presence (provider_id, person_id);
alter table ticket_presence enable row level security;
alter table ticket_presence force row level security;
-- Staff who may see the ticket; clients never know who reads along.
create policy presence_read on ticket_presence for select
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and exists (select 1 from ticket t where t.provider_id = ticket_presence.provider_id and t.ticket_id = ticket_presence.ticket_id));
-- Everybody speaks for oneself alone, and only of a ticket one may see.
create policy presence_come on ticket_presence for insert
  with check (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person())
    and exists (select 1 from ticket t where t.provider_id = ticket_presence.provider_id and t.ticket_id = ticket_presence.ticket_id));
create policy presence_stay on ticket_presence for update
  using (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person()))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person()));
create policy presence_go on ticket_presence for delete
  using (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person()));
grant select, insert, delete on ticket_presence to daylight_app;
grant update (state, lease_until) on ticket_presence to daylight_app;
