import { connectionOf, statement, type Connection, type Tx } from '@daylight/api-database';
import { isId, namePage, searchText, type PageArgs } from '@daylight/api-identity';
import type { StaffScope } from '@daylight/api-platform';
import { nextStages, TENANT_STAGES, type TenantStage } from './stages.js';

interface Row {
  readonly tenant_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly stage: TenantStage;
  readonly zone: string;
  readonly language: string;
  readonly created_at: number;
  readonly version: number;
  readonly member_count: number;
}

const SELECT = `
  select t.tenant_id, t.name, t.prefix, t.stage, t.zone, t.language, t.created_at, t.version,
    (select count(*)::integer from tenant_membership m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
     where m.provider_id = t.provider_id and m.tenant_id = t.tenant_id and p.status <> 'DEACTIVATED') as member_count
  from tenant t where t.provider_id = $1`;
const LIST = statement<Row>(
  'tenants-list',
  `${SELECT} and t.stage = any ($2::text[])
     and ($3::text is null or name_matches(t.name, $3) or strpos(lower(t.prefix), $3) > 0)
     and ($5::uuid is null or (t.name, t.tenant_id) > ($4::text, $5::uuid))
   order by t.name, t.tenant_id
   limit $6`,
);
const ONE = statement<Row>('tenants-one', `${SELECT} and t.tenant_id = $2`);

function viewOf(row: Row) {
  return {
    id: row.tenant_id,
    name: row.name,
    prefix: row.prefix,
    stage: row.stage,
    nextStages: nextStages(row.stage),
    timeZone: row.zone,
    language: row.language,
    createdAt: row.created_at,
    version: row.version,
    memberCount: row.member_count,
  };
}

export type TenantView = ReturnType<typeof viewOf>;

export interface TenantArgs extends PageArgs {
  readonly search?: string | null;
  readonly stages?: readonly TenantStage[] | null;
}

const OPEN = TENANT_STAGES.filter((stage) => stage !== 'CLOSED');

/** Clients by name, closed ones only when asked for. One statement. */
export async function listTenants(tx: Tx<StaffScope>, args: TenantArgs): Promise<Connection<TenantView>> {
  const page = namePage(args);
  const filter = [args.stages ?? OPEN, searchText(args.search)];
  const rows = await tx.query(LIST, [tx.scope.providerId, ...filter, ...page.behind, page.first + 1]);
  return connectionOf(rows, page, { keys: (row) => [row.name, row.tenant_id], node: viewOf });
}

/** One client, or null: also when it is another provider's or not assigned to the reader. */
export async function findTenant(tx: Tx<StaffScope>, id: string): Promise<TenantView | null> {
  const [row] = isId(id) ? await tx.query(ONE, [tx.scope.providerId, id]) : [];
  return row === undefined ? null : viewOf(row);
}
