drop function idempotency_purge();
