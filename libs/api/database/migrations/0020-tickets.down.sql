drop function ticket_hidden_open();
drop table ticket_watcher;
drop table ticket_text;
drop function ticket_message_withdraw(uuid, uuid, timestamptz);
drop table ticket_message;
drop table ticket_event;
drop function ticket_write(jsonb);
drop table ticket;
drop table ticket_counter;
