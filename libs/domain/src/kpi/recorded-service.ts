import type { Outage } from '../availability/facts.js';
import type { AvailabilityFigure } from '../availability/figure.js';
import type { Instant, Ms } from '../time/instant.js';
import { within, type KpiPeriod } from './figure.js';
import { recorded, type RecordedDurations, type RecordedFigure, recordedDurations } from './recorded.js';

/** Time of a period (ms), as `availability/` measures it. */
export interface ServiceTime {
  /** Agreed service time less what the terms exclude (D-AVL-1). */
  readonly countedMs: Ms;
  readonly downMs: Ms;
  /** Neither seen up nor down; the terms have said which of both it counts as. */
  readonly unmeasuredMs: Ms;
}

/** Availability with the share of its time that nothing measured, so that a full 100 % out of silence shows. */
export interface AvailabilityShare {
  readonly availability: RecordedFigure;
  readonly unmeasured: RecordedFigure;
}

/** `(counted - down) / counted` (D-AVL-1), rounded down; no agreed time is no data. */
export function availabilityShare({ countedMs, downMs, unmeasuredMs }: ServiceTime): AvailabilityShare {
  const of = (numerator: number) => recorded('BASIS_POINTS', { numerator, denominator: countedMs, n: 1 });
  return { availability: of(countedMs - downMs), unmeasured: of(unmeasuredMs) };
}

/**
 * Mean time between failures: agreed time that the service was up, over the failures that began in the period. Without a
 * failure there is no mean, and no data.
 */
export function timeBetweenFailures(
  { countedMs, downMs }: Pick<ServiceTime, 'countedMs' | 'downMs'>,
  failures: number,
): RecordedFigure {
  return recorded('SECONDS', { numerator: countedMs - downMs, denominator: 1_000 * failures, n: failures });
}

/**
 * Failures of a service in a period: outages that count in the figure and began in it. One that began before is a failure of
 * the period before.
 */
export function failuresIn(
  { items, period }: Pick<AvailabilityFigure, 'items' | 'period'>,
  outages: readonly Pick<Outage, 'id' | 'from' | 'state'>[],
): number {
  const began = new Set(
    outages
      .filter(({ from, state }) => state === 'DOWN' && from >= period.from && from < period.to)
      .map(({ id }) => id),
  );
  return items.filter(({ outageId, countedMs }) => countedMs > 0 && began.has(outageId)).length;
}

/** Time of a service over its parts by their weights, whole milliseconds. */
export function serviceTimeOf({ parts }: Pick<AvailabilityFigure, 'parts'>): Pick<ServiceTime, 'countedMs' | 'downMs'> {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const over = (ms: (part: AvailabilityFigure['parts'][number]) => number) =>
    weights === 0 ? 0 : Math.floor(parts.reduce((sum, part) => sum + part.weight * ms(part), 0) / weights);
  return { countedMs: over(({ countedMs }) => countedMs), downMs: over(({ downMs }) => downMs) };
}

/** One run of an escalation. */
export interface EscalatedOnce {
  readonly startedAt: Instant;
  readonly acknowledgedAt: Instant | null;
}

export interface EscalationFigures {
  readonly started: RecordedFigure;
  readonly acknowledged: RecordedDurations;
  /** As of the period's end, of those that began in it. */
  readonly neverAcknowledged: RecordedFigure;
}

/** Runs that began in the period, looked at as of its end. */
export function escalationFigures(runs: readonly EscalatedOnce[], period: KpiPeriod): EscalationFigures {
  const began = runs.filter(({ startedAt }) => within(period, startedAt));
  const waits = began.flatMap(({ startedAt, acknowledgedAt: at }) =>
    at !== null && at < period.to ? [at - startedAt] : [],
  );
  const never = began.length - waits.length;
  return {
    started: recorded('COUNT', { numerator: began.length, denominator: 1, n: began.length }),
    acknowledged: recordedDurations(waits),
    neverAcknowledged: recorded('BASIS_POINTS', { numerator: never, denominator: began.length, n: began.length }),
  };
}
