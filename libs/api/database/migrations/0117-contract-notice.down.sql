drop trigger contract_notice_own on contract_version;
drop function contract_notice_own();
alter table contract_version
  drop constraint contract_version_notice,
  drop column notice_at,
  drop column notice_party,
  drop column notice_by,
  drop column notice_on_behalf_of,
  drop column notice_reason;
