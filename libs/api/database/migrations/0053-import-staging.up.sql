-- Staged rows of one case that were read together lie in one row, as they stand in the file: a log that is sorted by case
-- needs a tenth of the rows, and nothing is parsed twice. One key finds them, in the order in which they are asked for.
-- A run that is under way reads its file anew; the cases that it has written already are known by their digests.
delete from import_row;
update import_run set state = 'READING', rows_read = 0, cases_total = null where state in ('READING', 'WRITING');
alter table import_row alter column data type json using data::json;
alter table import_row drop constraint import_row_pkey;
drop index import_row_by_case;
alter table import_row add constraint import_row_pkey primary key (provider_id, run_id, case_key, line);
-- Names of the file's columns, in the order of the cells of its staged rows; null until it is read.
alter table import_run add column columns json;

-- Begins with the ticket: a batch that asks which of its cases are known would take the old one and walk the whole client.
drop index import_case_of_ticket;
create index import_case_of_ticket on import_case (ticket_id, provider_id, tenant_id);
