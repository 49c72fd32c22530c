import type { AvailabilityTerms } from '../contracts/availability-terms.js';
import type { Instant, Ms } from '../time/instant.js';
import { subtractSpans, unionOf, type Span } from '../time/spans.js';
import type { AvailabilityFacts } from './facts.js';
import { coveredMs, intersectSpans } from './instants.js';
import type { JudgedWindow } from './planned.js';

/** One asset's agreed time, taken apart; all sorted and disjoint. */
export interface AssetTime {
  /** Agreed time without what is excluded for the asset. */
  readonly counted: readonly Span[];
  readonly down: readonly Span[];
  /** Degraded and not down. */
  readonly degraded: readonly Span[];
  readonly planned: readonly Span[];
  readonly accepted: readonly Span[];
  /** Unmeasured time that the terms leave out. */
  readonly unmeasured: readonly Span[];
}

/** What an availability figure is divided from: lengths in milliseconds, `counted` = agreed - planned - accepted - unmeasured. */
export interface AvailabilityPart {
  /** null: the service as a whole. */
  readonly assetId: string | null;
  readonly weight: number;
  readonly agreedMs: Ms;
  readonly plannedMs: Ms;
  readonly acceptedMs: Ms;
  readonly unmeasuredMs: Ms;
  readonly countedMs: Ms;
  readonly downMs: Ms;
  readonly degradedMs: Ms;
}

export interface Sources {
  readonly terms: AvailabilityTerms;
  readonly facts: AvailabilityFacts;
  readonly windows: readonly JudgedWindow[];
  /** Agreed service time within the period. */
  readonly agreed: readonly Span[];
  /** What is not over yet lasts until then. */
  readonly until: Instant;
}

interface Concerning {
  readonly assetIds: readonly string[];
}

/** Whether something concerns an asset: what names none concerns all. */
export function concerns({ assetIds }: Concerning, assetId: string): boolean {
  return assetIds.length === 0 || assetIds.includes(assetId);
}

/** A claim counts once accepted, and only for a cause that the terms let be excluded (D-AVL-1). */
export function acceptedSpans({ terms, facts }: Sources, assetId: string): readonly Span[] {
  const counting = facts.exclusions.filter(
    (claim) => claim.state === 'ACCEPTED' && terms.excludable.includes(claim.cause) && concerns(claim, assetId),
  );
  return unionOf(counting);
}

function outageSpans({ facts, until }: Sources, assetId: string, state: 'DOWN' | 'DEGRADED'): readonly Span[] {
  const matching = facts.outages.filter((outage) => outage.state === state && concerns(outage, assetId));
  return matching.map(({ from, to }) => ({ from, to: to ?? Math.max(from, until) }));
}

/** The agreed time of one asset taken apart. What was measured by hand isn't unmeasured; down outweighs degraded. */
export function assetTime(sources: Sources, assetId: string): AssetTime {
  const { terms, facts, windows, agreed } = sources;
  const own = windows.filter(({ window }) => concerns(window, assetId));
  const overruns = own.flatMap(({ overrun }) => overrun);
  const broken = unionOf([...outageSpans(sources, assetId, 'DOWN'), ...overruns]);
  const slow = unionOf(outageSpans(sources, assetId, 'DEGRADED'));
  const gaps = unionOf(facts.gaps.filter((gap) => concerns(gap, assetId)));
  const unknown = subtractSpans(subtractSpans(gaps, broken), slow);
  const planned = intersectSpans(agreed, unionOf(own.flatMap((window) => window.planned)));
  const afterPlanned = subtractSpans(agreed, planned);
  const accepted = intersectSpans(afterPlanned, acceptedSpans(sources, assetId));
  const afterAccepted = subtractSpans(afterPlanned, accepted);
  const unmeasured = terms.unmeasured === 'EXCLUDED' ? intersectSpans(afterAccepted, unknown) : [];
  const counted = subtractSpans(afterAccepted, unmeasured);
  const allDown = terms.unmeasured === 'DOWN' ? unionOf([...broken, ...unknown]) : broken;
  const down = intersectSpans(counted, allDown);
  const degraded = subtractSpans(intersectSpans(counted, slow), down);
  return { counted, down, degraded, planned, accepted, unmeasured };
}

function joined(times: readonly AssetTime[], part: keyof AssetTime): readonly Span[] {
  return unionOf(times.flatMap((time) => time[part]));
}

/** Down while any asset in count is down (D-AVL-1). */
function anyDown(times: readonly AssetTime[]): Pick<AssetTime, 'down' | 'degraded'> {
  const down = joined(times, 'down');
  return { down, degraded: subtractSpans(joined(times, 'degraded'), down) };
}

/** Down only while every asset in count is down; degraded while none of them is better than degraded (D-AVL-1). */
function allDown(times: readonly AssetTime[]): Pick<AssetTime, 'down' | 'degraded'> {
  const counted = joined(times, 'counted');
  const notDown = unionOf(times.flatMap((time) => subtractSpans(time.counted, time.down)));
  const well = unionOf(times.flatMap((time) => subtractSpans(subtractSpans(time.counted, time.down), time.degraded)));
  const down = subtractSpans(counted, notDown);
  return { down, degraded: subtractSpans(subtractSpans(counted, well), down) };
}

/**
 * The service as one from its assets: time counts while any asset is in count, and the assets that aren't have no say in
 * it then, so that planned work on one node of a pair excuses nothing when the other one fails.
 */
export function serviceTime(agreed: readonly Span[], times: readonly AssetTime[], rule: 'ANY' | 'ALL'): AssetTime {
  const counted = joined(times, 'counted');
  const excluded = subtractSpans(agreed, counted);
  const planned = intersectSpans(excluded, joined(times, 'planned'));
  const afterPlanned = subtractSpans(excluded, planned);
  const accepted = intersectSpans(afterPlanned, joined(times, 'accepted'));
  const unmeasured = subtractSpans(afterPlanned, accepted);
  return { counted, planned, accepted, unmeasured, ...(rule === 'ANY' ? anyDown(times) : allDown(times)) };
}

/** The lengths of an asset's or a service's time. */
export function partOf(
  of: { readonly assetId: string | null; readonly weight: number; readonly agreed: readonly Span[] },
  time: AssetTime,
): AvailabilityPart {
  return {
    assetId: of.assetId,
    weight: of.weight,
    agreedMs: coveredMs(of.agreed),
    plannedMs: coveredMs(time.planned),
    acceptedMs: coveredMs(time.accepted),
    unmeasuredMs: coveredMs(time.unmeasured),
    countedMs: coveredMs(time.counted),
    downMs: coveredMs(time.down),
    degradedMs: coveredMs(time.degraded),
  };
}
