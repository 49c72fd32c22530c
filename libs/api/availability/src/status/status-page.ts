import { statement, type Tx } from '@daylight/api-database';
import type { ClientScope } from '@daylight/api-platform';
import {
  addDays,
  DAY,
  localDateOf,
  previousPeriods,
  periodOf,
  startOfLocalDate,
  statusStrip,
  type AvailabilityFacts,
  type Instant,
  type StripDay,
} from '@daylight/domain';
import { exclusionList } from '../exclusions/exclusion-view.js';
import { maintenanceRules, type NamedService } from '../facts/promises.js';
import { serviceFacts } from '../facts/service-facts.js';
import type { FigureSources } from '../figures/figures-of.js';
import { figureSources } from '../figures/keep.js';
import { readFigures, tenantPlace, type TenantPlace, type WantedFigure } from '../figures/read-figures.js';
import { windowsSince } from '../maintenance/window-view.js';
import { outagesSince } from '../outages/outage-view.js';

const DAYS = 90;
/** A running year needs all of what happened in it. */
const LOADED_MS = 370 * DAY;
/** Figures beside the strip: the running period and three before it, of a promise by the month. */
const PERIODS = 4;

const SUBSCRIBED = statement<{ mail: boolean }>(
  'status-subscribed',
  `select mail from notification_preference where provider_id = $1 and person_id = $2 and kind = 'OUTAGE_UPDATED'`,
);

type ServiceState = 'OPERATIONAL' | 'DEGRADED' | 'DOWN' | 'MAINTENANCE' | 'UNMEASURED';
const seconds = (ms: number): number => Math.floor(ms / 1_000);

function dayState(day: StripDay): ServiceState {
  if (day.downMs > 0) return 'DOWN';
  if (day.degradedMs > 0) return 'DEGRADED';
  if (day.plannedMs > 0) return 'MAINTENANCE';
  return day.lengthMs > 0 && day.unmeasuredMs === day.lengthMs ? 'UNMEASURED' : 'OPERATIONAL';
}

function dayView(day: StripDay) {
  return {
    ...{ date: day.date, seconds: seconds(day.lengthMs), plannedSeconds: seconds(day.plannedMs) },
    ...{ downSeconds: seconds(day.downMs), degradedSeconds: seconds(day.degradedMs) },
    ...{ unmeasuredSeconds: seconds(day.unmeasuredMs), excludedSeconds: seconds(day.excludedMs) },
    ...{ state: dayState(day), outageIds: day.outageIds, maintenanceIds: day.windowIds },
  };
}

/** Local days up to now, at most ninety, from when a contract first covered the service. */
function daysUpTo(now: Instant, zone: string, since: Instant) {
  const today = localDateOf(zone, now);
  return Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS + 1))
    .map((date) => ({
      date,
      from: startOfLocalDate(zone, date),
      to: Math.min(now, startOfLocalDate(zone, addDays(date, 1))),
    }))
    .filter(({ to }) => to > since);
}

/** How a service is at this instant, since when, and what says so. Work that was announced goes first: nobody is surprised. */
function stateNow(facts: AvailabilityFacts, now: Instant) {
  const open = facts.outages.filter(({ from, to }) => from <= now && (to === null || to > now));
  const outage = open.find(({ state }) => state === 'DOWN') ?? open[0] ?? null;
  const work = facts.maintenance.find(({ cancelled, announcements, endedAt }) => {
    const last = announcements.at(-1);
    return !cancelled && last !== undefined && last.from <= now && now < last.to && (endedAt === null || endedAt > now);
  });
  const gap = facts.gaps.find(({ to }) => to === now) ?? null;
  const ids = { outageId: outage?.id ?? null, maintenanceId: work?.id ?? null };
  if (work !== undefined)
    return { now: 'MAINTENANCE' as const, since: work.announcements.at(-1)?.from ?? null, ...ids };
  if (outage !== null) return { now: outage.state, since: outage.from, ...ids };
  if (gap !== null) return { now: 'UNMEASURED' as const, since: gap.from, ...ids };
  const ends = [...facts.outages, ...facts.gaps].flatMap(({ to }) => to ?? []);
  return { now: 'OPERATIONAL' as const, since: ends.length === 0 ? null : Math.max(...ends), ...ids };
}

async function serviceStatus(
  tx: Tx<ClientScope>,
  sources: FigureSources,
  { service, zone }: { readonly service: NamedService; readonly zone: string },
) {
  const { serviceItemId, name, since } = service;
  const days = daysUpTo(tx.now, zone, since);
  const promised = sources.promises.at(serviceItemId, tx.now) ?? sources.promises.at(serviceItemId, since);
  const promise = promised?.promise ?? null;
  const from = days[0]?.from ?? tx.now;
  const facts = serviceFacts(sources.history, serviceItemId, {
    terms: promise,
    period: { from, to: tx.now + 1 },
    until: tx.now,
  });
  const maintenance =
    promised === null
      ? { terms: null, noticeCalendar: null, zone }
      : await maintenanceRules(tx, promised.terms, sources.promises.revision);
  const strip = statusStrip({ facts, maintenance, excludable: promise?.excludable ?? [], days });
  return { serviceItemId, name, ...stateNow(facts, tx.now), days: strip.map(dayView) };
}

function wantedFigures(
  sources: FigureSources,
  services: readonly NamedService[],
  now: Instant,
): readonly WantedFigure[] {
  return services.flatMap(({ serviceItemId, name }) => {
    const promised = sources.promises.at(serviceItemId, now);
    if (promised === null || promised.promise === null) return [];
    const current = periodOf(promised.terms.reportingZone, promised.promise.period, now);
    const before = promised.promise.period === 'MONTH' ? previousPeriods(current.zone, current.key, PERIODS - 1) : [];
    return [...before, current].toReversed().map((period) => ({ serviceItemId, name, period }));
  });
}

async function withFigures(
  tx: Tx<ClientScope>,
  tenant: TenantPlace,
  sources: FigureSources,
  services: readonly NamedService[],
) {
  const figures = await readFigures(tx, tenant, { sources, wanted: wantedFigures(sources, services, tx.now) });
  const shown = [];
  for (const service of services) {
    const status = await serviceStatus(tx, sources, { service, zone: tenant.zone });
    shown.push({ ...status, figures: figures.filter(({ serviceItemId }) => serviceItemId === service.serviceItemId) });
  }
  return shown;
}

/** The client's status page: how its services are and were for ninety days, what was told, what is planned, what waits. */
export async function statusPage(tx: Tx<ClientScope>) {
  const { providerId, tenantId, personId } = tx.scope;
  const tenant = await tenantPlace(tx, tenantId);
  if (tenant === null) throw new Error('a client without a tenant');
  const since = startOfLocalDate(tenant.zone, addDays(localDateOf(tenant.zone, tx.now), 1 - DAYS));
  const sources = await figureSources(tx, tenantId, { from: tx.now - LOADED_MS, to: tx.now + 1 });
  const [incidents, maintenance, openExclusions, [preference]] = await Promise.all([
    outagesSince(tx, tenantId, since),
    windowsSince(tx, tenantId, since),
    exclusionList(tx, { openOnly: true }),
    tx.query(SUBSCRIBED, [providerId, personId]),
  ]);
  return {
    ...{ asOf: tx.now, zone: tenant.zone, incidents, maintenance },
    services: await withFigures(tx, tenant, sources, sources.promises.services(since, tx.now)),
    openExclusions: openExclusions.toReversed(),
    subscribed: preference?.mail ?? true,
  };
}
