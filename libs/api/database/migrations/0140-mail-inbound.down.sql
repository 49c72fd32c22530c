drop index mail_message_by_id;
drop function mailbox_claim(integer, interval), mail_reply_ticket(uuid), mail_recipient(text);
drop table mail_inbound_raw, mail_inbound, mailbox;
