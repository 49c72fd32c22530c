delete from mail_message where person_id is null or template in ('ESCALATION_CALL', 'ESCALATION_UNANSWERED', 'COVERAGE_GAPS', 'CONTACTS_UNVERIFIED');
alter table mail_message drop constraint mail_message_addressee, drop column guest_name, drop column guest_address;
alter table mail_message alter column person_id set not null;
alter table mail_message drop constraint mail_message_template;
alter table mail_message add constraint mail_message_template check (template in
    ('INVITATION', 'PASSWORD_RESET', 'TICKET_OPENED', 'TICKET_REPLIED', 'TICKET_ASSIGNED', 'TICKET_RESOLVED',
     'CLOCK_WARNED', 'CLOCK_BREACHED', 'CONTRACT_PROPOSED', 'CONTRACT_AGREED', 'REVIEW_PUBLISHED', 'REVIEW_SIGNED'));
delete from notification where kind in ('ESCALATION_UNANSWERED', 'COVERAGE_GAPS');
alter table notification drop constraint notification_kind;
alter table notification add constraint notification_kind check (kind in
    ('TICKET_OPENED', 'TICKET_REPLIED', 'TICKET_ASSIGNED', 'TICKET_RESOLVED', 'CLOCK_WARNED', 'CLOCK_BREACHED',
     'CONTRACT_PROPOSED', 'CONTRACT_AGREED', 'REVIEW_PUBLISHED', 'REVIEW_SIGNED'));
