import { connectionOf, statement, type Connection, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { isId, namePage, searchText, type PageArgs } from './connection.js';

interface Membership {
  readonly tenant: { readonly id: string; readonly name: string; readonly prefix: string };
  readonly roles: readonly string[];
  readonly approvalLimitMinor: number | null;
}

interface ClientUserRow {
  readonly person_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly status: string;
  readonly language: string;
  readonly zone: string;
  readonly created_at: number;
  readonly version: number;
  readonly memberships: readonly Membership[];
}

const COLUMNS = `
  p.person_id, p.display_name, p.email, p.status, p.language, p.zone, p.created_at, p.version,
  (select coalesce(json_agg(json_build_object(
       'tenant', json_build_object('id', t.tenant_id, 'name', t.name, 'prefix', t.prefix),
       'roles', m.roles, 'approvalLimitMinor', m.approval_limit_minor) order by t.name, t.tenant_id), '[]')
   from tenant_membership m join tenant t on t.provider_id = m.provider_id and t.tenant_id = m.tenant_id
   where m.provider_id = p.provider_id and m.person_id = p.person_id) as memberships`;

/** Restricted staff reach client users through the memberships they see; others also who has none left (G2). */
const REACHED = (everybody: string, tenant: string): string => `
  ((${everybody}::boolean and ${tenant}::uuid is null) or exists (
    select 1 from tenant_membership m
    where m.provider_id = p.provider_id and m.person_id = p.person_id and (${tenant}::uuid is null or m.tenant_id = ${tenant}::uuid)))`;

const LIST = statement<ClientUserRow>(
  'identity-client-user-list',
  `select ${COLUMNS} from person p
   where p.provider_id = $1 and p.side = 'CLIENT' and ${REACHED('$2', '$3')}
     and ($4::text is null or name_matches(p.display_name, $4) or strpos(p.email, $4) > 0)
     and ($5::text is null or p.status = $5)
     and ($7::uuid is null or (p.display_name, p.person_id) > ($6::text, $7::uuid))
   order by p.display_name, p.person_id
   limit $8`,
);
const ONE = statement<ClientUserRow>(
  'identity-client-user',
  `select ${COLUMNS} from person p
   where p.provider_id = $1 and p.side = 'CLIENT' and ${REACHED('$2', '$3')} and p.person_id = $4`,
);

function viewOf(row: ClientUserRow) {
  return {
    id: row.person_id,
    displayName: row.display_name,
    email: row.email,
    status: row.status,
    language: row.language,
    timeZone: row.zone,
    createdAt: row.created_at,
    version: row.version,
    memberships: row.memberships,
  };
}

export type ClientUserView = ReturnType<typeof viewOf>;

export interface ClientUserArgs extends PageArgs {
  readonly search?: string | null;
  readonly tenantId?: string | null;
  readonly status?: string | null;
}

/** People at clients by name. One statement. */
export async function listClientUsers(tx: Tx<StaffScope>, args: ClientUserArgs): Promise<Connection<ClientUserView>> {
  const { providerId, restricted } = tx.scope;
  const page = namePage(args);
  const of = { keys: (row: ClientUserRow) => [row.display_name, row.person_id], node: viewOf };
  const tenantId = args.tenantId ?? null;
  if (tenantId !== null && !isId(tenantId)) return connectionOf([], page, of);
  const filter = [tenantId, searchText(args.search), args.status ?? null];
  const rows = await tx.query(LIST, [providerId, !restricted, ...filter, ...page.behind, page.first + 1]);
  return connectionOf(rows, page, of);
}

/** One person at a client, or null. */
export async function findClientUser(tx: Tx<StaffScope>, id: string): Promise<ClientUserView | null> {
  const { providerId, restricted } = tx.scope;
  const [row] = isId(id) ? await tx.query(ONE, [providerId, !restricted, null, id]) : [];
  return row === undefined ? null : viewOf(row);
}
