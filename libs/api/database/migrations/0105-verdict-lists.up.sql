-- The list of verdicts that a version starting in the past would change, as both parties sign it (D-CON-4). Written once, with
-- the first signature: both sign the same bytes, whatever tickets come later. Ticket ids and instants only.
create table contract_verdict_list (
  provider_id uuid not null,
  tenant_id uuid not null,
  version_id uuid not null,
  -- Up to when tickets were replayed.
  as_of timestamptz(3) not null,
  digest text not null constraint contract_verdict_list_digest check (digest ~ '^[0-9a-f]{64}$'),
  changes jsonb not null,
  primary key (provider_id, version_id),
  constraint contract_verdict_list_version_fkey foreign key (provider_id, tenant_id, version_id)
    references contract_version (provider_id, tenant_id, version_id)
);
call protect_tenant_table('contract_verdict_list');
grant select, insert on contract_verdict_list to daylight_app, daylight_worker;
