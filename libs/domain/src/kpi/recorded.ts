import type { Ms } from '../time/instant.js';
import type { KpiUnit } from './definitions.js';
import { nearestRank, valueOf } from './figure.js';

/**
 * A figure of what isn't in the log of tickets (outages, runs of escalations), with the same
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

/** Percentiles by nearest rank of durations (ms), given in seconds. */
export function recordedDurations(durations: readonly Ms[]): RecordedDurations {
  const at = (percent: number): RecordedFigure => {
    const found = nearestRank(durations, percent);
    const exact = { numerator: found ?? 0, denominator: found === null ? 0 : 1_000 };
    return recorded('SECONDS', { ...exact, n: durations.length });
  };
  return { p50: at(50), p90: at(90) };
}
