import type { OutcomeFact, TicketFact } from './facts.js';
import { figure, within, type KpiFigure, type KpiPeriod } from './figure.js';

/** How a change had gone as far as it was said when the period ended; null: nobody had said. */
export function outcomeAt(
  { changeOutcomes }: TicketFact,
  { to }: Pick<KpiPeriod, 'to'>,
): NonNullable<OutcomeFact['outcome']> | null {
  return changeOutcomes.findLast(({ at }) => at < to)?.outcome ?? null;
}

/** Resolved in the period and not reopened before its end. */
function endedIn({ moves }: TicketFact, period: KpiPeriod): boolean {
  const last = moves.findLast(({ at }) => at < period.to);
  return last?.kind === 'RESOLVED' && within(period, last.at);
}

/** Changes that ended in the period: those that went as planned, of those whose outcome is known. An unknown one is no failure. */
export function changeFigures(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const ended = tickets.filter((ticket) => ticket.type === 'CHANGE' && endedIn(ticket, period));
  const known = ended.filter((ticket) => outcomeAt(ticket, period) !== null);
  const succeeded = known.filter((ticket) => outcomeAt(ticket, period) === 'AS_PLANNED');
  const unknown = { reason: 'OUTCOME_UNKNOWN', count: ended.length - known.length } as const;
  const counts = { numerator: succeeded.length, denominator: known.length };
  return [figure({ key: 'CHANGE_SUCCESS', items: known, ...counts, exclusions: [unknown] })];
}
