import type { Terms } from '../contracts/terms.js';
import type { TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { unreachable } from '../unreachable.js';
import { setDate } from './agreed-date.js';
import type { BoundTerms } from './bound-terms.js';
import { contest, settle } from './contest.js';
import { advance } from './judge.js';
import { lawsOf, type CalendarOfTerms, type Laws } from './laws.js';
import { logUntil } from './log-order.js';
import { absorb, end, unmerge } from './merge.js';
import { asRebound, judgedAnew } from './rebind.js';
import { close, reopen, resolve, restore } from './resolve.js';
import { hear, hearAct, withdraw } from './response.js';
import { changePriority, changeService, changeType } from './retarget.js';
import type { EventOf, FoldContext, MessageFacts, TicketState } from './state.js';
import { copyOfState, openState } from './state.js';
import { undoReopening } from './thank-you.js';
import { endWaiting, startWaiting, withdrawQuestion } from './waiting.js';

/** Everything a clock depends on (D-SLA-1): the log, the bound terms, the calendars as known, and an instant. */
export interface ClockInputs {
  /** The ticket's log, in any order; `seq` orders it (sla/log-order.ts). */
  readonly events: readonly TicketEvent[];
  /** The terms that judge the whole log, unless `boundTerms` are given; null: out of contract, no clocks (D-CON-2). */
  readonly terms: Terms | null;
  /** Of a ticket that was bound more than once: each stretch is judged by the document its binding names (D-CON-1). */
  readonly boundTerms?: BoundTerms | null;
  readonly calendarOf: CalendarOfTerms;
  /** What happens later is not looked at. */
  readonly asOf: Instant;
  /**
   * `seq` of WAITING_STARTED events that the client contests (D-SLA-4): judged as if they stopped no clock. A review shows
   * the figures with and without them until they are settled.
   */
  readonly contestedWaits?: ReadonlySet<number>;
}

/** Kinds of events that no clock heeds. */
const UNHEEDED: ReadonlySet<TicketEvent['kind']> = new Set([
  ...(['ASSIGNED', 'WORK_STARTED', 'CONFIDENTIAL_SET', 'WATCHER_ADDED', 'WATCHER_REMOVED'] as const),
  ...(['PROPOSED', 'PROPOSAL_ANSWERED', 'PERSONAL_DATA_SET', 'NOTICE_GIVEN', 'RELEASED'] as const),
  ...(['CHANGE_OUTCOME_SET', 'RATED'] as const),
]);

const NONE_CONTESTED: ReadonlySet<number> = new Set();

/** What a log is folded with, whatever its bindings. */
interface Ground extends Omit<FoldContext, 'terms'> {
  readonly laws: Laws;
}

/** How far a log is folded: the terms in force there, and the clocks. */
interface Folding {
  readonly context: FoldContext & Ground;
  readonly state: TicketState;
}

/** Folds a ticket's log up to `asOf`; null when there is no ticket yet or no contract. */
export function foldTicket(inputs: ClockInputs): TicketState | null {
  const { events, asOf, contestedWaits = NONE_CONTESTED } = inputs;
  const log = logUntil(events, asOf);
  const first = log[0];
  const laws = lawsOf(inputs);
  if (laws === null || first === undefined || first.kind !== 'OPENED') return null;
  const ground = { laws, calendarOf: laws.calendarOf, messages: messagesOf(log), contestedWaits };
  const { state, context } = foldLog(ground, first, log);
  return state.ended ? state : advance(context, state, asOf);
}

/**
 * What happened up to an event is judged by the terms bound until then; another service may bring others (D-CON-1). What
 * moves no clock needs no judging: the next event that does judges the time up to it all the same.
 */
function foldLog(ground: Ground, first: EventOf<'OPENED'>, log: readonly TicketEvent[]): Folding {
  let context = contextOf(ground, first);
  let state = openState(context, first);
  let eventAt = first.at;
  for (let index = 1; index < log.length; index += 1) {
    const event = log[index];
    // What ended is over, unless its merge is undone.
    if (event === undefined || (state.ended && event.kind !== 'UNMERGED')) continue;
    eventAt = event.at;
    if (UNHEEDED.has(event.kind)) continue;
    if (event.kind === 'REBOUND') {
      ({ context, state } = rebind(ground, { context, state }, log.slice(0, index + 1)));
      continue;
    }
    const passed = state.ended ? state : advance(context, state, event.at);
    if (event.kind === 'SERVICE_CHANGED') context = contextOf(ground, event);
    state = apply(context, passed, event);
  }
  const folded = copyOfState(state);
  folded.eventAt = eventAt;
  return { context, state: folded };
}

function contextOf(ground: Ground, { binding }: EventOf<'OPENED' | 'SERVICE_CHANGED'>): Folding['context'] {
  const { laws, calendarOf, messages, contestedWaits } = ground;
  return { laws, terms: laws.termsFor(binding), calendarOf, messages, contestedWaits };
}

/** Both sides agreed to other terms: all of the past is judged by them, from this moment on (sla/rebind.ts). */
function rebind(ground: Ground, { context, state }: Folding, past: readonly TicketEvent[]): Folding {
  const at = past.at(-1)?.at ?? state.now;
  const log = asRebound(past);
  const [first] = log;
  if (first?.kind !== 'OPENED') return { context, state };
  const fresh = foldLog(ground, first, log);
  const judged = advance(fresh.context, fresh.state, at);
  const shown = advance(context, state, at);
  return { context: fresh.context, state: { ...judged, tracks: judgedAnew(judged.tracks, shown.tracks, at) } };
}

/** Looked up by those who wait for an answer only: most logs never do. */
function messagesOf(log: readonly TicketEvent[]): FoldContext['messages'] {
  let messages: ReadonlyMap<string, MessageFacts> | null = null;
  return () => (messages ??= factsOf(log));
}

function factsOf(log: readonly TicketEvent[]): ReadonlyMap<string, MessageFacts> {
  const messages = new Map<string, MessageFacts>();
  for (const event of log) {
    if (event.kind !== 'MESSAGE_ADDED') continue;
    const { seq, visibility, question, actor } = event;
    messages.set(event.messageId, { seq, side: actor.side, public: visibility === 'PUBLIC', question });
  }
  return messages;
}

function apply(context: FoldContext, state: TicketState, event: TicketEvent): TicketState {
  switch (event.kind) {
    case 'PRIORITY_CHANGED':
      return changePriority(context, state, event);
    case 'SERVICE_CHANGED':
      return changeService(context, state, event);
    case 'CLASSIFIED':
      return changeType(context, state, event);
    case 'MESSAGE_ADDED':
      return hear(context, state, event);
    case 'MESSAGE_WITHDRAWN':
      return withdraw(withdrawQuestion(state, event), event);
    case 'RESPONSE_LOGGED':
      return hearAct(context, state, event);
    case 'WAITING_STARTED':
      return startWaiting(context, state, event);
    case 'RESUMED':
      return state.resolved ? state : endWaiting(state, event.at);
    case 'SERVICE_RESTORED':
      return restore(context, state, event.at);
    case 'RESOLVED':
      return resolve(context, state, event.at);
    case 'REOPENED':
      return reopen(state, event.at);
    case 'CLOSED':
      return close(context, state, event);
    case 'CANCELLED':
    case 'MERGED':
      return end(state, event);
    case 'UNMERGED':
      return unmerge(state, event.at);
    case 'ABSORBED':
      return absorb(state, event.openedAt, event.at);
    case 'DATE_SET':
      return setDate(context, state, event);
    case 'WAITING_CONTESTED':
      return contest(state, event);
    case 'CONTEST_SETTLED':
      return settle(context, state, event);
    case 'NO_ACTION_NEEDED':
      return undoReopening(context, state, event);
    case 'PROPOSED':
    case 'PROPOSAL_ANSWERED':
    case 'PERSONAL_DATA_SET':
    case 'NOTICE_GIVEN':
    case 'CHANGE_OUTCOME_SET':
    case 'RATED':
    case 'OPENED':
    case 'REBOUND':
    case 'RELEASED':
    case 'ASSIGNED':
    case 'WORK_STARTED':
    case 'CONFIDENTIAL_SET':
    case 'WATCHER_ADDED':
    case 'WATCHER_REMOVED':
      return state;
    default:
      return unreachable(event);
  }
}
