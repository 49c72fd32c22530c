import type { ExclusionCause } from '../contracts/availability-terms.js';
import type { Instant } from '../time/instant.js';

/** A stretch in which assets were down or degraded, from signals or a named human's correction. */
export interface Outage {
  readonly id: string;
  /** Assets concerned; empty: all of the service. */
  readonly assetIds: readonly string[];
  readonly state: 'DOWN' | 'DEGRADED';
  readonly from: Instant;
  /** null: not over yet. */
  readonly to: Instant | null;
  /** Tickets about it: what ties a missed clock to the same event (D-CRD-1). */
  readonly ticketIds: readonly string[];
}

/** A stretch without any measurement. */
export interface MeasurementGap {
  readonly id: string;
  readonly assetIds: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/** One word to the client about a maintenance window; a later one moves it. */
export interface Announcement {
  /** When it reached the client; null: it didn't (D-MON-2). */
  readonly deliveredAt: Instant | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** Work on the service (D-MON-2). */
export interface MaintenanceWindow {
  readonly id: string;
  readonly assetIds: readonly string[];
  readonly kind: 'PLANNED' | 'EMERGENCY';
  /** In the order in which they were sent; the last one says when the work is. */
  readonly announcements: readonly Announcement[];
  readonly cancelled: boolean;
  /** When the work really ended; null: within the window. */
  readonly endedAt: Instant | null;
}

/** A claim that a stretch shouldn't count, and what became of it. */
export interface ExclusionClaim {
  readonly id: string;
  readonly assetIds: readonly string[];
  readonly cause: ExclusionCause;
  readonly from: Instant;
  readonly to: Instant;
  /** Only an accepted one counts (D-AVL-1); a disputed one doesn't until it is accepted again. */
  readonly state: 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'DISPUTED';
}

/** What happened to a service in and around a period. */
export interface AvailabilityFacts {
  /** The assets the service stands on; empty: it is looked at as one. */
  readonly assetIds: readonly string[];
  readonly outages: readonly Outage[];
  readonly gaps: readonly MeasurementGap[];
  /** All windows of the months that the period touches: the monthly cap is shared. */
  readonly maintenance: readonly MaintenanceWindow[];
  readonly exclusions: readonly ExclusionClaim[];
}

export interface FactsProblem {
  /** `outages[2].to` */
  readonly path: string;
  readonly kind: 'NOT_AN_INSTANT' | 'REVERSED' | 'DUPLICATE' | 'UNKNOWN_ASSET';
  readonly detail: string;
}

interface Stretch {
  readonly path: string;
  readonly from: Instant;
  /** null: open. */
  readonly to: Instant | null;
}

function stretchProblems({ path, from, to }: Stretch): readonly FactsProblem[] {
  const broken = [
    ['from', from],
    ['to', to],
  ] as const;
  const problems = broken.flatMap(([key, at]): readonly FactsProblem[] =>
    at === null || Number.isSafeInteger(at)
      ? []
      : [{ path: `${path}.${key}`, kind: 'NOT_AN_INSTANT', detail: String(at) }],
  );
  if (problems.length > 0 || to === null) return problems;
  return to < from ? [{ path: `${path}.to`, kind: 'REVERSED', detail: `${from}..${to}` }] : [];
}

interface Listed {
  readonly id: string;
  readonly assetIds: readonly string[];
}

function listProblems(list: readonly Listed[], name: string, known: ReadonlySet<string>): readonly FactsProblem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id, assetIds }, index): readonly FactsProblem[] => {
    const path = `${name}[${index}]`;
    const twice: readonly FactsProblem[] = seen.has(id) ? [{ path: `${path}.id`, kind: 'DUPLICATE', detail: id }] : [];
    seen.add(id);
    const strange = assetIds.flatMap((asset, place): readonly FactsProblem[] =>
      known.has(asset) ? [] : [{ path: `${path}.assetIds[${place}]`, kind: 'UNKNOWN_ASSET', detail: asset }],
    );
    return [...twice, ...strange];
  });
}

function maintenanceStretches(facts: AvailabilityFacts): readonly Stretch[] {
  return facts.maintenance.flatMap(({ announcements }, index) =>
    announcements.map(({ from, to }, place) => ({
      ...{ path: `maintenance[${index}].announcements[${place}]`, from, to },
    })),
  );
}

function endProblems(facts: AvailabilityFacts): readonly FactsProblem[] {
  return facts.maintenance.flatMap(({ announcements, endedAt }, index): readonly FactsProblem[] => {
    const path = `maintenance[${index}].endedAt`;
    const from = announcements[announcements.length - 1]?.from ?? null;
    if (endedAt === null) return [];
    if (!Number.isSafeInteger(endedAt)) return [{ path, kind: 'NOT_AN_INSTANT', detail: String(endedAt) }];
    return from !== null && endedAt < from ? [{ path, kind: 'REVERSED', detail: `${from}..${endedAt}` }] : [];
  });
}

function deliveryProblems(facts: AvailabilityFacts): readonly FactsProblem[] {
  return facts.maintenance.flatMap(({ announcements }, index) =>
    announcements.flatMap(({ deliveredAt }, place): readonly FactsProblem[] => {
      if (deliveredAt === null || Number.isSafeInteger(deliveredAt)) return [];
      const path = `maintenance[${index}].announcements[${place}].deliveredAt`;
      return [{ path, kind: 'NOT_AN_INSTANT', detail: String(deliveredAt) }];
    }),
  );
}

/** What is wrong with facts before anything is computed from them; empty when nothing is. */
export function factsProblems(facts: AvailabilityFacts): readonly FactsProblem[] {
  const known = new Set(facts.assetIds);
  const place = (name: string) => (stretch: Omit<Stretch, 'path'>, index: number) => ({
    ...{ path: `${name}[${index}]`, from: stretch.from, to: stretch.to },
  });
  return [
    ...listProblems(facts.outages, 'outages', known),
    ...listProblems(facts.gaps, 'gaps', known),
    ...listProblems(facts.maintenance, 'maintenance', known),
    ...listProblems(facts.exclusions, 'exclusions', known),
    ...facts.outages.map(place('outages')).flatMap(stretchProblems),
    ...facts.gaps.map(place('gaps')).flatMap(stretchProblems),
    ...facts.exclusions.map(place('exclusions')).flatMap(stretchProblems),
    ...maintenanceStretches(facts).flatMap(stretchProblems),
    ...deliveryProblems(facts),
    ...endProblems(facts),
  ];
}
