import type { TicketFact } from './facts.js';
import { shareFigure, within, type KpiFigure, type KpiPeriod } from './figure.js';

/** The rating that counted when the period ended; null: none was given by then. */
export function ratingAt({ ratings }: TicketFact, { to }: Pick<KpiPeriod, 'to'>): TicketFact['ratings'][number] | null {
  return ratings.findLast(({ at }) => at < to) ?? null;
}

/**
 * Satisfaction never stands without the share that answered. An answer counts in the period in which it was given, so that
 * one given after a month's end isn't lost; of several the last one before the end.
 */
export function satisfactionFigures(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const rated = tickets.filter((ticket) => within(period, ratingAt(ticket, period)?.at ?? null));
  const asked = tickets.filter(({ surveyedAt }) => within(period, surveyedAt));
  return [
    shareFigure('SATISFACTION', rated, (ticket) => (ratingAt(ticket, period)?.score ?? 0) >= 4),
    shareFigure('SURVEY_RESPONSE', asked, (ticket) => ratingAt(ticket, period) !== null),
  ];
}
