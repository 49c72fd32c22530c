drop function channel_purge(), webhook_retire_secret(uuid, timestamptz), gateway_report_store(bytea, uuid, uuid, text, bytea);
drop table gateway_report, gateway_message, gateway_secret, channel_gateway, webhook_attempt, webhook_delivery, webhook;
