-- What a provider runs for its clients. Terms and tickets name these items (domain.md section 2).

create table service_item (
  provider_id uuid not null references provider,
  service_item_id uuid not null,
  code text not null constraint service_item_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  category text not null constraint service_item_category
    check (category in ('INFRASTRUCTURE', 'CLOUD_SECURITY', 'APPLICATION', 'CONSULTING')),
  name_ko text not null constraint service_item_name_ko_length check (length(name_ko) between 1 and 200),
  name_en text not null constraint service_item_name_en_length check (length(name_en) between 1 and 200),
  archived boolean not null default false,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  primary key (provider_id, service_item_id),
  constraint service_item_code_key unique (provider_id, code)
);
-- Names of services are on every client's ticket form; only staff change them.
alter table service_item enable row level security;
alter table service_item force row level security;
create policy service_item_read on service_item for select using (provider_id = (select scope_provider()));
create policy service_item_add on service_item for insert
  with check (provider_id = (select scope_provider()) and (select scope_is_staff()));
create policy service_item_change on service_item for update
  using (provider_id = (select scope_provider()) and (select scope_is_staff()))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff()));
grant select, insert, update on service_item to daylight_app, daylight_worker;
grant select on service_item to daylight_reporting;
