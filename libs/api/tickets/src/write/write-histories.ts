import type { Tx } from '@daylight/api-database';
import { foldTicket, type CalendarOf, type LocalizedText, type Terms, type TicketEvent } from '@daylight/domain';
import { internalSeqs } from '../use-cases/change-ticket.js';
import { applyEvents, type TicketChange } from './apply-events.js';
import type { NewMessage } from './messages.js';
import { newTicketRow } from './new-row.js';
import { reserveNumbers, takeNumbers } from './numbers.js';

/** A ticket with its whole past, as an import or the demo brings it. */
export interface TicketHistory {
  /** UUIDv7; choose it beforehand where events of other tickets refer to it. */
  readonly ticketId: string;
  readonly tenantId: string;
  /** As recorded elsewhere; null: the next number of the client, in the order given. */
  readonly number: number | null;
  readonly subject: string;
  readonly description: string;
  readonly serviceName: LocalizedText;
  readonly followsUpId: string | null;
  readonly externalKey: string | null;
  readonly importRunId: string | null;
  /** The whole log: OPENED first, `seq` from 1 ascending, each with its true instant and actor. */
  readonly log: readonly TicketEvent[];
  /** The words of its MESSAGE_ADDED events. */
  readonly messages: readonly NewMessage[];
  /** The terms of its binding; null: out of contract. The same object for all tickets under one digest. */
  readonly terms: Terms | null;
  readonly calendarOf: CalendarOf;
}

function changeOf(providerId: string, history: TicketHistory, number: number): TicketChange {
  const { log, messages, terms, calendarOf } = history;
  const state = foldTicket(log);
  const first = log[0];
  if (state === null || first === undefined || first.kind !== 'OPENED') throw new Error('a history begins with OPENED');
  const { binding, type, impact, urgency, channel, at } = first;
  const seed = { ...history, providerId, number, type, impact, urgency, channel, openedAt: at };
  const before = newTicketRow({ ...seed, serviceItemId: binding.serviceItemId });
  const base = { before, isNew: true, log, events: log, state, terms, calendarOf };
  return { ...base, messages, internalSeqs: internalSeqs([], log) };
}

/**
 * Writes tickets with full histories: rows, logs, messages, clocks and search rows in five statements however many tickets
 * (batches of a few hundred). All of one client, whose numbers are taken as a block. History goes as it was recorded: no
 * decision is asked, no timer armed, nobody told (decision 29). Tickets that are still unfinished get their timers by
 * `armTimers` once the import is accepted. Returns the ids in the order given.
 */
export async function writeTicketHistories(tx: Tx, histories: readonly TicketHistory[]): Promise<readonly string[]> {
  const [first] = histories;
  if (first === undefined) return [];
  const { tenantId } = first;
  if (histories.some((history) => history.tenantId !== tenantId)) throw new Error('one batch is of one client');
  const highest = Math.max(0, ...histories.map(({ number }) => number ?? 0));
  if (highest > 0) await reserveNumbers(tx, tenantId, highest);
  const unnumbered = histories.filter(({ number }) => number === null).length;
  const block = unnumbered === 0 ? 0 : await takeNumbers(tx, tenantId, unnumbered);
  let next = block;
  const changes = histories.map((history) => {
    const number = history.number ?? next;
    if (history.number === null) next += 1;
    return changeOf(tx.scope.providerId, history, number);
  });
  await applyEvents(tx, changes, 'quiet');
  return histories.map(({ ticketId }) => ticketId);
}
