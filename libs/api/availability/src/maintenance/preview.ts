import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { DAY, type Instant, type LocalizedText, type MaintenanceWindow } from '@daylight/domain';
import { windowOf, windowsOf } from '../facts/history-rows.js';
import { windowFact } from '../facts/service-facts.js';
import { judgementOf, ofService, ruleBook, type JudgementView } from './judge.js';

export interface PreviewAsked {
  readonly tenantId: string;
  readonly serviceItemIds: readonly string[];
  readonly kind: 'PLANNED' | 'EMERGENCY';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly windowId?: string | null;
}

/** Of a client in reach only: that nothing is agreed with somebody else's client is no judgement. */
const NAMES = statement<{ service_item_id: string; name: LocalizedText }>(
  'maintenance-preview-names',
  `select i.service_item_id, jsonb_build_object('ko', i.name_ko, 'en', i.name_en) as name
   from tenant t join service_item i on i.provider_id = t.provider_id
   where t.provider_id = $1 and t.tenant_id = $2 and i.service_item_id = any ($3::uuid[]) order by i.code`,
);
const AROUND_MS = 32 * DAY;
const LONGEST_MS = 31 * DAY;
/** Nobody plans work ten years ahead. */
const FARTHEST_MS = 3_660 * DAY;

/** The window as it would be with one more announcement, delivered now. */
function asked(
  { kind, startsAt, endsAt }: PreviewAsked,
  before: MaintenanceWindow | null,
  now: Instant,
): MaintenanceWindow {
  const told = { deliveredAt: now, from: startsAt, to: endsAt };
  if (before !== null) return { ...before, announcements: [...before.announcements, told] };
  return { id: 'new', assetIds: [], kind, announcements: [told], cancelled: false, endedAt: null };
}

/**
 * What a window would count as if its announcement were delivered now; writes nothing. Times that can't be announced, a client
 * out of reach and a window that isn't this client's give nothing.
 */
export async function maintenancePreview(
  tx: Tx<StaffScope>,
  input: PreviewAsked,
): Promise<
  readonly { readonly serviceItemId: string; readonly name: LocalizedText; readonly judgement: JudgementView }[]
> {
  const { tenantId, serviceItemIds, startsAt, endsAt, windowId = null } = input;
  if (!isId(tenantId) || !serviceItemIds.every(isId) || (windowId !== null && !isId(windowId))) return [];
  if (endsAt <= startsAt || endsAt - startsAt > LONGEST_MS || Math.abs(startsAt - tx.now) > FARTHEST_MS) return [];
  const names = await tx.query(NAMES, [tx.scope.providerId, tenantId, serviceItemIds]);
  const moved = windowId === null ? null : await windowOf(tx, tenantId, windowId);
  if (windowId !== null && moved === null) return [];
  const windows = await windowsOf(tx, [tenantId], { from: startsAt - AROUND_MS, to: endsAt + AROUND_MS });
  const book = await ruleBook(tx, [tenantId]);
  const own = asked(input, moved === null ? null : windowFact(moved, tx.now), tx.now);
  return names.map(({ service_item_id: serviceItemId, name }) => {
    const rules = book.at({ tenantId, serviceItemId }, startsAt);
    const others = ofService(windows, tenantId, serviceItemId).map((each) => windowFact(each, tx.now));
    return { serviceItemId, name, judgement: judgementOf(own, others, { rules, language: tx.scope.language }) };
  });
}
