-- Outages, what was measured, planned work, exclusions, figures and the credits they earn. domain.md sections 7 and 8,
-- D-MON-2, D-AVL-1, D-CRD-1.

create table outage (
  provider_id uuid not null references provider,
  tenant_id uuid not null,
  outage_id uuid not null,
  service_item_id uuid not null,
  state text not null constraint outage_state check (state in ('DOWN', 'DEGRADED')),
  title_ko text not null constraint outage_title_ko_length check (length(title_ko) between 1 and 300),
  title_en text not null constraint outage_title_en_length check (length(title_en) between 1 and 300),
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  -- Names of the assets concerned as the terms weight them; empty: all of the service.
  asset_ids text[] not null default '{}' constraint outage_assets check (cardinality(asset_ids) <= 100),
  ticket_ids uuid[] not null default '{}' constraint outage_tickets check (cardinality(ticket_ids) <= 200),
  from_signals boolean not null,
  opened_by uuid,
  -- A person has said how it was: signals don't move it any more.
  corrected boolean not null default false,
  withdrawn_at timestamptz(3),
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (provider_id, outage_id),
  constraint outage_tenant_key unique (provider_id, tenant_id, outage_id),
  constraint outage_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint outage_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint outage_opened_fk foreign key (provider_id, opened_by) references person,
  constraint outage_range check (ended_at is null or ended_at >= started_at),
  constraint outage_opener check (from_signals = (opened_by is null))
);
create index outage_of_tenant on outage (provider_id, tenant_id, started_at desc, outage_id desc);
create index outage_by_time on outage (provider_id, started_at desc, outage_id desc);
create index outage_running on outage (provider_id, tenant_id, service_item_id) where ended_at is null and withdrawn_at is null;

-- Append-only: what was known of an outage when, by whom and why.
create table outage_change (
  provider_id uuid not null,
  tenant_id uuid not null,
  change_id uuid not null,
  outage_id uuid not null,
  kind text not null constraint outage_change_kind check (kind in ('OPENED', 'CLOSED', 'CORRECTED', 'WITHDRAWN')),
  at timestamptz(3) not null,
  person_id uuid,
  reason text constraint outage_change_reason_length check (length(reason) between 1 and 4000),
  state text not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (provider_id, change_id),
  constraint outage_change_outage_fk foreign key (provider_id, tenant_id, outage_id) references outage (provider_id, tenant_id, outage_id),
  constraint outage_change_person_fk foreign key (provider_id, person_id) references person,
  -- Whoever says that it was otherwise says why, and who.
  constraint outage_change_accounted check (kind not in ('CORRECTED', 'WITHDRAWN') or (person_id is not null and reason is not null))
);
create index outage_change_of_outage on outage_change (provider_id, outage_id, at, change_id);

-- Which firing of which alert is part of which outage.
create table outage_alert (
  provider_id uuid not null,
  tenant_id uuid not null,
  alert_id uuid not null,
  fired_at timestamptz(3) not null,
  outage_id uuid not null,
  recovered_at timestamptz(3),
  primary key (provider_id, alert_id, fired_at),
  constraint outage_alert_alert_fk foreign key (provider_id, tenant_id, alert_id) references alert (provider_id, tenant_id, alert_id) on delete cascade,
  constraint outage_alert_outage_fk foreign key (provider_id, tenant_id, outage_id) references outage (provider_id, tenant_id, outage_id)
);
create index outage_alert_of_outage on outage_alert (provider_id, outage_id);

-- From which severity on alerts of a source say that its service is down or degraded; no row: CRITICAL says down.
create table outage_rule (
  provider_id uuid not null,
  tenant_id uuid not null,
  source_id uuid not null,
  down_from text not null constraint outage_rule_down check (down_from in ('CRITICAL', 'HIGH', 'WARNING', 'INFO', 'NEVER')),
  degraded_from text not null constraint outage_rule_degraded check (degraded_from in ('CRITICAL', 'HIGH', 'WARNING', 'INFO', 'NEVER')),
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  primary key (provider_id, source_id),
  constraint outage_rule_source_fk foreign key (provider_id, tenant_id, source_id) references alert_source (provider_id, tenant_id, source_id),
  constraint outage_rule_by_fk foreign key (provider_id, updated_by) references person
);

