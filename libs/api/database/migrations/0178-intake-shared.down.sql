drop table alert_presence;
drop function intake_refused(bytea, jsonb);
drop function intake_take(bytea, integer);
drop table intake_refusal;
drop table intake_allowance;
