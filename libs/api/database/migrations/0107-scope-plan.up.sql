-- A session's scope is minted by a plan that stays. With the tenant's `is null or` PostgreSQL took its chance to make a
-- cheaper one for the value at hand, and planned for every request of a client: longer than the reading.
alter function begin_scope(bytea, text, uuid) set plan_cache_mode = force_generic_plan;

-- Answers that are kept for a retry are read once in a thousand times, and gone by tomorrow: up to the size of an
-- ordinary one they stay as they are in their row, instead of being compressed.
alter table idempotency_key set (toast_tuple_target = 8160);
