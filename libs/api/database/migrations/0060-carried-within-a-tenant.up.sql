-- An action is carried to a later review of the same client: the key says so, whoever writes it.
alter table review_action add constraint review_action_tenant_key unique (provider_id, tenant_id, action_id);
alter table review_action drop constraint review_action_carried_fk;
alter table review_action add constraint review_action_carried_fk
  foreign key (provider_id, tenant_id, carried_to) references review_action (provider_id, tenant_id, action_id);
