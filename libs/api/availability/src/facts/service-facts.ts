import {
  subtractSpans,
  toIso,
  unionOf,
  type AvailabilityFacts,
  type AvailabilityTerms,
  type Instant,
  type MaintenanceWindow,
  type MeasurementGap,
  type Span,
} from '@daylight/domain';
import type { History, MeasurementFact, WindowFact } from './history-rows.js';

/** What nobody watched of a stretch: what was said later counts more than what was said before it. */
export function gapsOf(measurements: readonly MeasurementFact[], { from, to }: Span): readonly MeasurementGap[] {
  let watched: readonly Span[] = [];
  for (const { measured, from_at: since, to_at: until } of measurements) {
    const own = unionOf([{ from: Math.max(from, since), to: Math.min(to, until ?? to) }]);
    watched = measured ? unionOf([...watched, ...own]) : subtractSpans(watched, own);
  }
  return subtractSpans(unionOf([{ from, to }]), watched).map((gap) => ({
    ...{ id: `gap-${toIso(gap.from)}`, assetIds: [], from: gap.from, to: gap.to },
  }));
}

/** A window as the domain judges it. Work that nobody has ended goes on until `now`; what was conceded was never announced. */
export function windowFact(row: WindowFact, now: Instant): MaintenanceWindow {
  const running = row.started_at !== null && row.ended_at === null && now > row.ends_at;
  return {
    ...{ id: row.window_id, assetIds: [], kind: row.kind, cancelled: row.cancelled },
    endedAt: row.ended_at ?? (running ? now : null),
    announcements: row.announcements.map(({ startsAt, endsAt, deliveredAt }) => ({
      ...{ from: startsAt, to: endsAt, deliveredAt: row.conceded ? null : deliveredAt },
    })),
  };
}

/** Assets are known by the weights of the terms alone; otherwise a service is looked at as one. */
function knownAssets(terms: AvailabilityTerms | null): ReadonlySet<string> {
  return new Set(terms?.assetRule === 'WEIGHTED' ? terms.weights.map(({ assetId }) => assetId) : []);
}

export interface FactsOf {
  readonly terms: AvailabilityTerms | null;
  /** What doesn't touch it is left out, so that a period's document is the same however much was loaded. */
  readonly period: Span;
  /** End of what is looked at: gaps are looked for until then, and what isn't over lasts until then. */
  readonly until: Instant;
}

/** The facts of one service as the domain takes them. An outage that names assets unknown to the terms concerns all of the service. */
export function serviceFacts(
  history: History,
  serviceItemId: string,
  { terms, period, until }: FactsOf,
): AvailabilityFacts {
  const known = knownAssets(terms);
  const own = <Row extends { readonly service_item_id: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.service_item_id === serviceItemId);
  const touches = (from: Instant, to: Instant | null) => from < period.to && (to ?? Infinity) > period.from;
  return {
    assetIds: [],
    outages: own(history.outages)
      .filter((row) => touches(row.started_at, row.ended_at))
      .map((row) => ({
        ...{ id: row.outage_id, state: row.state, from: row.started_at, to: row.ended_at, ticketIds: row.ticket_ids },
        assetIds: row.asset_ids.every((asset) => known.has(asset)) ? row.asset_ids : [],
      })),
    gaps: gapsOf(own(history.measurements), { from: period.from, to: until }),
    maintenance: history.windows
      .filter(({ service_item_ids: services }) => services.includes(serviceItemId))
      .map((row) => ({ row, fact: windowFact(row, until) }))
      .filter(({ row, fact }) => touches(row.starts_at, Math.max(row.ends_at, fact.endedAt ?? 0)))
      .map(({ fact }) => fact),
    exclusions: own(history.exclusions)
      .filter((row) => touches(row.from_at, row.to_at))
      .map((row) => ({
        ...{ id: row.exclusion_id, assetIds: [], cause: row.cause, from: row.from_at, to: row.to_at, state: row.state },
      })),
  };
}
