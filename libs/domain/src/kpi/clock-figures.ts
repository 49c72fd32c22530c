import { CLOCK_KINDS, type ClockKind } from '../contracts/terms.js';
import type { ClockFact, Facts } from './facts.js';
import {
  countFigure,
  figure,
  percentileFigure,
  within,
  type Exclusion,
  type KpiFigure,
  type KpiPeriod,
} from './figure.js';
import { unfinishedAt } from './ticket-figures.js';

/** Clocks judged in the period: the instant of the verdict decides, met or breached, whichever came first (D-KPI-0). */
export function judgedIn(clocks: readonly ClockFact[], period: KpiPeriod): readonly ClockFact[] {
  return clocks.filter(({ verdict, verdictAt }) => verdict !== null && within(period, verdictAt));
}

function stoppedIn(
  clocks: readonly ClockFact[],
  period: KpiPeriod,
  cause: 'CANCELLED' | 'MERGED',
): readonly ClockFact[] {
  return clocks.filter(
    ({ verdict, cancelCause, cancelledAt }) => verdict === null && cancelCause === cause && within(period, cancelledAt),
  );
}

function attainmentExclusions(facts: Facts, clocks: readonly ClockFact[], period: KpiPeriod): readonly Exclusion[] {
  const pilot = judgedIn(clocks, period).filter((clock) => clock.pilot).length;
  const outOfContract = facts.tickets.filter(
    (ticket) => ticket.outOfContract && within(period, ticket.openedAt),
  ).length;
  return [
    { reason: 'PILOT', count: pilot },
    { reason: 'OUT_OF_CONTRACT', count: outOfContract },
    { reason: 'CANCELLED', count: stoppedIn(clocks, period, 'CANCELLED').length },
    { reason: 'MERGED', count: stoppedIn(clocks, period, 'MERGED').length },
  ];
}

interface Attainment {
  readonly key: 'SLA_ATTAINMENT' | 'ON_TIME_REQUESTS';
  readonly clock?: ClockKind;
  readonly clocks: readonly ClockFact[];
}

function attainment(facts: Facts, period: KpiPeriod, { key, clock, clocks }: Attainment): KpiFigure {
  const judged = judgedIn(clocks, period).filter(({ pilot }) => !pilot);
  const met = judged.filter(({ verdict }) => verdict === 'MET').length;
  const exclusions = attainmentExclusions(facts, clocks, period);
  return figure({
    key,
    items: judged,
    numerator: met,
    denominator: judged.length,
    exclusions,
    ...(clock ? { clock } : {}),
  });
}

/** As the clock would stand if the client's objections were conceded (D-SLA-4). */
export function asConceded(fact: ClockFact): ClockFact {
  return fact.ifConceded === undefined ? fact : { ...fact, ...fact.ifConceded };
}

/** Attainment if every open objection were conceded; without one in the period there is no second figure, so no data. */
function attainmentIfConceded(clocks: readonly ClockFact[], period: KpiPeriod, clock: ClockKind): KpiFigure {
  const open = judgedIn(clocks, period).some(({ contested }) => contested);
  const judged = judgedIn(clocks.map(asConceded), period);
  const items = open || judged.some(({ contested }) => contested) ? judged : [];
  const met = items.filter(({ verdict }) => verdict === 'MET').length;
  return figure({ key: 'SLA_ATTAINMENT_IF_CONCEDED', clock, items, numerator: met, denominator: items.length });
}

function figuresOfKind(facts: Facts, period: KpiPeriod, clock: ClockKind): readonly KpiFigure[] {
  const clocks = facts.clocks.filter((fact) => fact.clock === clock);
  // A pilot stays out of everything that is judged for the managed contract (domain.md section 2).
  const managed = clocks.filter(({ pilot }) => !pilot);
  const unfinished = unfinishedAt(facts.tickets, period.to);
  const overdue = managed.filter(({ ticketId, breachedAt, metAt }) => {
    const missed = breachedAt !== null && breachedAt < period.to;
    return missed && (metAt === null || metAt >= period.to) && unfinished.has(ticketId);
  });
  const contested = judgedIn(managed, period).filter((fact) => fact.contested);
  return [
    attainment(facts, period, { key: 'SLA_ATTAINMENT', clock, clocks }),
    attainmentIfConceded(managed, period, clock),
    countFigure('CLOCKS_CANCELLED', stoppedIn(managed, period, 'CANCELLED'), clock),
    countFigure('CLOCKS_MERGED', stoppedIn(managed, period, 'MERGED'), clock),
    countFigure('OPEN_OVERDUE', overdue, clock),
    countFigure('CONTESTED', contested, clock),
  ];
}

function durations(facts: Facts, period: KpiPeriod): readonly KpiFigure[] {
  const metIn = (kind: ClockKind) => facts.clocks.filter(({ clock, metAt }) => clock === kind && within(period, metAt));
  const used = ({ usedMs }: ClockFact) => usedMs;
  const responses = metIn('FIRST_RESPONSE');
  const resolutions = metIn('RESOLUTION');
  const timed = new Set(resolutions.map(({ ticketId }) => ticketId));
  const resolved = facts.tickets.filter(({ resolvedAt }) => within(period, resolvedAt));
  const untimed = [
    { reason: 'NO_CLOCK', count: resolved.filter(({ ticketId }) => !timed.has(ticketId)).length },
  ] as const;
  return [
    percentileFigure('FIRST_RESPONSE_TIME_P50', responses, 50, used),
    percentileFigure('FIRST_RESPONSE_TIME_P90', responses, 90, used),
    percentileFigure('RESOLVE_TIME_P50', resolutions, 50, used, untimed),
    percentileFigure('RESOLVE_TIME_P90', resolutions, 90, used, untimed),
  ];
}

/** Every figure that rests on clocks, per kind where it has one. */
export function clockFigures(facts: Facts, period: KpiPeriod): readonly KpiFigure[] {
  const requests = facts.clocks.filter(({ clock, type }) => clock === 'AGREED_DATE' && type === 'SERVICE_REQUEST');
  return [
    ...CLOCK_KINDS.flatMap((clock) => figuresOfKind(facts, period, clock)),
    attainment(facts, period, { key: 'ON_TIME_REQUESTS', clocks: requests }),
    ...durations(facts, period),
  ];
}
