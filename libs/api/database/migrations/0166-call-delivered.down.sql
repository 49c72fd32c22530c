alter table escalation_delivery_result drop constraint escalation_delivery_outcome;
delete from escalation_delivery_result where outcome = 'DELIVERED';
alter table escalation_delivery_result add constraint escalation_delivery_outcome check (outcome in ('SENT', 'LOCAL', 'FAILED'));
-- Acknowledges a run by the link of one of its calls. True: this call ended it; false: it had ended, or there is no such link.
create or replace function escalation_acknowledge(p_hash bytea, p_event uuid, p_audit uuid, p_job uuid, p_address text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  a record;
  who uuid;
begin
  select x.provider_id, x.tenant_id, x.escalation_id, x.attempt_id, coalesce(c.person_id, c.contact_id) as answerer, c.person_id into a
  from escalation_attempt x join escalation_contact c on c.provider_id = x.provider_id and c.contact_id = x.contact_id
  where x.link_hash = p_hash and x.made_at > now() - interval '30 days';
  if not found then return false; end if;
  who := a.answerer;
  update escalation e set state = 'ACKNOWLEDGED', ended_at = now(), next_at = null, acknowledged_by = who, acknowledged_via = 'LINK'
  where e.provider_id = a.provider_id and e.escalation_id = a.escalation_id and e.state in ('RUNNING', 'EXHAUSTED');
  if not found then return false; end if;
  insert into escalation_event (provider_id, tenant_id, escalation_id, event_id, kind, at, data)
  values (a.provider_id, a.tenant_id, a.escalation_id, p_event, 'ACKNOWLEDGED', now(), jsonb_build_object('personId', who, 'via', 'LINK'));
  delete from job j where j.provider_id = a.provider_id and j.queue = 'escalation-step' and j.dedupe_key = a.escalation_id::text and j.leased_until is null;
  insert into audit_entry (provider_id, entry_id, tenant_id, at, actor_side, actor_person_id, action, object_type, object_id, after, address)
  select a.provider_id, p_audit, a.tenant_id, now(), coalesce(p.side, 'SYSTEM'), a.person_id, 'escalation.acknowledge', 'escalation', a.escalation_id,
    jsonb_build_object('via', 'LINK', 'attempt', a.attempt_id), left(p_address, 100)
  from (select 1) one left join person p on p.provider_id = a.provider_id and p.person_id = a.person_id;
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at)
  values (p_job, a.provider_id, a.tenant_id, 'outbox',
    jsonb_build_object('topic', 'escalation.acknowledged', 'ids', jsonb_build_object('escalationId', a.escalation_id)), now());
  return true;
end $$;
