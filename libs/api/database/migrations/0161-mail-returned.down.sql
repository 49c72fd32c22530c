drop function mail_return_target(uuid);
create or replace function mail_reply_ticket(p_mail uuid) returns table (provider_id uuid, tenant_id uuid, ticket_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select m.provider_id, m.tenant_id, m.ticket_id, m.person_id from mail_message m
  where m.mail_id = p_mail and m.tenant_id is not null and m.ticket_id is not null and m.person_id is not null
$$;
drop table mail_address_trouble;
alter table mail_message drop constraint mail_message_returned_whole, drop column returned_kind, drop column returned_status,
  drop column returned_said, drop column returned_at;
