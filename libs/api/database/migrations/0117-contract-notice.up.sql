-- Notice that ends a contract (D-CON-2): who said so when, for which party and why. Once said it stands; another agreement
-- takes its place.
alter table contract_version
  add column notice_at timestamptz(3),
  add column notice_party text constraint contract_version_notice_party check (notice_party in ('CLIENT', 'PROVIDER')),
  add column notice_by uuid,
  add column notice_on_behalf_of uuid,
  add column notice_reason text,
  add constraint contract_version_notice_fk foreign key (provider_id, notice_by) references person,
  add constraint contract_version_notice_behalf_fk foreign key (provider_id, notice_on_behalf_of) references person,
  add constraint contract_version_notice check (case when notice_at is null
    then num_nonnulls(notice_party, notice_by, notice_on_behalf_of, notice_reason) = 0
    else num_nonnulls(notice_party, notice_by, notice_reason) = 3 and state = 'AGREED' and effective_to is not null end);

-- In one's own name and for one's own party, once, whatever the program that writes it.
create function contract_notice_own() returns trigger
  language plpgsql set search_path = pg_catalog, public
as $$
begin
  if old.notice_at is not null or new.notice_by is distinct from scope_person() or new.notice_party is distinct from scope_side() then
    raise exception 'notice is given once, by oneself for one''s own party' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function contract_notice_own() from public;
create trigger contract_notice_own before update of notice_at, notice_party, notice_by, notice_on_behalf_of, notice_reason
  on contract_version for each row
  when ((old.notice_at, old.notice_party, old.notice_by, old.notice_on_behalf_of, old.notice_reason)
    is distinct from (new.notice_at, new.notice_party, new.notice_by, new.notice_on_behalf_of, new.notice_reason))
  execute function contract_notice_own();
