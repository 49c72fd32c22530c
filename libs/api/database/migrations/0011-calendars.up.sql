-- Service hours to start contracts from, and official days as they became known (domain.md section 3, D-CAL-4).

create table calendar_template (
  provider_id uuid not null references provider,
  calendar_id uuid not null,
  -- For lists: what the document says.
  name_ko text not null,
  name_en text not null,
  zone text not null,
  document jsonb not null,
  archived boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  primary key (provider_id, calendar_id),
  constraint calendar_template_updated_by_fkey foreign key (provider_id, updated_by) references person (provider_id, person_id)
);
call protect_staff_table('calendar_template');
grant select, insert, update on calendar_template to daylight_app, daylight_worker;

-- Every document a template has ever had; the newest is also in the template.
create table calendar_template_version (
  provider_id uuid not null,
  calendar_id uuid not null,
  version integer not null,
  document jsonb not null,
  digest text not null constraint calendar_template_version_digest check (digest ~ '^[0-9a-f]{64}$'),
  at timestamptz(3) not null,
  by_person uuid,
  primary key (provider_id, calendar_id, version),
  constraint calendar_template_version_template_fkey foreign key (provider_id, calendar_id) references calendar_template,
  constraint calendar_template_version_by_fkey foreign key (provider_id, by_person) references person (provider_id, person_id)
);
call protect_staff_table('calendar_template_version');
grant select, insert on calendar_template_version to daylight_app, daylight_worker;

-- Which package a region's days were first read from; a newer package adds what it knows more, known from then on.
create table holiday_region (
  provider_id uuid not null references provider,
  region text not null constraint holiday_region_form check (region ~ '^[A-Z]{2}$'),
  source text not null,
  seeded_at timestamptz(3) not null,
  primary key (provider_id, region)
);

-- Append-only. `revision` rises in commit order within a provider: writers hold an advisory lock, so that the highest
-- number names one state of knowledge and caches may be keyed by it.
create table holiday_revision (
  provider_id uuid not null references provider,
  revision bigint generated always as identity,
  region text not null constraint holiday_revision_region_form check (region ~ '^[A-Z]{2}$'),
  date date not null,
  name_ko text not null constraint holiday_revision_name_ko_length check (length(name_ko) between 1 and 200),
  name_en text not null constraint holiday_revision_name_en_length check (length(name_en) between 1 and 200),
  known_at timestamptz(3) not null,
  source text not null constraint holiday_revision_source_length check (length(source) between 1 and 300),
  revoked boolean not null default false,
  recorded_by uuid,
  primary key (provider_id, revision),
  constraint holiday_revision_recorded_by_fkey foreign key (provider_id, recorded_by) references person (provider_id, person_id)
);
create index holiday_revision_by_region on holiday_revision (provider_id, region, date);

-- Clients' clocks need the days; staff and workers record them.
do $$
declare t text;
begin
  foreach t in array array['holiday_region', 'holiday_revision'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select using (provider_id = (select scope_provider()))', t || '_read', t);
    execute format('create policy %I on %I for insert with check (provider_id = (select scope_provider()) and (select scope_is_staff()))', t || '_add', t);
  end loop;
end $$;
create policy holiday_region_change on holiday_region for update
  using (provider_id = (select scope_provider()) and (select scope_is_staff()))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff()));
grant select, insert, update on holiday_region to daylight_app, daylight_worker;
grant select, insert on holiday_revision to daylight_app, daylight_worker;
grant select on holiday_region, holiday_revision to daylight_reporting;
