import { calendarsFor } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type {
  CalendarDocument,
  ContactChannel,
  ContactSide,
  EscalationContact,
  EscalationDirectory,
  EscalationPolicy,
  EscalationTeam,
  Instant,
  Language,
  OnCallSchedule,
} from '@daylight/domain';

export interface ContactRow {
  readonly contact_id: string;
  readonly tenant_id: string | null;
  readonly person_id: string | null;
  readonly side: ContactSide;
  readonly name: string;
  readonly role: string;
  readonly place: number;
  readonly channels: readonly ContactChannel[];
  readonly languages: readonly Language[];
  readonly zone: string;
  readonly hours_calendar_id: string | null;
  readonly valid_from: Instant;
  readonly valid_to: Instant | null;
  readonly last_verified_at: Instant | null;
}

const CONTACTS = statement<ContactRow>(
  'escalation-contacts',
  `select contact_id, tenant_id, person_id, side, name, role, place, channels, languages, zone, hours_calendar_id,
     valid_from, valid_to, last_verified_at
   from escalation_contact
   where provider_id = $1 and not archived and ($2::uuid is null or tenant_id is null or tenant_id = $2)
   order by place, contact_id`,
);
const SCHEDULES = statement<{ document: OnCallSchedule }>(
  'escalation-schedules',
  'select document from on_call_schedule where provider_id = $1 and not archived order by schedule_id',
);
const POLICIES = statement<{ document: EscalationPolicy }>(
  'escalation-policies',
  'select document from escalation_policy where provider_id = $1 and not archived order by policy_id',
);
const TEAMS = statement<{ team_id: string; name: string; member_ids: readonly string[] }>(
  'escalation-teams',
  `select t.team_id, t.name, coalesce(array_agg(p.person_id order by p.display_name, p.person_id)
     filter (where p.person_id is not null), '{}') as member_ids
   from team t
   left join team_member m on m.provider_id = t.provider_id and m.team_id = t.team_id
   left join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status = 'ACTIVE'
   where t.provider_id = $1 and not t.archived group by t.team_id, t.name`,
);
const CALENDARS = statement<{ document: CalendarDocument }>(
  'escalation-calendars',
  'select document from calendar_template where provider_id = $1 and not archived',
);

/** A contact as the domain knows it. Somebody without an account is a person of their own. */
export function contactOf(row: ContactRow): EscalationContact {
  return {
    id: row.contact_id,
    tenantId: row.tenant_id,
    personId: row.person_id ?? row.contact_id,
    name: row.name,
    side: row.side,
    order: row.place,
    role: row.role,
    channels: row.channels,
    languages: row.languages,
    zone: row.zone,
    hoursCalendarId: row.hours_calendar_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    lastVerifiedAt: row.last_verified_at,
  };
}

const teamOf = (row: { team_id: string; name: string; member_ids: readonly string[] }): EscalationTeam => ({
  id: row.team_id,
  name: { ko: row.name, en: row.name },
  memberIds: row.member_ids,
});

/**
 * Everything that decides who is called: the provider's contacts with those of one client (null: of all in reach),
 * schedules, teams, policies, and calendars with the holidays known now. Five statements and those of the holidays.
 */
export async function loadDirectory(tx: Tx, tenantId: string | null): Promise<EscalationDirectory> {
  const { providerId } = tx.scope;
  const [contacts, schedules, policies, teams, calendars] = await Promise.all([
    tx.query(CONTACTS, [providerId, tenantId]),
    tx.query(SCHEDULES, [providerId]),
    tx.query(POLICIES, [providerId]),
    tx.query(TEAMS, [providerId]),
    tx.query(CALENDARS, [providerId]),
  ]);
  const documents = calendars.map(({ document }) => document);
  const compiled = await calendarsFor(tx, { calendars: documents }, tx.now);
  const known = new Set(documents.map(({ id }) => id));
  return {
    contacts: contacts.map(contactOf),
    schedules: schedules.map(({ document }) => document),
    policies: policies.map(({ document }) => document),
    teams: teams.map(teamOf),
    calendarOf: (id) => (known.has(id) ? compiled(id) : null),
  };
}
