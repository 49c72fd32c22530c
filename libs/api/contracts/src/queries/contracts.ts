import { connectionOf, isId, keysOf, pageSize, type Connection } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { ClientScope, StaffScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { versionViewsOf, type VersionView } from './version-rows.js';

const COLUMNS = 'c.contract_id, c.tenant_id, t.name as tenant_name, c.kind, c.title, c.created_at';
const FROM = 'from contract c join tenant t on t.provider_id = c.provider_id and t.tenant_id = c.tenant_id';

const LIST = statement<ContractListRow>(
  'contract-list',
  `select ${COLUMNS} ${FROM}
   where c.provider_id = $1 and ($2::uuid is null or c.tenant_id = $2)
     and ($3::timestamptz is null or (c.created_at, c.contract_id) < ($3, $4::uuid))
   order by c.created_at desc, c.contract_id desc limit $5`,
);
// A contract of which nothing was ever proposed is the provider's own affair.
const OF_CLIENT = statement<ContractListRow>(
  'contract-of-client',
  `select ${COLUMNS} ${FROM}
   where c.provider_id = $1 and c.tenant_id = $2 and exists (
     select from contract_version v where v.provider_id = c.provider_id and v.contract_id = c.contract_id and v.proposed_at is not null)
   order by c.created_at desc, c.contract_id desc limit 100`,
);
const ONE = statement<ContractListRow>(
  'contract-one',
  `select ${COLUMNS} ${FROM} where c.provider_id = $1 and c.contract_id = $2`,
);

interface ContractListRow {
  readonly contract_id: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly kind: 'PILOT' | 'MANAGED';
  readonly title: string;
  readonly created_at: Instant;
}

/** `Contract` of the schema. */
export interface ContractView {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly kind: 'PILOT' | 'MANAGED';
  readonly title: string;
  readonly inForce: VersionView | null;
  readonly pending: VersionView | null;
  readonly versions: readonly VersionView[];
}

const IN_FORCE = new Set(['IN_TERM', 'RENEWED', 'HOLDOVER', 'OPEN_ENDED']);

function toView(row: ContractListRow, all: readonly VersionView[]): ContractView {
  const versions = all.filter((version) => version.contractId === row.contract_id);
  return {
    id: row.contract_id,
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    kind: row.kind,
    title: row.title,
    inForce: versions.find((version) => IN_FORCE.has(version.term.phase)) ?? null,
    pending: versions.find((version) => version.state === 'PROPOSED') ?? null,
    versions,
  };
}

async function withVersions(tx: Tx, rows: readonly ContractListRow[]): Promise<readonly ContractView[]> {
  if (rows.length === 0) return [];
  const versions = await versionViewsOf(
    tx,
    rows.map((row) => row.contract_id),
  );
  return rows.map((row) => toView(row, versions));
}

/** Contracts of the provider, or of one tenant, newest first. Three statements. */
export async function contractConnection(
  tx: Tx<StaffScope>,
  args: { readonly tenantId?: string | null; readonly first: number; readonly after?: string | null },
): Promise<Connection<ContractView>> {
  const page = { first: pageSize(args.first), after: args.after ?? null };
  const tenantId = args.tenantId ?? null;
  if (tenantId !== null && !isId(tenantId)) return connectionOf<ContractView>([], page);
  const [createdAt = null, id = null] = keysOf(page.after, 2) ?? [];
  const from = typeof createdAt === 'number' ? new Date(createdAt) : null;
  const rows = await tx.query(LIST, [tx.scope.providerId, tenantId, from, id, page.first + 1]);
  const views = await withVersions(tx, rows);
  const nodes = views.map((node, index) => ({ keys: [rows[index]?.created_at ?? 0, node.id], node }));
  return connectionOf(nodes, page);
}

/** The tenant's contracts, those in force first. Three statements. */
export async function clientContracts(tx: Tx<ClientScope>): Promise<readonly ContractView[]> {
  const views = await withVersions(tx, await tx.query(OF_CLIENT, [tx.scope.providerId, tx.scope.tenantId]));
  return [...views].sort((a, b) => Number(b.inForce !== null) - Number(a.inForce !== null));
}

/** One contract; null when it isn't there, or when the client has never been shown a version of it. */
export async function contractView(tx: Tx, contractId: string): Promise<ContractView | null> {
  if (!isId(contractId)) return null;
  const [view] = await withVersions(tx, await tx.query(ONE, [tx.scope.providerId, contractId]));
  if (view === undefined || (tx.scope.side === 'CLIENT' && view.versions.length === 0)) return null;
  return view;
}
