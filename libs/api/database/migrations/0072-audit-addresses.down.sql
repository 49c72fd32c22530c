drop trigger audit_entry_address on audit_entry;
drop function audit_entry_address();
alter table audit_seal drop column format;
alter table audit_entry drop column address_salt, drop column address_digest;
