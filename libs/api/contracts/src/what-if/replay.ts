import { knownCalendars } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import {
  whatIf,
  type AttainmentLine,
  type CalendarOf,
  type CalendarOfTerms,
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
  const calendars = new Calendars(tx, asOf);
  await calendars.learn(proposed);
  const changes: VerdictChange[] = [];
  let [tickets, outOfContract, before, after] = [0, 0, NOTHING, NOTHING];
  for await (const batch of batches) {
    for (const { terms, boundTerms } of batch) {
      if (terms !== null) await calendars.learn(terms);
      for (const [digest, bound] of boundTerms ?? []) await calendars.learn(bound, digest);
    }
    const calendarsOf = (terms: Terms) => calendars.of(terms);
    const part = whatIf({ tickets: batch, proposed, calendarsOf, periods: [period], asOf, staffed });
    tickets += part.replayed;
    outOfContract += part.outOfContract;
    changes.push(...part.changes);
    before = added(before, part.periods[0]?.before ?? NOTHING);
    after = added(after, part.periods[0]?.after ?? NOTHING);
  }
  return { tickets, outOfContract, changes, before, after };
}

/** The calendars of every document that a replay comes across, each read once. */
class Calendars {
  private readonly byTerms = new Map<Terms, CalendarOf>();
  private readonly byDigest = new Map<string, CalendarOf>();

  constructor(
    private readonly tx: Tx,
    private readonly asOf: Instant,
  ) {}

  /** `digest`: where tickets name the document by it. */
  async learn(terms: Terms, digest: string | null = null): Promise<void> {
    const known = this.byTerms.get(terms) ?? (await knownCalendars(this.tx, terms, this.asOf));
    this.byTerms.set(terms, known);
    if (digest !== null) this.byDigest.set(digest, known);
  }

  /** Of some terms, and of the others that a ticket was bound to, by digest: an id means something in one document only. */
  of(terms: Terms): CalendarOfTerms {
    const own = this.byTerms.get(terms) ?? unknownCalendars;
    return (id, knownAt, termsDigest) =>
      (termsDigest === undefined ? own : (this.byDigest.get(termsDigest) ?? unknownCalendars))(id, knownAt);
  }
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
