import type { Tx } from '@daylight/api-database';
import type { AvailabilityFigure, Fraction, Instant, LocalizedText, Outage, Period } from '@daylight/domain';
import { liveFigure } from './figures-of.js';
import { figureSources } from './keep.js';
import { ratioOfKept } from './view.js';

/** How a service was in a period: the published ratio where there is one, what is known now otherwise. */
export interface ServiceFigure {
  readonly serviceItemId: string;
  readonly name: LocalizedText;
  /** What was published stands; null: no data. */
  readonly ratio: Fraction | null;
  readonly figure: AvailabilityFigure;
  readonly outages: readonly Outage[];
}

/** Services with a promise about being up, in the order of the newest terms, for any period up to now. */
export async function serviceFigures(tx: Tx, tenantId: string, period: Period): Promise<readonly ServiceFigure[]> {
  const until: Instant = Math.max(period.from, Math.min(period.to, tx.now));
  const sources = await figureSources(tx, tenantId, { from: period.from, to: until });
  const found: ServiceFigure[] = [];
  for (const { serviceItemId, name } of sources.promises.services(period.from, until)) {
    const live = await liveFigure(tx, sources, serviceItemId, period);
    if (live === null) continue;
    const kept = sources.kept.find(
      (row) => row.service_item_id === serviceItemId && row.period_key === period.key && row.ordinal === 0,
    );
    const { availability } = live.statement;
    const ratio = kept === undefined || kept.published_at === null ? availability.ratio : ratioOfKept(kept);
    found.push({ serviceItemId, name, ratio, figure: availability, outages: live.input.availability.facts.outages });
  }
  return found;
}
