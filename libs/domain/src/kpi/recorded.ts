import type { Instant, Ms } from '../time/instant.js';
import type { KpiUnit } from './definitions.js';
import { nearestRank, valueOf, within, type KpiPeriod } from './figure.js';

/**
 * A figure of what isn't in the log of tickets (outages, answers to surveys, approvals, runs of escalations), with the same
 * promises as a {@link KpiFigure}: the exact value is the fraction, `value` is it rounded down, null is no data.
 */
export interface RecordedFigure {
  readonly unit: KpiUnit;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** What it is about. */
  readonly n: number;
}

/** Durations as people read them: middle, what nine of ten stay within, and of how many. */
export interface RecordedDurations {
  readonly p50: RecordedFigure;
  readonly p90: RecordedFigure;
}

export function recorded(
  unit: KpiUnit,
  { numerator, denominator, n }: Pick<RecordedFigure, 'numerator' | 'denominator' | 'n'>,
): RecordedFigure {
  return { unit, value: valueOf(unit, { numerator, denominator }), numerator, denominator, n };
}

/** The share of items for which something holds; none is no data. */
export function recordedShare<T>(items: readonly T[], holds: (item: T) => boolean): RecordedFigure {
  return recorded('BASIS_POINTS', {
    ...{ numerator: items.filter(holds).length, denominator: items.length, n: items.length },
  });
}

/** Percentiles by nearest rank of durations (ms), given in seconds. */
export function recordedDurations(durations: readonly Ms[]): RecordedDurations {
  const at = (percent: number): RecordedFigure => {
    const found = nearestRank(durations, percent);
    const exact = { numerator: found ?? 0, denominator: found === null ? 0 : 1_000 };
    return recorded('SECONDS', { ...exact, n: durations.length });
  };
  return { p50: at(50), p90: at(90) };
}

/** Something asked that is answered later, or never. */
export interface Asked {
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
}

/** Answers in the period, and what was still open as of its end. */
export interface AnswerTimes {
  readonly times: RecordedDurations;
  readonly open: RecordedFigure;
}

/** How long answers took that were given in the period; what came after its end is still open in it. */
export function answerTimes(asked: readonly Asked[], period: KpiPeriod): AnswerTimes {
  const given = asked.flatMap(({ askedAt, answeredAt }) =>
    answeredAt !== null && within(period, answeredAt) ? [answeredAt - askedAt] : [],
  );
  const open = asked.filter(
    ({ askedAt, answeredAt }) => askedAt < period.to && (answeredAt === null || answeredAt >= period.to),
  );
  const count = { numerator: open.length, denominator: 1, n: open.length };
  return { times: recordedDurations(given), open: recorded('COUNT', count) };
}
