import type { ClockKind } from '../contracts/terms.js';
import { CLOCK_KINDS } from '../contracts/terms.js';
import type { Clock, ClockExplanation } from './clock.js';
import { explainTrack } from './explain.js';
import type { ClockInputs } from './fold.js';
import { foldTicket } from './fold.js';
import { readClock } from './read.js';

/**
 * Every clock of a ticket as of an instant (D-SLA-1): a pure function of log, terms, calendars and instant.
 * In the order of `CLOCK_KINDS`, then by cycle; only clocks for which something was promised. AGREED_DATE has no events yet.
 */
export function evaluateClocks(inputs: ClockInputs): readonly Clock[] {
  const state = foldTicket(inputs);
  if (state === null) return [];
  const reading = { calendarOf: inputs.calendarOf, asOf: inputs.asOf, eventAt: state.eventAt };
  const clocks = state.tracks.map((track) => readClock(track, reading));
  return clocks.filter((clock) => clock !== null).sort(byKindAndCycle);
}

/** The full account of one clock (D-SLA-9); null when the ticket has no such clock at `asOf`. */
export function explainClock(inputs: ClockInputs, kind: ClockKind, cycle: number): ClockExplanation | null {
  return explainClocks(inputs).find(({ clock }) => clock.kind === kind && clock.cycle === cycle) ?? null;
}

/** The full accounts of all clocks of a ticket, folding its log once; in the order of {@link evaluateClocks}. */
export function explainClocks(inputs: ClockInputs): readonly ClockExplanation[] {
  const state = foldTicket(inputs);
  if (state === null) return [];
  const reading = { calendarOf: inputs.calendarOf, asOf: inputs.asOf, eventAt: state.eventAt };
  const promised = state.tracks.filter((track) => track.demands.length > 0);
  const accounts = promised.map((track) => explainTrack(track, reading)).filter((account) => account !== null);
  return accounts.sort((a, b) => byKindAndCycle(a.clock, b.clock));
}

function byKindAndCycle(a: Clock, b: Clock): number {
  return CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind) || a.cycle - b.cycle;
}
