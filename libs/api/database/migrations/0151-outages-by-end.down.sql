alter table maintenance_notice drop constraint maintenance_notice_announcement_fk;
alter table maintenance_notice add constraint maintenance_notice_announcement_fk foreign key (provider_id, tenant_id, window_id, ordinal)
  references maintenance_announcement (provider_id, tenant_id, window_id, ordinal);
alter table maintenance_announcement drop constraint maintenance_announcement_of_window;
drop index outage_by_end;
