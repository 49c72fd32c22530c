alter table review_signature drop column on_behalf_of;
alter table contract_consent drop column on_behalf_of;
drop function approvals_on_behalf(timestamptz);
drop table approval_delegation;
