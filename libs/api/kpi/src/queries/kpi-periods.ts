import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { periodsBetween, type Instant, type PeriodUnit } from '@daylight/domain';
import { periodView } from './period-view.js';

/** The first ticket or question to a party as it was last looked for, or earlier as marks since say; tickets are read only where nobody looked. */
const SPAN = statement<{ zone: string; first: Instant | null }>(
  'kpi-span',
  `select reporting_zone($1, $2) as zone, coalesce(
     (select least(k.first_opened_at, (select min(m.since) from kpi_touch m where m.provider_id = $1 and m.tenant_id = $2))
      from kpi_keeping k where k.provider_id = $1 and k.tenant_id = $2),
     least((select min(f.opened_at) from ticket_fact f where f.provider_id = $1 and f.tenant_id = $2),
       (select min(a.asked_at) from kpi_approvals($2, '-infinity', 'infinity') a))) as first
   from tenant t where t.provider_id = $1 and t.tenant_id = $2`,
);
/** A slip of a date in an import must not make a list of centuries. */
const MOST = 120;

/** Periods since the first ticket or question to a party, newest first, the current one included; [] when there is no such tenant in reach. */
export async function kpiPeriods(tx: Tx<PersonScope>, tenantId: string, unit: PeriodUnit) {
  const [span] = isId(tenantId) ? await tx.query(SPAN, [tx.scope.providerId, tenantId]) : [];
  if (span === undefined) return [];
  const periods = periodsBetween(span.zone, unit, Math.min(span.first ?? tx.now, tx.now), tx.now + 1);
  return periods
    .toReversed()
    .slice(0, MOST)
    .map((period) => periodView(period, tx.now, tx.scope.language));
}
