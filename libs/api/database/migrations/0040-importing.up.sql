-- Imports of ticket histories: runs, rows staged for their case, keys that make an import idempotent. decision 29.

create table import_run (
  provider_id uuid not null,
  tenant_id uuid not null,
  run_id uuid not null,
  file_name text not null constraint import_run_file_length check (length(file_name) between 1 and 300),
  -- Set when the file was uploaded; the command line reads from disk instead.
  file_id uuid,
  mapping jsonb not null,
  dry_run boolean not null,
  state text not null constraint import_run_state check (state in
    ('QUEUED', 'READING', 'WRITING', 'DONE', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE')),
  started_by uuid,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  -- Where a killed run goes on: rows up to here are staged; staged rows whose case is done are gone.
  rows_read bigint not null default 0,
  cases_total bigint,
  cases_written bigint not null default 0,
  cases_unchanged bigint not null default 0,
  cases_rejected bigint not null default 0,
  events_written bigint not null default 0,
  failure jsonb,
  primary key (provider_id, run_id),
  constraint import_run_tenant_key unique (provider_id, tenant_id, run_id),
  constraint import_run_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint import_run_file_fk foreign key (provider_id, file_id) references file,
  constraint import_run_starter_fk foreign key (provider_id, started_by) references person
);
create index import_run_by_time on import_run (provider_id, created_at desc, run_id desc);
call protect_tenant_table('import_run');
create policy staff_only on import_run as restrictive using ((select scope_is_staff())) with check ((select scope_is_staff()));
grant select, insert, update on import_run to daylight_app, daylight_worker;

-- Rows of the file waiting for their case to be complete: an event log need not be sorted by case.
create table import_row (
  provider_id uuid not null,
  tenant_id uuid not null,
  run_id uuid not null,
  line bigint not null,
  case_key text not null,
  data jsonb not null,
  primary key (provider_id, run_id, line),
  constraint import_row_run_fk foreign key (provider_id, tenant_id, run_id) references import_run (provider_id, tenant_id, run_id) on delete cascade
);
create index import_row_by_case on import_row (provider_id, run_id, case_key, line);
call protect_tenant_table('import_row');
create policy staff_only on import_row as restrictive using ((select scope_is_staff())) with check ((select scope_is_staff()));
grant select, insert, delete on import_row to daylight_app, daylight_worker;

create table import_error (
  provider_id uuid not null,
  tenant_id uuid not null,
  run_id uuid not null,
  error_no bigint not null,
  line bigint,
  case_key text not null,
  kind text not null,
  column_name text,
  detail jsonb not null,
  primary key (provider_id, run_id, error_no),
  constraint import_error_run_fk foreign key (provider_id, tenant_id, run_id) references import_run (provider_id, tenant_id, run_id) on delete cascade
);
call protect_tenant_table('import_error');
create policy staff_only on import_error as restrictive using ((select scope_is_staff())) with check ((select scope_is_staff()));
grant select, insert on import_error to daylight_app, daylight_worker;

-- Which case became which ticket, with a digest of its rows: the same case again changes nothing.
create table import_case (
  provider_id uuid not null,
  tenant_id uuid not null,
  case_key text not null constraint import_case_key_length check (length(case_key) between 1 and 300),
  digest text not null,
  ticket_id uuid not null,
  run_id uuid not null,
  primary key (provider_id, tenant_id, case_key),
  constraint import_case_run_fk foreign key (provider_id, tenant_id, run_id) references import_run (provider_id, tenant_id, run_id),
  constraint import_case_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
create index import_case_of_run on import_case (provider_id, run_id);
create index import_case_of_ticket on import_case (provider_id, tenant_id, ticket_id);
call protect_tenant_table('import_case');
create policy staff_only on import_case as restrictive using ((select scope_is_staff())) with check ((select scope_is_staff()));
grant select, insert, delete on import_case to daylight_app, daylight_worker;
