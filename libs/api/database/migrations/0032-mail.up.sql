-- Outgoing mail: composed once, sent at least once under the same message id, visible until somebody erases it.

create table mail_message (
  provider_id uuid not null references provider,
  mail_id uuid not null,
  tenant_id uuid,
  person_id uuid not null,
  -- The address as it was when the mail was handed over; null before, and again after an erasure.
  to_address text constraint mail_message_address_form check (to_address !~ '[[:cntrl:]]'),
  language text not null constraint mail_message_language check (language in ('ko', 'en')),
  template text not null constraint mail_message_template check (template in
    ('INVITATION', 'PASSWORD_RESET', 'TICKET_OPENED', 'TICKET_REPLIED', 'TICKET_ASSIGNED', 'TICKET_RESOLVED',
     'CLOCK_WARNED', 'CLOCK_BREACHED', 'CONTRACT_PROPOSED', 'CONTRACT_AGREED', 'REVIEW_PUBLISHED', 'REVIEW_SIGNED')),
  subject text not null constraint mail_message_subject_form check (length(subject) between 1 and 500 and subject !~ '[[:cntrl:]]'),
  -- Both hold a placeholder where the one-time link goes, which stands in `secret_link` until the mail is handed over.
  body_text text not null,
  body_html text not null,
  secret_link text,
  message_id text not null,
  thread_id text,
  state text not null constraint mail_message_state check (state in ('QUEUED', 'SENT', 'DEAD', 'LOCAL')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3),
  ticket_id uuid,
  contract_version_id uuid,
  review_id uuid,
  primary key (provider_id, mail_id),
  constraint mail_message_id_key unique (provider_id, message_id),
  constraint mail_message_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint mail_message_person_fk foreign key (provider_id, person_id) references person,
  constraint mail_message_ticket_fk foreign key (provider_id, tenant_id, ticket_id)
    references ticket (provider_id, tenant_id, ticket_id) on delete cascade,
  constraint mail_message_sent check ((state = 'SENT') = (sent_at is not null)),
  constraint mail_message_link_spent check (state <> 'SENT' or secret_link is null)
);
create index mail_message_by_time on mail_message (provider_id, created_at desc, mail_id desc);
create index mail_message_dead on mail_message (provider_id, created_at desc, mail_id desc) where state = 'DEAD';
create index mail_message_local on mail_message (provider_id, created_at desc, mail_id desc) where state = 'LOCAL';
create index mail_message_of_ticket on mail_message (provider_id, tenant_id, ticket_id) where ticket_id is not null;
create index mail_message_of_person on mail_message (provider_id, person_id);
alter table mail_message enable row level security;
alter table mail_message force row level security;
-- Staff, for the tenants in reach; about a ticket only who may see the ticket.
create policy mail_scope on mail_message
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))
    and (ticket_id is null or exists (
      select 1 from ticket t where t.provider_id = mail_message.provider_id and t.ticket_id = mail_message.ticket_id)))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert, update on mail_message to daylight_worker;
-- All but the one-time link.
grant select (provider_id, mail_id, tenant_id, person_id, to_address, language, template, subject, body_text, body_html, message_id,
  thread_id, state, attempts, last_error, created_at, sent_at, ticket_id, contract_version_id, review_id)
  on mail_message to daylight_app;
grant update (state, attempts, last_error) on mail_message to daylight_app;

-- The one-time link of a mail that stays here because no mail server is configured; null for every other mail.
create function mail_local_link(p_mail uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select m.secret_link from mail_message m
  where m.provider_id = scope_provider() and m.mail_id = p_mail and m.state = 'LOCAL' and caller_is_admin()
$$;
revoke all on function mail_local_link(uuid) from public;
grant execute on function mail_local_link(uuid) to daylight_app;
