drop function idempotency_recall(text);
