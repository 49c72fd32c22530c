drop function retry_job(uuid, uuid, timestamptz, text, interval, boolean);
