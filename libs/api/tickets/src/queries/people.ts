import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';

const MEMBERS = statement<{ person_id: string }>(
  'ticket-tenant-people',
  `select person_id from directory_entry
   where provider_id = $1 and tenant_id = $2 and side = 'CLIENT' and person_id = any ($3::uuid[])`,
);
const STAFF = statement<{ person_id: string }>(
  'ticket-staff-people',
  `select d.person_id from directory_entry d
   where d.provider_id = $1 and d.tenant_id is null and d.side = 'PROVIDER' and d.person_id = any ($2::uuid[])`,
);
const ASSIGNABLE = statement<{ person_id: string }>(
  'ticket-assignable',
  `select p.person_id from person p
   where p.provider_id = $1 and p.person_id = $3 and p.side = 'PROVIDER' and p.status = 'ACTIVE'
     and (not p.restricted or exists (
       select 1 from staff_assignment a where a.provider_id = $1 and a.person_id = p.person_id and a.tenant_id = $2))`,
);
const TEAM = statement<{ team_id: string }>(
  'ticket-team',
  'select team_id from team where provider_id = $1 and team_id = $2 and not archived',
);

/** Those of `ids` who belong to the client. */
export async function tenantPeopleAmong(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query(MEMBERS, [tx.scope.providerId, tenantId, ids.filter(isId)]);
  return new Set(rows.map((row) => row.person_id));
}

/** Those of `ids` who are the provider's staff. */
export async function staffAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query(STAFF, [tx.scope.providerId, ids.filter(isId)]);
  return new Set(rows.map((row) => row.person_id));
}

/** Whether the person is active staff who may see the client's tickets. Asked under a staff or system scope. */
export async function isAssignable(tx: Tx, tenantId: string, personId: string): Promise<boolean> {
  if (!isId(personId)) return false;
  const rows = await tx.query(ASSIGNABLE, [tx.scope.providerId, tenantId, personId]);
  return rows.length > 0;
}

export async function isTeam(tx: Tx, teamId: string): Promise<boolean> {
  return isId(teamId) && (await tx.query(TEAM, [tx.scope.providerId, teamId])).length > 0;
}
