import { inputRefused, isId, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { opensTicket, type Severity, type TicketFrom } from '@daylight/domain';
import { FAULTS } from '../messages.js';
import { problem } from '../outcomes.js';

/** `OutageRule` of the schema. */
export interface OutageRuleView {
  readonly sourceId: string;
  readonly sourceName: string;
  readonly tenantId: string;
  readonly serviceItemId: string;
  readonly downFrom: TicketFrom;
  readonly degradedFrom: TicketFrom;
  readonly byDefault: boolean;
  readonly version: number;
}

export type SaveRuleResult =
  | { readonly __typename: 'OutageRuleSaved'; readonly rule: OutageRuleView }
  | { readonly __typename: 'OutageRuleChangedMeanwhile'; readonly current: OutageRuleView }
  | InputRefused
  | NotFound;

const SELECT = `select jsonb_build_object('sourceId', s.source_id, 'sourceName', s.name, 'tenantId', s.tenant_id, 'serviceItemId', s.service_item_id,
    'downFrom', coalesce(r.down_from, 'CRITICAL'), 'degradedFrom', coalesce(r.degraded_from, 'NEVER'), 'byDefault', r.source_id is null,
    'version', coalesce(r.version, 0)) as view
  from alert_source s left join outage_rule r on r.provider_id = s.provider_id and r.source_id = s.source_id`;
const LIST = statement<{ view: OutageRuleView }>(
  'outage-rules',
  `${SELECT} where s.provider_id = $1 and ($2::uuid is null or s.tenant_id = $2) order by s.name, s.source_id`,
);
const ONE = statement<{ view: OutageRuleView }>(
  'outage-rule',
  `${SELECT} where s.provider_id = $1 and s.source_id = $2`,
);
const SAVE = statement<{ version: number }>(
  'outage-rule-save',
  `insert into outage_rule as r (provider_id, tenant_id, source_id, down_from, degraded_from, updated_at, updated_by)
   select $1, s.tenant_id, s.source_id, $4, $5, $6, $7 from alert_source s where s.provider_id = $1 and s.source_id = $2
     and ($3 = 0 or exists (select 1 from outage_rule o where o.provider_id = $1 and o.source_id = $2))
   on conflict (provider_id, source_id) do update set down_from = excluded.down_from, degraded_from = excluded.degraded_from,
     version = r.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
   where r.version = $3 returning version`,
);

/** Sources in reach with what their alerts say of their service. One statement. */
export async function outageRules(tx: Tx<StaffScope>, tenantId: string | null): Promise<readonly OutageRuleView[]> {
  if (tenantId !== null && !isId(tenantId)) return [];
  return (await tx.query(LIST, [tx.scope.providerId, tenantId])).map(({ view }) => view);
}

async function ruleOf(tx: Tx<StaffScope>, sourceId: string): Promise<OutageRuleView | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, sourceId]);
  return row?.view ?? null;
}

export interface RuleInput {
  readonly sourceId: string;
  readonly expectedVersion: number;
  readonly downFrom: TicketFrom;
  readonly degradedFrom: TicketFrom;
}

/** Whatever is down is degraded too: that severity has to be the lower one. */
function inOrder({ downFrom, degradedFrom }: RuleInput): boolean {
  if (downFrom === 'NEVER' || degradedFrom === 'NEVER') return true;
  const down: Severity = downFrom;
  return opensTicket(down, degradedFrom) && downFrom !== degradedFrom;
}

/** What a source's alerts say of its service from now on; outages that go on are left as they are. */
export async function saveOutageRule(tx: Tx<StaffScope>, input: RuleInput): Promise<SaveRuleResult> {
  const { sourceId, expectedVersion, downFrom, degradedFrom } = input;
  const before = isId(sourceId) ? await ruleOf(tx, sourceId) : null;
  if (before === null) return notFoundResult('source');
  const { language, providerId, personId } = tx.scope;
  if (!inOrder(input)) return inputRefused([problem('degradedFrom', 'ORDER', FAULTS.order, language)]);
  const values = [providerId, sourceId, expectedVersion, downFrom, degradedFrom, timestamp(tx.now), personId];
  const written = await tx.query(SAVE, values);
  const rule = (await ruleOf(tx, sourceId)) ?? before;
  if (written.length === 0) return { __typename: 'OutageRuleChangedMeanwhile', current: rule };
  const { tenantId } = rule;
  const after = { downFrom, degradedFrom };
  await recordAudit(tx, {
    action: 'outage-rule.save',
    objectType: 'alert-source',
    objectId: sourceId,
    tenantId,
    after,
  });
  return { __typename: 'OutageRuleSaved', rule };
}
