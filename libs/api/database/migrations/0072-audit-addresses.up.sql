-- Whence somebody acted is part of the sealed entry, and still it can be erased when its time has come (ADR 0011): the chain
-- covers a digest of the address under a salt of its own. Address and salt go together; what is left says nothing.
alter table audit_entry
  add column address_salt bytea,
  add column address_digest bytea,
  add constraint audit_entry_salt_goes_with_address check (address is not null or address_salt is null);

-- How a seal was computed: 1 without the address's digest, 2 with it.
alter table audit_seal
  add column format smallint not null default 1,
  add constraint audit_seal_format check (format in (1, 2));

-- Whoever writes an entry, by whatever statement: the database digests the address, and nobody else.
create function audit_entry_address() returns trigger language plpgsql set search_path = pg_catalog, public
as $$
begin
  new.address_salt := case when new.address is not null then gen_random_bytes(16) end;
  new.address_digest := hmac(convert_to(new.address, 'UTF8'), new.address_salt, 'sha256');
  return new;
end $$;
revoke all on function audit_entry_address() from public;
create trigger audit_entry_address before insert on audit_entry for each row execute function audit_entry_address();
