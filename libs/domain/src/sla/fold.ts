import type { Terms } from '../contracts/terms.js';
import type { TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { unreachable } from '../unreachable.js';
import { setDate, withWallClock } from './agreed-date.js';
import { contest, settle } from './contest.js';
import { advance } from './judge.js';
import { logUntil } from './log-order.js';
import { absorb, close, end, reopen, resolve, restore } from './resolve.js';
import { hear, hearAct, withdraw } from './response.js';
import { changePriority, changeService, changeType } from './retarget.js';
import type { FoldContext, MessageFacts, TicketState } from './state.js';
import { openState } from './state.js';
import { undoReopening } from './thank-you.js';
import type { CalendarOf } from './track.js';
import { endWaiting, startWaiting, withdrawQuestion } from './waiting.js';

/** Everything a clock depends on (D-SLA-1): the log, the bound terms, the calendars as known, and an instant. */
export interface ClockInputs {
  /** The ticket's log, in any order; `seq` orders it (sla/log-order.ts). */
  readonly events: readonly TicketEvent[];
  /** The terms of the bound version; null: out of contract, no clocks (D-CON-2). */
  readonly terms: Terms | null;
  readonly calendarOf: CalendarOf;
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
  ...(['PROPOSED', 'PROPOSAL_ANSWERED', 'PERSONAL_DATA_SET', 'NOTICE_GIVEN'] as const),
]);

const NONE_CONTESTED: ReadonlySet<number> = new Set();

/** Folds a ticket's log up to `asOf`; null when there is no ticket yet or no contract. */
export function foldTicket({
  events,
  terms,
  calendarOf,
  asOf,
  contestedWaits = NONE_CONTESTED,
}: ClockInputs): TicketState | null {
  const log = logUntil(events, asOf);
  const [first, ...rest] = log;
  if (terms === null || first === undefined || first.kind !== 'OPENED') return null;
  const context = { terms, calendarOf: withWallClock(calendarOf, terms), messages: messagesOf(log), contestedWaits };
  let state = openState(context, first);
  let eventAt = first.at;
  for (const event of rest) {
    if (state.ended) break;
    eventAt = event.at;
    // What moves no clock needs no judging: the next event that does judges the time up to it all the same.
    if (!UNHEEDED.has(event.kind)) state = apply(context, advance(context, state, event.at), event);
  }
  return { ...(state.ended ? state : advance(context, state, asOf)), eventAt };
}

function messagesOf(log: readonly TicketEvent[]): ReadonlyMap<string, MessageFacts> {
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
      return end(state, event.at);
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
    case 'OPENED':
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
