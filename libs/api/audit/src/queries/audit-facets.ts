import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { DAY } from '@daylight/domain';

/** Facets count what is young enough to be looked for by hand. */
const REACH_MS = 90 * DAY;
/** Values listed per facet, the most frequent first. */
const MOST = 100;

interface FacetRow {
  readonly facet: 'actions' | 'objectTypes' | 'actors' | 'tenants';
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const FACETS = statement<FacetRow>(
  'audit-facets',
  `with young as materialized (
     select action, object_type, actor_person_id, tenant_id, count(*)::integer as n
     from audit_entry where provider_id = $1 and at >= $2 group by 1, 2, 3, 4),
   facet as (
     select 'actions' as facet, action as value, action as label, sum(n)::integer as count from young group by 2, 3
     union all select 'objectTypes', object_type, object_type, sum(n)::integer from young group by 2, 3
     union all select 'actors', y.actor_person_id::text, p.display_name, sum(y.n)::integer
       from young y join person p on p.provider_id = $1 and p.person_id = y.actor_person_id group by 2, 3
     union all select 'tenants', y.tenant_id::text, t.name, sum(y.n)::integer
       from young y join tenant t on t.provider_id = $1 and t.tenant_id = y.tenant_id group by 2, 3)
   select facet, value, label, count from (
     select facet.*, row_number() over (partition by facet order by count desc, label, value) as place from facet) ranked
   where place <= ${MOST} order by facet, place`,
);

/** What the trail of the last 90 days can be narrowed by. */
export async function auditFacets(tx: Tx<StaffScope>) {
  const rows = await tx.query(FACETS, [tx.scope.providerId, timestamp(tx.now - REACH_MS)]);
  const of = (facet: FacetRow['facet']) =>
    rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }));
  return { actions: of('actions'), objectTypes: of('objectTypes'), actors: of('actors'), tenants: of('tenants') };
}