-- Append-only: what the status page told of an outage.
create table outage_update (
  provider_id uuid not null,
  tenant_id uuid not null,
  update_id uuid not null,
  outage_id uuid not null,
  at timestamptz(3) not null,
  stage text not null constraint outage_update_stage check (stage in ('INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED')),
  body_ko text not null constraint outage_update_ko_length check (length(body_ko) between 1 and 4000),
  body_en text not null constraint outage_update_en_length check (length(body_en) between 1 and 4000),
  person_id uuid,
  primary key (provider_id, update_id),
  constraint outage_update_outage_fk foreign key (provider_id, tenant_id, outage_id) references outage (provider_id, tenant_id, outage_id),
  constraint outage_update_person_fk foreign key (provider_id, person_id) references person
);
create index outage_update_of_outage on outage_update (provider_id, outage_id, at desc, update_id desc);

-- Stretches in which somebody watched, or is known not to have; what nobody watched is unmeasured. By sources in the time
-- they were active and heard of, and by a person's word, which counts more than what was written before it.
create table measurement (
  provider_id uuid not null references provider,
  tenant_id uuid not null,
  measurement_id uuid not null default gen_random_uuid(),
  service_item_id uuid not null,
  measured boolean not null,
  from_at timestamptz(3) not null,
  to_at timestamptz(3),
  source_id uuid,
  person_id uuid,
  reason text constraint measurement_reason_length check (length(reason) between 1 and 4000),
  created_at timestamptz(3) not null,
  primary key (provider_id, measurement_id),
  constraint measurement_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint measurement_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint measurement_source_fk foreign key (provider_id, tenant_id, source_id) references alert_source (provider_id, tenant_id, source_id),
  constraint measurement_person_fk foreign key (provider_id, person_id) references person,
  constraint measurement_range check (to_at is null or to_at >= from_at),
  -- A source watches, a person says; a person's word has an end and a reason.
  constraint measurement_word check (case when source_id is null
    then person_id is not null and reason is not null and to_at is not null else measured and person_id is null end)
);
create index measurement_of_service on measurement (provider_id, tenant_id, service_item_id, from_at);
create unique index measurement_running on measurement (provider_id, source_id) where to_at is null;

create table maintenance_window (
  provider_id uuid not null references provider,
  tenant_id uuid not null,
  window_id uuid not null,
  kind text not null constraint maintenance_kind check (kind in ('PLANNED', 'EMERGENCY')),
  title_ko text not null constraint maintenance_title_ko_length check (length(title_ko) between 1 and 300),
  title_en text not null constraint maintenance_title_en_length check (length(title_en) between 1 and 300),
  description_ko text not null constraint maintenance_text_ko_length check (length(description_ko) <= 8000),
  description_en text not null constraint maintenance_text_en_length check (length(description_en) <= 8000),
  -- As last announced.
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  -- When the work really began and ended.
  started_at timestamptz(3),
  ended_at timestamptz(3),
  cancelled_at timestamptz(3),
  cancel_reason text constraint maintenance_cancel_length check (length(cancel_reason) between 1 and 4000),
  -- The provider conceded in a dispute that it doesn't count as planned.
  conceded_at timestamptz(3),
  created_at timestamptz(3) not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (provider_id, window_id),
  constraint maintenance_tenant_key unique (provider_id, tenant_id, window_id),
  constraint maintenance_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint maintenance_by_fk foreign key (provider_id, created_by) references person,
  constraint maintenance_range check (ends_at > starts_at),
  constraint maintenance_worked check (ended_at is null or (started_at is not null and ended_at >= started_at)),
  constraint maintenance_cancelled check ((cancelled_at is null) = (cancel_reason is null))
);
create index maintenance_of_tenant on maintenance_window (provider_id, tenant_id, starts_at desc, window_id desc);
create index maintenance_by_time on maintenance_window (provider_id, starts_at desc, window_id desc);

create table maintenance_service (
  provider_id uuid not null,
  tenant_id uuid not null,
  window_id uuid not null,
  service_item_id uuid not null,
  primary key (provider_id, window_id, service_item_id),
  constraint maintenance_service_window_fk foreign key (provider_id, tenant_id, window_id)
    references maintenance_window (provider_id, tenant_id, window_id),
  constraint maintenance_service_service_fk foreign key (provider_id, service_item_id) references service_item
);
create index maintenance_service_of_item on maintenance_service (provider_id, tenant_id, service_item_id);

