import type { Instant } from '@daylight/domain';
import type { Effect } from '../mapping/mapping.js';
import { CaseRejected, type ImportedEvent } from './case.js';

type Body = ImportedEvent['body'];
type Phase = 'NEW' | 'OPEN' | 'WAITING' | 'RESOLVED' | 'CLOSED' | 'CANCELLED';

interface History {
  readonly phase: Phase;
  readonly waitingFor: string | null;
  readonly responded: boolean;
  readonly restored: boolean;
  /** Grows with the log; copied it would cost the square of its length. */
  readonly events: ImportedEvent[];
}

/** What a waiting reason of the contract stands for, and how to name the messages that an import has to make. */
export interface HistoryContext {
  readonly statusOfReason: (reason: string) => 'WAITING_ON_CLIENT' | 'WAITING_ON_THIRD_PARTY' | 'SCHEDULED' | null;
  readonly newMessageId: () => string;
}

/** One entry of a log, understood. */
export interface Entry {
  readonly line: number;
  readonly at: Instant;
  readonly effects: readonly Effect[];
  /** The question's words, when the entry starts waiting on the client. */
  readonly question: string | null;
}

const start = (): History => ({ phase: 'NEW', waitingFor: null, responded: false, restored: false, events: [] });

function add(history: History, at: Instant, body: Body, words: ImportedEvent['words'] = null): History {
  history.events.push({ at, body, words });
  return history;
}

/** Back to work from wherever the case stands; entries of a log say what was done, not how it got there. */
function toOpen(history: History, at: Instant): History {
  switch (history.phase) {
    case 'WAITING':
      return { ...add(history, at, { kind: 'RESUMED', v: 1, cause: 'STAFF' }), phase: 'OPEN', waitingFor: null };
    case 'RESOLVED':
    case 'CLOSED':
    case 'CANCELLED':
      return { ...add(history, at, { kind: 'REOPENED', v: 1, cause: 'STAFF' }), phase: 'OPEN', restored: false };
    case 'NEW':
    case 'OPEN':
      return history;
  }
}

function work(history: History, at: Instant): History {
  const open = toOpen(history, at);
  return open.phase === 'OPEN' ? open : { ...add(open, at, { kind: 'WORK_STARTED', v: 1 }), phase: 'OPEN' };
}

function wait(history: History, entry: Entry, reason: string, context: HistoryContext): History {
  if (history.phase === 'WAITING' && history.waitingFor === reason) return history;
  const status = context.statusOfReason(reason);
  if (status === null) {
    throw new CaseRejected({ line: entry.line, kind: 'UNKNOWN_WAITING_REASON', column: null, detail: reason });
  }
  const open = work(history, entry.at);
  const messageId = status === 'WAITING_ON_CLIENT' && entry.question !== null ? context.newMessageId() : null;
  const asked =
    messageId === null
      ? open
      : add(
          open,
          entry.at,
          { kind: 'MESSAGE_ADDED', v: 1, messageId, visibility: 'PUBLIC', automatic: true, question: true },
          { messageId, body: entry.question ?? '' },
        );
  const body: Body = {
    kind: 'WAITING_STARTED',
    v: 1,
    status,
    reason,
    questionMessageId: messageId,
    caseNumber: null,
    until: null,
    clientConsent: false,
  };
  return { ...add(asked, entry.at, body), phase: 'WAITING', waitingFor: reason };
}

function restore(history: History, at: Instant): History {
  if (history.restored || history.phase === 'RESOLVED' || history.phase === 'CLOSED') return history;
  return { ...add(history, at, { kind: 'SERVICE_RESTORED', v: 1 }), restored: true };
}

function resolve(history: History, at: Instant): History {
  if (history.phase === 'RESOLVED' || history.phase === 'CLOSED') return history;
  const open = toOpen(history, at);
  return { ...add(open, at, { kind: 'RESOLVED', v: 1, code: 'OTHER' }), phase: 'RESOLVED' };
}

function close(history: History, at: Instant): History {
  if (history.phase === 'CLOSED') return history;
  return { ...add(resolve(history, at), at, { kind: 'CLOSED', v: 1, cause: 'IMPORT' }), phase: 'CLOSED' };
}

function cancel(history: History, at: Instant): History {
  if (history.phase === 'CANCELLED' || history.phase === 'CLOSED') return history;
  return { ...add(toOpen(history, at), at, { kind: 'CANCELLED', v: 1, cause: 'STAFF' }), phase: 'CANCELLED' };
}

function respond(history: History, at: Instant): History {
  if (history.responded) return history;
  return {
    ...add(history, at, { kind: 'RESPONSE_LOGGED', v: 1, act: 'OWNER_ACCEPTANCE', personId: null }),
    responded: true,
  };
}

function apply(history: History, entry: Entry, effect: Effect, context: HistoryContext): History {
  if (typeof effect !== 'string') return wait(history, entry, effect.waiting, context);
  switch (effect) {
    case 'FIRST_RESPONSE':
      return respond(history, entry.at);
    case 'WORK':
      return work(history, entry.at);
    case 'QUEUED':
      // Back in a queue is neither waiting nor done: the provider's clock goes on.
      return history.phase === 'NEW' ? history : toOpen(history, entry.at);
    case 'RESTORED':
      return restore(history, entry.at);
    case 'RESOLVED':
      return resolve(history, entry.at);
    case 'CLOSED':
      return close(history, entry.at);
    case 'CANCELLED':
      return cancel(history, entry.at);
    case 'NOTE':
      return history;
  }
}

/**
 * Turns the entries of a case, in order, into the events of a ticket after its opening. "As recorded": transitions that
 * today's table would refuse are kept (decision 29), entries that change nothing leave no event.
 * @throws CaseRejected for a waiting reason that no contract knows
 */
export function historyOf(entries: readonly Entry[], context: HistoryContext): readonly ImportedEvent[] {
  return entries.reduce<History>(
    (history, entry) => entry.effects.reduce((each, effect) => apply(each, entry, effect, context), history),
    start(),
  ).events;
}
