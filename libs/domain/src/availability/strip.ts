import type { AvailabilityTerms } from '../contracts/availability-terms.js';
import type { LocalDate, Ms } from '../time/instant.js';
import { subtractSpans, unionOf, type Span } from '../time/spans.js';
import type { AvailabilityFacts, Outage } from './facts.js';
import { coveredMs, intersectSpans, spansWithin } from './instants.js';
import { judgeMaintenance, type MaintenanceRules } from './planned.js';

/** One day of a status page; each instant counts once: planned before down before degraded before unmeasured. */
export interface StripDay {
  readonly date: LocalDate;
  readonly lengthMs: Ms;
  readonly plannedMs: Ms;
  readonly downMs: Ms;
  readonly degradedMs: Ms;
  readonly unmeasuredMs: Ms;
  /** How much of down and degraded is left out of figures by claims that were accepted (D-AVL-1). */
  readonly excludedMs: Ms;
  readonly outageIds: readonly string[];
  readonly windowIds: readonly string[];
}

export interface StripInput {
  readonly facts: AvailabilityFacts;
  readonly maintenance: MaintenanceRules;
  /** Causes that the terms let be excluded; empty where nothing is promised. */
  readonly excludable: AvailabilityTerms['excludable'];
  /** Days in order, half-open, the last one cut at the instant it is looked at. */
  readonly days: readonly (Span & { readonly date: LocalDate })[];
}

interface Layers {
  readonly planned: readonly Span[];
  readonly down: readonly Span[];
  readonly degraded: readonly Span[];
  readonly unmeasured: readonly Span[];
  readonly excluded: readonly Span[];
}

function outageSpans(outages: readonly Outage[], state: Outage['state'], until: number): readonly Span[] {
  return unionOf(
    outages
      .filter((outage) => outage.state === state)
      .map(({ from, to }) => ({ from, to: to ?? Math.max(from, until) })),
  );
}

function layersOf({ facts, maintenance, excludable }: StripInput, until: number): Layers {
  const judged = judgeMaintenance(facts.maintenance, maintenance);
  const planned = unionOf(judged.flatMap((window) => window.planned));
  const broken = unionOf([...outageSpans(facts.outages, 'DOWN', until), ...judged.flatMap(({ overrun }) => overrun)]);
  const down = subtractSpans(broken, planned);
  const degraded = subtractSpans(subtractSpans(outageSpans(facts.outages, 'DEGRADED', until), planned), down);
  const known = unionOf([...planned, ...down, ...degraded]);
  const accepted = facts.exclusions.filter(({ state, cause }) => state === 'ACCEPTED' && excludable.includes(cause));
  return {
    ...{ planned, down, degraded },
    unmeasured: subtractSpans(unionOf(facts.gaps), known),
    excluded: intersectSpans(unionOf(accepted), unionOf([...down, ...degraded])),
  };
}

function touches({ from, to }: { readonly from: number; readonly to: number }, day: Span): boolean {
  return from < day.to && (to > day.from || (from === to && from >= day.from));
}

/**
 * The days of a service as a status page draws them, at all hours of the day: what was down, degraded, planned as agreed
 * (D-MON-2) or watched by nobody. A service of several assets is drawn as one: down while anything of it is.
 */
export function statusStrip(input: StripInput): readonly StripDay[] {
  const until = input.days[input.days.length - 1]?.to ?? 0;
  const layers = layersOf(input, until);
  const within = (spans: readonly Span[], { from, to }: Span) => coveredMs(spansWithin(spans, from, to));
  const { outages, maintenance } = input.facts;
  return input.days.map((day) => ({
    date: day.date,
    lengthMs: day.to - day.from,
    plannedMs: within(layers.planned, day),
    downMs: within(layers.down, day),
    degradedMs: within(layers.degraded, day),
    unmeasuredMs: within(layers.unmeasured, day),
    excludedMs: within(layers.excluded, day),
    outageIds: outages
      .filter(({ from, to }) => touches({ from, to: to ?? Math.max(from, until) }, day))
      .map(({ id }) => id),
    windowIds: maintenance
      .filter(({ cancelled, announcements }) => {
        const last = announcements[announcements.length - 1];
        return last !== undefined && !cancelled && touches(last, day);
      })
      .map(({ id }) => id),
  }));
}
