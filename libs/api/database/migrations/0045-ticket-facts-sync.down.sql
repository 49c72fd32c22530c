drop function ticket_facts_sync(uuid, jsonb, timestamptz);
