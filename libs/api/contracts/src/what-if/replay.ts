import { knownCalendars } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import {
  whatIf,
  type AttainmentLine,
  type CalendarOf,
  type CompiledCalendar,
  type Instant,
  type KpiPeriod,
  type OutOfHoursLoad,
  type PeriodOutcome,
  type PastTicket,
  type Terms,
  type VerdictChange,
} from '@daylight/domain';

/** What is replayed, under which terms, and within which time. */
export interface ReplayWanted {
  readonly proposed: Terms;
  readonly period: KpiPeriod;
  readonly asOf: Instant;
  readonly staffed: CompiledCalendar;
}

/** One period before and after, over all batches. */
export interface Replayed {
  readonly tickets: number;
  readonly outOfContract: number;
  readonly changes: readonly VerdictChange[];
  readonly before: PeriodOutcome;
  readonly after: PeriodOutcome;
}

const NOTHING: PeriodOutcome = { attainment: [], load: { due: 0, outside: 0 } };

/** Replays tickets batch by batch under other terms (domain `whatIf`) and adds up what came out. */
export async function replayAll(
  tx: Tx,
  batches: AsyncIterable<readonly PastTicket[]>,
  wanted: ReplayWanted,
): Promise<Replayed> {
  const { proposed, period, asOf, staffed } = wanted;
  const calendars = new Map<Terms, CalendarOf>([[proposed, await knownCalendars(tx, proposed, asOf)]]);
  const changes: VerdictChange[] = [];
  let [tickets, outOfContract, before, after] = [0, 0, NOTHING, NOTHING];
  for await (const batch of batches) {
    for (const { terms } of batch)
      if (terms !== null && !calendars.has(terms)) calendars.set(terms, await knownCalendars(tx, terms, asOf));
    const calendarsOf = (terms: Terms): CalendarOf => calendars.get(terms) ?? unknownCalendars;
    const part = whatIf({ tickets: batch, proposed, calendarsOf, periods: [period], asOf, staffed });
    tickets += part.replayed;
    outOfContract += part.outOfContract;
    changes.push(...part.changes);
    before = added(before, part.periods[0]?.before ?? NOTHING);
    after = added(after, part.periods[0]?.after ?? NOTHING);
  }
  return { tickets, outOfContract, changes, before, after };
}

const unknownCalendars: CalendarOf = (calendarId) => {
  throw new RangeError(`no calendar ${calendarId} of terms that weren't read`);
};

function added(sum: PeriodOutcome, more: PeriodOutcome): PeriodOutcome {
  const lines = new Map<string, AttainmentLine>();
  for (const line of [...sum.attainment, ...more.attainment]) {
    const key = `${line.clock}/${line.priority}`;
    const known = lines.get(key);
    lines.set(key, known === undefined ? line : joined(known, line));
  }
  return { attainment: [...lines.values()], load: addedLoad(sum.load, more.load) };
}

function joined(a: AttainmentLine, b: AttainmentLine): AttainmentLine {
  return { ...a, met: a.met + b.met, missed: a.missed + b.missed };
}

function addedLoad(a: OutOfHoursLoad, b: OutOfHoursLoad): OutOfHoursLoad {
  return { due: a.due + b.due, outside: a.outside + b.outside };
}
