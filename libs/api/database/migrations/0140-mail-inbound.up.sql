-- Mail in: the addresses that take it, every message as it came, and what became of it. domain.md section 11, G3, M1-M10.

create table mailbox (
  provider_id uuid not null references provider,
  mailbox_id uuid not null,
  -- Null: the provider's, for all its clients.
  tenant_id uuid,
  -- Stored normalised. Once in the installation: a mail server asks before anybody is known.
  address text not null constraint mailbox_address_key unique
    constraint mailbox_address_form check (address ~ '^[^\s@+<>"]{1,64}@[^\s@+<>"]+$' and length(address) <= 254 and address = lower(address)),
  intake text not null constraint mailbox_intake check (intake in ('SMTP', 'IMAP')),
  enabled boolean not null default true,
  -- What a mail that opens a ticket is taken for.
  service_item_id uuid not null,
  ticket_type text not null constraint mailbox_ticket_type check (ticket_type in ('INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT')),
  impact smallint not null constraint mailbox_impact check (impact between 1 and 3),
  urgency smallint not null constraint mailbox_urgency check (urgency between 1 and 3),
  imap_host text constraint mailbox_imap_host check (length(imap_host) between 1 and 253),
  imap_port integer constraint mailbox_imap_port check (imap_port between 1 and 65535),
  imap_security text constraint mailbox_imap_security check (imap_security in ('TLS', 'STARTTLS')),
  imap_user text constraint mailbox_imap_user check (length(imap_user) between 1 and 254),
  imap_folder text constraint mailbox_imap_folder check (length(imap_folder) between 1 and 254),
  -- Sealed with a key that the database doesn't hold; unreadable for the application's role all the same (G13).
  imap_secret bytea,
  last_polled_at timestamptz(3),
  last_error text constraint mailbox_error_length check (length(last_error) <= 1000),
  poll_after timestamptz(3) not null default now(),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (provider_id, mailbox_id),
  constraint mailbox_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint mailbox_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint mailbox_imap_whole check ((intake = 'IMAP') = (imap_host is not null and imap_port is not null
    and imap_security is not null and imap_user is not null and imap_folder is not null and imap_secret is not null))
);
create index mailbox_to_poll on mailbox (poll_after) where enabled and intake = 'IMAP';
alter table mailbox enable row level security;
alter table mailbox force row level security;
-- Staff: those of the clients in reach, and the provider's own.
create policy mailbox_scope on mailbox
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select (provider_id, mailbox_id, tenant_id, address, intake, enabled, service_item_id, ticket_type, impact, urgency, imap_host, imap_port,
  imap_security, imap_user, imap_folder, last_polled_at, last_error, version, created_at, updated_at) on mailbox to daylight_app;
grant insert, update on mailbox to daylight_app;
grant select, update on mailbox to daylight_worker;

create table mail_inbound (
  provider_id uuid not null references provider,
  inbound_id uuid not null,
  -- Null: not known yet whom it concerns.
  tenant_id uuid,
  -- The client of the address, as it was at the receipt: a part of the key below and nothing else.
  received_for uuid,
  -- Null: it came to a signed reply address.
  mailbox_id uuid,
  -- The durable receipt: a ticket that it opens was opened then (D-TKT-1).
  received_at timestamptz(3) not null,
  envelope_from text not null,
  to_address text not null,
  size_bytes integer not null,
  sha256 text not null constraint mail_inbound_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null constraint mail_inbound_state check (state in ('RECEIVED', 'QUARANTINED', 'RELEASED', 'DONE', 'IGNORED', 'REJECTED')),
  reason text constraint mail_inbound_reason check (reason ~ '^[A-Z_]{3,40}$'),
  -- What it did to its ticket.
  outcome text constraint mail_inbound_outcome check (outcome in ('OPENED', 'REPLIED', 'REOPENED', 'FOLLOWED_UP', 'NOTED', 'THIRD_PARTY', 'AUTOMATIC')),
  header_message_id text,
  from_address text not null default '',
  from_name text not null default '',
  subject text not null default '',
  body_text text not null default '',
  shown_text text not null default '',
  body_html text,
  -- SHA-256 of sender and text: with the Message-ID it tells a second copy from a forged one (M9).
  content_sha256 text,
  attachments jsonb not null default '[]',
  person_id uuid,
  ticket_id uuid,
  message_id uuid,
  decided_by uuid,
  decided_at timestamptz(3),
  primary key (provider_id, inbound_id),
  -- The same bytes to the same address are one mail, however often they are handed over.
  constraint mail_inbound_once unique nulls not distinct (provider_id, received_for, mailbox_id, sha256),
  constraint mail_inbound_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint mail_inbound_mailbox_fk foreign key (provider_id, mailbox_id) references mailbox,
  constraint mail_inbound_person_fk foreign key (provider_id, person_id) references person,
  constraint mail_inbound_decided_by_fk foreign key (provider_id, decided_by) references person,
  constraint mail_inbound_ticket_fk foreign key (provider_id, tenant_id, ticket_id)
    references ticket (provider_id, tenant_id, ticket_id) on delete set null (ticket_id)
);
create index mail_inbound_by_time on mail_inbound (provider_id, received_at desc, inbound_id desc);
create index mail_inbound_held on mail_inbound (provider_id, received_at desc, inbound_id desc) where state = 'QUARANTINED';
create index mail_inbound_of_ticket on mail_inbound (provider_id, ticket_id, received_at desc) where ticket_id is not null;
create index mail_inbound_by_header on mail_inbound (provider_id, header_message_id) where header_message_id is not null;
create index mail_inbound_of_sender on mail_inbound (provider_id, from_address, received_at desc);
alter table mail_inbound enable row level security;
alter table mail_inbound force row level security;
-- Staff, for the clients in reach; whom it concerns isn't known: only who reaches all. About a ticket only who may see the ticket.
create policy inbound_scope on mail_inbound
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[]))
    and (ticket_id is null or exists (
      select 1 from ticket t where t.provider_id = mail_inbound.provider_id and t.ticket_id = mail_inbound.ticket_id)))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert, update on mail_inbound to daylight_worker;
