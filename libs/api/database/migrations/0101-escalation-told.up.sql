-- Calls, alarms and reminders among notifications and mails; a mail may go to somebody without an account.
alter table notification drop constraint notification_kind;
alter table notification add constraint notification_kind check (kind ~ '^[A-Z][A-Z_]{2,59}$');

alter table mail_message drop constraint mail_message_template;
alter table mail_message add constraint mail_message_template check (template ~ '^[A-Z][A-Z_]{2,59}$');
alter table mail_message alter column person_id drop not null;
alter table mail_message add column guest_name text constraint mail_message_guest_name check (length(guest_name) between 1 and 200 and guest_name !~ '[[:cntrl:]]');
alter table mail_message add column guest_address text constraint mail_message_guest_address check (guest_address ~ '^[^\s@]+@[^\s@]+$');
alter table mail_message add constraint mail_message_addressee
  check ((person_id is null) = (guest_address is not null) and (guest_address is null) = (guest_name is null));
grant select (guest_name, guest_address) on mail_message to daylight_app;
