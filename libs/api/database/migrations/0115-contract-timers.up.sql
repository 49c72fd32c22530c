-- What a contract says happens by itself: reminders before notice and end, what the end brought (D-CON-2), and consent that
-- the terms deem given (D-SLA-8, D-CON-4).

-- What both parties were told of a term, once each.
create table contract_term_notice (
  provider_id uuid not null,
  tenant_id uuid not null,
  version_id uuid not null,
  kind text not null constraint contract_term_notice_kind check (kind in ('NOTICE_AHEAD', 'END_AHEAD', 'RENEWED', 'HELD_OVER', 'ENDED')),
  -- Days ahead; 0: reached.
  days integer not null constraint contract_term_notice_days check (days >= 0),
  -- End of the term that it is about: a contract that renews has many.
  term_end timestamptz(3) not null,
  due_at timestamptz(3) not null,
  fired_at timestamptz(3) not null,
  late boolean not null,
  primary key (provider_id, version_id, kind, term_end, days),
  constraint contract_term_notice_version_fkey foreign key (provider_id, tenant_id, version_id)
    references contract_version (provider_id, tenant_id, version_id)
);
call protect_tenant_table('contract_term_notice');
-- Only Daylight itself tells people something.
create policy system_tells on contract_term_notice as restrictive for insert with check ((select scope_side()) = 'SYSTEM');
grant select on contract_term_notice to daylight_app, daylight_worker;
grant insert on contract_term_notice to daylight_worker;

-- When the client's silence about a proposed version counts as its consent; null: never.
alter table contract_version add column deemed_at timestamptz(3);

alter table contract_consent alter column person_id drop not null;
alter table contract_consent add column cause text not null default 'GIVEN'
  constraint contract_consent_cause check (cause in ('GIVEN', 'DEEMED'));
-- Somebody's word, or the client's silence: nobody's name stands under that.
alter table contract_consent add constraint contract_consent_whose check (
  case cause when 'GIVEN' then person_id is not null else person_id is null and party = 'CLIENT' and verdict_changes_digest is null end);
drop policy own_consent on contract_consent;
create policy own_consent on contract_consent as restrictive for insert
  with check (case cause
    when 'GIVEN' then person_id = (select scope_person()) and party = (select scope_side())
    else (select scope_side()) = 'SYSTEM' end);

-- Contracts of before have their timers too.
insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
select gen_random_uuid(), c.provider_id, c.tenant_id, 'contract-timer', jsonb_build_object('contractId', c.contract_id), now(), c.contract_id::text
from contract c
where exists (select from contract_version v where v.provider_id = c.provider_id and v.contract_id = c.contract_id and v.state = 'AGREED')
on conflict on constraint job_dedupe_key do nothing;

-- Terms may name reminders, deemed consent and jurisdictions, which older programs refuse to read.
create or replace function oldest_program() returns integer language sql immutable set search_path = pg_catalog, public
as $$ select 115 $$;
