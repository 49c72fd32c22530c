drop function mail_unsubscribe(bytea, text[], boolean);
drop function mail_unsubscribe_view(bytea);
drop index mail_message_by_unsubscribe;
alter table mail_message drop column unsubscribe_hash;
drop table mail_held;
drop table mail_timing;
