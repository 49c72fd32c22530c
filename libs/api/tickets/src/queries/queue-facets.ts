import { statement, timestamp, type Tx } from '@daylight/api-database';
import { sha256, type StaffScope } from '@daylight/api-platform';
import { idsByText, queueConditions, QUEUE_VIEWS, type QueueFilter } from './queue.js';

interface FacetRow {
  readonly facet: string;
  readonly value: string;
  readonly label: string | null;
  readonly total: number;
}

const FACETS = ['priority', 'status', 'type', 'tenant_id', 'assignee_id'] as const;
type Facet = (typeof FACETS)[number];

/** Each facet is counted without its own filter, so that its other values can still be chosen. */
const OWN_FILTER: Readonly<Record<Facet, keyof QueueFilter>> = {
  priority: 'priorities',
  status: 'statuses',
  type: 'types',
  tenant_id: 'tenantIds',
  assignee_id: 'assigneeIds',
};
const LABELS: Readonly<Partial<Record<Facet, string>>> = {
  tenant_id: `(select n.name from tenant n where n.provider_id = $1 and n.tenant_id = f.value)`,
  assignee_id: `(select d.display_name from directory_entry d where d.provider_id = $1 and d.person_id = f.value and d.tenant_id is null)`,
};

interface Ground {
  readonly filter: QueueFilter;
  readonly found: readonly string[] | null;
}

function countFacet(tx: Tx<StaffScope>, facet: Facet, { filter, found }: Ground): Promise<readonly FacetRow[]> {
  const others = { ...filter, [OWN_FILTER[facet]]: null };
  const conditions = queueConditions(tx, { view: 'ALL_OPEN', filter: others, found });
  const text = `select '${facet}' as facet, f.value::text as value, ${LABELS[facet] ?? 'f.value::text'} as label, f.total
    from (select ${facet} as value, count(*)::int as total from ticket
      where ${conditions.text} and ${facet} is not null group by ${facet}) f
    order by f.total desc, value limit 50`;
  return tx.query(statement<FacetRow>(`queue-facet-${sha256(text).slice(0, 12)}`, text), conditions.values);
}

async function countViews(tx: Tx<StaffScope>, { filter, found }: Ground) {
  const conditions = queueConditions(tx, { view: 'ALL_OPEN', filter, found });
  const [me, now] = [conditions.value(tx.scope.personId), conditions.value(timestamp(tx.now))];
  const text = `select count(*)::int as all_open, count(*) filter (where assignee_id = ${me})::int as mine,
      count(*) filter (where assignee_id is null)::int as unassigned, count(*) filter (where due_order < ${now})::int as overdue,
      count(*) filter (where status in ('WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY', 'SCHEDULED'))::int as waiting
    from ticket where ${conditions.text}`;
  type ViewRow = { all_open: number; mine: number; unassigned: number; overdue: number; waiting: number };
  const [row] = await tx.query(statement<ViewRow>(`queue-views-${sha256(text).slice(0, 12)}`, text), conditions.values);
  const counts = {
    MINE: row?.mine,
    UNASSIGNED: row?.unassigned,
    OVERDUE: row?.overdue,
    WAITING: row?.waiting,
    ALL_OPEN: row?.all_open,
  };
  return QUEUE_VIEWS.flatMap((view) => (view === 'ALL' ? [] : [{ view, count: counts[view] ?? 0 }]));
}

/** Counts of the open tickets by view and by facet: six statements, sent together. */
export async function queueFacets(tx: Tx<StaffScope>, filter: QueueFilter) {
  const ground = { filter, found: await idsByText(tx, filter.text) };
  const [views, ...facets] = await Promise.all([
    countViews(tx, ground),
    ...FACETS.map((facet) => countFacet(tx, facet, ground)),
  ]);
  const of = (facet: Facet) =>
    facets
      .flatMap((rows) => rows.filter((row) => row.facet === facet))
      .map(({ value, label, total }) => ({ value, label: label ?? '—', count: total }));
  return {
    ...{ views, priorities: of('priority'), statuses: of('status'), types: of('type') },
    ...{ tenants: of('tenant_id'), assignees: of('assignee_id') },
  };
}
