-- The audit trail is sealed in an order that nobody can slip into later (decision 9), and clients read their part of it.

-- Entries waiting for their seal. `xact` is the transaction that wrote the entry: once every transaction up to it has
-- ended (pg_snapshot_xmin), no entry can appear before it any more, so the chain's order is final. Filled by a trigger,
-- since nobody may choose the own transaction id.
create table audit_pending (
  n bigint generated always as identity primary key,
  xact bigint not null,
  provider_id uuid not null,
  entry_id uuid not null
);
create index audit_pending_in_order on audit_pending (provider_id, xact, n);
create index audit_pending_of_entry on audit_pending (provider_id, entry_id);
alter table audit_pending enable row level security;
alter table audit_pending force row level security;
create policy staff_reads on audit_pending for select using (provider_id = (select scope_provider()) and (select scope_is_staff()));
-- Login roles read it (to tell a waiting entry from one that was slipped in); they write it through the functions below.
grant select on audit_pending to daylight_app, daylight_worker;

create function audit_entry_pending() returns trigger language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  insert into audit_pending (xact, provider_id, entry_id)
  values (pg_current_xact_id()::text::bigint, new.provider_id, new.entry_id);
  return null;
end $$;
create trigger audit_entry_pending after insert on audit_entry for each row execute function audit_entry_pending();
insert into audit_pending (xact, provider_id, entry_id)
select 0, e.provider_id, e.entry_id from audit_entry e
where not exists (select 1 from audit_seal s where s.provider_id = e.provider_id and s.entry_id = e.entry_id)
order by e.at, e.entry_id;

-- Before a scope: whose chains wait.
create function audit_pending_providers() returns table (provider_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$ select distinct p.provider_id from audit_pending p $$;

-- Under a scope: the provider's entries whose place in the chain is final. A transaction id above all that this server has
-- begun stems from the server that a backup was taken of, where it had ended.
create function audit_sealable(p_limit integer) returns table (entry_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.entry_id from audit_pending p
  where p.provider_id = scope_provider()
    and (p.xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      or p.xact >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
  order by p.xact, p.n limit p_limit
$$;

create function audit_sealed(p_entries uuid[]) returns void
  language sql security definer set search_path = pg_catalog, public
as $$ delete from audit_pending p where p.provider_id = scope_provider() and p.entry_id = any (p_entries) $$;

-- The end of the chain: for whoever wants to note it, clients too.
create function audit_head() returns table (seq bigint, hash text, sealed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.seq, encode(s.hash, 'hex'), s.sealed_at from audit_seal s
  where s.provider_id = scope_provider() order by s.seq desc limit 1
$$;

revoke all on function audit_entry_pending(), audit_pending_providers(), audit_sealable(integer), audit_sealed(uuid[]), audit_head() from public;
grant execute on function audit_pending_providers(), audit_sealable(integer), audit_sealed(uuid[]) to daylight_worker;
grant execute on function audit_head() to daylight_app, daylight_worker;

-- A client's approvers and auditors read what was done for and by their company; the permission says who of them.
create policy audit_read_client on audit_entry for select
  using (provider_id = (select scope_provider()) and (select scope_side()) = 'CLIENT' and tenant_id = (select scope_tenant())
    and not (select scope_own_only()));
create index audit_entry_of_tenant on audit_entry (provider_id, tenant_id, at desc, entry_id desc);
create index audit_entry_by_actor on audit_entry (provider_id, actor_person_id, at desc, entry_id desc);
