-- The clocks of a ticket: a cache for queues and timers, and the narrow fact rows that figures sum (architecture.md section 5).
-- Never the truth: that is the fold of the events (D-SLA-1). Confidential tickets count in figures (decision 26), so the
-- rows carry no word about the ticket and are visible to the whole tenant.
create table ticket_clock (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  kind text not null constraint ticket_clock_kind check (kind in
    ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'UPDATE_CADENCE', 'RESTORE', 'RESOLUTION', 'AGREED_DATE')),
  cycle integer not null constraint ticket_clock_cycle check (cycle > 0),
  state text not null constraint ticket_clock_state check (state in ('RUNNING', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED', 'NONE')),
  priority text not null,
  target_id text not null,
  target_ms bigint not null,
  used_ms bigint not null,
  started_at timestamptz(3) not null,
  due_at timestamptz(3),
  met_at timestamptz(3),
  breached_at timestamptz(3),
  verdict text constraint ticket_clock_verdict check (verdict in ('MET', 'MISSED')),
  verdict_at timestamptz(3),
  cancelled_at timestamptz(3),
  service_item_id uuid not null,
  contract_version_id uuid,
  terms_digest text,
  -- What was known of the calendars when this was computed (D-CAL-4).
  calendar_revision timestamptz(3) not null,
  last_seq integer not null,
  primary key (provider_id, ticket_id, kind, cycle),
  constraint ticket_clock_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
create index ticket_clock_by_verdict on ticket_clock (provider_id, tenant_id, verdict_at) where verdict_at is not null;
create index ticket_clock_unjudged on ticket_clock (provider_id, tenant_id, due_at) where verdict is null and state in ('RUNNING', 'PAUSED');
call protect_tenant_table('ticket_clock');
grant select, insert, update, delete on ticket_clock to daylight_app, daylight_worker;
grant select on ticket_clock to daylight_reporting;

-- A warning or breach that has been told: once each (D-SLA-10). `percent` 100 is the breach. A changed target warns anew.
create table clock_notice (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  cycle integer not null,
  percent smallint not null constraint clock_notice_percent check (percent between 1 and 100),
  -- '' for a breach: a clock breaches once, whatever its target was.
  target_id text not null,
  -- When it was due: the true instant, also when told late.
  due_at timestamptz(3) not null,
  fired_at timestamptz(3) not null,
  late boolean not null,
  primary key (provider_id, ticket_id, kind, cycle, percent, target_id),
  constraint clock_notice_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
create index clock_notice_by_time on clock_notice (provider_id, tenant_id, fired_at);
call protect_tenant_table('clock_notice');
grant select, insert on clock_notice to daylight_app, daylight_worker;
