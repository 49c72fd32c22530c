create or replace function oldest_program() returns integer language sql immutable set search_path = pg_catalog, public
as $$ select 73 $$;
delete from job where queue = 'contract-timer';
delete from contract_consent where cause = 'DEEMED';
drop policy own_consent on contract_consent;
create policy own_consent on contract_consent as restrictive for insert
  with check (person_id = (select scope_person()) and party = (select scope_side()));
alter table contract_consent drop constraint contract_consent_whose;
alter table contract_consent drop column cause;
alter table contract_consent alter column person_id set not null;
alter table contract_version drop column deemed_at;
drop table contract_term_notice;
