drop function arm_coverage_checks();
drop function on_call_feed_open(bytea);
drop function escalation_acknowledge(bytea, uuid, uuid, uuid, text);
drop function escalation_link_view(bytea);
drop table escalation_delivery_result, escalation_delivery, escalation_attempt, escalation_event, escalation, on_call_feed,
  escalation_document, escalation_policy, on_call_schedule, escalation_contact;
