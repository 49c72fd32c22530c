drop index mail_inbound_of_mailbox;
revoke select on mail_inbound_raw from daylight_app;
