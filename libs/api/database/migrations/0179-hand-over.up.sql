-- What the one who goes off duty leaves to the one who comes on; and what a client may foresee of its own escalation.

create table on_call_hand_over (
  provider_id uuid not null references provider,
  note_id uuid not null,
  schedule_id uuid not null,
  from_person uuid not null,
  -- Who is on call next, and from when, as it was planned when the note was written; null: nobody was.
  to_person uuid,
  changes_at timestamptz(3),
  body text not null constraint on_call_hand_over_body_length check (length(body) between 1 and 8000),
  written_at timestamptz(3) not null,
  read_by uuid,
  read_at timestamptz(3),
  primary key (provider_id, note_id),
  constraint on_call_hand_over_schedule_fk foreign key (provider_id, schedule_id) references on_call_schedule,
  constraint on_call_hand_over_from_fk foreign key (provider_id, from_person) references person,
  constraint on_call_hand_over_to_fk foreign key (provider_id, to_person) references person,
  constraint on_call_hand_over_read_fk foreign key (provider_id, read_by) references person,
  constraint on_call_hand_over_read_whole check ((read_by is null) = (read_at is null)),
  constraint on_call_hand_over_not_by_author check (read_by is null or read_by <> from_person)
);
create index on_call_hand_over_by_time on on_call_hand_over (provider_id, written_at desc, note_id desc);
create index on_call_hand_over_of_schedule on on_call_hand_over (provider_id, schedule_id, written_at desc, note_id desc);
call protect_staff_table('on_call_hand_over');
grant select, insert on on_call_hand_over to daylight_app;
grant update (read_by, read_at) on on_call_hand_over to daylight_app;

-- All that decides who is called for the reader's own company, without an address: schedules and policies are the provider's,
-- so the API reads them here and shows a client only times, shown names and roles. Staff read the tables themselves.
create function client_escalation_directory() returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, public
as $$
declare
  provider uuid := scope_provider();
  tenant uuid := scope_tenant();
begin
  if scope_is_staff() or tenant is null then return null; end if;
  return jsonb_build_object(
    'contacts', coalesce((
      select jsonb_agg(jsonb_build_object('id', c.contact_id, 'tenantId', c.tenant_id, 'personId', coalesce(c.person_id, c.contact_id),
        'name', case when c.side = 'CLIENT' or c.shared then c.name end, 'side', c.side, 'order', c.place, 'role', c.role,
        'channels', (select coalesce(jsonb_agg(h - 'address'), '[]') from jsonb_array_elements(c.channels) h), 'languages', to_jsonb(c.languages),
        'zone', c.zone, 'hoursCalendarId', c.hours_calendar_id, 'validFrom', (extract(epoch from c.valid_from) * 1000)::bigint,
        'validTo', (extract(epoch from c.valid_to) * 1000)::bigint, 'lastVerifiedAt', null) order by c.place, c.contact_id)
      from escalation_contact c where c.provider_id = provider and not c.archived and (c.tenant_id is null or c.tenant_id = tenant)), '[]'),
    'schedules', coalesce((
      select jsonb_agg(s.document order by s.schedule_id) from on_call_schedule s where s.provider_id = provider and not s.archived), '[]'),
    'policies', coalesce((
      select jsonb_agg(p.document order by p.policy_id) from escalation_policy p where p.provider_id = provider and not p.archived), '[]'),
    'teams', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.team_id, 'name', jsonb_build_object('ko', t.name, 'en', t.name), 'memberIds', coalesce((
        select jsonb_agg(p.person_id order by p.display_name, p.person_id)
        from team_member m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status = 'ACTIVE'
        where m.provider_id = t.provider_id and m.team_id = t.team_id), '[]')) order by t.team_id)
      from team t where t.provider_id = provider and not t.archived), '[]'),
    'calendars', coalesce((
      select jsonb_agg(k.document order by k.calendar_id) from calendar_template k where k.provider_id = provider and not k.archived), '[]'));
end $$;
revoke all on function client_escalation_directory() from public;
grant execute on function client_escalation_directory() to daylight_app;
