-- What all processes that take deliveries share: how many a source may still make, and how often a secret was refused.

-- A bucket for each source, filled up evenly over the minute. A crash may lose it: it is full again then.
create unlogged table intake_allowance (
  provider_id uuid not null,
  tenant_id uuid not null,
  source_id uuid not null,
  tokens double precision not null,
  at timestamptz not null,
  primary key (provider_id, source_id),
  constraint intake_allowance_source_fk foreign key (provider_id, tenant_id, source_id)
    references alert_source (provider_id, tenant_id, source_id) on delete cascade
);

-- Requests that held a source's address but not its secret, for whoever has to set it right.
create table intake_refusal (
  provider_id uuid not null,
  tenant_id uuid not null,
  source_id uuid not null,
  why text not null constraint intake_refusal_why check (why in ('UNSET', 'MISSING', 'WRONG', 'STALE')),
  count bigint not null constraint intake_refusal_count check (count > 0),
  last_at timestamptz(3) not null,
  primary key (provider_id, source_id, why),
  constraint intake_refusal_source_fk foreign key (provider_id, tenant_id, source_id)
    references alert_source (provider_id, tenant_id, source_id) on delete cascade
);
do $$
begin
  call protect_tenant_table('intake_allowance');
  call protect_tenant_table('intake_refusal');
end $$;
create policy for_staff on intake_allowance as restrictive using ((select scope_is_staff()));
create policy for_staff on intake_refusal as restrictive using ((select scope_is_staff()));
grant select on intake_refusal to daylight_app;

-- Takes up to `p_want` deliveries out of a source's bucket. `granted` 0: none is left for `wait_ms`. No row: there is no such source.
create function intake_take(p_key bytea, p_want integer) returns table (granted integer, wait_ms integer)
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  s record;
  held double precision;
begin
  -- Nothing depends on it after a crash, so nobody waits for a disk.
  perform set_config('synchronous_commit', 'off', true);
  select x.provider_id, x.tenant_id, x.source_id, x.per_minute into s from alert_source x where x.key_hash = p_key and x.active;
  if not found then return; end if;
  insert into intake_allowance as a (provider_id, tenant_id, source_id, tokens, at)
  values (s.provider_id, s.tenant_id, s.source_id, s.per_minute, clock_timestamp())
  on conflict (provider_id, source_id) do update
    set tokens = least(s.per_minute, a.tokens + greatest(0, extract(epoch from clock_timestamp() - a.at)) * s.per_minute / 60.0),
      at = greatest(a.at, clock_timestamp())
  returning a.tokens into held;
  granted := least(greatest(p_want, 1), floor(held))::integer;
  wait_ms := case when granted > 0 then 0 else ceil((1 - held) * 60000.0 / s.per_minute)::integer end;
  update intake_allowance a set tokens = a.tokens - granted where a.provider_id = s.provider_id and a.source_id = s.source_id;
  return next;
end $$;

-- Adds what one process has counted: `p_counts` is {why: how often}.
create function intake_refused(p_key bytea, p_counts jsonb) returns void
  language sql security definer set search_path = pg_catalog, public
as $$
  insert into intake_refusal as r (provider_id, tenant_id, source_id, why, count, last_at)
  select s.provider_id, s.tenant_id, s.source_id, c.key, (c.value)::bigint, now()
  from alert_source s cross join jsonb_each_text(p_counts) c
  where s.key_hash = p_key
  on conflict (provider_id, source_id, why) do update set count = r.count + excluded.count, last_at = excluded.last_at
$$;

-- Who of the provider's people looks at which alert right now: one at a time. A lease, never a fact; a crash may lose it.
create unlogged table alert_presence (
  provider_id uuid not null,
  tenant_id uuid not null,
  person_id uuid not null,
  alert_id uuid not null,
  lease_until timestamptz(3) not null,
  primary key (provider_id, person_id),
  constraint alert_presence_alert_fk foreign key (provider_id, tenant_id, alert_id)
    references alert (provider_id, tenant_id, alert_id) on delete cascade,
  constraint alert_presence_person_fk foreign key (provider_id, person_id) references person
);
create index alert_presence_by_lease on alert_presence (provider_id, lease_until desc);
alter table alert_presence enable row level security;
alter table alert_presence force row level security;
-- Staff who may see the alert; everybody speaks for oneself alone.
create policy presence_read on alert_presence for select
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and exists (select 1 from alert a where a.provider_id = alert_presence.provider_id and a.alert_id = alert_presence.alert_id));
create policy presence_come on alert_presence for insert
  with check (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person())
    and exists (select 1 from alert a where a.provider_id = alert_presence.provider_id and a.alert_id = alert_presence.alert_id));
create policy presence_move on alert_presence for update
  using (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person()))
  with check (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person())
    and exists (select 1 from alert a where a.provider_id = alert_presence.provider_id and a.alert_id = alert_presence.alert_id));
create policy presence_go on alert_presence for delete
  using (provider_id = (select scope_provider()) and (select scope_is_staff()) and person_id = (select scope_person()));
grant select, insert, update, delete on alert_presence to daylight_app;

revoke all on function intake_take(bytea, integer), intake_refused(bytea, jsonb) from public;
grant execute on function intake_take(bytea, integer), intake_refused(bytea, jsonb) to daylight_app;
