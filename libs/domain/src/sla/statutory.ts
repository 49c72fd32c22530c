import type { LocalizedText } from '../text.js';
import type { Instant, Interval } from '../time/instant.js';
import { DAY, HOUR, MINUTE } from '../time/instant.js';
import { laterOnTheWall } from '../time/later-on-the-wall.js';

export const STATUTORY_TRIGGERS = ['PERSONAL_DATA_LEAK', 'SECURITY_INCIDENT', 'CLOUD_OUTAGE'] as const;
export type StatutoryTrigger = (typeof STATUTORY_TRIGGERS)[number];

/** Whom a notice is owed to. */
export type StatutoryRecipient = 'REGULATOR' | 'DATA_SUBJECTS' | 'CONTROLLER' | 'USERS';

/** Whose duty it is: a provider that works on its client's data is the processor, its client the controller. */
export type StatutoryBearer = 'CONTROLLER' | 'PROCESSOR' | 'SERVICE_PROVIDER';

/** AT_ONCE: the law says "without delay" and names no time; due the moment it is owed. */
export type StatutoryTerm =
  | { readonly unit: 'AT_ONCE' }
  | { readonly unit: 'HOURS'; readonly hours: number }
  | { readonly unit: 'MONTHS'; readonly months: number };

export interface StatutoryDuty {
  readonly id: string;
  readonly name: LocalizedText;
  readonly bearer: StatutoryBearer;
  readonly recipient: StatutoryRecipient;
  readonly term: StatutoryTerm;
  /** Counted from the moment somebody knew, or from the fulfilment of an earlier duty of the template, by its id. */
  readonly countsFrom: 'AWARENESS' | { readonly duty: string };
  /** Percent of the time at which a warning is due, ascending. */
  readonly warnAtPercent: readonly number[];
  /** The law and article. */
  readonly source: string;
}

/** What a law asks for after an event. Every one is shown with "check with counsel": whom it binds is for lawyers to say. */
export interface StatutoryTemplate {
  readonly id: string;
  /** ISO 3166-1 alpha-2 code, or `EU`. */
  readonly jurisdiction: string;
  readonly name: LocalizedText;
  readonly trigger: StatutoryTrigger;
  readonly duties: readonly StatutoryDuty[];
  readonly checkWithCounsel: true;
}

/** One notice owed by law. Wall-clock time, never paused, whatever the ticket does. */
export interface StatutoryClock {
  readonly templateId: string;
  readonly dutyId: string;
  readonly state: 'RUNNING' | 'MET' | 'BREACHED';
  readonly startedAt: Instant;
  /** What is done at this very instant is done in time. */
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  /** The due instant when it was missed, also if it was done afterwards. */
  readonly breachedAt: Instant | null;
  /** Instants at which warnings are due, in order; empty once it is done. */
  readonly warnings: readonly { readonly percent: number; readonly at: Instant }[];
}

/** A duty that somebody fulfilled. */
export interface StatutoryFulfilment {
  readonly dutyId: string;
  readonly at: Instant;
}

export interface StatutoryInputs {
  /** When somebody on this side knew; for an outage `cloudOutageOwedAt`. */
  readonly awareAt: Instant;
  /** IANA zone in which months are counted. Throws a RangeError when unknown. */
  readonly zone: string;
  readonly fulfilments: readonly StatutoryFulfilment[];
}

/**
 * The clocks of a template as of `now` (domain.md section 5). What lies after `now` is not known yet. A duty that counts
 * from another one counts from its fulfilment, until then from its due instant. The first fulfilment counts.
 */
export function statutoryClocks(
  template: StatutoryTemplate,
  inputs: StatutoryInputs,
  now: Instant,
): readonly StatutoryClock[] {
  const known = { ...inputs, fulfilments: inputs.fulfilments.filter(({ at }) => at <= now) };
  const clocks = new Map<string, StatutoryClock>();
  for (const duty of template.duties) {
    const before = duty.countsFrom === 'AWARENESS' ? undefined : clocks.get(duty.countsFrom.duty);
    const startedAt = before === undefined ? inputs.awareAt : (before.metAt ?? before.dueAt);
    clocks.set(duty.id, clockOf(template.id, duty, startedAt, known, now));
  }
  return [...clocks.values()];
}

