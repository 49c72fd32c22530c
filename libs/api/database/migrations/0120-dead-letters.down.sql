drop index mail_message_dead;
create index mail_message_dead on mail_message (provider_id, created_at desc, mail_id desc) where state = 'DEAD';
alter table mail_message drop column discarded_at;
drop table discarded_letter;
