drop index webhook_delivery_waiting, mail_inbound_unread, mail_message_queued;
drop function overdue_counts();
drop view overdue_step;