-- Append-only but for its delivery: one word to the client about a window; a later one moves it.
create table maintenance_announcement (
  provider_id uuid not null,
  tenant_id uuid not null,
  window_id uuid not null,
  ordinal integer not null constraint maintenance_announcement_ordinal check (ordinal > 0),
  at timestamptz(3) not null,
  person_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  reason text constraint maintenance_announcement_reason_length check (length(reason) between 1 and 4000),
  -- When the first of the client's people was reached.
  delivered_at timestamptz(3),
  primary key (provider_id, window_id, ordinal),
  constraint maintenance_announcement_tenant_key unique (provider_id, tenant_id, window_id, ordinal),
  constraint maintenance_announcement_window_fk foreign key (provider_id, tenant_id, window_id)
    references maintenance_window (provider_id, tenant_id, window_id),
  constraint maintenance_announcement_person_fk foreign key (provider_id, person_id) references person
);

-- One letter of an announcement; its id is the mail's, so that its fate is found again.
create table maintenance_notice (
  provider_id uuid not null,
  tenant_id uuid not null,
  notice_id uuid not null,
  window_id uuid not null,
  ordinal integer not null,
  -- Whom it is for: somebody with an account, or somebody of the list of whom to call (which are archived, never deleted).
  person_id uuid,
  contact_id uuid,
  state text not null constraint maintenance_notice_state check (state in ('QUEUED', 'DELIVERED', 'FAILED')),
  delivered_at timestamptz(3),
  primary key (provider_id, notice_id),
  constraint maintenance_notice_announcement_fk foreign key (provider_id, tenant_id, window_id, ordinal)
    references maintenance_announcement (provider_id, tenant_id, window_id, ordinal),
  constraint maintenance_notice_person_fk foreign key (provider_id, person_id) references person,
  constraint maintenance_notice_to_one check ((person_id is null) <> (contact_id is null)),
  constraint maintenance_notice_once unique nulls not distinct (provider_id, window_id, ordinal, person_id, contact_id),
  constraint maintenance_notice_reached check ((state = 'DELIVERED') = (delivered_at is not null))
);

create table exclusion (
  provider_id uuid not null references provider,
  tenant_id uuid not null,
  exclusion_id uuid not null,
  service_item_id uuid not null,
  outage_id uuid,
  cause text not null constraint exclusion_cause check (cause in ('CLIENT', 'FORCE_MAJEURE', 'CLOUD_VENDOR')),
  from_at timestamptz(3) not null,
  to_at timestamptz(3) not null,
  reason text not null constraint exclusion_reason_length check (length(reason) between 1 and 4000),
  state text not null constraint exclusion_state check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED', 'DISPUTED', 'WITHDRAWN')),
  proposed_by uuid not null,
  proposed_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  decision_note text constraint exclusion_note_length check (length(decision_note) between 1 and 4000),
  version integer not null default 1,
  primary key (provider_id, exclusion_id),
  constraint exclusion_tenant_key unique (provider_id, tenant_id, exclusion_id),
  constraint exclusion_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint exclusion_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint exclusion_outage_fk foreign key (provider_id, tenant_id, outage_id) references outage (provider_id, tenant_id, outage_id),
  constraint exclusion_proposed_fk foreign key (provider_id, proposed_by) references person,
  constraint exclusion_decided_fk foreign key (provider_id, decided_by) references person,
  constraint exclusion_range check (to_at > from_at)
);
create index exclusion_of_tenant on exclusion (provider_id, tenant_id, proposed_at desc, exclusion_id desc);
create index exclusion_of_outage on exclusion (provider_id, outage_id) where outage_id is not null;

