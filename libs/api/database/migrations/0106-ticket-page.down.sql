drop function ticket_page(uuid, boolean, boolean);
drop function epoch_ms(timestamptz);
