-- Files and what they hang on. The bytes live in PostgreSQL: one thing to back up, one transaction, the same policies.
create table file (
  provider_id uuid not null references provider,
  file_id uuid not null,
  -- Null for what staff uploaded and didn't hang on anything of a client yet.
  tenant_id uuid,
  -- LINKED: whoever may see what it hangs on. TENANT: everybody of the client and staff. STAFF: staff only.
  audience text not null constraint file_audience check (audience in ('LINKED', 'TENANT', 'STAFF')),
  name text not null constraint file_name_length check (length(name) between 1 and 255),
  media_type text not null constraint file_media_type_length check (length(media_type) between 3 and 200),
  size_bytes integer not null constraint file_size check (size_bytes between 0 and 26214400),
  sha256 text not null constraint file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by uuid,
  uploaded_at timestamptz(3) not null,
  primary key (provider_id, file_id),
  constraint file_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint file_uploader_fk foreign key (provider_id, uploaded_by) references person,
  constraint file_tenant_audience check (audience <> 'TENANT' or tenant_id is not null)
);
create index file_by_uploader on file (provider_id, uploaded_by, uploaded_at);

create table file_content (
  provider_id uuid not null,
  file_id uuid not null,
  bytes bytea not null constraint file_content_size check (octet_length(bytes) <= 26214400),
  primary key (provider_id, file_id),
  constraint file_content_file_fk foreign key (provider_id, file_id) references file on delete cascade
);
-- Most uploads are compressed already.
alter table file_content alter column bytes set storage external;

create table ticket_attachment (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  -- Null: came with the opening.
  message_id uuid,
  file_id uuid not null,
  attached_at timestamptz(3) not null,
  primary key (provider_id, file_id),
  constraint ticket_attachment_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade,
  constraint ticket_attachment_message_fk foreign key (provider_id, ticket_id, message_id)
    references ticket_message (provider_id, ticket_id, message_id) on delete cascade,
  constraint ticket_attachment_file_fk foreign key (provider_id, file_id) references file
);
create index ticket_attachment_of_ticket on ticket_attachment (provider_id, ticket_id);
alter table ticket_attachment enable row level security;
alter table ticket_attachment force row level security;
-- An attachment of an internal or withdrawn message is as invisible as the message.
create policy ticket_attachment_read on ticket_attachment for select
  using (provider_id = (select scope_provider())
    and case when message_id is null
      then exists (select 1 from ticket t where t.provider_id = ticket_attachment.provider_id and t.ticket_id = ticket_attachment.ticket_id)
      else exists (select 1 from ticket_message m where m.provider_id = ticket_attachment.provider_id and m.message_id = ticket_attachment.message_id)
    end);
create policy ticket_attachment_write on ticket_attachment for insert
  with check (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert on ticket_attachment to daylight_app, daylight_worker;

alter table file enable row level security;
alter table file force row level security;
create policy file_read on file for select
  using (provider_id = (select scope_provider())
    and ((tenant_id is null and (select scope_is_staff())) or tenant_id = (select scope_tenant()) or (select scope_all_tenants())
      or tenant_id = any ((select scope_tenants())::uuid[])
      or (tenant_id is null and exists (select 1 from ticket_attachment a where a.provider_id = file.provider_id and a.file_id = file.file_id)))
    and (uploaded_by = (select scope_person())
      or (select scope_side()) = 'SYSTEM'
      or audience = 'TENANT'
      or (audience = 'STAFF' and (select scope_is_staff()))
      or (audience = 'LINKED' and exists (select 1 from ticket_attachment a where a.provider_id = file.provider_id and a.file_id = file.file_id))));
create policy file_write on file for insert
  with check (provider_id = (select scope_provider())
    and ((tenant_id is null and (select scope_is_staff())) or tenant_id = (select scope_tenant()) or (select scope_all_tenants())
      or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert on file to daylight_app, daylight_worker;

alter table file_content enable row level security;
alter table file_content force row level security;
create policy file_content_read on file_content for select
  using (provider_id = (select scope_provider())
    and exists (select 1 from file f where f.provider_id = file_content.provider_id and f.file_id = file_content.file_id));
create policy file_content_write on file_content for insert
  with check (provider_id = (select scope_provider())
    and exists (select 1 from file f where f.provider_id = file_content.provider_id and f.file_id = file_content.file_id));
grant select, insert on file_content to daylight_app, daylight_worker;
