-- A retried request costs one row, not a row and its update: who asks first under a key holds a lock until the end of the
-- transaction, and the key is written once, with the answer (G4).

-- The stored answer to this person's key, if any. Waits while another transaction of the same key goes on; what that one
-- commits is seen, since the second statement takes its own snapshot.
create function idempotency_recall(p_key text, out request_digest text, out response jsonb)
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  scope constant text[] := scope_fields();
begin
  perform pg_advisory_xact_lock(hashtextextended('idempotency/' || scope[3] || '/' || scope[5] || '/' || p_key, 0));
  select k.request_digest, k.response into request_digest, response from idempotency_key k
  where k.provider_id = scope[3]::uuid and k.person_id = nullif(scope[5], '')::uuid and k.key = p_key;
end $$;

-- Keeps the answer under this person's key. A function, since the policy of the table asks for the scope four times.
create function idempotency_remember(p_key text, p_request_digest text, p_response jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  scope constant text[] := scope_fields();
begin
  insert into idempotency_key (provider_id, person_id, key, request_digest, response)
  values (scope[3]::uuid, nullif(scope[5], '')::uuid, p_key, p_request_digest, p_response);
end $$;
revoke all on function idempotency_recall(text), idempotency_remember(text, text, jsonb) from public;
grant execute on function idempotency_recall(text), idempotency_remember(text, text, jsonb) to daylight_app, daylight_worker;
