import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import {
  computeKpis,
  HOUR,
  KPI_EDITION,
  monthOf,
  packSummary,
  PERIOD_UNITS,
  periodsBetween,
  summaryOf,
  type Instant,
  type Period,
} from '@daylight/domain';
import { loadFacts } from '../facts/load-facts.js';

/**
 * A period is kept from this long after its end: transactions that began in it, and saw it as the current one, are over.
 * No transaction of Daylight comes near it.
 */
const SETTLING = 6 * HOUR;
/** Facts that one run looks at; what is left is for the next one. */
const BUDGET = 60_000;
/** A slip of a date in an import must not make a row for each month of a century. */
const MOST = 180;

const LOCK = statement<{ zone: string }>(
  'kpi-keeping-lock',
  `insert into kpi_keeping as k (provider_id, tenant_id, zone, edition, looked_until, due_at)
   select t.provider_id, t.tenant_id, reporting_zone($1, $2), $3, 'epoch', 'epoch' from tenant t
   where t.provider_id = $1 and t.tenant_id = $2
   on conflict (provider_id, tenant_id) do update set zone = reporting_zone($1, $2) returning zone`,
);
const FORGET = statement(
  'kpi-keeping-forget',
  `with taken as (delete from kpi_touch where provider_id = $1 and tenant_id = $2 returning since)
   delete from kpi_period where provider_id = $1 and tenant_id = $2
     and (zone <> $3 or edition <> $4 or to_at > (select min(since) from taken))`,
);
const KNOWN = statement<{ first: Instant | null; keys: readonly string[] }>(
  'kpi-keeping-known',
  `select least((select min(opened_at) from ticket_fact where provider_id = $1 and tenant_id = $2),
       (select min(a.asked_at) from kpi_approvals($2, '-infinity', 'infinity') a)) as first,
     (select coalesce(jsonb_agg(period_key), '[]') from kpi_period where provider_id = $1 and tenant_id = $2) as keys`,
);
const KEEP = statement(
  'kpi-keeping-keep',
  `insert into kpi_period (provider_id, tenant_id, zone, period_key, to_at, edition, kept_at, figures)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const NOTE = statement(
  'kpi-keeping-note',
  `update kpi_keeping set edition = $3, first_opened_at = $4, looked_until = $5, due_at = $6
   where provider_id = $1 and tenant_id = $2`,
);

/** Settled periods with tickets or questions to a party before their end, latest first: what is read most is kept first. */
function settledPeriods(zone: string, first: Instant | null, until: Instant): readonly Period[] {
  if (first === null) return [];
  const all = PERIOD_UNITS.flatMap((unit) => periodsBetween(zone, unit, first, until).slice(-MOST));
  return all.filter(({ to }) => to <= until).toSorted((a, b) => b.to - a.to || b.from - a.from);
}

/** Computes and keeps periods until the budget is spent; returns how many. */
async function keep(tx: Tx, tenantId: string, periods: readonly Period[]): Promise<number> {
  let [kept, spent] = [0, 0];
  for (const period of periods) {
    if (spent >= BUDGET) break;
    const facts = await loadFacts(tx, tenantId, period);
    const figures = JSON.stringify(packSummary(summaryOf(computeKpis(facts, period))));
    const place = [tx.scope.providerId, tenantId, period.zone, period.key, timestamp(period.to)];
    await tx.query(KEEP, [...place, KPI_EDITION, timestamp(tx.now), figures]);
    spent += facts.tickets.length + facts.clocks.length;
    kept += 1;
  }
  return kept;
}

/**
 * Keeps the figures of a tenant's settled periods: forgets what later changes put in doubt, then computes what isn't kept,
 * within a budget. Marks are taken away before the facts are read, so that a change which commits meanwhile leaves its
 * mark standing. Returns how many periods were computed and how many are left for the next run.
 */
export async function keepPeriods(
  tx: Tx<SystemScope>,
  tenantId: string,
): Promise<{ readonly kept: number; readonly left: number }> {
  const { providerId } = tx.scope;
  const [locked] = await tx.query(LOCK, [providerId, tenantId, KPI_EDITION]);
  if (locked === undefined) return { kept: 0, left: 0 };
  const { zone } = locked;
  await tx.query(FORGET, [providerId, tenantId, zone, KPI_EDITION]);
  const [known] = await tx.query(KNOWN, [providerId, tenantId]);
  const until = tx.now - SETTLING;
  const first = known?.first ?? null;
  const missing = settledPeriods(zone, first, until).filter(({ key }) => !(known?.keys ?? []).includes(key));
  const kept = await keep(tx, tenantId, missing);
  const left = missing.length - kept;
  const due = left > 0 ? tx.now : monthOf(zone, until).to + SETTLING;
  await tx.query(NOTE, [providerId, tenantId, KPI_EDITION, timestamp(first), timestamp(until), timestamp(due)]);
  return { kept, left };
}
