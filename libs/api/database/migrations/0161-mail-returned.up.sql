-- Mail that comes back (RFC 3464): told at the mail, at the address and at its person. domain.md section 11, D-ESC-2.

alter table mail_message
  add column returned_kind text constraint mail_message_returned_kind check (returned_kind in ('HARD', 'SOFT')),
  add column returned_status text constraint mail_message_returned_status check (length(returned_status) <= 20),
  add column returned_said text constraint mail_message_returned_said check (length(returned_said) <= 500),
  add column returned_at timestamptz(3),
  add constraint mail_message_returned_whole check ((returned_kind is null) = (returned_at is null));
grant select (returned_kind, returned_status, returned_said, returned_at) on mail_message to daylight_app;

-- One row per address that mail comes back from, until it is mended or tried again.
create table mail_address_trouble (
  provider_id uuid not null references provider,
  trouble_id uuid not null,
  -- As mail was sent to it, in lower case.
  address text not null constraint mail_address_trouble_form check (address = lower(address) and address !~ '[[:cntrl:]]'),
  -- Whose it is; both null for somebody without an account of no client in particular.
  tenant_id uuid,
  person_id uuid,
  -- The mail that came back last.
  mail_id uuid not null,
  kind text not null constraint mail_address_trouble_kind check (kind in ('HARD', 'SOFT')),
  status text constraint mail_address_trouble_status check (length(status) <= 20),
  said text not null constraint mail_address_trouble_said check (length(said) <= 500),
  at timestamptz(3) not null,
  primary key (provider_id, trouble_id),
  constraint mail_address_trouble_once unique (provider_id, address),
  constraint mail_address_trouble_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint mail_address_trouble_person_fk foreign key (provider_id, person_id) references person
);
create index mail_address_trouble_by_time on mail_address_trouble (provider_id, at desc);
create index mail_address_trouble_of_person on mail_address_trouble (provider_id, person_id) where person_id is not null;
alter table mail_address_trouble enable row level security;
alter table mail_address_trouble force row level security;
-- The own address, and for staff those of the clients in reach.
create policy trouble_scope on mail_address_trouble
  using (provider_id = (select scope_provider()) and ((select scope_side()) = 'SYSTEM' or person_id = (select scope_person())
    or ((select scope_is_staff())
      and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])))))
  with check (provider_id = (select scope_provider()) and (select scope_side()) = 'SYSTEM');
grant select, delete on mail_address_trouble to daylight_app;
grant select, insert, update on mail_address_trouble to daylight_worker;

-- Somebody without an account is named by the mail itself: their answers to a call have a signed address as well.
create or replace function mail_reply_ticket(p_mail uuid) returns table (provider_id uuid, tenant_id uuid, ticket_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select m.provider_id, m.tenant_id, m.ticket_id, coalesce(m.person_id, m.mail_id) from mail_message m
  where m.mail_id = p_mail and m.tenant_id is not null and m.ticket_id is not null
$$;

-- Before a scope: whose mail would come back to an address; the caller checks its signature.
create function mail_return_target(p_mail uuid) returns table (provider_id uuid, tenant_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$ select m.provider_id, m.tenant_id from mail_message m where m.mail_id = p_mail $$;
revoke all on function mail_return_target(uuid) from public;
grant execute on function mail_return_target(uuid) to daylight_worker;
