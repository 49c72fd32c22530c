import { connectionOf, statement, type Connection, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { isId, namePage, searchText, type PageArgs } from './connection.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface StaffRow {
  readonly person_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly staff_role: string;
  readonly status: string;
  readonly restricted: boolean;
  readonly sees_confidential: boolean;
  readonly language: string;
  readonly zone: string;
  readonly created_at: number;
  readonly version: number;
  readonly tenants: readonly (Named & { readonly prefix: string })[];
  readonly teams: readonly Named[];
}

const COLUMNS = `
  p.person_id, p.display_name, p.email, p.staff_role, p.status, p.restricted, p.sees_confidential, p.language, p.zone,
  p.created_at, p.version,
  (select coalesce(json_agg(json_build_object('id', t.tenant_id, 'name', t.name, 'prefix', t.prefix) order by t.name, t.tenant_id), '[]')
   from staff_assignment a join tenant t on t.provider_id = a.provider_id and t.tenant_id = a.tenant_id
   where a.provider_id = p.provider_id and a.person_id = p.person_id) as tenants,
  (select coalesce(json_agg(json_build_object('id', t.team_id, 'name', t.name) order by t.name), '[]')
   from team_member m join team t on t.provider_id = m.provider_id and t.team_id = m.team_id
   where m.provider_id = p.provider_id and m.person_id = p.person_id and not t.archived) as teams`;

const LIST = statement<StaffRow>(
  'identity-staff-list',
  `select ${COLUMNS} from person p
   where p.provider_id = $1 and p.side = 'PROVIDER'
     and ($2::text is null or name_matches(p.display_name, $2) or strpos(p.email, $2) > 0)
     and ($3::text is null or p.staff_role = $3)
     and ($4::text is null or p.status = $4)
     and ($6::uuid is null or (p.display_name, p.person_id) > ($5::text, $6::uuid))
   order by p.display_name, p.person_id
   limit $7`,
);
const ONE = statement<StaffRow>(
  'identity-staff-member',
  `select ${COLUMNS} from person p where p.provider_id = $1 and p.person_id = $2 and p.side = 'PROVIDER'`,
);

function viewOf(row: StaffRow) {
  return {
    id: row.person_id,
    displayName: row.display_name,
    email: row.email,
    role: row.staff_role,
    status: row.status,
    restricted: row.restricted,
    seesConfidential: row.sees_confidential,
    tenants: row.tenants,
    teams: row.teams,
    language: row.language,
    timeZone: row.zone,
    createdAt: row.created_at,
    version: row.version,
  };
}

export type StaffView = ReturnType<typeof viewOf>;

export interface StaffArgs extends PageArgs {
  readonly search?: string | null;
  readonly role?: string | null;
  readonly status?: string | null;
}

/** Members of staff by name. One statement. */
export async function listStaff(tx: Tx<StaffScope>, args: StaffArgs): Promise<Connection<StaffView>> {
  const page = namePage(args);
  const filter = [searchText(args.search), args.role ?? null, args.status ?? null];
  const rows = await tx.query(LIST, [tx.scope.providerId, ...filter, ...page.behind, page.first + 1]);
  return connectionOf(rows, page, { keys: (row) => [row.display_name, row.person_id], node: viewOf });
}

/** One member of staff, or null. */
export async function findStaffMember(tx: Tx<StaffScope>, id: string): Promise<StaffView | null> {
  const [row] = isId(id) ? await tx.query(ONE, [tx.scope.providerId, id]) : [];
  return row === undefined ? null : viewOf(row);
}

interface NameRow {
  readonly person_id: string;
  readonly display_name: string;
  readonly staff_role: string;
  readonly team_ids: readonly string[];
}

const DIRECTORY = statement<NameRow>(
  'identity-staff-directory',
  `select p.person_id, p.display_name, p.staff_role,
     array(select m.team_id from team_member m where m.provider_id = p.provider_id and m.person_id = p.person_id) as team_ids
   from person p
   where p.provider_id = $1 and p.side = 'PROVIDER' and p.status = 'ACTIVE'
     and ($2::text is null or name_matches(p.display_name, $2))
     and ($3::uuid is null or not p.restricted or exists (
       select 1 from staff_assignment a where a.provider_id = p.provider_id and a.person_id = p.person_id and a.tenant_id = $3::uuid))
   order by p.display_name, p.person_id
   limit 200`,
);

export interface DirectoryArgs {
  readonly search?: string | null;
  readonly tenantId?: string | null;
}

/** Active staff for pickers; with a tenant only those who may see it. */
export async function staffDirectory(tx: Tx<StaffScope>, args: DirectoryArgs) {
  const tenantId = args.tenantId ?? null;
  if (tenantId !== null && !isId(tenantId)) return [];
  const rows = await tx.query(DIRECTORY, [tx.scope.providerId, searchText(args.search), tenantId]);
  return rows.map((row) => ({
    id: row.person_id,
    displayName: row.display_name,
    role: row.staff_role,
    teamIds: row.team_ids,
  }));
}
