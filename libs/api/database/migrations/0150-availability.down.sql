drop function arm_availability_keeping();
drop trigger measurement_follow_source on alert_source;
drop function measurement_follow_source();
drop table availability_keeping, credit_event, credit, availability_figure, exclusion, maintenance_notice, maintenance_announcement, maintenance_service,
  maintenance_window, measurement, outage_update, outage_rule, outage_alert, outage_change, outage;
drop function availability_keep();
