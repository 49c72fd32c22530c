import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { ExclusionCause, Instant, LocalizedText } from '@daylight/domain';
import { instantJson, personJson } from '../sql/json.js';

interface PersonView {
  readonly id: string;
  readonly displayName: string;
  readonly side: string;
}

/** `Exclusion` of the schema. */
export interface ExclusionView {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly serviceItemId: string;
  readonly serviceName: LocalizedText;
  readonly outageId: string | null;
  readonly cause: ExclusionCause;
  readonly causeAgreed: boolean;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly state: 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'DISPUTED' | 'WITHDRAWN';
  readonly proposedBy: PersonView | null;
  readonly proposedAt: Instant;
  readonly decidedBy: PersonView | null;
  readonly decidedAt: Instant | null;
  readonly decisionNote: string | null;
  readonly version: number;
}

/** Whether the terms in force when the stretch began let its cause be excluded; `x` is the exclusion. */
const CAUSE_AGREED = `coalesce((select bool_or(a -> 'excludable' ? x.cause) from contract_scope s
    join contract_version v on v.provider_id = s.provider_id and v.version_id = s.version_id
    cross join lateral jsonb_array_elements(coalesce(v.terms -> 'availability', '[]')) a
    where s.provider_id = x.provider_id and s.tenant_id = x.tenant_id and s.service_item_id = x.service_item_id
      and s.valid_from <= x.from_at and (s.valid_to is null or s.valid_to > x.from_at)
      and a -> 'serviceItemIds' ? x.service_item_id::text), false)`;

/** An exclusion `x` as JSON of the schema. */
export const EXCLUSION_JSON = `jsonb_build_object('id', x.exclusion_id, 'tenantId', x.tenant_id,
    'tenantName', (select t.name from tenant t where t.provider_id = x.provider_id and t.tenant_id = x.tenant_id), 'serviceItemId', x.service_item_id,
    'serviceName', (select jsonb_build_object('ko', i.name_ko, 'en', i.name_en) from service_item i
      where i.provider_id = x.provider_id and i.service_item_id = x.service_item_id),
    'outageId', x.outage_id, 'cause', x.cause, 'causeAgreed', ${CAUSE_AGREED}, 'from', ${instantJson('x.from_at')}, 'to', ${instantJson('x.to_at')},
    'reason', x.reason, 'state', x.state, 'proposedBy', ${personJson('x.provider_id', 'x.proposed_by')},
    'proposedAt', ${instantJson('x.proposed_at')}, 'decidedBy', ${personJson('x.provider_id', 'x.decided_by')},
    'decidedAt', ${instantJson('x.decided_at')}, 'decisionNote', x.decision_note, 'version', x.version)`;

const ONE = statement<{ view: ExclusionView }>(
  'exclusion',
  `select ${EXCLUSION_JSON} as view from exclusion x where x.provider_id = $1 and x.exclusion_id = $2`,
);
const LIST = statement<{ view: ExclusionView }>(
  'exclusions',
  `select ${EXCLUSION_JSON} as view from exclusion x
   where x.provider_id = $1 and ($2::uuid is null or x.tenant_id = $2) and (not $3::boolean or x.state = 'PROPOSED')
   order by x.proposed_at desc, x.exclusion_id desc limit 100`,
);

/** One exclusion; null: none in reach. */
export async function exclusionView(tx: Tx, exclusionId: string): Promise<ExclusionView | null> {
  const [row] = isId(exclusionId) ? await tx.query(ONE, [tx.scope.providerId, exclusionId]) : [];
  return row?.view ?? null;
}

/** The newest hundred. One statement. */
export async function exclusionList(
  tx: Tx<PersonScope>,
  { tenantId = null, openOnly }: { readonly tenantId?: string | null; readonly openOnly: boolean },
): Promise<readonly ExclusionView[]> {
  const of = tx.scope.side === 'CLIENT' ? tx.scope.tenantId : tenantId;
  if (of !== null && !isId(of)) return [];
  const rows = await tx.query(LIST, [tx.scope.providerId, of, openOnly]);
  return rows.map(({ view }) => view);
}