function clockOf(
  templateId: string,
  duty: StatutoryDuty,
  startedAt: Instant,
  { zone, fulfilments }: StatutoryInputs,
  now: Instant,
): StatutoryClock {
  const dueAt = dueOf(duty.term, startedAt, zone);
  const done = fulfilments.filter(({ dutyId }) => dutyId === duty.id).map(({ at }) => at);
  const metAt = done.length === 0 ? null : Math.min(...done);
  const missed = (metAt ?? now) > dueAt;
  const warnings = duty.warnAtPercent.map((percent) => ({
    percent,
    at: startedAt + Math.floor(((dueAt - startedAt) * percent) / 100),
  }));
  return {
    templateId,
    dutyId: duty.id,
    state: missed ? 'BREACHED' : metAt === null ? 'RUNNING' : 'MET',
    startedAt,
    dueAt,
    metAt,
    breachedAt: missed ? dueAt : null,
    warnings: metAt === null ? warnings : [],
  };
}

function dueOf(term: StatutoryTerm, from: Instant, zone: string): Instant {
  if (term.unit === 'AT_ONCE') return from;
  return term.unit === 'HOURS' ? from + term.hours * HOUR : laterOnTheWall(zone, from, { months: term.months });
}

/** An instant at which something about a statutory clock has to be told. */
export interface StatutoryInstant {
  readonly dutyId: string;
  readonly what: 'WARNING' | 'BREACH';
  /** The warning mark; 100 for the breach. */
  readonly percent: number;
  readonly at: Instant;
}

/**
 * Warnings and breaches of running clocks after an instant, in order of time and then of duties: what durable timers are
 * armed for (D-SLA-10).
 */
export function nextStatutoryInstants(clocks: readonly StatutoryClock[], after: Instant): readonly StatutoryInstant[] {
  return clocks
    .filter(({ state }) => state === 'RUNNING')
    .flatMap(({ dutyId, warnings, dueAt }): readonly StatutoryInstant[] => [
      ...warnings.map(({ percent, at }) => ({ dutyId, what: 'WARNING', percent, at }) as const),
      { dutyId, what: 'BREACH', percent: 100, at: dueAt + 1 },
    ])
    .filter(({ at }) => at > after)
    .sort((a, b) => a.at - b.at);
}

const CONTINUOUS = 10 * MINUTE;
const ADDED_UP = 15 * MINUTE;

/**
 * The first instant at which a cloud service's outages oblige its provider to tell its users in Korea: ten minutes on end,
 * or, from two interruptions on, fifteen minutes together within 24 hours of the beginning of one. null: not yet.
 * Cloud Computing Act, article 25(1)3, and its Enforcement Decree, article 16. Check with counsel. `outages` sorted and
 * disjoint, as `unionOf` makes them; one that still lasts ends at the instant of asking.
 */
export function cloudOutageOwedAt(outages: readonly Interval[]): Instant | null {
  const candidates = outages.flatMap((outage, index): readonly Instant[] => {
    const continuous = outage.to - outage.from >= CONTINUOUS ? [outage.from + CONTINUOUS] : [];
    const together = addedUpAt(outages.slice(index), outage.from + DAY);
    return together === null ? continuous : [...continuous, together];
  });
  return candidates.length === 0 ? null : Math.min(...candidates);
}

/** One outage may reach it alone: it was told after ten minutes then, which is earlier. */
function addedUpAt(outages: readonly Interval[], until: Instant): Instant | null {
  let sum = 0;
  for (const { from, to } of outages) {
    const length = Math.max(0, Math.min(to, until) - from);
    if (sum + length >= ADDED_UP) return from + ADDED_UP - sum;
    sum += length;
  }
  return null;
}
