-- As 0130 made it.
create or replace function intake_store(p_key bytea, p_version integer, p_rows jsonb, p_bodies bytea[]) returns text
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  s record;
begin
  perform set_config('synchronous_commit', 'on', true);
  select x.provider_id, x.tenant_id, x.source_id, x.version into s
  from alert_source x join tenant t on t.provider_id = x.provider_id and t.tenant_id = x.tenant_id and t.stage <> 'CLOSED'
  where x.key_hash = p_key and x.active;
  if not found then return 'GONE'; end if;
  if s.version <> p_version then return 'CHANGED'; end if;
  with row as (
    select r.*, p_bodies[r.place] as body
    from rows from (jsonb_to_recordset(p_rows) as (delivery_id uuid, job_id uuid, queue text, vendor text, content_type text,
      headers jsonb, bytes bigint, reason text, detail text, replay_key text)) with ordinality
      as r (delivery_id, job_id, queue, vendor, content_type, headers, bytes, reason, detail, replay_key, place)
  ), kept as (
    insert into intake_delivery (provider_id, tenant_id, delivery_id, source_id, vendor, received_at, content_type, headers, body, bytes,
      state, reason, detail, settled_at, replay_key)
    select s.provider_id, s.tenant_id, r.delivery_id, s.source_id, r.vendor, clock_timestamp(), r.content_type, r.headers, r.body, r.bytes,
      case when r.reason is null then 'RECEIVED' else 'DEAD' end, r.reason, r.detail, case when r.reason is null then null else now() end,
      r.replay_key
    from row r
    on conflict on constraint intake_delivery_once do nothing
    returning delivery_id
  )
  insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
  select r.job_id, s.provider_id, s.tenant_id, r.queue, jsonb_build_object('deliveryId', r.delivery_id, 'sourceId', s.source_id), now(),
    r.delivery_id::text
  from row r join kept k on k.delivery_id = r.delivery_id
  where r.reason is null;
  return 'STORED';
end $$;
