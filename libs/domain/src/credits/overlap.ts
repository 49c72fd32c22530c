import { fraction, type Fraction } from '../availability/fraction.js';
import type { AvailabilityFigure } from '../availability/figure.js';

/** A clock with a verdict in the period, as far as an attainment ladder is concerned. */
export interface JudgedClock {
  readonly id: string;
  readonly ticketId: string;
  readonly met: boolean;
}

/** Attainment as a ladder reads it: what is left out has been paid for elsewhere. */
export interface PayableAttainment {
  readonly met: number;
  readonly missed: number;
  /** met / (met + missed), exact; null: no data. */
  readonly ratio: Fraction | null;
  /** Missed clocks whose event availability pays for, by id. */
  readonly leftOut: readonly string[];
}

/** Tickets about the outages that count in an availability figure. */
export function paidTickets({ items }: Pick<AvailabilityFigure, 'items'>): ReadonlySet<string> {
  return new Set(items.filter(({ countedMs }) => countedMs > 0).flatMap(({ ticketIds }) => ticketIds));
}

/**
 * Availability and attainment don't both pay for one event (D-CRD-1). The rule: where availability earns a credit,
 * clocks missed on the tickets of its counted outages are left out of the attainment that the other ladder is read with;
 * where it earns none, nothing is left out. Published attainment (D-KPI-0) stays as it is.
 */
export function payableAttainment(clocks: readonly JudgedClock[], paid: ReadonlySet<string>): PayableAttainment {
  const leftOut = clocks.filter(({ met, ticketId }) => !met && paid.has(ticketId)).map(({ id }) => id);
  const met = clocks.filter((clock) => clock.met).length;
  const missed = clocks.length - met - leftOut.length;
  const ratio = met + missed === 0 ? null : fraction(BigInt(met), BigInt(met + missed));
  return { met, missed, ratio, leftOut };
}
