drop function idempotency_remember(text, text, jsonb);
drop function idempotency_recall(text);
