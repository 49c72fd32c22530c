drop function intake_purge();
drop function intake_store(bytea, integer, jsonb, bytea[]);
drop function intake_source(bytea);
drop table alert_change;
drop table alert;
drop table intake_delivery;
drop table alert_source;
