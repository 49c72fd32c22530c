-- Contracts as dated terms, the consents that made them, and which service is in force when (domain.md section 2).

create table contract (
  provider_id uuid not null,
  tenant_id uuid not null,
  contract_id uuid not null,
  kind text not null constraint contract_kind check (kind in ('PILOT', 'MANAGED')),
  title text not null constraint contract_title_length check (length(title) between 1 and 200),
  created_at timestamptz(3) not null,
  primary key (provider_id, contract_id),
  constraint contract_tenant_key unique (provider_id, tenant_id, contract_id),
  constraint contract_tenant_fkey foreign key (provider_id, tenant_id) references tenant
);
create index contract_by_time on contract (provider_id, created_at desc, contract_id desc);
call protect_tenant_table('contract');
grant select, insert on contract to daylight_app, daylight_worker;

create table contract_version (
  provider_id uuid not null,
  tenant_id uuid not null,
  contract_id uuid not null,
  version_id uuid not null,
  ordinal integer not null constraint contract_version_ordinal_positive check (ordinal > 0),
  state text not null constraint contract_version_state check (state in ('DRAFT', 'PROPOSED', 'AGREED', 'REJECTED', 'WITHDRAWN')),
  -- Half-open; `effective_to` is set by a successor, or by terms that end (D-CON-2).
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3),
  -- Last day of the agreed term, in the zone of the terms; `term_to` the instant at which that day is over.
  term_end date,
  term_to timestamptz(3),
  terms jsonb not null,
  -- SHA-256 over the canonical JSON (RFC 8785) of `terms`.
  terms_digest text not null constraint contract_version_digest check (terms_digest ~ '^[0-9a-f]{64}$'),
  -- Copies out of the terms, so that lists needn't unpack the document.
  zone text not null,
  renewal jsonb not null,
  note text constraint contract_version_note_length check (length(note) <= 4000),
  proposed_at timestamptz(3),
  proposed_by uuid,
  decided_at timestamptz(3),
  decided_by uuid,
  decision_note text constraint contract_version_decision_note_length check (length(decision_note) <= 4000),
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (provider_id, version_id),
  constraint contract_version_tenant_key unique (provider_id, tenant_id, version_id),
  constraint contract_version_ordinal_key unique (provider_id, contract_id, ordinal),
  constraint contract_version_contract_fkey foreign key (provider_id, tenant_id, contract_id) references contract (provider_id, tenant_id, contract_id),
  constraint contract_version_proposed_by_fkey foreign key (provider_id, proposed_by) references person (provider_id, person_id),
  constraint contract_version_decided_by_fkey foreign key (provider_id, decided_by) references person (provider_id, person_id),
  constraint contract_version_range check (effective_to is null or effective_to > effective_from),
  constraint contract_version_term check ((term_end is null) = (term_to is null) and (term_to is null or term_to > effective_from))
);
-- One amendment at a time: two proposals against the same version couldn't both be what the client read.
create unique index contract_version_open on contract_version (provider_id, contract_id) where state in ('DRAFT', 'PROPOSED');
create index contract_version_by_digest on contract_version (provider_id, terms_digest);
create index contract_version_by_tenant on contract_version (provider_id, tenant_id, effective_from);
call protect_tenant_table('contract_version');
grant select, insert, update on contract_version to daylight_app, daylight_worker;

-- A draft is the provider's own affair until it is proposed; clients neither see, make nor write one.
create policy clients_see_no_drafts on contract_version as restrictive for select
  using ((select scope_is_staff()) or proposed_at is not null);
create policy clients_draft_nothing on contract_version as restrictive for insert with check ((select scope_is_staff()));
create policy clients_make_none on contract as restrictive for insert with check ((select scope_is_staff()));

-- What was proposed never changes, whoever asks (D-CON-1): consents are to these bytes.
create function contract_version_keep() returns trigger language plpgsql set search_path = pg_catalog, public
as $$
begin
  if old.state <> 'DRAFT' and (new.terms_digest, new.terms, new.effective_from, new.term_end, new.term_to, new.zone, new.renewal, new.ordinal, new.contract_id)
    is distinct from (old.terms_digest, old.terms, old.effective_from, old.term_end, old.term_to, old.zone, old.renewal, old.ordinal, old.contract_id) then
    raise exception 'the terms of a proposed version do not change' using errcode = 'DL403';
  end if;
  if old.state in ('AGREED', 'REJECTED', 'WITHDRAWN') and new.state <> old.state then
    raise exception 'a decided version keeps its state' using errcode = 'DL403';
  end if;
  return new;
end $$;
create trigger contract_version_keep before update on contract_version for each row execute function contract_version_keep();

-- Append-only: one person's consent to certain bytes (D-CON-4).
create table contract_consent (
  provider_id uuid not null,
  tenant_id uuid not null,
  consent_id uuid not null,
  version_id uuid not null,
  party text not null constraint contract_consent_party check (party in ('CLIENT', 'PROVIDER')),
  person_id uuid not null,
  at timestamptz(3) not null,
  digest text not null constraint contract_consent_digest check (digest ~ '^[0-9a-f]{64}$'),
  -- Digest of the list of verdicts that change, signed when the version reaches back.
  verdict_changes_digest text constraint contract_consent_verdict_digest check (verdict_changes_digest ~ '^[0-9a-f]{64}$'),
  address text,
  primary key (provider_id, consent_id),
  constraint contract_consent_version_fkey foreign key (provider_id, tenant_id, version_id) references contract_version (provider_id, tenant_id, version_id),
  constraint contract_consent_person_fkey foreign key (provider_id, person_id) references person (provider_id, person_id)
);
create index contract_consent_by_version on contract_consent (provider_id, version_id);
call protect_tenant_table('contract_consent');
-- Nobody consents in another one's name, nor for the other side.
create policy own_consent on contract_consent as restrictive for insert
  with check (person_id = (select scope_person()) and party = (select scope_side()));
grant select, insert on contract_consent to daylight_app, daylight_worker;

-- Which agreed version covers which service when. The exclusion is the promise of D-CON-2 (decision 6).
create table contract_scope (
  provider_id uuid not null,
  tenant_id uuid not null,
  service_item_id uuid not null,
  version_id uuid not null,
  -- Scalars for the hot lookup: range operators aren't leakproof and lose their index under row-level security.
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  during tstzrange not null generated always as (tstzrange(valid_from, valid_to)) stored,
  primary key (provider_id, version_id, service_item_id),
  constraint contract_scope_version_fkey foreign key (provider_id, tenant_id, version_id) references contract_version (provider_id, tenant_id, version_id),
  constraint contract_scope_service_fkey foreign key (provider_id, service_item_id) references service_item (provider_id, service_item_id),
  constraint contract_scope_range check (valid_to is null or valid_to > valid_from),
  constraint contract_scope_no_overlap exclude using gist (provider_id with =, tenant_id with =, service_item_id with =, during with &&)
);
create index contract_scope_in_force on contract_scope (provider_id, tenant_id, service_item_id, valid_from desc);
call protect_tenant_table('contract_scope');
grant select, insert on contract_scope to daylight_app, daylight_worker;
grant update (valid_to) on contract_scope to daylight_app, daylight_worker;
grant select on contract, contract_version, contract_consent, contract_scope to daylight_reporting;
