import { setImmediate } from 'node:timers/promises';
import type { Tx } from '@daylight/api-database';
import { foldTicket, type Instant, type LocalizedText, type TicketEvent } from '@daylight/domain';
import { lawIn, type Law } from '../binding.js';
import { internalSeqs } from '../use-cases/change-ticket.js';
import { projectChange, type TicketChange } from './apply-events.js';
import { syncFacts } from './fact-rows.js';
import { historyRows, insertHistoryRows, type HistoryRows, type PreparedTicket } from './history-rows.js';
import { writeMessages, type NewMessage } from './messages.js';
import { newTicketRow } from './new-row.js';
import { reserveNumbers, takeNumbers } from './numbers.js';

/** Tickets worked out in one go: some ten milliseconds. */
const STRIDE = 25;

/**
 * A ticket with its whole past, as an import or the demo brings it, under the law of its binding: the same terms object for
 * all tickets under one digest.
 */
export interface TicketHistory extends Law {
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
}

function changeOf(providerId: string, history: TicketHistory, number: number): TicketChange {
  const { log, messages } = history;
  const state = foldTicket(log);
  const first = log[0];
  if (state === null || first === undefined || first.kind !== 'OPENED') throw new Error('a history begins with OPENED');
  const { binding, type, impact, urgency, channel, at } = first;
  const seed = { ...history, providerId, number, type, impact, urgency, channel, openedAt: at };
  const before = newTicketRow({ ...seed, serviceItemId: binding.serviceItemId });
  const base = { before, isNew: true, log, events: log, state, ...lawIn(history) };
  return { ...base, messages, internalSeqs: internalSeqs([], log) };
}

/** What is written is worked out beforehand, so that the next batch can be while the database writes this one. */
export interface PreparedHistories {
  readonly tenantId: string;
  /** When the clocks were evaluated. */
  readonly asOf: Instant;
  readonly tickets: readonly PreparedTicket[];
  readonly rows: HistoryRows;
}

function prepare(history: TicketHistory, { tx, number }: { readonly tx: Tx; readonly number: number }): PreparedTicket {
  const change = changeOf(tx.scope.providerId, history, number);
  return { change, applied: projectChange(tx, change) };
}

/** The number of each history: its own, or one of a block taken now. */
async function numbersOf(tx: Tx, tenantId: string, histories: readonly TicketHistory[]): Promise<readonly number[]> {
  const highest = histories.reduce((most, { number }) => Math.max(most, number ?? 0), 0);
  if (highest > 0) await reserveNumbers(tx, tenantId, highest);
  const unnumbered = histories.filter(({ number }) => number === null).length;
  let next = unnumbered === 0 ? 0 : await takeNumbers(tx, tenantId, unnumbered);
  return histories.map(({ number }) => number ?? next++);
}

/**
 * Works out the rows of tickets with full histories, all of one client, whose numbers are taken in this transaction as a
 * block (gaps are allowed, decision 10). Lets other work of this process pass every few tickets. Null for none.
 */
export async function prepareTicketHistories(
  tx: Tx,
  histories: readonly TicketHistory[],
): Promise<PreparedHistories | null> {
  const [first] = histories;
  if (first === undefined) return null;
  const { tenantId } = first;
  if (histories.some((history) => history.tenantId !== tenantId)) throw new Error('one batch is of one client');
  const numbers = await numbersOf(tx, tenantId, histories);
  const tickets: PreparedTicket[] = [];
  for (const [index, history] of histories.entries()) {
    if (index % STRIDE === STRIDE - 1) await setImmediate();
    tickets.push(prepare(history, { tx, number: numbers[index] ?? 0 }));
  }
  return { tenantId, asOf: tx.now, tickets, rows: historyRows(tickets) };
}

/**
 * Writes prepared histories: rows, logs, messages, clocks, figures' facts and search rows in a handful of statements however
 * many tickets. Returns when all is sent; `done` when it is written.
 */
export async function sendTicketHistories(
  tx: Tx,
  { tenantId, asOf, tickets, rows }: PreparedHistories,
): Promise<{ readonly done: Promise<void> }> {
  const changes = tickets.map(({ change }) => change);
  const written = insertHistoryRows(tx, tenantId, { rows, asOf });
  // Awaited by whoever takes `done`; until then a failure must not count as unhandled.
  written.catch(() => undefined);
  // The database has begun; words and facts are worked out meanwhile.
  await setImmediate();
  const told = writeMessages(tx, changes);
  told.catch(() => undefined);
  await setImmediate();
  const facts = tickets.map(({ change: { log, state, terms }, applied: { row, clocks } }) => ({
    ...{ row, clocks, log, state, terms },
  }));
  const done = Promise.all([written, told, syncFacts(tx, facts)]).then(() => undefined);
  done.catch(() => undefined);
  return { done };
}

/**
 * Writes tickets with full histories (batches of a few hundred), all of one client. History goes as it was recorded: no
 * decision is asked, no timer armed, nobody told (decision 29). Tickets that are still unfinished get their timers by
 * `armTimers` once the import is accepted. Returns the ids in the order given.
 */
export async function writeTicketHistories(tx: Tx, histories: readonly TicketHistory[]): Promise<readonly string[]> {
  const prepared = await prepareTicketHistories(tx, histories);
  if (prepared !== null) await (await sendTicketHistories(tx, prepared)).done;
  return histories.map(({ ticketId }) => ticketId);
}
