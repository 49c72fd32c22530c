import { unreachable } from '../unreachable.js';
import type { Instant } from '../time/instant.js';
import type { Side, TicketEvent } from './events.js';
import { evolveAgreement, isAgreement, type AgreementEvent } from './evolve-agreements.js';
import { isPublicWord, type MessageRef, type TicketState, type WaitRecord } from './state.js';

type EventOf<K extends TicketEvent['kind']> = Extract<TicketEvent, { kind: K }>;

type StatusEventKind =
  | ('WAITING_STARTED' | 'RESUMED' | 'WORK_STARTED' | 'RESOLVED' | 'REOPENED' | 'CLOSED' | 'CANCELLED' | 'MERGED')
  | 'UNMERGED';

type DetailEventKind = Exclude<TicketEvent['kind'], StatusEventKind | AgreementEvent['kind'] | 'OPENED'>;

function opened(event: EventOf<'OPENED'>): TicketState {
  const { type, priority, impact, urgency, channel, confidential, requesterId, binding, at, seq } = event;
  return {
    ...{ seq, lastEventAt: at, status: 'NEW', type, priority, impact, urgency, binding, channel, confidential },
    ...{ requesterId, assigneeId: null, teamId: null, watchers: [], openedAt: at, earliestOpenedAt: at },
    ...{ acknowledgedAt: null, firstRespondedAt: null, restoredAt: null, resolvedAt: null, resolutionCode: null },
    ...{ closedAt: null, cancelledAt: null, waiting: null, reopenCount: 0, reopenedAt: null, messages: [] },
    ...{ lastPublicMessageAt: { CLIENT: null, PROVIDER: null }, mergedInto: null, absorbed: [] },
    ...{ agreedDate: null, proposals: [], waits: [], reopening: null, changeOutcome: null, rating: null },
    security: { awareAt: type === 'SECURITY_INCIDENT' ? at : null, leakAwareAt: null, notices: [] },
  };
}

function lastPublic(messages: readonly MessageRef[], side: Side): Instant | null {
  return messages.findLast((message) => message.side === side && isPublicWord(message))?.at ?? null;
}

function withMessages(state: TicketState, messages: readonly MessageRef[]): TicketState {
  return {
    ...state,
    messages,
    lastPublicMessageAt: { CLIENT: lastPublic(messages, 'CLIENT'), PROVIDER: lastPublic(messages, 'PROVIDER') },
  };
}

function messageAdded(state: TicketState, event: EventOf<'MESSAGE_ADDED'>): TicketState {
  const { messageId, visibility, automatic, question, at, actor } = event;
  const message = {
    messageId,
    at,
    side: actor.side,
    userId: actor.userId,
    visibility,
    automatic,
    question,
    withdrawn: false,
  };
  const spoken = withMessages(state, [...state.messages, message]);
  // What is said after a reopening answers it: it stands then.
  const next = isPublicWord(message) ? { ...spoken, reopening: null } : spoken;
  if (actor.side !== 'PROVIDER' || !isPublicWord(message)) return next;
  return { ...next, firstRespondedAt: state.firstRespondedAt ?? at, acknowledgedAt: state.acknowledgedAt ?? at };
}

function messageWithdrawn(state: TicketState, messageId: string): TicketState {
  const messages = state.messages.map((message) =>
    message.messageId === messageId ? { ...message, withdrawn: true } : message,
  );
  return withMessages(state, messages);
}

function waitingStarted(state: TicketState, event: EventOf<'WAITING_STARTED'>): TicketState {
  const { status, reason, questionMessageId, caseNumber, until, clientConsent, at, seq } = event;
  const waiting = { status, reason, since: at, questionMessageId, caseNumber, until, clientConsent };
  const record: WaitRecord = { seq, status, reason, from: at, to: null, contest: 'NONE' };
  return { ...state, status, waiting, waits: [...endedWaits(state, at), record] };
}

/** At most one stretch is open: the last. A schedule ends when it was to end. */
function endedWaits({ waits, waiting }: TicketState, at: Instant): readonly WaitRecord[] {
  const until = waiting?.until ?? null;
  const to = until === null ? at : Math.min(until, at);
  return waits.map((wait) => (wait.to === null ? { ...wait, to: Math.max(to, wait.from) } : wait));
}

function noLongerWaiting(state: TicketState, at: Instant): Pick<TicketState, 'waiting' | 'waits'> {
  return { waiting: null, waits: endedWaits(state, at) };
}

/** The word that reopened a ticket is the last of the client's, said in the same breath. */
function reopeningOf(state: TicketState, { cause, at }: EventOf<'REOPENED'>): TicketState['reopening'] {
  const word = state.messages.findLast((message) => message.side === 'CLIENT' && isPublicWord(message));
  if (cause !== 'CLIENT_REPLY' || word?.at !== at) return null;
  const { resolvedAt, resolutionCode, changeOutcome } = state;
  return { messageId: word.messageId, resolvedAt, resolutionCode, changeOutcome };
}

function reopened(state: TicketState, event: EventOf<'REOPENED'>): TicketState {
  const { at } = event;
  const ended = {
    resolvedAt: null,
    resolutionCode: null,
    changeOutcome: null,
    closedAt: null,
    cancelledAt: null,
    mergedInto: null,
  };
  const counted = { reopenCount: state.reopenCount + 1, reopenedAt: at, reopening: reopeningOf(state, event) };
  return { ...state, ...ended, ...noLongerWaiting(state, at), status: 'OPEN', ...counted };
}

