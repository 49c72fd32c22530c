import type { AvailabilityTerms } from '../contracts/availability-terms.js';
import { weightProblems, type CreditTermsProblem } from '../contracts/parse-credit-terms.js';
import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import { unionOf, type Span } from '../time/spans.js';
import { factsProblems, type AvailabilityFacts, type ExclusionClaim, type FactsProblem } from './facts.js';
import {
  ratioOf,
  verdictOf,
  type AvailabilityFigure,
  type AvailabilityPeriod,
  type ExclusionItem,
  type OutageItem,
} from './figure.js';
import { coveredMs, intersectSpans, spansWithin } from './instants.js';
import { judgeMaintenance, type JudgedWindow, type MaintenanceRules } from './planned.js';
import {
  acceptedSpans,
  assetTime,
  concerns,
  partOf,
  serviceTime,
  type AssetTime,
  type AvailabilityPart,
  type Sources,
} from './states.js';

export interface AvailabilityInput {
  readonly terms: AvailabilityTerms;
  /** The compiled calendar of `terms.calendarId`, with the holidays as known when the figure is computed. */
  readonly calendar: CompiledCalendar;
  readonly maintenance: MaintenanceRules;
  readonly facts: AvailabilityFacts;
  readonly period: AvailabilityPeriod;
  /** Time after it isn't looked at: a running period is measured until now. */
  readonly asOf: Instant;
}

export type AvailabilityProblem = FactsProblem | CreditTermsProblem;

export type MeasuredAvailability =
  | { readonly kind: 'measured'; readonly figure: AvailabilityFigure }
  | { readonly kind: 'invalid'; readonly problems: readonly AvailabilityProblem[] };

/** A service that is looked at as one has one nameless asset. */
const WHOLE = '';

interface Measured {
  readonly parts: readonly AvailabilityPart[];
  /** Assets by name with their time. */
  readonly times: ReadonlyMap<string, AssetTime>;
  /** By asset, its time in count that counts against the provider. */
  readonly against: ReadonlyMap<string, readonly Span[]>;
}

function timesOf(sources: Sources, assetIds: readonly string[]): ReadonlyMap<string, AssetTime> {
  return new Map(assetIds.map((assetId) => [assetId, assetTime(sources, assetId)]));
}

function missing({ down, degraded }: AssetTime): readonly Span[] {
  return unionOf([...down, ...degraded]);
}

function measureWeighted(sources: Sources): Measured {
  const { terms, agreed } = sources;
  const times = timesOf(
    sources,
    terms.weights.map(({ assetId }) => assetId),
  );
  const parts = terms.weights.flatMap(({ assetId, weight }) => {
    const time = times.get(assetId);
    return time === undefined ? [] : [partOf({ assetId, weight, agreed }, time)];
  });
  const against = new Map([...times].map(([assetId, time]) => [assetId, missing(time)]));
  return { parts, times, against };
}

function measureAsOne(sources: Sources, rule: 'ANY' | 'ALL'): Measured {
  const { agreed, facts } = sources;
  const times = timesOf(sources, facts.assetIds.length === 0 ? [WHOLE] : facts.assetIds);
  const service = serviceTime(agreed, [...times.values()], rule);
  const parts = [partOf({ assetId: null, weight: 1, agreed }, service)];
  const lost = missing(service);
  const against = new Map([...times].map(([assetId, { counted }]) => [assetId, intersectSpans(counted, lost)]));
  return { parts, times, against };
}

function outageItems({ facts, agreed, until }: Sources, { against }: Measured): readonly OutageItem[] {
  return facts.outages.flatMap((outage): readonly OutageItem[] => {
    const to = outage.to ?? Math.max(outage.from, until);
    const within = spansWithin(agreed, outage.from, to);
    if (within.length === 0) return [];
    const counted = [...against].flatMap(([assetId, spans]) =>
      concerns(outage, assetId) ? spansWithin(spans, outage.from, to) : [],
    );
    const { id, state, ticketIds } = outage;
    return [{ outageId: id, state, ticketIds, agreedMs: coveredMs(within), countedMs: coveredMs(counted) }];
  });
}

function plannedItem({ window, planned, overrun, reason }: JudgedWindow, agreed: readonly Span[]): ExclusionItem {
  const last = window.announcements[window.announcements.length - 1];
  const within = (spans: readonly Span[]) => coveredMs(intersectSpans(agreed, unionOf(spans)));
  return {
    kind: 'PLANNED',
    id: window.id,
    agreedMs: within(last === undefined ? [] : [last]),
    excludedMs: within(planned),
    overrunMs: within(overrun),
    reason,
  };
}

