-- The record as it was imported, row by row: evidence beside the ticket, whatever the mapping made of it.
create table import_entry (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  line bigint not null,
  occurred_at timestamptz(3) not null,
  data jsonb not null,
  primary key (provider_id, ticket_id, line),
  constraint import_entry_ticket_fk foreign key (provider_id, tenant_id, ticket_id)
    references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
call protect_tenant_table('import_entry');
create policy staff_only on import_entry as restrictive using ((select scope_is_staff())) with check ((select scope_is_staff()));
grant select, insert on import_entry to daylight_app, daylight_worker;
