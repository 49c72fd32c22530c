import { connectionOf, isId, keysOf, pageSize, type Connection } from '@daylight/api-calendars';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { LocalizedText } from '@daylight/domain';

const COLUMNS = 'i.service_item_id, i.code, i.category, i.name_ko, i.name_en, i.archived, i.version';

const LIST = statement<ServiceItemListRow>(
  'service-item-list',
  `select ${COLUMNS} from service_item i
   where i.provider_id = $1 and (not i.archived or $2) and ($3::text is null or i.code > $3) order by i.code limit $4`,
);
const SOME = statement<ServiceItemListRow>(
  'service-item-some',
  `select ${COLUMNS} from service_item i where i.provider_id = $1 and i.service_item_id = any ($2) order by i.code`,
);
const OF_TENANT = statement<ServiceItemListRow>(
  'service-item-of-tenant',
  `select ${COLUMNS} from contract_scope s
   join service_item i on i.provider_id = s.provider_id and i.service_item_id = s.service_item_id
   where s.provider_id = $1 and s.tenant_id = $2 and s.valid_from <= $3 and (s.valid_to is null or s.valid_to > $3)
   order by i.category, i.code`,
);

interface ServiceItemListRow {
  readonly service_item_id: string;
  readonly code: string;
  readonly category: string;
  readonly name_ko: string;
  readonly name_en: string;
  readonly archived: boolean;
  readonly version: number;
}

/** `ServiceItem` of the schema. */
export interface ServiceItemView {
  readonly id: string;
  readonly code: string;
  readonly category: string;
  readonly name: LocalizedText;
  readonly archived: boolean;
  readonly version: number;
}

function toView(row: ServiceItemListRow): ServiceItemView {
  const { service_item_id: id, code, category, archived, version } = row;
  return { id, code, category, name: { ko: row.name_ko, en: row.name_en }, archived, version };
}

export interface ServiceItemPage {
  readonly first: number;
  readonly after?: string | null;
  readonly includeArchived?: boolean;
}

/** The provider's catalogue by code. One statement. */
export async function serviceItems(tx: Tx<StaffScope>, args: ServiceItemPage): Promise<Connection<ServiceItemView>> {
  const page = { first: pageSize(args.first), after: args.after ?? null };
  const [code = null] = keysOf(page.after, 1) ?? [];
  const rows = await tx.query(LIST, [tx.scope.providerId, args.includeArchived ?? false, code, page.first + 1]);
  return connectionOf(
    rows.map((row) => ({ keys: [row.code], node: toView(row) })),
    page,
  );
}

/** Items of the catalogue by id, by code; those that aren't there are left out. */
export async function serviceItemsByIds(tx: Tx, ids: readonly string[]): Promise<readonly ServiceItemView[]> {
  const rows = await tx.query(SOME, [tx.scope.providerId, ids.filter(isId)]);
  return rows.map(toView);
}

/** What is in scope for a tenant now: a ticket on anything else opens out of contract (D-CON-2). */
export async function tenantServiceItems(tx: Tx, tenantId: string): Promise<readonly ServiceItemView[]> {
  if (!isId(tenantId)) return [];
  const rows = await tx.query(OF_TENANT, [tx.scope.providerId, tenantId, timestamp(tx.now)]);
  return rows.map(toView);
}
