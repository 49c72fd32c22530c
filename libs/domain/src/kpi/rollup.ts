import type { ClockKind, Priority } from '../contracts/terms.js';
import type { Instant } from '../time/instant.js';
import { monthOf, type Period } from '../time/periods.js';
import type { BacklogMove, ClockFact, Facts, TicketFact } from './facts.js';

/** What is counted of clocks: additive, so that months sum to quarters and services to a tenant (decisions.md 8). */
export interface ClockCounts {
  readonly met: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly merged: number;
  readonly contested: number;
}

/** Judged and stopped clocks of one month (`2026-08` in the reporting zone), kind, service item and priority; pilots aren't in here. */
export type ClockRollup = ClockCounts & {
  readonly month: string;
  readonly clock: ClockKind;
  readonly serviceItemId: string;
  readonly priority: Priority;
};

/** Moves of the backlog in one month. */
export type FlowRollup = Readonly<Record<BacklogMove['kind'], number>> & {
  readonly month: string;
  readonly serviceItemId: string;
  readonly priority: Priority;
};

const NO_CLOCKS: ClockCounts = { met: 0, missed: 0, cancelled: 0, merged: 0, contested: 0 };
const NO_MOVES = { OPENED: 0, REOPENED: 0, RESOLVED: 0, CANCELLED: 0, MERGED: 0 } as const;

/** The instant that places a clock in a month: its verdict, else its end without one; null: it isn't counted yet. */
function countedAt({ verdictAt, cancelledAt, cancelCause }: ClockFact): Instant | null {
  return verdictAt ?? (cancelCause === 'SUPERSEDED' ? null : cancelledAt);
}

function countsOf({ verdict, cancelCause, contested }: ClockFact): ClockCounts {
  if (verdict !== null) {
    return { ...NO_CLOCKS, [verdict === 'MET' ? 'met' : 'missed']: 1, contested: contested ? 1 : 0 };
  }
  return { ...NO_CLOCKS, cancelled: cancelCause === 'CANCELLED' ? 1 : 0, merged: cancelCause === 'MERGED' ? 1 : 0 };
}

function addCounts(a: ClockCounts, b: ClockCounts): ClockCounts {
  return {
    met: a.met + b.met,
    missed: a.missed + b.missed,
    cancelled: a.cancelled + b.cancelled,
    merged: a.merged + b.merged,
    contested: a.contested + b.contested,
  };
}

/** Names the month of an instant; months already met are kept, since facts are many and months few. */
function monthsOf(zone: string): (at: Instant) => string {
  const known: Period[] = [];
  return (at) => {
    const found = known.find(({ from, to }) => at >= from && at < to);
    if (found !== undefined) return found.key;
    const month = monthOf(zone, at);
    known.push(month);
    return month.key;
  };
}

/** Clock counts per (month, kind, service item, priority); months are cut in `zone`. */
export function rollupClocks(clocks: readonly ClockFact[], zone: string): readonly ClockRollup[] {
  const monthAt = monthsOf(zone);
  const rows = new Map<string, ClockRollup>();
  for (const fact of clocks) {
    const at = countedAt(fact);
    if (at === null || fact.pilot) continue;
    const { clock, serviceItemId, priority } = fact;
    const place = { month: monthAt(at), clock, serviceItemId, priority };
    const key = JSON.stringify(Object.values(place));
    rows.set(key, { ...place, ...addCounts(rows.get(key) ?? NO_CLOCKS, countsOf(fact)) });
  }
  return [...rows.values()];
}

/** Backlog moves per (month, service item, priority); months are cut in `zone`. */
export function rollupFlow(tickets: readonly TicketFact[], zone: string): readonly FlowRollup[] {
  const monthAt = monthsOf(zone);
  const rows = new Map<string, FlowRollup>();
  for (const { moves, serviceItemId, priority } of tickets) {
    for (const { at, kind } of moves) {
      const place = { month: monthAt(at), serviceItemId, priority };
      const key = JSON.stringify(Object.values(place));
      const row = rows.get(key) ?? { ...NO_MOVES, ...place };
      rows.set(key, { ...row, [kind]: row[kind] + 1 });
    }
  }
  return [...rows.values()];
}

export function rollup(
  facts: Facts,
  zone: string,
): { readonly clocks: readonly ClockRollup[]; readonly flow: readonly FlowRollup[] } {
  return { clocks: rollupClocks(facts.clocks, zone), flow: rollupFlow(facts.tickets, zone) };
}

/** The sum of clock rollups: equal to counting the facts themselves, for any choice of whole months. */
export function sumRollups(rows: readonly ClockCounts[]): ClockCounts {
  return rows.reduce(addCounts, NO_CLOCKS);
}
