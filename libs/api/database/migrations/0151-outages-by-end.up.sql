-- Status pages and figures ask for outages that touch a stretch: years of those that are over are not read for it.
create index outage_by_end on outage (provider_id, tenant_id, (coalesce(ended_at, 'infinity'::timestamptz))) where withdrawn_at is null;

-- The same reference, ended by what it names, so that it is seen to be refused to another client's window.
alter table maintenance_announcement add constraint maintenance_announcement_of_window unique (provider_id, tenant_id, ordinal, window_id);
alter table maintenance_notice drop constraint maintenance_notice_announcement_fk;
alter table maintenance_notice add constraint maintenance_notice_announcement_fk foreign key (provider_id, tenant_id, ordinal, window_id)
  references maintenance_announcement (provider_id, tenant_id, ordinal, window_id);
