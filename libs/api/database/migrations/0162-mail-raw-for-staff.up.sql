-- Staff who see to a mail that came in may read it byte by byte; its policy shows nobody more than the mail itself.
grant select on mail_inbound_raw to daylight_app;
-- When mail last came to a mailbox.
create index mail_inbound_of_mailbox on mail_inbound (provider_id, mailbox_id, received_at desc) where mailbox_id is not null;
