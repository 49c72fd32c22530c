drop function ticket_apply(uuid, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, text[]);
drop function ticket_clocks_write(uuid, uuid, jsonb, jsonb);
