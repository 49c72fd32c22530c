import { periodView, type PeriodView } from '@daylight/api-kpi';
import {
  connectionOf,
  keysOf,
  pageSize,
  statement,
  timestamp,
  type ForwardPage,
  type Tx,
} from '@daylight/api-database';
import { isId, type PersonScope } from '@daylight/api-platform';
import { period, type ContractParty, type Instant, type ReviewStatus } from '@daylight/domain';

const COLUMNS = `r.review_id, r.tenant_id, t.name as tenant_name, r.period_key, r.zone, r.period_to, r.state, r.created_at, r.published_at, r.signed_at,
  array(select s.party from review_signature s where s.provider_id = r.provider_id and s.review_id = r.review_id) as signed_by,
  (select count(*)::integer from review_action a where a.provider_id = r.provider_id and a.review_id = r.review_id and a.state = 'OPEN' and a.carried_to is null) as open_actions,
  (select count(*)::integer from review_comment c where c.provider_id = r.provider_id and c.review_id = r.review_id) as comments`;
const FROM = 'from review r join tenant t on t.provider_id = r.provider_id and t.tenant_id = r.tenant_id';

const LIST = statement<ListRow>(
  'review-list',
  `select ${COLUMNS} ${FROM}
   where r.provider_id = $1 and ($2::uuid[] is null or r.tenant_id = any ($2)) and ($3::text[] is null or r.state = any ($3))
     and ($4::text is null or r.period_key = $4) and ($5::timestamptz is null or (r.period_to, r.review_id) < ($5, $6::uuid))
   order by r.period_to desc, r.review_id desc limit $7`,
);
const BY_ID = statement<ListRow>(
  'review-rows-by-id',
  `select ${COLUMNS} ${FROM} where r.provider_id = $1 and r.review_id = any ($2::uuid[])`,
);

interface ListRow {
  readonly review_id: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly period_key: string;
  readonly zone: string;
  readonly period_to: Instant;
  readonly state: ReviewStatus;
  readonly created_at: Instant;
  readonly published_at: Instant | null;
  readonly signed_at: Instant | null;
  readonly signed_by: readonly ContractParty[];
  readonly open_actions: number;
  readonly comments: number;
}

/** `ReviewRow` of the schema. */
export interface ReviewRowView {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly period: PeriodView;
  readonly status: ReviewStatus;
  readonly createdAt: Instant;
  readonly publishedAt: Instant | null;
  readonly signedAt: Instant | null;
  readonly awaiting: readonly ContractParty[];
  readonly openActions: number;
  readonly comments: number;
}

function rowView(tx: Tx<PersonScope>, row: ListRow): ReviewRowView {
  const parties: readonly ContractParty[] = row.state === 'PUBLISHED' ? ['PROVIDER', 'CLIENT'] : [];
  return {
    ...{ id: row.review_id, tenantId: row.tenant_id, tenantName: row.tenant_name, status: row.state },
    period: periodView(period(row.zone, row.period_key), tx.now, tx.scope.language),
    ...{ createdAt: row.created_at, publishedAt: row.published_at, signedAt: row.signed_at },
    ...{
      awaiting: parties.filter((party) => !row.signed_by.includes(party)),
      openActions: row.open_actions,
      comments: row.comments,
    },
  };
}

export interface ReviewFilter {
  readonly tenantIds?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly period?: string | null;
}

/** Reviews in the reader's reach, latest period first. One statement. Throws BAD_INPUT for a foreign cursor. */
export async function reviewPage(tx: Tx<PersonScope>, filter: ReviewFilter, page: ForwardPage) {
  const [first, after] = [pageSize(page.first), keysOf(page.after, 2)];
  const rows = await tx.query(LIST, [
    ...[tx.scope.providerId, filter.tenantIds?.filter(isId) ?? null, filter.statuses ?? null, filter.period ?? null],
    ...[after === null ? null : timestamp(Number(after[0])), after === null ? null : after[1], first + 1],
  ]);
  return connectionOf(
    rows,
    { first, after: page.after ?? null },
    {
      keys: (row) => [row.period_to, row.review_id],
      node: (row) => rowView(tx, row),
    },
  );
}

/** Lines of certain reviews, by id; those out of sight are missing. */
export async function reviewRowsById(
  tx: Tx<PersonScope>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReviewRowView>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query(BY_ID, [tx.scope.providerId, ids]);
  return new Map(rows.map((row) => [row.review_id, rowView(tx, row)]));
}
