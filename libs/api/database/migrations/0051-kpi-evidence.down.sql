drop table kpi_check;
drop function kpi_logs(uuid, uuid[]);
drop function kpi_tickets(uuid, timestamptz, timestamptz);
drop function kpi_tenant_in_scope(uuid);
