import type { ClockKind } from '../contracts/terms.js';
import { CLOCK_KINDS } from '../contracts/terms.js';
import type { Clock, ClockExplanation } from './clock.js';
import { isWaitingOf } from './contest.js';
import { explainTrack } from './explain.js';
import type { ClockInputs } from './fold.js';
import { foldTicket } from './fold.js';
import { lawsOf, readScoped } from './laws.js';
import type { ReadInputs } from './read.js';
import { readClock } from './read.js';
import type { TicketState } from './state.js';
import type { Track } from './track.js';

/**
 * Every clock of a ticket as of an instant (D-SLA-1): a pure function of log, terms, calendars and instant.
 * In the order of `CLOCK_KINDS`, then by cycle; only clocks for which something was promised.
 */
export function evaluateClocks(inputs: ClockInputs): readonly Clock[] {
  const state = foldTicket(inputs);
  if (state === null) return [];
  const reading = readingOf(inputs, state);
  const conceded = ifConceded(inputs, state);
  const clocks = state.tracks.flatMap((track) => {
    const clock = readClock(track, reading);
    return clock === null ? [] : [conceded(track, withDocument(clock))];
  });
  return clocks.sort(byKindAndCycle);
}

function readingOf(inputs: ClockInputs, { eventAt }: TicketState): ReadInputs {
  const { calendarOf } = lawsOf(inputs) ?? inputs;
  return { calendarOf, asOf: inputs.asOf, eventAt };
}

/** Of a ticket that was bound more than once, the calendar by its own name and the document apart. */
function withDocument(clock: Clock): Clock {
  const { calendarId, termsDigest } = readScoped(clock.calendarId);
  return termsDigest === null ? clock : { ...clock, calendarId, termsDigest };
}

/**
 * Puts beside a clock what it would say without the waiting that the client contests (D-SLA-4), for a review shows both
 * until it is settled. Nothing is folded twice where nothing is contested.
 */
function ifConceded(inputs: ClockInputs, state: TicketState): (track: Track, clock: Clock) => Clock {
  const { contests } = state;
  if (contests.size === 0 || inputs.contestedWaits !== undefined) return (_track, clock) => clock;
  const others = evaluateClocks({ ...inputs, contestedWaits: contests });
  return (track, clock) => {
    const other = others.find(({ kind, cycle }) => kind === clock.kind && cycle === clock.cycle);
    if (other === undefined || !track.stops.some((stop) => isWaitingOf(stop, contests))) return clock;
    const { state: then, dueAt, usedMs, metAt, breachedAt, verdict, verdictAt } = other;
    return { ...clock, ifConceded: { state: then, dueAt, usedMs, metAt, breachedAt, verdict, verdictAt } };
  };
}

/** The full account of one clock (D-SLA-9); null when the ticket has no such clock at `asOf`. */
export function explainClock(inputs: ClockInputs, kind: ClockKind, cycle: number): ClockExplanation | null {
  return explainClocks(inputs).find(({ clock }) => clock.kind === kind && clock.cycle === cycle) ?? null;
}

/** The full accounts of all clocks of a ticket, folding its log once; in the order of {@link evaluateClocks}. */
export function explainClocks(inputs: ClockInputs): readonly ClockExplanation[] {
  const state = foldTicket(inputs);
  if (state === null) return [];
  const reading = readingOf(inputs, state);
  const conceded = ifConceded(inputs, state);
  const promised = state.tracks.filter((track) => track.demands.length > 0);
  const accounts = promised.flatMap((track) => {
    const account = explainTrack(track, reading, state.contests);
    return account === null ? [] : [{ ...account, clock: conceded(track, withDocument(account.clock)) }];
  });
  return accounts.sort((a, b) => byKindAndCycle(a.clock, b.clock));
}

function byKindAndCycle(a: Clock, b: Clock): number {
  return CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind) || a.cycle - b.cycle;
}