-- What a period came to. Ordinal 0 is the figure, which is computed again until it is published and never after that; the
-- rest are addenda: what it would be by what became known since.
create table availability_figure (
  provider_id uuid not null references provider,
  tenant_id uuid not null,
  figure_id uuid not null,
  service_item_id uuid not null,
  period_key text not null constraint availability_period check (period_key ~ '^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$'),
  ordinal integer not null constraint availability_ordinal check (ordinal >= 0),
  period_from timestamptz(3) not null,
  period_to timestamptz(3) not null,
  version_id uuid not null,
  bears_credit boolean not null,
  -- Exact; null: no data.
  numerator numeric,
  denominator numeric,
  verdict text not null constraint availability_verdict check (verdict in ('REACHED', 'MISSED', 'NO_DATA')),
  -- Whether it earned a credit, also one that a cap left nothing of; in minor units, before VAT and with it.
  credited boolean not null,
  credit_minor bigint not null,
  total_minor bigint not null,
  currency text not null,
  -- Canonical JSON of all it was computed from (docs/sla.md) and its SHA-256.
  document text not null,
  digest text not null constraint availability_digest check (digest ~ '^[0-9a-f]{64}$'),
  computed_at timestamptz(3) not null,
  published_at timestamptz(3),
  published_by uuid,
  primary key (provider_id, figure_id),
  constraint availability_tenant_key unique (provider_id, tenant_id, figure_id),
  constraint availability_once unique (provider_id, tenant_id, service_item_id, period_key, ordinal),
  constraint availability_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint availability_service_fk foreign key (provider_id, service_item_id) references service_item,
  constraint availability_version_fk foreign key (provider_id, tenant_id, version_id) references contract_version (provider_id, tenant_id, version_id),
  constraint availability_published_fk foreign key (provider_id, published_by) references person,
  constraint availability_exact check ((numerator is null) = (denominator is null) and (numerator is null) = (verdict = 'NO_DATA')),
  constraint availability_no_addendum_before check (ordinal = 0 or published_at is not null)
);

-- A published figure never moves, whoever asks.
create function availability_keep() returns trigger language plpgsql set search_path = pg_catalog, public
as $$
begin
  if old.published_at is not null then
    raise exception 'a published figure does not change' using errcode = 'DL403';
  end if;
  return new;
end $$;
create trigger availability_keep before update or delete on availability_figure for each row execute function availability_keep();

create table credit (
  provider_id uuid not null,
  tenant_id uuid not null,
  credit_id uuid not null,
  figure_id uuid not null,
  -- What the present amount was computed from: the figure, or an addendum after a dispute.
  evidence_id uuid not null,
  state text not null constraint credit_state check (state in ('COMPUTED', 'PROPOSED', 'ACCEPTED', 'DISPUTED', 'WAIVED', 'SETTLED')),
  amount_minor bigint not null constraint credit_amount check (amount_minor >= 0),
  currency text not null constraint credit_currency check (currency ~ '^[A-Z]{3}$'),
  evidence_digest text,
  disputed uuid[] not null default '{}',
  reference text constraint credit_reference_length check (length(reference) between 1 and 200),
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (provider_id, credit_id),
  constraint credit_tenant_key unique (provider_id, tenant_id, credit_id),
  constraint credit_of_figure unique (provider_id, figure_id),
  constraint credit_figure_fk foreign key (provider_id, tenant_id, figure_id) references availability_figure (provider_id, tenant_id, figure_id),
  constraint credit_evidence_fk foreign key (provider_id, tenant_id, evidence_id) references availability_figure (provider_id, tenant_id, figure_id),
  constraint credit_proposed_with_evidence check (state = 'COMPUTED' or evidence_digest is not null)
);

-- Append-only: the thread of a credit.
create table credit_event (
  provider_id uuid not null,
  tenant_id uuid not null,
  event_id uuid not null,
  credit_id uuid not null,
  seq integer not null constraint credit_event_seq check (seq > 0),
  kind text not null constraint credit_event_kind check (kind in ('PROPOSED', 'ACCEPTED', 'DISPUTED', 'WAIVED', 'SETTLED', 'COMMENTED')),
  at timestamptz(3) not null,
  person_id uuid,
  amount_minor bigint,
  text text constraint credit_event_text_length check (length(text) between 1 and 4000),
  exclusion_ids uuid[] not null default '{}',
  reference text,
  evidence_digest text,
  primary key (provider_id, event_id),
  constraint credit_event_order unique (provider_id, credit_id, seq),
  constraint credit_event_credit_fk foreign key (provider_id, tenant_id, credit_id) references credit (provider_id, tenant_id, credit_id),
  constraint credit_event_person_fk foreign key (provider_id, person_id) references person
);