function claimItem(claim: ExclusionClaim, sources: Sources, assetIds: readonly string[]): ExclusionItem {
  const { terms, agreed, facts } = sources;
  const within = intersectSpans(agreed, unionOf([claim]));
  const alone = { ...sources, facts: { ...facts, exclusions: [claim] } };
  const own = assetIds.flatMap((assetId) => acceptedSpans(alone, assetId));
  const agreedCause = terms.excludable.includes(claim.cause);
  const reason = claim.state === 'ACCEPTED' ? (agreedCause ? null : 'CAUSE_NOT_AGREED') : 'NOT_ACCEPTED';
  return {
    kind: 'CLAIM',
    id: claim.id,
    cause: claim.cause,
    agreedMs: coveredMs(within),
    excludedMs: coveredMs(intersectSpans(agreed, unionOf(own))),
    reason,
  };
}

function exclusionItems(sources: Sources, { times }: Measured): readonly ExclusionItem[] {
  const { facts, windows, agreed, terms } = sources;
  const all: readonly ExclusionItem[] = [
    ...windows.map((window) => plannedItem(window, agreed)),
    ...facts.exclusions.map((claim) => claimItem(claim, sources, [...times.keys()])),
    ...facts.gaps.map((gap): ExclusionItem => ({
      kind: 'UNMEASURED',
      id: gap.id,
      agreedMs: coveredMs(intersectSpans(agreed, unionOf([gap]))),
      countsAs: terms.unmeasured,
    })),
  ];
  return all.filter((item) => item.agreedMs > 0 || (item.kind === 'PLANNED' && item.overrunMs > 0));
}

function problemsOf({ terms, facts, period, asOf }: AvailabilityInput): readonly AvailabilityProblem[] {
  const instants = [
    ['period.from', period.from],
    ['period.to', period.to],
    ['asOf', asOf],
  ] as const;
  const unreadable = instants.flatMap(([path, at]): readonly AvailabilityProblem[] =>
    Number.isSafeInteger(at) ? [] : [{ path, kind: 'NOT_AN_INSTANT', detail: String(at) }],
  );
  const reversed: readonly AvailabilityProblem[] =
    period.to < period.from ? [{ path: 'period.to', kind: 'REVERSED', detail: period.key }] : [];
  const assetIds = terms.assetRule === 'WEIGHTED' ? terms.weights.map(({ assetId }) => assetId) : facts.assetIds;
  return [...unreadable, ...reversed, ...weightProblems(terms, 'terms'), ...factsProblems({ ...facts, assetIds })];
}

/**
 * Availability of a period (D-AVL-1, D-MON-2): `A = (|AST \ E| - |DT n (AST \ E)|) / |AST \ E|` on unions of instants,
 * exact. AST is the calendar's open time within the period; E planned work as agreed, accepted claims and, where the
 * terms say so, unmeasured time; DT what was down, degraded time in its percentage, and work that overran its window.
 * Each asset has its own E and DT: weighted they are summed, else they make the service by the rule of the terms.
 * Facts that can't be are named, not computed with.
 */
export function measureAvailability(input: AvailabilityInput): MeasuredAvailability {
  const { terms, calendar, maintenance, facts, period, asOf } = input;
  const problems = problemsOf(input);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const until = Math.max(period.from, Math.min(period.to, asOf));
  const agreed = calendar.windows(period.from, until);
  const sources: Sources = { terms, facts, windows: judgeMaintenance(facts.maintenance, maintenance), agreed, until };
  const measured = terms.assetRule === 'WEIGHTED' ? measureWeighted(sources) : measureAsOne(sources, terms.assetRule);
  const ratio = ratioOf(measured.parts, terms.degradedPercent);
  const items = outageItems(sources, measured);
  const figure: AvailabilityFigure = {
    ...{ termsId: terms.id, period, until, targetPpm: terms.targetPpm, degradedPercent: terms.degradedPercent },
    ...{ ratio, verdict: verdictOf(ratio, terms), parts: measured.parts },
    ...{ n: items.filter(({ countedMs }) => countedMs > 0).length, items },
    exclusions: exclusionItems(sources, measured),
  };
  return { kind: 'measured', figure };
}