grant select on mail_inbound to daylight_app;
grant update (state, reason, tenant_id, decided_by, decided_at) on mail_inbound to daylight_app;

-- The message byte by byte, for the worker alone.
create table mail_inbound_raw (
  provider_id uuid not null,
  inbound_id uuid not null,
  raw bytea not null,
  primary key (provider_id, inbound_id),
  constraint mail_inbound_raw_fk foreign key (provider_id, inbound_id) references mail_inbound on delete cascade
);
alter table mail_inbound_raw alter column raw set storage external;
alter table mail_inbound_raw enable row level security;
alter table mail_inbound_raw force row level security;
create policy with_its_mail on mail_inbound_raw
  using (provider_id = (select scope_provider()) and exists (
    select 1 from mail_inbound m where m.provider_id = mail_inbound_raw.provider_id and m.inbound_id = mail_inbound_raw.inbound_id))
  with check (provider_id = (select scope_provider()) and exists (
    select 1 from mail_inbound m where m.provider_id = mail_inbound_raw.provider_id and m.inbound_id = mail_inbound_raw.inbound_id));
grant select, insert on mail_inbound_raw to daylight_worker;

-- Before a scope, while a mail server waits for its answer: whose an address is.
create function mail_recipient(p_address text) returns table (provider_id uuid, tenant_id uuid, mailbox_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$ select m.provider_id, m.tenant_id, m.mailbox_id from mailbox m where m.address = p_address and m.enabled $$;

-- Before a scope: which ticket and person a mail of ours was about; the caller checks the address's signature against it.
create function mail_reply_ticket(p_mail uuid) returns table (provider_id uuid, tenant_id uuid, ticket_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select m.provider_id, m.tenant_id, m.ticket_id, m.person_id from mail_message m
  where m.mail_id = p_mail and m.tenant_id is not null and m.ticket_id is not null and m.person_id is not null
$$;

-- Mailboxes that are due to be fetched, for one worker until `p_lease` has passed.
create function mailbox_claim(p_limit integer, p_lease interval)
  returns table (provider_id uuid, tenant_id uuid, mailbox_id uuid, address text, imap_host text, imap_port integer, imap_security text,
    imap_user text, imap_folder text, imap_secret bytea)
  language sql security definer set search_path = pg_catalog, public
as $$
  update mailbox m set poll_after = clock_timestamp() + p_lease
  from (
    select x.provider_id, x.mailbox_id from mailbox x
    where x.enabled and x.intake = 'IMAP' and x.poll_after <= clock_timestamp()
    order by x.poll_after limit p_limit for update skip locked
  ) due
  where m.provider_id = due.provider_id and m.mailbox_id = due.mailbox_id
  returning m.provider_id, m.tenant_id, m.mailbox_id, m.address, m.imap_host, m.imap_port, m.imap_security, m.imap_user, m.imap_folder, m.imap_secret
$$;
revoke all on function mail_recipient(text), mail_reply_ticket(uuid), mailbox_claim(integer, interval) from public;
grant execute on function mail_recipient(text), mail_reply_ticket(uuid), mailbox_claim(integer, interval) to daylight_worker;
create index mail_message_by_id on mail_message (mail_id);
