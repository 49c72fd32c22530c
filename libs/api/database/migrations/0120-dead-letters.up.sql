-- Dead letters leave the list in two ways: back into their queue, or discarded by somebody who says why. What was discarded
-- is kept here and can be erased; the audit names it by its id.

create table discarded_letter (
  provider_id uuid not null references provider,
  discard_id uuid not null,
  -- The job's or the mail's id; the job itself is gone.
  letter_id uuid not null,
  tenant_id uuid,
  queue text not null,
  detail text,
  error text,
  attempts integer not null,
  reason text not null constraint discarded_letter_reason_length check (length(reason) between 1 and 500),
  discarded_at timestamptz(3) not null,
  discarded_by uuid not null,
  primary key (provider_id, discard_id),
  constraint discarded_letter_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint discarded_letter_person_fk foreign key (provider_id, discarded_by) references person
);
alter table discarded_letter enable row level security;
alter table discarded_letter force row level security;
create policy staff_reach on discarded_letter
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id is null or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id is null or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert on discarded_letter to daylight_app;

-- A mail that nobody wants sent any more stays to be read, but is no dead letter.
alter table mail_message add column discarded_at timestamptz(3)
  constraint mail_message_discarded check (discarded_at is null or state = 'DEAD');
grant select (discarded_at), update (discarded_at) on mail_message to daylight_app;
drop index mail_message_dead;
create index mail_message_dead on mail_message (provider_id, created_at desc, mail_id desc)
  where state = 'DEAD' and discarded_at is null;
