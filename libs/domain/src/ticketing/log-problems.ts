import type { TicketEvent } from './events.js';

/** What is wrong with a log that came from elsewhere; `seq` names the event. */
export type LogProblem =
  | { readonly kind: 'NO_EVENTS' }
  /** The first event of a log, and only the first, opens the ticket. */
  | { readonly kind: 'NOT_OPENED_FIRST'; readonly seq: number }
  | { readonly kind: 'OPENED_TWICE'; readonly seq: number }
  /** Numbers are whole and above 0. */
  | { readonly kind: 'NOT_A_NUMBER'; readonly seq: number }
  /** Two events have one number: only the first is taken. */
  | { readonly kind: 'DUPLICATE'; readonly seq: number }
  /** It was given before one with a lesser number: the number counts. */
  | { readonly kind: 'OUT_OF_ORDER'; readonly seq: number }
  /** It is dated before the event with the number before: taken as of that one's instant. */
  | { readonly kind: 'STEPS_BACK'; readonly seq: number }
  | { readonly kind: 'NOT_AN_INSTANT'; readonly seq: number };

/**
 * What is wrong with a log before anybody rests a figure on it; empty when nothing is. Clocks are evaluated all the same
 * (sla/log-order.ts says how), so that a bad import shows up here and never as a wrong length of time.
 */
export function logProblems(events: readonly TicketEvent[]): readonly LogProblem[] {
  if (events.length === 0) return [{ kind: 'NO_EVENTS' }];
  return [...numberProblems(events), ...orderProblems([...events].sort((a, b) => a.seq - b.seq))];
}

function numberProblems(events: readonly TicketEvent[]): readonly LogProblem[] {
  const problems: LogProblem[] = [];
  const seen = new Set<number>();
  let highest = -Infinity;
  for (const { seq } of events) {
    if (!Number.isInteger(seq) || seq < 1) problems.push({ kind: 'NOT_A_NUMBER', seq });
    if (seen.has(seq)) problems.push({ kind: 'DUPLICATE', seq });
    else if (seq < highest) problems.push({ kind: 'OUT_OF_ORDER', seq });
    seen.add(seq);
    highest = Math.max(highest, seq);
  }
  return problems;
}

function orderProblems(sorted: readonly TicketEvent[]): readonly LogProblem[] {
  const problems: LogProblem[] = [];
  let at = -Infinity;
  for (const [index, event] of sorted.entries()) {
    const { seq } = event;
    const repeated = seq === sorted[index - 1]?.seq;
    if (index === 0 && event.kind !== 'OPENED') problems.push({ kind: 'NOT_OPENED_FIRST', seq });
    if (index > 0 && !repeated && event.kind === 'OPENED') problems.push({ kind: 'OPENED_TWICE', seq });
    if (!Number.isFinite(event.at)) problems.push({ kind: 'NOT_AN_INSTANT', seq });
    else if (event.at < at) problems.push({ kind: 'STEPS_BACK', seq });
    else ({ at } = event);
  }
  return problems;
}
