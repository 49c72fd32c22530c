drop table audit_seal, audit_entry, idempotency_key;
drop function queue_ages(), fail_job(uuid, uuid, text, interval, boolean), finish_job(uuid, uuid, timestamptz), extend_lease(uuid, uuid, interval), claim_jobs(integer, interval);
drop table job;
