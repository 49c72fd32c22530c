-- Background work, retried requests, the audit trail. decisions 9, 16, 18.

-- One table for outbox events, jobs and timers: enqueued inside the transaction that causes them, claimed under a lease
-- on the database clock. A dead worker's claim is free again when the lease ends (30 s).
create table job (
  job_id uuid primary key,
  provider_id uuid not null references provider,
  tenant_id uuid,
  queue text not null,
  payload jsonb not null,
  run_at timestamptz(3) not null,
  -- Timers are re-armed by upsert on this key; null for what must happen each time.
  dedupe_key text,
  attempts integer not null default 0,
  leased_until timestamptz(3),
  -- Fencing: a worker that lost its lease can't finish the job of its successor.
  lease uuid,
  last_error text,
  dead_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  foreign key (provider_id, tenant_id) references tenant,
  constraint job_dedupe_key unique (provider_id, queue, dedupe_key)
);
create index job_due on job (run_at) where dead_at is null;
create index job_dead on job (provider_id, dead_at) where dead_at is not null;
alter table job enable row level security;
alter table job force row level security;
create policy job_scope on job
  using (provider_id = (select scope_provider()) and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert, update, delete on job to daylight_app, daylight_worker;

create function claim_jobs(p_limit integer, p_lease interval)
  returns table (job_id uuid, lease uuid, provider_id uuid, tenant_id uuid, queue text, payload jsonb, run_at timestamptz, attempts integer, dedupe_key text)
  language sql security definer set search_path = pg_catalog, public
as $$
  update job j set leased_until = clock_timestamp() + p_lease, lease = gen_random_uuid(), attempts = j.attempts + 1
  from (
    select x.job_id from job x
    where x.dead_at is null and x.run_at <= clock_timestamp() and (x.leased_until is null or x.leased_until < clock_timestamp())
    order by x.run_at limit p_limit for update skip locked
  ) due
  where j.job_id = due.job_id
  returning j.job_id, j.lease, j.provider_id, j.tenant_id, j.queue, j.payload, j.run_at, j.attempts, j.dedupe_key
$$;

create function extend_lease(p_job uuid, p_lease_id uuid, p_lease interval) returns boolean
  language sql security definer set search_path = pg_catalog, public
as $$ with u as (update job set leased_until = clock_timestamp() + p_lease where job_id = p_job and lease = p_lease_id returning 1) select exists (select 1 from u) $$;

-- Called inside the handler's own transaction. A timer that was re-armed meanwhile (run_at moved) stays, unleased.
create function finish_job(p_job uuid, p_lease_id uuid, p_run_at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  delete from job where job_id = p_job and lease = p_lease_id and run_at = p_run_at;
  if found then return true; end if;
  update job set leased_until = null, lease = null, attempts = 0 where job_id = p_job and lease = p_lease_id;
  return found;
end $$;

create function fail_job(p_job uuid, p_lease_id uuid, p_error text, p_retry_in interval, p_dead boolean) returns void
  language sql security definer set search_path = pg_catalog, public
as $$
  update job set leased_until = null, lease = null, last_error = left(p_error, 2000),
    run_at = clock_timestamp() + p_retry_in, dead_at = case when p_dead then clock_timestamp() end
  where job_id = p_job and lease = p_lease_id
$$;

create function queue_ages() returns table (queue text, waiting bigint, oldest_seconds double precision, dead bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select j.queue, count(*) filter (where j.dead_at is null and j.run_at <= now()),
    coalesce(extract(epoch from now() - min(j.run_at) filter (where j.dead_at is null and j.run_at <= now())), 0)::double precision,
    count(*) filter (where j.dead_at is not null)
  from job j group by j.queue
$$;

revoke all on function claim_jobs(integer, interval), extend_lease(uuid, uuid, interval), finish_job(uuid, uuid, timestamptz),
  fail_job(uuid, uuid, text, interval, boolean), queue_ages() from public;
grant execute on function claim_jobs(integer, interval), extend_lease(uuid, uuid, interval), finish_job(uuid, uuid, timestamptz),
  fail_job(uuid, uuid, text, interval, boolean) to daylight_worker;
grant execute on function queue_ages() to daylight_app, daylight_worker;

-- A retried request takes effect once: the key and the answer are rows of the same transaction (G4).
create table idempotency_key (
  provider_id uuid not null references provider,
  person_id uuid not null,
  key text not null constraint idempotency_key_length check (length(key) between 8 and 200),
  request_digest text not null,
  response jsonb,
  created_at timestamptz(3) not null default now(),
  primary key (provider_id, person_id, key)
);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own_key on idempotency_key
  using (provider_id = (select scope_provider()) and person_id = (select scope_person()))
  with check (provider_id = (select scope_provider()) and person_id = (select scope_person()));
grant select, insert, update on idempotency_key to daylight_app, daylight_worker;

-- Append-only. Personal values are referenced by id, so that erasing a person leaves the chain whole.
create table audit_entry (
  provider_id uuid not null references provider,
  entry_id uuid not null,
  tenant_id uuid,
  at timestamptz(3) not null,
  actor_side text not null,
  actor_person_id uuid,
  action text not null,
  object_type text not null,
  object_id uuid,
  before jsonb,
  after jsonb,
  address text,
  request_id text,
  primary key (provider_id, entry_id),
  foreign key (provider_id, tenant_id) references tenant
);
create index audit_entry_by_time on audit_entry (provider_id, at desc, entry_id desc);
create index audit_entry_by_object on audit_entry (provider_id, object_id, at desc);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
-- Clients' acts are written under their scope; only staff read the trail.
create policy audit_write on audit_entry for insert
  with check (provider_id = (select scope_provider())
    and (tenant_id is null or tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
create policy audit_read on audit_entry for select
  using (provider_id = (select scope_provider()) and (select scope_is_staff())
    and (tenant_id is null or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert on audit_entry to daylight_app, daylight_worker;

-- The chain: one sealer per installation takes entries in commit order (decision 9).
create table audit_seal (
  provider_id uuid not null,
  seq bigint not null,
  entry_id uuid not null,
  hash bytea not null,
  sealed_at timestamptz(3) not null default now(),
  primary key (provider_id, seq),
  constraint audit_seal_entry_key unique (provider_id, entry_id),
  foreign key (provider_id, entry_id) references audit_entry
);
call protect_staff_table('audit_seal');
grant select, insert on audit_seal to daylight_worker;
grant select on audit_seal to daylight_app;
