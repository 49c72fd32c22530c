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
  const state = foldTicket(inputs);
  const track = state?.tracks.find((one) => one.kind === kind && one.cycle === cycle && one.demands.length > 0);
  if (state === null || track === undefined) return null;
  return explainTrack(track, { calendarOf: inputs.calendarOf, asOf: inputs.asOf, eventAt: state.eventAt });
}

function byKindAndCycle(a: Clock, b: Clock): number {
  return CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind) || a.cycle - b.cycle;
}
