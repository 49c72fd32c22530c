import type { ClockFact, ClockKind, Interval } from '@daylight/domain';
import type { VerdictTold } from '@daylight/text';

/** A clock as an addendum told it last. */
export interface ToldClock {
  readonly clock: string;
  readonly cycle: number;
  readonly verdict: VerdictTold;
}

export interface ChangedClock {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly before: VerdictTold;
  readonly after: VerdictTold;
}

/** What is known of one ticket's clocks: as published, as they are, and what addenda said in between, in that order. */
export interface KnownClocks {
  readonly published: readonly ClockFact[];
  readonly now: readonly ClockFact[];
  readonly told: readonly ToldClock[];
}

/**
 * Clocks of a ticket that count in a period, or would, and stand otherwise than was published and told since (D-SLA-6). A
 * pilot's count nowhere. `openToo`: also those that run again, which is news after an agreement, and none after reopening.
 */
export function changedVerdicts(known: KnownClocks, period: Interval, openToo: boolean): readonly ChangedClock[] {
  const { published, now, told } = known;
  const all = [...published, ...now.filter((fact) => !published.some(same(fact)))];
  return all.flatMap((fact) => {
    const [was, is] = [published.find(same(fact)), now.find(same(fact))];
    if (!isCounted(was, period) && !isCounted(is, period)) return [];
    const before = told.findLast(same(fact))?.verdict ?? verdictOf(was);
    const after = verdictOf(is);
    if (before === after || (after === 'OPEN' && !openToo)) return [];
    return [{ clock: fact.clock, cycle: fact.cycle, before, after }];
  });
}

type Named = Pick<ToldClock, 'clock' | 'cycle'>;

function same(one: Named): (other: Named) => boolean {
  return (other) => one.clock === other.clock && one.cycle === other.cycle;
}

function isCounted(fact: ClockFact | undefined, { from, to }: Interval): boolean {
  if (fact === undefined || fact.pilot || fact.verdictAt === null) return false;
  return fact.verdictAt >= from && fact.verdictAt < to;
}

function verdictOf(fact: ClockFact | undefined): VerdictTold {
  if (fact === undefined) return 'NONE';
  return fact.verdict ?? (fact.cancelledAt === null ? 'OPEN' : 'NONE');
}
