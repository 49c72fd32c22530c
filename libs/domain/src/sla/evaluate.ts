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
  const tracks = foldTicket(inputs)?.tracks ?? [];
  const clocks = tracks.map((track) => readClock(track, inputs.calendarOf, inputs.asOf));
  return clocks.filter((clock) => clock !== null).sort(byKindAndCycle);
}

/** The full account of one clock (D-SLA-9); null when the ticket has no such clock at `asOf`. */
export function explainClock(inputs: ClockInputs, kind: ClockKind, cycle: number): ClockExplanation | null {
  const tracks = foldTicket(inputs)?.tracks ?? [];
  const track = tracks.find(
    (candidate) => candidate.kind === kind && candidate.cycle === cycle && candidate.demands.length > 0,
  );
  return track === undefined ? null : explainTrack(track, inputs.calendarOf, inputs.asOf);
}

function byKindAndCycle(a: Clock, b: Clock): number {
  return CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind) || a.cycle - b.cycle;
}
