import { enqueue, disarm, eventJob, statement, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import {
  evaluateClocks,
  type CalendarOf,
  type Clock,
  type Terms,
  type TicketEvent,
  type TicketState,
} from '@daylight/domain';
import { eventData } from '../log/event-codec.js';
import { syncClocks } from './clock-rows.js';
import { syncFacts } from './fact-rows.js';
import { writeMessages, type NewMessage } from './messages.js';
import { projectTicket } from './project.js';
import { iso, TICKET_COLUMNS, ticketJson, type StoredTicket } from './stored-ticket.js';
import { nextTimer, TICKET_TIMER_QUEUE, timerJob } from './timer.js';
import { outboxOf } from './topics.js';

const INSERT_TICKETS = statement(
  'ticket-insert',
  `insert into ticket (${TICKET_COLUMNS.join(', ')})
   select ${TICKET_COLUMNS.join(', ')} from jsonb_populate_recordset(null::ticket, $1)`,
);
const WRITE_TICKETS = statement<{ written: number }>('ticket-write', 'select ticket_write($1) as written');
const APPEND = statement(
  'ticket-event-append',
  `insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at,
     actor_side, actor_person_id, version)
   select provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at,
     actor_side, actor_person_id, version from jsonb_populate_recordset(null::ticket_event, $1)`,
);

/** A ticket that changes: what it was, what was decided, what it folds into. */
export interface TicketChange {
  /** As stored; for a new ticket the row with what the log doesn't say (subject, number, ...) and version 0. */
  readonly before: StoredTicket;
  readonly isNew: boolean;
  /** The whole log, old and new. */
  readonly log: readonly TicketEvent[];
  /** The end of `log` that isn't stored yet. Empty: only clocks and due instants are brought up to date. */
  readonly events: readonly TicketEvent[];
  /** The fold of `log`. */
  readonly state: TicketState;
  readonly terms: Terms | null;
  readonly calendarOf: CalendarOf;
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

function project(tx: Tx, change: TicketChange): AppliedChange {
  const { before, log, events, state, terms, calendarOf } = change;
  const clocks = evaluateClocks({ events: log, terms, calendarOf, asOf: tx.now });
  const row = projectTicket(before, { state, terms, clocks });
  if (events.length === 0) return { row, clocks };
  const lastSeq = events.at(-1)?.seq ?? before.last_seq;
  // An import keeps the instants of its history; a change of today is of this transaction.
  const updatedAt = change.isNew ? state.lastEventAt : tx.now;
  return { row: { ...row, last_seq: lastSeq, version: before.version + 1, updated_at: updatedAt }, clocks };
}

function eventJson(tx: Tx, change: TicketChange, row: StoredTicket): readonly Readonly<Record<string, unknown>>[] {
  const { provider_id, tenant_id, ticket_id, version } = row;
  return change.events.map((event) => ({
    ...{ provider_id, tenant_id, ticket_id, version, seq: event.seq, kind: event.kind, v: event.v },
    ...{ data: eventData(event), internal: change.internalSeqs.has(event.seq) },
    ...{ occurred_at: iso(event.at), recorded_at: iso(tx.now) },
    ...{ actor_side: event.actor.side, actor_person_id: event.actor.userId },
  }));
}

async function writeRows(tx: Tx, changes: readonly TicketChange[], applied: readonly AppliedChange[]): Promise<void> {
  const fresh = applied.filter((_, index) => changes[index]?.isNew === true).map(({ row }) => ticketJson(row));
  const known = applied.filter((_, index) => changes[index]?.isNew !== true).map(({ row }) => ticketJson(row));
  const inserted = fresh.length === 0 ? null : tx.query(INSERT_TICKETS, [JSON.stringify(fresh)]);
  const written = known.length === 0 ? null : tx.query(WRITE_TICKETS, [JSON.stringify(known)]);
  const [, counted] = await Promise.all([inserted, written]);
  if (counted !== null && counted[0]?.written !== known.length) {
    throw new DaylightError('INTERNAL', 'a ticket was not written although it was locked');
  }
}

async function tell(
  tx: Tx,
  {
    changes,
    applied,
    mode,
  }: {
    readonly changes: readonly TicketChange[];
    readonly applied: readonly AppliedChange[];
    readonly mode: ApplyMode;
  },
): Promise<void> {
  const timers = applied.map(({ row, clocks }, index) => {
    const change = changes[index];
    return {
      row,
      at: change === undefined ? null : nextTimer({ state: change.state, terms: change.terms, clocks }, tx.now),
    };
  });
  const armed = timers.flatMap(({ row, at }) => (at === null ? [] : [timerJob(row, at)]));
  const silent = timers.flatMap(({ row, at }, index) =>
    at === null && changes[index]?.isNew === false ? [row.ticket_id] : [],
  );
  const told = applied.flatMap(({ row }, index) => {
    const events = changes[index]?.events ?? [];
    return events.length === 0 ? [] : outboxOf(row, events).map(eventJob);
  });
  const takeBack = mode === 'inTimer' ? [] : silent;
  await Promise.all([enqueue(tx, [...armed, ...told]), disarm(tx, TICKET_TIMER_QUEUE, takeBack)]);
}

/**
 * The one way by which tickets change: appends events, updates rows, clocks and messages, re-arms timers and
 * tells the outbox; in multi-row statements, whose number doesn't depend on the number of tickets. The caller has locked
 * the tickets and decided. The rows are sent first, so that everything that refers to them finds them.
 */
export async function applyEvents(
  tx: Tx,
  changes: readonly TicketChange[],
  mode: ApplyMode = 'normal',
): Promise<readonly AppliedChange[]> {
  if (changes.length === 0) return [];
  const applied = changes.map((change) => project(tx, change));
  const events = changes.flatMap((change, index) => eventJson(tx, change, applied[index]?.row ?? change.before));
  const clocks = applied.map(({ row, clocks: evaluated }, index) => {
    const changedAt = changes[index]?.state.lastEventAt ?? tx.now;
    return { row, clocks: evaluated, asOf: tx.now, changedAt };
  });
  const facts = changes.flatMap(({ log, state, terms }, index) => {
    const now = applied[index];
    return now === undefined ? [] : [{ row: now.row, clocks: now.clocks, log, state, terms }];
  });
  await Promise.all([
    writeRows(tx, changes, applied),
    events.length === 0 ? null : tx.query(APPEND, [JSON.stringify(events)]),
    syncClocks(tx, clocks),
    writeMessages(tx, changes),
    syncFacts(tx, facts),
    mode === 'quiet' ? null : tell(tx, { changes, applied, mode }),
  ]);
  return applied;
}
