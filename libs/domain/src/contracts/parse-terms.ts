import type { ReadProblem } from '../json/read.js';
import { kpiDefinition } from '../kpi/definitions.js';
import type { CalendarProblem } from '../time/calendar.js';
import { validateCalendar } from '../time/validate.js';
import { isZone } from '../time/zone.js';
import { isCurrency } from './currency.js';
import { creditTermsProblems, type CreditTermsProblem } from './parse-credit-terms.js';
import { readTerms } from './read-terms.js';
import { TICKET_TYPES, type KpiTarget, type SlaPolicy, type SlaTarget, type Terms } from './terms.js';

export interface TermsProblem {
  /** `policies[0].targets[2].calendarId` */
  readonly path: string;
  readonly kind:
    | ReadProblem['kind']
    | CalendarProblem['kind']
    | 'UNKNOWN_REFERENCE'
    | 'UNKNOWN_CURRENCY'
    | 'NOT_ASCENDING'
    | 'TARGET_TWICE'
    | 'CASE_NUMBER_MUST_BE_NEEDED'
    | 'REGION_NEEDED'
    | 'REGION_NOT_EXPECTED'
    | 'UNKNOWN_KPI'
    | 'CLOCK_NEEDED'
    | 'CLOCK_NOT_EXPECTED'
    | 'RENEWAL_WITHOUT_LENGTH'
    | 'NOTHING_DEEMED'
    | CreditTermsProblem['kind'];
  readonly detail: string;
}

export type ParsedTerms =
  | { readonly kind: 'valid'; readonly terms: Terms }
  | { readonly kind: 'invalid'; readonly problems: readonly TermsProblem[] };

function serviceProblems({ services, policies }: Terms): readonly TermsProblem[] {
  const known = new Set(policies.map((policy) => policy.id));
  return services.flatMap(({ policyId }, index) =>
    known.has(policyId) ? [] : [{ path: `services[${index}].policyId`, kind: 'UNKNOWN_REFERENCE', detail: policyId }],
  );
}

/** What a target promises for, one word per ticket type; an empty list of types means all. */
function promises({ clock, priority, types }: SlaTarget): readonly string[] {
  return (types.length === 0 ? TICKET_TYPES : types).map((type) => `${clock}/${priority}/${type}`);
}

function targetProblems(policy: SlaPolicy, path: string, calendarIds: ReadonlySet<string>): readonly TermsProblem[] {
  const problems: TermsProblem[] = [];
  const promised = new Set<string>();
  for (const [index, target] of policy.targets.entries()) {
    const at = `${path}.targets[${index}]`;
    const { calendarId, warnAtPercent } = target;
    if (!calendarIds.has(calendarId))
      problems.push({ path: `${at}.calendarId`, kind: 'UNKNOWN_REFERENCE', detail: calendarId });
    if (warnAtPercent.some((mark, place) => place > 0 && mark <= (warnAtPercent[place - 1] ?? 0))) {
      problems.push({ path: `${at}.warnAtPercent`, kind: 'NOT_ASCENDING', detail: warnAtPercent.join(', ') });
    }
    const twice = promises(target).find((promise) => promised.has(promise));
    if (twice !== undefined) problems.push({ path: at, kind: 'TARGET_TWICE', detail: twice });
    for (const promise of promises(target)) promised.add(promise);
  }
  return problems;
}

/** Target ids are unique in the whole document: facts and rollups name a target by its id alone. */
function sharedTargetIds({ policies }: Terms): readonly TermsProblem[] {
  const owners = new Map<string, number>();
  const problems: TermsProblem[] = [];
  for (const [policyIndex, policy] of policies.entries()) {
    for (const [index, { id }] of policy.targets.entries()) {
      const elsewhere = owners.has(id) && owners.get(id) !== policyIndex;
      if (elsewhere)
        problems.push({ path: `policies[${policyIndex}].targets[${index}].id`, kind: 'DUPLICATE', detail: id });
      owners.set(id, policyIndex);
    }
  }
  return problems;
}

function calendarProblems({ calendars }: Terms): readonly TermsProblem[] {
  return calendars.flatMap((document, index) =>
    validateCalendar(document).map((problem) => {
      const path = problem.path === '' ? `calendars[${index}]` : `calendars[${index}].${problem.path}`;
      const detail = 'value' in problem ? problem.value : 'zone' in problem ? problem.zone : '';
      return { path, kind: problem.kind, detail };
    }),
  );
}

