-- When people's mails come (digest, quiet hours), what waits for that, and how to stop mails without signing in. domain.md
-- section 11, RFC 8058.

-- Rows exist only where somebody chose; without one mails leave at once.
create table mail_timing (
  provider_id uuid not null,
  person_id uuid not null,
  digest text not null constraint mail_timing_digest check (digest in ('NONE', 'DAILY', 'WEEKLY')),
  digest_hour smallint not null constraint mail_timing_hour check (digest_hour between 0 and 23),
  -- 1 = Monday ... 7 = Sunday.
  digest_weekday smallint not null constraint mail_timing_weekday check (digest_weekday between 1 and 7),
  -- On the wall of the person's zone; `quiet_to` before `quiet_from` is on the next day.
  quiet_from text constraint mail_timing_quiet_from check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_to text constraint mail_timing_quiet_to check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_days smallint[] constraint mail_timing_quiet_days check (quiet_days <@ '{1,2,3,4,5,6,7}' and cardinality(quiet_days) >= 1),
  updated_at timestamptz(3) not null,
  primary key (provider_id, person_id),
  constraint mail_timing_person_fk foreign key (provider_id, person_id) references person,
  constraint mail_timing_quiet_whole check (num_nulls(quiet_from, quiet_to, quiet_days) in (0, 3)),
  -- A day that is all quiet would never end.
  constraint mail_timing_quiet_ends check (quiet_from <> quiet_to)
);
alter table mail_timing enable row level security;
alter table mail_timing force row level security;
create policy timing_own on mail_timing
  using (provider_id = (select scope_provider()) and (person_id = (select scope_person()) or (select scope_side()) = 'SYSTEM'))
  with check (provider_id = (select scope_provider()) and person_id = (select scope_person()));
grant select, insert, update on mail_timing to daylight_app;
grant select on mail_timing to daylight_worker;

-- Mails that wait for the end of quiet hours or for a digest: what they are about, not their words, which are written when they
-- leave, of what is true and may be seen then.
create table mail_held (
  provider_id uuid not null,
  held_id uuid not null,
  person_id uuid not null,
  tenant_id uuid,
  payload jsonb not null,
  in_digest boolean not null,
  held_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  primary key (provider_id, held_id),
  constraint mail_held_person_fk foreign key (provider_id, person_id) references person,
  constraint mail_held_tenant_fk foreign key (provider_id, tenant_id) references tenant
);
create index mail_held_of_person on mail_held (provider_id, person_id, due_at);
alter table mail_held enable row level security;
alter table mail_held force row level security;
-- How many wait is their person's to see, of whichever tenant they are; the rest is the worker's.
create policy held_own on mail_held for select
  using (provider_id = (select scope_provider()) and (person_id = (select scope_person()) or (select scope_side()) = 'SYSTEM'));
create policy held_kept on mail_held
  using (provider_id = (select scope_provider()) and (select scope_side()) = 'SYSTEM')
  with check (provider_id = (select scope_provider()) and (select scope_side()) = 'SYSTEM');
grant select (provider_id, person_id, due_at) on mail_held to daylight_app;
grant select, insert, update, delete on mail_held to daylight_worker;

-- Of the token in a mail's link by which its kind is stopped; unreadable for the application's role.
alter table mail_message add column unsubscribe_hash bytea;
create unique index mail_message_by_unsubscribe on mail_message (unsubscribe_hash) where unsubscribe_hash is not null;

-- Behind the link in a mail, before anybody is known: what it is about. A link is good for a year.
create function mail_unsubscribe_view(p_hash bytea)
  returns table (template text, side text, language text, provider_name text, expired boolean, stopped boolean)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select m.template, p.side, p.language, v.name, m.created_at < now() - interval '365 days',
    exists (select 1 from notification_preference c where c.provider_id = m.provider_id and c.person_id = m.person_id
      and c.kind = m.template and not c.mail)
  from mail_message m
  join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status <> 'DEACTIVATED'
  join provider v on v.provider_id = m.provider_id
  where m.unsubscribe_hash = p_hash
$$;

-- Stops the mails of these kinds for whoever got the mail, or lets them come again. False: no such link, or it has expired.
create function mail_unsubscribe(p_hash bytea, p_kinds text[], p_mail boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  whose record;
begin
  select m.provider_id, m.person_id into whose from mail_message m
  join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status <> 'DEACTIVATED'
  where m.unsubscribe_hash = p_hash and m.created_at >= now() - interval '365 days';
  if not found or cardinality(p_kinds) not between 1 and 100 then return false; end if;
  insert into notification_preference (provider_id, person_id, kind, in_app, mail)
  select whose.provider_id, whose.person_id, kind, true, p_mail from unnest(p_kinds) kind where kind ~ '^[A-Z][A-Z_]{2,59}$'
  on conflict (provider_id, person_id, kind) do update set mail = excluded.mail;
  return true;
end $$;
revoke all on function mail_unsubscribe_view(bytea), mail_unsubscribe(bytea, text[], boolean) from public;
grant execute on function mail_unsubscribe_view(bytea), mail_unsubscribe(bytea, text[], boolean) to daylight_app;
