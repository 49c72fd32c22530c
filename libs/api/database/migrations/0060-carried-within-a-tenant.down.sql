alter table review_action drop constraint review_action_carried_fk;
alter table review_action add constraint review_action_carried_fk
  foreign key (provider_id, carried_to) references review_action (provider_id, action_id);
alter table review_action drop constraint review_action_tenant_key;