/** Official days are those of a region, and only they are (D-CAL-4). */
function regionProblems({ calendars }: Terms): readonly TermsProblem[] {
  return calendars.flatMap(({ kind, holidayPolicy, holidayRegion }, index): readonly TermsProblem[] => {
    const follows = kind === 'WEEKLY' && holidayPolicy === 'FOLLOW_OFFICIAL';
    const path = `calendars[${index}].holidayRegion`;
    if (follows && holidayRegion === null) return [{ path, kind: 'REGION_NEEDED', detail: holidayPolicy }];
    const idle = holidayPolicy !== 'FOLLOW_OFFICIAL' && holidayRegion !== null;
    return idle ? [{ path, kind: 'REGION_NOT_EXPECTED', detail: holidayRegion }] : [];
  });
}

function waitingProblems({ waiting }: Terms): readonly TermsProblem[] {
  return waiting.flatMap((rule, index) => {
    // A supplier's clock can only stop on evidence the client can look up (D-SLA-4).
    const stopsWithoutCase =
      rule.status === 'WAITING_ON_THIRD_PARTY' && rule.pauses.length > 0 && !rule.needsCaseNumber;
    if (!stopsWithoutCase) return [];
    return [{ path: `waiting[${index}].needsCaseNumber`, kind: 'CASE_NUMBER_MUST_BE_NEEDED', detail: rule.reason }];
  });
}

function kpiProblem({ kpi, clock, value }: KpiTarget, path: string): TermsProblem | null {
  const definition = kpiDefinition(kpi);
  if (definition === null) return { path: `${path}.kpi`, kind: 'UNKNOWN_KPI', detail: kpi };
  if (definition.clocks.length > 0 && clock === null)
    return { path: `${path}.clock`, kind: 'CLOCK_NEEDED', detail: kpi };
  if (definition.clocks.length === 0 && clock !== null)
    return { path: `${path}.clock`, kind: 'CLOCK_NOT_EXPECTED', detail: kpi };
  const tooMuch = definition.unit === 'BASIS_POINTS' && value > 10_000;
  return tooMuch ? { path: `${path}.value`, kind: 'OUT_OF_RANGE', detail: '0..10000' } : null;
}

function documentProblems({ reportingZone, currency, renewal }: Terms): readonly TermsProblem[] {
  const problems: TermsProblem[] = [];
  if (!isZone(reportingZone)) problems.push({ path: 'reportingZone', kind: 'UNKNOWN_ZONE', detail: reportingZone });
  if (!isCurrency(currency)) problems.push({ path: 'currency', kind: 'UNKNOWN_CURRENCY', detail: currency });
  if (renewal.atEnd === 'RENEW' && renewal.renewMonths === 0) {
    problems.push({ path: 'renewal.renewMonths', kind: 'RENEWAL_WITHOUT_LENGTH', detail: '0' });
  }
  return problems;
}

/** Business days are those of a calendar of the terms, and a term that deems nothing says nothing. */
function deemedProblems({ deemedConsent }: Terms, calendarIds: ReadonlySet<string>): readonly TermsProblem[] {
  if (deemedConsent === undefined) return [];
  const { calendarId, proposalDays, amendmentDays } = deemedConsent;
  const problems: TermsProblem[] = [];
  if (!calendarIds.has(calendarId))
    problems.push({ path: 'deemedConsent.calendarId', kind: 'UNKNOWN_REFERENCE', detail: calendarId });
  if (proposalDays === null && amendmentDays === null)
    problems.push({ path: 'deemedConsent', kind: 'NOTHING_DEEMED', detail: '' });
  return problems;
}

function crossProblems(terms: Terms): readonly TermsProblem[] {
  const calendarIds = new Set(terms.calendars.map((calendar) => calendar.id));
  return [
    ...documentProblems(terms),
    ...serviceProblems(terms),
    ...terms.policies.flatMap((policy, index) => targetProblems(policy, `policies[${index}]`, calendarIds)),
    ...sharedTargetIds(terms),
    ...calendarProblems(terms),
    ...regionProblems(terms),
    ...waitingProblems(terms),
    ...terms.kpiTargets.flatMap((target, index) => kpiProblem(target, `kpiTargets[${index}]`) ?? []),
    ...creditTermsProblems(terms),
    ...deemedProblems(terms, calendarIds),
  ];
}

/**
 * Reads a terms document strictly: no key that the schema doesn't name, all references resolved, at most one target per
 * (clock, priority, type) of a policy. All problems are listed, each with its place; what holds between parts is looked
 * at only once the shape is right.
 */
export function parseTerms(value: unknown): ParsedTerms {
  const shapeProblems: ReadProblem[] = [];
  const terms = readTerms(value, { path: '', problems: shapeProblems });
  if (terms === undefined || shapeProblems.length > 0) return { kind: 'invalid', problems: shapeProblems };
  const problems = crossProblems(terms);
  return problems.length === 0 ? { kind: 'valid', terms } : { kind: 'invalid', problems };
}