/** Folds what is about people and content; the status stays. */
function evolveDetails(state: TicketState, event: EventOf<DetailEventKind>): TicketState {
  switch (event.kind) {
    case 'PRIORITY_CHANGED':
      return { ...state, priority: event.to };
    case 'SERVICE_CHANGED':
    case 'REBOUND':
      return { ...state, binding: event.binding };
    case 'CLASSIFIED': {
      const { impact, urgency, type, at } = event;
      const awareAt = type === 'SECURITY_INCIDENT' ? (state.security.awareAt ?? at) : null;
      return { ...state, impact, urgency, type, security: { ...state.security, awareAt } };
    }
    case 'MESSAGE_ADDED':
      return messageAdded(state, event);
    case 'MESSAGE_WITHDRAWN':
      return messageWithdrawn(state, event.messageId);
    case 'RESPONSE_LOGGED':
      return { ...state, acknowledgedAt: state.acknowledgedAt ?? event.at };
    case 'ASSIGNED':
      return { ...state, assigneeId: event.assigneeId, teamId: event.teamId };
    case 'SERVICE_RESTORED':
      return { ...state, restoredAt: event.at };
    case 'CONFIDENTIAL_SET':
      return { ...state, confidential: event.confidential };
    case 'WATCHER_ADDED':
      return { ...state, watchers: [...state.watchers.filter((id) => id !== event.userId), event.userId] };
    case 'WATCHER_REMOVED':
      return { ...state, watchers: state.watchers.filter((id) => id !== event.userId) };
    case 'ABSORBED': {
      const earliestOpenedAt = Math.min(state.earliestOpenedAt, event.openedAt);
      return { ...state, earliestOpenedAt, absorbed: [...state.absorbed, event.ticketId] };
    }
    case 'RELEASED':
      // What clocks counted from stays (sla/merge.ts): undoing a merge takes no promise back.
      return { ...state, absorbed: state.absorbed.filter((id) => id !== event.ticketId) };
    default:
      return unreachable(event);
  }
}

/** Folds what moves the status. */
function evolveStatus(state: TicketState, event: EventOf<StatusEventKind>): TicketState {
  switch (event.kind) {
    case 'WAITING_STARTED':
      return waitingStarted(state, event);
    case 'RESUMED':
      return { ...state, status: 'OPEN', ...noLongerWaiting(state, event.at) };
    case 'WORK_STARTED': {
      const status = state.status === 'NEW' ? 'OPEN' : state.status;
      return { ...state, status, acknowledgedAt: state.acknowledgedAt ?? event.at };
    }
    case 'RESOLVED':
      return {
        ...{ ...state, ...noLongerWaiting(state, event.at), status: 'RESOLVED', resolvedAt: event.at },
        ...{ resolutionCode: event.code, reopening: null },
      };
    case 'REOPENED':
      return reopened(state, event);
    case 'CLOSED':
      // An imported history may close without resolving: the closing is then the resolution (D-SLA-6).
      return {
        ...state,
        status: 'CLOSED',
        closedAt: event.at,
        resolvedAt: state.resolvedAt ?? event.at,
        ...noLongerWaiting(state, event.at),
      };
    case 'CANCELLED':
      return { ...state, status: 'CANCELLED', cancelledAt: event.at, ...noLongerWaiting(state, event.at) };
    case 'MERGED':
      return { ...state, status: 'MERGED', mergedInto: event.intoTicketId, ...noLongerWaiting(state, event.at) };
    case 'UNMERGED':
      return { ...state, status: state.resolvedAt === null ? 'OPEN' : 'RESOLVED', mergedInto: null };
    default:
      return unreachable(event);
  }
}

function evolveOpened(state: TicketState, event: Exclude<TicketEvent, { kind: 'OPENED' }>): TicketState {
  if (isAgreement(event)) return evolveAgreement(state, event);
  switch (event.kind) {
    case 'WAITING_STARTED':
    case 'RESUMED':
    case 'WORK_STARTED':
    case 'RESOLVED':
    case 'REOPENED':
    case 'CLOSED':
    case 'CANCELLED':
    case 'MERGED':
    case 'UNMERGED':
      return evolveStatus(state, event);
    default:
      return evolveDetails(state, event);
  }
}

/**
 * Folds one event into a ticket. Total over recorded histories: an import may record moves that `decide` would refuse
 * today (decisions.md 29). Throws only for a broken log: a first event that isn't OPENED, a second opening, or a `seq`
 * that doesn't ascend.
 */
export function evolve(state: TicketState | null, event: TicketEvent): TicketState {
  if (state === null) {
    if (event.kind !== 'OPENED') throw new Error(`a ticket's log begins with OPENED, not ${event.kind}`);
    return opened(event);
  }
  if (event.kind === 'OPENED') throw new Error('a ticket opens once');
  if (event.seq <= state.seq) throw new Error(`event ${event.seq} follows ${state.seq}: a log ascends`);
  // Imported logs are ordered by `seq`; an instant before its predecessor's is taken as the predecessor's, as the clocks do.
  const at = Math.max(event.at, state.lastEventAt);
  return { ...evolveOpened(state, { ...event, at }), seq: event.seq, lastEventAt: at };
}

/** The ticket that a whole log, in order of `seq`, describes; null for an empty log. */
export function foldTicket(events: readonly TicketEvent[]): TicketState | null {
  return events.reduce<TicketState | null>(evolve, null);
}
