import type { KpiPeriod } from '../kpi/figure.js';
import type { CalendarOfTerms } from '../sla/laws.js';
import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant, Ms } from '../time/instant.js';
import type { ClockKind, Priority, Terms } from './terms.js';
import { alikeUnder } from './what-if-alike.js';
import type { PastTicket, ReplayedClock } from './what-if-replay.js';
import { rebound, replay } from './what-if-replay.js';
import type { PeriodOutcome } from './what-if-tally.js';
import { Tally } from './what-if-tally.js';

/** What a hook that computes credits is told of a period; it knows outages and fees itself. */
export interface CreditQuestion extends PeriodOutcome {
  readonly terms: Terms;
  readonly period: KpiPeriod;
}

export interface WhatIfInputs<Credit> {
  readonly tickets: readonly PastTicket[];
  readonly proposed: Terms;
  /** The calendars of some terms, with holidays as they became known (D-CAL-4). */
  readonly calendarsOf: (terms: Terms) => CalendarOfTerms;
  /** Sorted, not overlapping. */
  readonly periods: readonly KpiPeriod[];
  /** Up to when the logs are told; what happened later is not looked at. */
  readonly asOf: Instant;
  /** The hours in which people are at work today: what falls due outside of them is out-of-hours load. */
  readonly staffed: CompiledCalendar;
  /** The terms in force in a period, by which its credits were computed, and the credits of an outcome. */
  readonly credits?: {
    readonly inForce: (period: KpiPeriod) => Terms;
    readonly of: (question: CreditQuestion) => Credit;
  };
}

/** One side of a change; `overMs`: working time beyond the target, below zero what was left of it. */
export interface ChangedVerdict {
  readonly verdict: 'MET' | 'MISSED' | null;
  readonly verdictAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly overMs: Ms;
}

/** A clock whose verdict is another one under the proposed terms. null: those terms have no such clock. */
export interface VerdictChange {
  readonly ticketId: string;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly priority: Priority;
  readonly before: ChangedVerdict | null;
  readonly after: ChangedVerdict | null;
}

export interface PeriodComparison<Credit> {
  readonly period: KpiPeriod;
  readonly before: PeriodOutcome & { readonly credit: Credit | null };
  readonly after: PeriodOutcome & { readonly credit: Credit | null };
}

export interface WhatIf<Credit> {
  /** Tickets that were replayed, and those left alone since they were out of contract (D-CON-2). */
  readonly replayed: number;
  readonly outOfContract: number;
  /** In the order of the tickets; only clocks that one side or the other judged within the periods. */
  readonly changes: readonly VerdictChange[];
  readonly periods: readonly PeriodComparison<Credit>[];
}

/**
 * Replays past tickets under proposed terms (domain.md section 2): which verdicts would have been others and by how much,
 * attainment and out-of-hours load by period before and after, and credits where a hook computes them. A pure function; it
 * re-judges nothing (D-CON-1).
 */
export function whatIf<Credit = never>(inputs: WhatIfInputs<Credit>): WhatIf<Credit> {
  const { tickets, proposed, asOf, periods, staffed } = inputs;
  const calendarsOf = remembered(inputs.calendarsOf);
  const alikeTo = remembered((terms) => alikeUnder(terms, proposed));
  const [before, after] = [new Tally(periods, staffed), new Tally(periods, staffed)];
  const changes: VerdictChange[] = [];
  let outOfContract = 0;
  for (const ticket of tickets) {
    const { terms, events, boundTerms = null } = ticket;
    if (terms === null) {
      outOfContract += 1;
      continue;
    }
    const was = replay(events, { terms, boundTerms, calendarOf: calendarsOf(terms), asOf });
    const other = rebound(ticket, terms, proposed);
    const alike = boundTerms === null && alikeTo(terms)(events, other);
    const would = alike ? was : replay(other, { terms: proposed, calendarOf: calendarsOf(proposed), asOf });
    for (const clock of was) before.add(clock);
    for (const clock of would) after.add(clock);
    if (was !== would) compare(ticket.ticketId, was, would, before, changes);
  }
  const comparison = periods.map((period, index) => ({
    period,
    before: withCredit(inputs, period, before.outcomeOf(index), inputs.credits?.inForce(period) ?? proposed),
    after: withCredit(inputs, period, after.outcomeOf(index), proposed),
  }));
  return { replayed: tickets.length - outOfContract, outOfContract, changes, periods: comparison };
}

function remembered<Answer>(ask: (terms: Terms) => Answer): (terms: Terms) => Answer {
  const known = new Map<Terms, Answer>();
  return (terms) => {
    const answer = known.get(terms) ?? ask(terms);
    known.set(terms, answer);
    return answer;
  };
}

function withCredit<Credit>(
  { credits }: WhatIfInputs<Credit>,
  period: KpiPeriod,
  outcome: PeriodOutcome,
  terms: Terms,
): PeriodOutcome & { readonly credit: Credit | null } {
  return { ...outcome, credit: credits === undefined ? null : credits.of({ ...outcome, terms, period }) };
}

/** Mostly other terms have the same clocks in the same order; where they don't, each looks for its own. */
function compare(
  ticketId: string,
  was: readonly ReplayedClock[],
  would: readonly ReplayedClock[],
  periods: Tally,
  changes: VerdictChange[],
): void {
  const left =
    was.length === would.length && was.every((clock, index) => isSame(clock, would[index])) ? null : [...would];
  was.forEach((clock, index) => {
    if (left === null) return note(ticketId, clock, would[index] ?? null, periods, changes);
    const place = left.findIndex((other) => isSame(clock, other));
    note(ticketId, clock, place < 0 ? null : (left.splice(place, 1)[0] ?? null), periods, changes);
  });
  for (const clock of left ?? []) note(ticketId, null, clock, periods, changes);
}

/**
 * Clocks that come once are the same by kind; cycles by the instant at which they began, since another target makes more or
 * fewer of them and their numbers mean nothing across terms.
 */
function isSame(clock: ReplayedClock, other: ReplayedClock | undefined): boolean {
  if (other === undefined || clock.kind !== other.kind) return false;
  const cycles = clock.kind === 'NEXT_RESPONSE' || clock.kind === 'UPDATE_CADENCE';
  return !cycles || clock.startedAt === other.startedAt;
}

function note(
  ticketId: string,
  was: ReplayedClock | null,
  would: ReplayedClock | null,
  periods: Tally,
  changes: VerdictChange[],
): void {
  const clock = would ?? was;
  if (clock === null || (was?.verdict ?? null) === (would?.verdict ?? null)) return;
  const counted = [was, would].some((each) => periods.periodOf(each?.verdictAt ?? null) >= 0);
  if (!counted) return;
  const { kind, cycle, priority } = clock;
  changes.push({ ticketId, clock: kind, cycle, priority, before: sideOf(was), after: sideOf(would) });
}

function sideOf(clock: ReplayedClock | null): ChangedVerdict | null {
  if (clock === null) return null;
  const { verdict, verdictAt, dueAt } = clock;
  return { verdict, verdictAt, dueAt, overMs: clock.overMs() };
}
