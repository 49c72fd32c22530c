import { eventJob, jobRow, statement, timestamp, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import { evaluateClocks, type Actor, type Clock, type TicketEvent, type TicketState } from '@daylight/domain';
import { lawIn, type Law } from '../binding.js';
import { eventData } from '../log/event-codec.js';
import { countedFact, zonesOf } from './fact-rows.js';
import { projectTicket } from './project.js';
import { findable } from './search-rows.js';
import { iso, type StoredTicket } from './stored-ticket.js';
import { nextTimer, timerJob } from './timer.js';
import { outboxOf } from './topics.js';

const OPEN = statement<{ taken: number }>(
  'ticket-open',
  `select ticket_open($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
     $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36) as taken`,
);

/** A ticket as it was decided, before anything of it is stored. */
export interface NewOpening extends Law {
  /** The row with what the log doesn't say (subject, service's name, ...) and version 0. */
  readonly before: StoredTicket;
  readonly actor: Actor;
  /** All of one instant and by one actor: the opening, and who watches from the start. */
  readonly log: readonly TicketEvent[];
  readonly state: TicketState;
}

function clockJson(clocks: readonly Clock[]): string | null {
  if (clocks.length === 0) return null;
  return JSON.stringify(
    clocks.map(({ kind, cycle, state, targetId, targetMs, usedMs, verdict, ...at }) => ({
      ...{ kind, cycle, state, target_id: targetId, target_ms: targetMs, used_ms: usedMs, verdict },
      ...{ started_at: iso(at.startedAt), due_at: iso(at.dueAt), met_at: iso(at.metAt) },
      ...{ breached_at: iso(at.breachedAt), verdict_at: iso(at.verdictAt) },
    })),
  );
}

function jobsOf(tx: Tx, { state, log, ...law }: NewOpening, row: StoredTicket, clocks: readonly Clock[]): string {
  const at = nextTimer({ state, terms: law.terms, calendarOf: law.calendarOf, clocks }, tx.now);
  const told = outboxOf(row, log).map(eventJob);
  return JSON.stringify([...(at === null ? [] : [timerJob(row, at)]), ...told].map(jobRow));
}

function ticketValues(row: StoredTicket): readonly unknown[] {
  return [
    ...[row.tenant_id, row.ticket_id, row.type, row.priority, row.impact, row.urgency, row.priority_overridden],
    ...[row.subject, row.description, row.service_item_id, row.service_name, row.contract_version_id, row.terms_digest],
    ...[
      row.policy_id,
      row.requester_id,
      row.confidential,
      row.watcher_ids,
      row.channel,
      iso(row.opened_at),
      row.last_seq,
    ],
    ...[iso(row.next_due_at), row.next_due_kind, row.next_due_state, row.follows_up],
  ];
}

function eventJson(log: readonly TicketEvent[]): string {
  return JSON.stringify(log.map((event) => ({ seq: event.seq, kind: event.kind, v: event.v, data: eventData(event) })));
}

/** null: the client is out of reach, and the database will refuse to write. */
async function zoneOf(tx: Tx, row: StoredTicket, { terms }: Law): Promise<string | null> {
  return terms?.reportingZone ?? (await zonesOf(tx, [{ row, terms }])).get(row.tenant_id) ?? null;
}

/**
 * Writes a new ticket with all that follows from it, in one statement (two out of contract), and returns its row with the
 * number it has taken. The very rows that `applyEvents` would write. Refused by SQL state (42501) when the client is out of
 * the scope's reach.
 */
export async function writeOpening(tx: Tx, opening: NewOpening): Promise<StoredTicket> {
  const { before, actor, log, state } = opening;
  const clocks = evaluateClocks({ ...lawIn(opening), events: log, asOf: tx.now });
  const projected = projectTicket(before, { state, terms: opening.terms, clocks });
  const row = { ...projected, last_seq: state.seq, version: 1, updated_at: state.lastEventAt };
  const zone = await zoneOf(tx, row, opening);
  const fact = zone === null ? null : countedFact({ row, log, clocks }, zone);
  const { haystack, tokens } = findable(row);
  const [written] = await tx.query(OPEN, [
    ...ticketValues(row),
    ...[timestamp(tx.now), actor.side, actor.userId, eventJson(log), clockJson(clocks), haystack, tokens],
    ...[jobsOf(tx, opening, row, clocks), zone, JSON.stringify(fact?.ticket.moves ?? [])],
    ...[iso(fact?.ticket.acknowledgedAt ?? null), JSON.stringify(fact?.counted ?? [])],
  ]);
  if (written === undefined) throw new DaylightError('INTERNAL', 'no number was taken');
  return { ...row, number: written.taken };
}
