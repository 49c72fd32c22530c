-- An approver lends the own authority to a colleague for a time (domain.md section 1). What is done with it names both.

create table approval_delegation (
  provider_id uuid not null references provider,
  delegation_id uuid not null,
  tenant_id uuid not null,
  delegator_id uuid not null,
  delegate_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  limit_minor bigint constraint approval_delegation_limit check (limit_minor >= 0),
  created_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_by uuid,
  primary key (provider_id, delegation_id),
  constraint approval_delegation_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint approval_delegation_delegator_fk foreign key (provider_id, delegator_id) references person,
  constraint approval_delegation_delegate_fk foreign key (provider_id, delegate_id) references person,
  constraint approval_delegation_revoker_fk foreign key (provider_id, revoked_by) references person,
  constraint approval_delegation_period check (starts_at < ends_at),
  constraint approval_delegation_two_people check (delegator_id <> delegate_id),
  constraint approval_delegation_revoked_whole check ((revoked_at is null) = (revoked_by is null))
);
create index approval_delegation_by_time on approval_delegation (provider_id, tenant_id, created_at desc, delegation_id desc);
create index approval_delegation_of_delegate on approval_delegation (provider_id, tenant_id, delegate_id, ends_at) where revoked_at is null;
alter table approval_delegation enable row level security;
alter table approval_delegation force row level security;
create policy delegation_read on approval_delegation for select
  using (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
-- Nobody lends what is another's.
create policy delegation_lend on approval_delegation for insert
  with check (provider_id = (select scope_provider()) and tenant_id = (select scope_tenant()) and delegator_id = (select scope_person()));
create policy delegation_end on approval_delegation for update
  using (provider_id = (select scope_provider()) and tenant_id = (select scope_tenant()))
  with check (provider_id = (select scope_provider()) and tenant_id = (select scope_tenant()));
grant select, insert on approval_delegation to daylight_app;
grant update (revoked_at, revoked_by) on approval_delegation to daylight_app;

-- Whose authority the caller holds at an instant: of a delegator who still has it, for a delegate who still may read what
-- is to be signed. A client user can't see other people's status, hence the owner's rights.
create function approvals_on_behalf(p_at timestamptz)
  returns table (delegation_id uuid, delegator_id uuid, display_name text, limit_minor bigint, ends_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select d.delegation_id, d.delegator_id, p.display_name, least(d.limit_minor, m.approval_limit_minor), d.ends_at
  from approval_delegation d
  join person p on p.provider_id = d.provider_id and p.person_id = d.delegator_id and p.status = 'ACTIVE'
  join tenant_membership m on m.provider_id = d.provider_id and m.tenant_id = d.tenant_id and m.person_id = d.delegator_id
    and 'APPROVER' = any (m.roles)
  join tenant_membership o on o.provider_id = d.provider_id and o.tenant_id = d.tenant_id and o.person_id = d.delegate_id
    and o.roles && array['COORDINATOR', 'APPROVER']
  where d.provider_id = scope_provider() and d.tenant_id = scope_tenant() and d.delegate_id = scope_person()
    and d.revoked_at is null and d.starts_at <= p_at and p_at < d.ends_at
  order by d.ends_at, d.delegation_id
$$;
revoke all on function approvals_on_behalf(timestamptz) from public;
grant execute on function approvals_on_behalf(timestamptz) to daylight_app;

alter table contract_consent add column on_behalf_of uuid,
  add constraint contract_consent_behalf_fk foreign key (provider_id, on_behalf_of) references person,
  add constraint contract_consent_behalf check (on_behalf_of <> person_id);
alter table review_signature add column on_behalf_of uuid,
  add constraint review_signature_behalf_fk foreign key (provider_id, on_behalf_of) references person,
  add constraint review_signature_behalf check (on_behalf_of <> person_id);