-- When a client's figures were last computed: those of the running period change by time alone.
create table availability_keeping (
  provider_id uuid not null references provider,
  tenant_id uuid not null,
  looked_at timestamptz(3) not null,
  primary key (provider_id, tenant_id),
  constraint availability_keeping_tenant_fk foreign key (provider_id, tenant_id) references tenant
);

do $$
begin
  call protect_tenant_table('availability_keeping');
  call protect_tenant_table('outage');
  call protect_tenant_table('outage_change');
  call protect_tenant_table('outage_alert');
  call protect_tenant_table('outage_rule');
  call protect_tenant_table('outage_update');
  call protect_tenant_table('measurement');
  call protect_tenant_table('maintenance_window');
  call protect_tenant_table('maintenance_service');
  call protect_tenant_table('maintenance_announcement');
  call protect_tenant_table('maintenance_notice');
  call protect_tenant_table('exclusion');
  call protect_tenant_table('availability_figure');
  call protect_tenant_table('credit');
  call protect_tenant_table('credit_event');
end $$;
-- How sources are weighed is the provider's business.
create policy for_staff on outage_rule as restrictive using ((select scope_is_staff()));

grant select, insert, update on outage, maintenance_window, availability_figure, credit, exclusion to daylight_app, daylight_worker;
grant select, insert on outage_change, outage_update, maintenance_service, credit_event to daylight_app, daylight_worker;
grant select, insert, update on outage_rule to daylight_app;
grant select on outage_rule to daylight_worker;
grant select, insert, update on outage_alert to daylight_worker;
grant select on outage_alert to daylight_app;
grant select, insert, update on measurement to daylight_app, daylight_worker;
grant select, insert on maintenance_announcement to daylight_app;
grant select, update (delivered_at) on maintenance_announcement to daylight_worker;
grant select on maintenance_notice to daylight_app;
grant select, insert, update on maintenance_notice to daylight_worker;
grant delete on credit to daylight_worker;
grant select, insert, update on availability_keeping to daylight_worker;
grant select on availability_keeping to daylight_app;
grant select on outage, outage_change, exclusion, maintenance_window, maintenance_service, availability_figure, credit, measurement
  to daylight_reporting;

-- What a source watches when, written wherever a source is saved: nobody can forget it.
create function measurement_follow_source() returns trigger language plpgsql set search_path = pg_catalog, public
as $$
begin
  if tg_op = 'UPDATE' and old.active and (not new.active or new.service_item_id <> old.service_item_id) then
    update measurement m set to_at = greatest(m.from_at, new.updated_at)
    where m.provider_id = new.provider_id and m.source_id = new.source_id and m.to_at is null;
  end if;
  if new.active and (tg_op = 'INSERT' or not old.active or new.service_item_id <> old.service_item_id) then
    insert into measurement (provider_id, tenant_id, service_item_id, measured, from_at, source_id, created_at)
    values (new.provider_id, new.tenant_id, new.service_item_id, true, new.updated_at, new.source_id, new.updated_at);
  end if;
  return null;
end $$;
create trigger measurement_follow_source after insert or update of active, service_item_id on alert_source
  for each row execute function measurement_follow_source();

insert into measurement (provider_id, tenant_id, service_item_id, measured, from_at, source_id, created_at)
select provider_id, tenant_id, service_item_id, true, created_at, source_id, created_at from alert_source where active;

-- Arms a look at every client whose figures can have changed by time alone: months end, work overruns. Called by workers.
create function arm_availability_keeping() returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare armed integer;
begin
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
  select gen_random_uuid(), s.provider_id, s.tenant_id, 'availability-keep', '{}', now(), s.tenant_id::text
  from (select distinct s.provider_id, s.tenant_id from contract_scope s
        where s.valid_to is null or s.valid_to > now() - interval '40 days') s
  where not exists (select from availability_keeping k where k.provider_id = s.provider_id and k.tenant_id = s.tenant_id
    and k.looked_at > now() - interval '1 hour')
  on conflict on constraint job_dedupe_key do nothing;
  get diagnostics armed = row_count;
  return armed;
end $$;
revoke all on function arm_availability_keeping() from public;
grant execute on function arm_availability_keeping() to daylight_worker;
