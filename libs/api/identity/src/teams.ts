import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { isId } from './connection.js';
import { nameProblems, normaliseName } from './input.js';
import { missing, refused, type InputRefused, type NotFound, type Problem } from './messages.js';
import { TeamMemberRow, TeamRow } from './model/team.row.js';

interface Row {
  readonly team_id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly members: readonly { readonly id: string; readonly displayName: string; readonly side: string }[];
}

const SELECT = `
  select t.team_id, t.name, t.archived,
    (select coalesce(json_agg(json_build_object('id', p.person_id, 'displayName', p.display_name, 'side', p.side) order by p.display_name, p.person_id), '[]')
     from team_member m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
     where m.provider_id = t.provider_id and m.team_id = t.team_id and p.status <> 'DEACTIVATED') as members
  from team t where t.provider_id = $1`;
const LIST = statement<Row>(
  'identity-team-list',
  `${SELECT} and ($2::boolean or not t.archived) order by t.name, t.team_id limit 500`,
);
const ONE = statement<Row>('identity-team', `${SELECT} and t.team_id = $2`);
/** Serialises changes of a provider's teams, so that the check of a name holds until it is written. */
const LOCK = statement(
  'identity-teams-lock',
  `select pg_advisory_xact_lock(hashtextextended('teams ' || $1::text, 0))`,
);
const NAMED = statement<{ team_id: string }>(
  'identity-team-named',
  'select team_id from team where provider_id = $1 and name = $2',
);
const STAFF = statement<{ person_id: string }>(
  'identity-active-staff',
  `select person_id from person
   where provider_id = $1 and side = 'PROVIDER' and status <> 'DEACTIVATED' and person_id = any ($2::uuid[])`,
);

function viewOf(row: Row) {
  return { id: row.team_id, name: row.name, archived: row.archived, members: row.members };
}

/** The provider's teams by name with their members. One statement. */
export async function listTeams(tx: Tx<StaffScope>, args: { readonly includeArchived?: boolean | null }) {
  const rows = await tx.query(LIST, [tx.scope.providerId, args.includeArchived ?? false]);
  return rows.map(viewOf);
}

export type TeamResult =
  { readonly __typename: 'TeamSaved'; readonly team: ReturnType<typeof viewOf> } | NotFound | InputRefused;

async function find(tx: Tx<StaffScope>, teamId: string): Promise<Row | null> {
  const [row] = isId(teamId) ? await tx.query(ONE, [tx.scope.providerId, teamId]) : [];
  return row ?? null;
}

async function saved(tx: Tx<StaffScope>, teamId: string): Promise<TeamResult> {
  const row = await find(tx, teamId);
  return row === null ? missing('team') : { __typename: 'TeamSaved', team: viewOf(row) };
}

async function teamNameProblems(tx: Tx<StaffScope>, name: string, teamId: string | null): Promise<readonly Problem[]> {
  const problems = nameProblems('name', name, 120);
  if (problems.length > 0) return problems;
  await tx.query(LOCK, [tx.scope.providerId]);
  const named = await tx.query(NAMED, [tx.scope.providerId, normaliseName(name)]);
  return named.some((row) => row.team_id !== teamId) ? [{ path: 'name', kind: 'name-taken' }] : [];
}

export async function createTeam(tx: Tx<StaffScope>, input: { readonly name: string }): Promise<TeamResult> {
  const { providerId, language } = tx.scope;
  const problems = await teamNameProblems(tx, input.name, null);
  if (problems.length > 0) return refused(language, problems);
  const team = { providerId, teamId: newId(), name: normaliseName(input.name), archived: false };
  await tx.rows.insert(TeamRow, team);
  const after = { name: team.name };
  await recordAudit(tx, { action: 'team.create', objectType: 'team', objectId: team.teamId, tenantId: null, after });
  return saved(tx, team.teamId);
}

export interface EditTeamInput {
  readonly teamId: string;
  readonly name: string;
  readonly archived: boolean;
}

/** Renames a team, or takes it out of (back into) use; what was routed to it stays as it is. */
export async function editTeam(tx: Tx<StaffScope>, input: EditTeamInput): Promise<TeamResult> {
  const { providerId, language } = tx.scope;
  const team = await find(tx, input.teamId);
  if (team === null) return missing('team');
  const problems = await teamNameProblems(tx, input.name, input.teamId);
  if (problems.length > 0) return refused(language, problems);
  const after = { name: normaliseName(input.name), archived: input.archived };
  await tx.rows.update(TeamRow, { providerId, teamId: input.teamId }, after);
  const before = { name: team.name, archived: team.archived };
  const object = { objectType: 'team', objectId: input.teamId, tenantId: null };
  await recordAudit(tx, { action: 'team.edit', ...object, before, after });
  return saved(tx, input.teamId);
}

export interface SetTeamMembersInput {
  readonly teamId: string;
  readonly personIds: readonly string[];
}

/** Replaces a team's members. */
export async function setTeamMembers(tx: Tx<StaffScope>, input: SetTeamMembersInput): Promise<TeamResult> {
  const { providerId, language } = tx.scope;
  const { teamId } = input;
  await tx.query(LOCK, [providerId]);
  const team = await find(tx, teamId);
  if (team === null) return missing('team');
  const personIds = [...new Set(input.personIds)];
  const staff = personIds.every(isId) ? await tx.query(STAFF, [providerId, personIds]) : [];
  const known = new Set(staff.map((row) => row.person_id));
  const strangers = input.personIds.flatMap((id, index) => (known.has(id) ? [] : [index]));
  if (strangers.length > 0) {
    return refused(
      language,
      strangers.map((index) => ({ path: `personIds[${index}]`, kind: 'not-active-staff' })),
    );
  }
  await tx.rows.delete(TeamMemberRow, { providerId, teamId });
  await tx.rows.insert(
    TeamMemberRow,
    personIds.map((personId) => ({ providerId, teamId, personId })),
  );
  await recordAudit(tx, {
    action: 'team.set-members',
    objectType: 'team',
    objectId: teamId,
    tenantId: null,
    before: { personIds: team.members.map(({ id }) => id) },
    after: { personIds },
  });
  return saved(tx, teamId);
}
