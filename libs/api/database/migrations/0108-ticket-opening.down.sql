drop function ticket_open(uuid, uuid, text, text, smallint, smallint, boolean, text, text, uuid, jsonb, uuid, text, text, uuid, boolean, uuid[], text,
  timestamptz, integer, timestamptz, text, text, uuid, timestamptz, text, uuid, jsonb, jsonb, text, text[], jsonb, text, jsonb,
  timestamptz, jsonb);
drop function ticket_opening(uuid, uuid, timestamptz);
