import { valueOf } from '../kpi/figure.js';
import type { CompiledCalendar } from '../time/calendar.js';
import type { Instant, Interval } from '../time/instant.js';
import type { ClockKind, Priority } from './terms.js';
import { CLOCK_KINDS, PRIORITIES } from './terms.js';
import type { ReplayedClock } from './what-if-replay.js';

/** Verdicts that fell in a period. */
export interface VerdictCount {
  readonly met: number;
  readonly missed: number;
}

/** `met / (met + missed)` in hundredths of a percent, rounded down as every figure is; null: no data (D-KPI-0). */
export function attainmentOf({ met, missed }: VerdictCount): number | null {
  return valueOf('BASIS_POINTS', { numerator: met, denominator: met + missed });
}

export interface AttainmentLine extends VerdictCount {
  readonly clock: ClockKind;
  readonly priority: Priority;
}

/** Due instants of judged clocks that fell in a period, and how many of them when nobody is at work today. */
export interface OutOfHoursLoad {
  readonly due: number;
  readonly outside: number;
}

/** What came out in one period under some terms. Lines without a verdict are left out. */
export interface PeriodOutcome {
  readonly attainment: readonly AttainmentLine[];
  readonly load: OutOfHoursLoad;
}

const CELLS = CLOCK_KINDS.length * PRIORITIES.length;

/** Counts clocks as they are replayed, period by period. Periods are sorted and don't overlap. */
export class Tally {
  private readonly met: readonly Uint32Array[];
  private readonly missed: readonly Uint32Array[];
  private readonly due: Uint32Array;
  private readonly outside: Uint32Array;

  constructor(
    private readonly periods: readonly Interval[],
    private readonly staffed: CompiledCalendar,
  ) {
    this.met = periods.map(() => new Uint32Array(CELLS));
    this.missed = periods.map(() => new Uint32Array(CELLS));
    this.due = new Uint32Array(periods.length);
    this.outside = new Uint32Array(periods.length);
  }

  add({ kind, priority, verdict, verdictAt, dueAt }: ReplayedClock): void {
    const judgedIn = this.periodOf(verdictAt);
    const cells = (verdict === 'MET' ? this.met : this.missed)[judgedIn];
    if (cells !== undefined) increase(cells, cellOf(kind, priority));
    const dueIn = this.periodOf(dueAt);
    if (dueIn < 0 || dueAt === null) return;
    increase(this.due, dueIn);
    // Somebody works up to the very instant at which the hours end.
    if (!this.staffed.isOpen(dueAt) && !this.staffed.isOpen(dueAt - 1)) increase(this.outside, dueIn);
  }

  /** The period that an instant falls in; -1 for none, or when there is no instant. */
  periodOf(at: Instant | null): number {
    return at === null ? -1 : this.periods.findIndex(({ from, to }) => at >= from && at < to);
  }

  outcomeOf(period: number): PeriodOutcome {
    const count = (cells: Uint32Array | undefined, index: number): number => cells?.[index] ?? 0;
    const lines = CLOCK_KINDS.flatMap((clock) =>
      PRIORITIES.map((priority) => {
        const cell = cellOf(clock, priority);
        return { clock, priority, met: count(this.met[period], cell), missed: count(this.missed[period], cell) };
      }),
    );
    return {
      attainment: lines.filter(({ met, missed }) => met + missed > 0),
      load: { due: count(this.due, period), outside: count(this.outside, period) },
    };
  }
}

function cellOf(clock: ClockKind, priority: Priority): number {
  return CLOCK_KINDS.indexOf(clock) * PRIORITIES.length + PRIORITIES.indexOf(priority);
}

function increase(cells: Uint32Array, index: number): void {
  cells[index] = (cells[index] ?? 0) + 1;
}
