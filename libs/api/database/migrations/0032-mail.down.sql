drop function mail_local_link(uuid);
drop table mail_message;
