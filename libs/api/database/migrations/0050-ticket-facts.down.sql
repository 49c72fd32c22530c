drop table kpi_rollup;
drop table ticket_fact;
drop function ticket_fact_gone();
drop function reporting_zone(uuid, uuid);
