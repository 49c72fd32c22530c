drop index import_case_of_ticket;
create index import_case_of_ticket on import_case (provider_id, tenant_id, ticket_id);
alter table import_run drop column columns;
delete from import_row;
update import_run set state = 'READING', rows_read = 0, cases_total = null where state in ('READING', 'WRITING');
alter table import_row drop constraint import_row_pkey;
alter table import_row alter column data type jsonb using data::jsonb;
alter table import_row add constraint import_row_pkey primary key (provider_id, run_id, line);
create index import_row_by_case on import_row (provider_id, run_id, case_key, line);
