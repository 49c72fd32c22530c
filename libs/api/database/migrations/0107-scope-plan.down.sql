alter table idempotency_key reset (toast_tuple_target);
alter function begin_scope(bytea, text, uuid) reset plan_cache_mode;
