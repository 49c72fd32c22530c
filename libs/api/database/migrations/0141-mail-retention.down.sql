drop function mail_raw_purge(integer, integer);
drop index mail_inbound_with_raw;
alter table mail_inbound drop column raw_purged_at;
