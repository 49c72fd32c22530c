drop function ticket_search_ids(uuid, jsonb, integer);
drop table ticket_search;
