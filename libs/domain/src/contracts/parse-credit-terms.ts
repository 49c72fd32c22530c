import type { AvailabilityTerms, MaintenanceTerms } from './availability-terms.js';
import type { CreditSchedule, CreditTier } from './credit-terms.js';

/** What can be wrong between the parts of availability, maintenance and credit terms. */
export interface CreditTermsProblem {
  readonly path: string;
  readonly kind:
    | 'UNKNOWN_REFERENCE'
    | 'WEIGHTS_SUM_TO_ZERO'
    | 'WEIGHTS_NOT_EXPECTED'
    | 'CALENDAR_NEEDED'
    | 'TIER_EMPTY'
    | 'TIER_GAP'
    | 'TIER_OVERLAP'
    | 'CREDIT_FALLS'
    | 'MORE_MISSES_THAN_PERIODS';
  readonly detail: string;
}

type Problems = readonly CreditTermsProblem[];

/** Weights stand there when the rule asks for them, and weigh something. */
export function weightProblems({ assetRule, weights }: AvailabilityTerms, path: string): Problems {
  if (assetRule !== 'WEIGHTED') {
    if (weights.length === 0) return [];
    return [{ path: `${path}.weights`, kind: 'WEIGHTS_NOT_EXPECTED', detail: assetRule }];
  }
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return sum > 0 ? [] : [{ path: `${path}.weights`, kind: 'WEIGHTS_SUM_TO_ZERO', detail: String(sum) }];
}

/** Business days are those of a calendar, and the calendar is one of the terms. */
export function maintenanceProblems(
  { notice, noticeCalendarId }: MaintenanceTerms,
  calendarIds: ReadonlySet<string>,
  path: string,
): Problems {
  const at = `${path}.noticeCalendarId`;
  if (noticeCalendarId !== null && !calendarIds.has(noticeCalendarId))
    return [{ path: at, kind: 'UNKNOWN_REFERENCE', detail: noticeCalendarId }];
  const needed = notice?.unit === 'BUSINESS_DAYS' && noticeCalendarId === null;
  return needed ? [{ path: at, kind: 'CALENDAR_NEEDED', detail: 'BUSINESS_DAYS' }] : [];
}

function rangeOf({ fromPpm, belowPpm }: CreditTier): string {
  return `${fromPpm}..${belowPpm}`;
}

/**
 * A ladder reaches from 0 up without gap or overlap, and a worse figure never earns less (D-CRD-1). Steps may stand in
 * any order; each problem names the step as written.
 */
export function tierProblems(tiers: readonly CreditTier[], path: string): Problems {
  const problems: CreditTermsProblem[] = [];
  const ladder = [...tiers.entries()].sort(([, a], [, b]) => a.fromPpm - b.fromPpm || a.belowPpm - b.belowPpm);
  let reached = 0;
  let worse = Infinity;
  for (const [index, tier] of ladder) {
    const at = `${path}[${index}]`;
    const detail = rangeOf(tier);
    if (tier.belowPpm <= tier.fromPpm) problems.push({ path: at, kind: 'TIER_EMPTY', detail });
    else if (tier.fromPpm > reached)
      problems.push({ path: at, kind: 'TIER_GAP', detail: `${reached}..${tier.fromPpm}` });
    else if (tier.fromPpm < reached) problems.push({ path: at, kind: 'TIER_OVERLAP', detail });
    if (tier.creditPpm > worse) problems.push({ path: `${at}.creditPpm`, kind: 'CREDIT_FALLS', detail });
    reached = Math.max(reached, tier.belowPpm);
    worse = tier.creditPpm;
  }
  return problems;
}

/** What is wrong within one schedule, whatever it refers to. */
export function scheduleProblems({ tiers, termination }: CreditSchedule, path: string): Problems {
  const never = termination !== null && termination.misses > termination.periods;
  const detail = never ? `${termination.misses}/${termination.periods}` : '';
  return [
    ...tierProblems(tiers, `${path}.tiers`),
    ...(never ? [{ path: `${path}.termination.misses`, kind: 'MORE_MISSES_THAN_PERIODS' as const, detail }] : []),
  ];
}

interface Parts {
  readonly calendars: readonly { readonly id: string }[];
  readonly services: readonly { readonly serviceItemId: string }[];
  readonly availability?: readonly AvailabilityTerms[];
  readonly maintenance?: MaintenanceTerms;
  readonly credits?: readonly CreditSchedule[];
}

function availabilityProblems(terms: AvailabilityTerms, path: string, parts: Parts): Problems {
  const { calendarId, serviceItemIds } = terms;
  const calendarKnown = parts.calendars.some(({ id }) => id === calendarId);
  const services = new Set(parts.services.map(({ serviceItemId }) => serviceItemId));
  const problems: CreditTermsProblem[] = calendarKnown
    ? []
    : [{ path: `${path}.calendarId`, kind: 'UNKNOWN_REFERENCE', detail: calendarId }];
  for (const [index, item] of serviceItemIds.entries()) {
    if (!services.has(item))
      problems.push({ path: `${path}.serviceItemIds[${index}]`, kind: 'UNKNOWN_REFERENCE', detail: item });
  }
  return [...problems, ...weightProblems(terms, path)];
}

function basisProblems({ basis }: CreditSchedule, path: string, promised: ReadonlySet<string>): Problems {
  if (basis.kind === 'ATTAINMENT' || promised.has(basis.availabilityId)) return [];
  return [{ path: `${path}.basis.availabilityId`, kind: 'UNKNOWN_REFERENCE', detail: basis.availabilityId }];
}

/** All problems of the availability, maintenance and credit parts of a terms document; empty when it has none of them. */
export function creditTermsProblems(parts: Parts): Problems {
  const { availability = [], maintenance, credits = [] } = parts;
  const calendarIds = new Set(parts.calendars.map(({ id }) => id));
  const promised = new Set(availability.map(({ id }) => id));
  return [
    ...availability.flatMap((terms, index) => availabilityProblems(terms, `availability[${index}]`, parts)),
    ...(maintenance === undefined ? [] : maintenanceProblems(maintenance, calendarIds, 'maintenance')),
    ...credits.flatMap((schedule, index) => [
      ...basisProblems(schedule, `credits[${index}]`, promised),
      ...scheduleProblems(schedule, `credits[${index}]`),
    ]),
  ];
}
