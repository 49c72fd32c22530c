-- What should have been done by now and neither was done nor given up (G7, R15): for the console under the reader's own
-- scope, and counted for whoever watches the installation. Two minutes are the longest that a healthy worker takes.
create view overdue_step with (security_invoker = true) as
  select 'JOB'::text as kind, j.provider_id, j.tenant_id, null::uuid as ticket_id, j.queue as name, j.run_at as due_at
  from job j
  where j.dead_at is null and j.run_at < now() - interval '2 minutes' and (j.leased_until is null or j.leased_until < now())
  union all
  select 'CLOCK', c.provider_id, c.tenant_id, c.ticket_id, c.kind, c.due_at
  from ticket_clock c
  where c.verdict is null and c.state = 'RUNNING' and c.due_at < now() - interval '2 minutes'
  union all
  select 'ESCALATION', e.provider_id, e.tenant_id, e.ticket_id, e.priority, e.next_at
  from escalation e
  where e.state = 'RUNNING' and e.next_at < now() - interval '2 minutes'
  union all
  select 'INTAKE', d.provider_id, d.tenant_id, null, d.vendor, d.received_at
  from intake_delivery d
  where d.state = 'RECEIVED' and d.received_at < now() - interval '2 minutes'
  union all
  select 'MAIL_IN', m.provider_id, m.tenant_id, null, 'mail-in', m.received_at
  from mail_inbound m
  where m.state = 'RECEIVED' and m.received_at < now() - interval '2 minutes'
  union all
  -- One that waits for its next attempt isn't late; one that nothing will send is.
  select 'MAIL_OUT', m.provider_id, m.tenant_id, m.ticket_id, m.template, m.created_at
  from mail_message m
  where m.state = 'QUEUED' and m.created_at < now() - interval '2 minutes' and not exists (
    select 1 from job j where j.provider_id = m.provider_id and j.queue = 'mail-send' and j.dedupe_key = m.mail_id::text
      and j.run_at > now() - interval '2 minutes')
  union all
  select 'WEBHOOK', d.provider_id, d.tenant_id, null, d.topic, d.next_at
  from webhook_delivery d
  where d.state = 'QUEUED' and d.next_at < now() - interval '2 minutes';
grant select on overdue_step to daylight_app;

-- Over all providers: numbers only.
create function overdue_counts() returns table (kind text, overdue bigint, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select o.kind, count(*), extract(epoch from now() - min(o.due_at))::double precision from overdue_step o group by o.kind
$$;
revoke all on function overdue_counts() from public;
grant execute on function overdue_counts() to daylight_worker;
create index mail_message_queued on mail_message (created_at) where state = 'QUEUED';
create index mail_inbound_unread on mail_inbound (received_at) where state = 'RECEIVED';
create index webhook_delivery_waiting on webhook_delivery (next_at) where state = 'QUEUED';
