import { eventJob, jobRow, type NewJob, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import { evaluateClocks, type Clock, type TicketEvent, type TicketState } from '@daylight/domain';
import { lawIn, type Law } from '../binding.js';
import { sendRows, type RowsToApply } from './apply-statement.js';
import { clockRows } from './clock-rows.js';
import { eventRows } from './event-rows.js';
import { syncFacts } from './fact-rows.js';
import { messageRows, type NewMessage } from './messages.js';
import { projectTicket } from './project.js';
import { searchRows } from './search-rows.js';
import { iso, ticketJson, type StoredTicket } from './stored-ticket.js';
import { nextTimer, timerJob } from './timer.js';
import { outboxOf } from './topics.js';

/** A ticket that changes: what it was, what was decided, what it folds into. */
export interface TicketChange extends Law {
  /** As stored; for a new ticket the row with what the log doesn't say (subject, number, ...) and version 0. */
  readonly before: StoredTicket;
  readonly isNew: boolean;
  /** The whole log, old and new. */
  readonly log: readonly TicketEvent[];
  /** The end of `log` that isn't stored yet. Empty: only clocks and due instants are brought up to date. */
  readonly events: readonly TicketEvent[];
  /** The fold of `log`. */
  readonly state: TicketState;
  readonly messages: readonly NewMessage[];
  /** Events about messages that the client may not see. */
  readonly internalSeqs: ReadonlySet<number>;
}

/**
 * `quiet`: history that is imported arms no timers and tells nobody (decision 29). `inTimer`: the timer's own job runs, and
 * its worker takes it away; taking it back here would look like a lost lease.
 */
export type ApplyMode = 'normal' | 'quiet' | 'inTimer';

/** A change as written. */
export interface AppliedChange {
  readonly row: StoredTicket;
  readonly clocks: readonly Clock[];
}

/** What a change makes of its ticket's row and clocks. */
export function projectChange(tx: Tx, change: TicketChange): AppliedChange {
  const { before, log, events, state, terms } = change;
  const clocks = evaluateClocks({ ...lawIn(change), events: log, asOf: tx.now });
  const row = projectTicket(before, { state, terms, clocks });
  if (events.length === 0) return { row, clocks };
  const lastSeq = events.at(-1)?.seq ?? before.last_seq;
  // An import keeps the instants of its history; a change of today is of this transaction.
  const updatedAt = change.isNew ? state.lastEventAt : tx.now;
  return { row: { ...row, last_seq: lastSeq, version: before.version + 1, updated_at: updatedAt }, clocks };
}

interface Batch {
  readonly changes: readonly TicketChange[];
  readonly applied: readonly AppliedChange[];
  readonly mode: ApplyMode;
}

/** Timers to arm, what the outbox is told, and the tickets that have no timer any more. */
function told(tx: Tx, { changes, applied, mode }: Batch): Pick<RowsToApply, 'jobs' | 'idle'> {
  if (mode === 'quiet') return { jobs: [], idle: [] };
  const jobs: NewJob[] = [];
  const idle: string[] = [];
  for (const [index, { row, clocks }] of applied.entries()) {
    const change = changes[index];
    if (change === undefined) continue;
    const at = nextTimer({ state: change.state, terms: change.terms, calendarOf: change.calendarOf, clocks }, tx.now);
    if (at !== null) jobs.push(timerJob(row, at));
    else if (!change.isNew && mode !== 'inTimer') idle.push(row.ticket_id);
    if (change.events.length > 0) jobs.push(...outboxOf(row, change.events).map(eventJob));
  }
  return { jobs: jobs.map(jobRow), idle };
}

function rowsOf(tx: Tx, batch: Batch): RowsToApply {
  const { changes, applied } = batch;
  const rows = (isNew: boolean) =>
    applied.flatMap(({ row }, index) => (changes[index]?.isNew === isNew ? [ticketJson(row)] : []));
  const now = iso(tx.now);
  const clocks = applied.flatMap(({ row, clocks: evaluated }, index) =>
    clockRows({
      row,
      clocks: evaluated,
      log: changes[index]?.log ?? [],
      changedAt: changes[index]?.state.lastEventAt ?? tx.now,
    }).map((each) => ({
      ...each,
      calendar_revision: now,
    })),
  );
  const events = changes.flatMap((change, index) => {
    const row = applied[index]?.row ?? change.before;
    return eventRows(change, row).map((each) => ({ ...each, version: row.version, recorded_at: now }));
  });
  const messages = changes.flatMap(messageRows);
  return {
    ...{ fresh: rows(true), known: rows(false), events, clocks, messages, search: searchRows(changes, messages) },
    ...told(tx, batch),
  };
}

/**
 * The one way by which tickets of a client change: appends events, updates rows, clocks and messages, re-arms timers and
 * tells the outbox, all in one statement, and facts and counts in another, however many tickets. The caller has locked
 * the tickets and decided. The rows are sent first, so that everything that refers to them finds them. A new ticket with
 * the number 0 gets its client's next one (decision 10).
 */
export async function applyEvents(
  tx: Tx,
  changes: readonly TicketChange[],
  mode: ApplyMode = 'normal',
): Promise<readonly AppliedChange[]> {
  const [first] = changes;
  if (first === undefined) return [];
  const applied = changes.map((change) => projectChange(tx, change));
  const batch = { changes, applied, mode };
  const facts = changes.flatMap(({ log, state, terms }, index) => {
    const now = applied[index];
    return now === undefined ? [] : [{ row: now.row, clocks: now.clocks, log, state, terms }];
  });
  const rows = rowsOf(tx, batch);
  const [{ written, taken }] = await Promise.all([sendRows(tx, first.before.tenant_id, rows), syncFacts(tx, facts)]);
  if (written !== rows.known.length) {
    throw new DaylightError('INTERNAL', 'a ticket was not written although it was locked');
  }
  if (taken === null) return applied;
  return applied.map((one) => (one.row.number === 0 ? { ...one, row: { ...one.row, number: taken } } : one));
}
