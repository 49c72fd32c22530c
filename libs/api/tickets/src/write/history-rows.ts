import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import type { AppliedChange, TicketChange } from './apply-events.js';
import { clockRows } from './clock-rows.js';
import { eventRows } from './event-rows.js';
import { TICKET_COLUMNS, ticketJson } from './stored-ticket.js';

// What a row holds is said where every way of writing says it (ticketJson, eventRows, clockRows). Here rows of new tickets
// only, so nothing is looked up, taken back or merged; what all rows share is sent once. The text is taken as json: jsonb
// would build a document of a megabyte first (a sixth of the statement's time).
const TICKETS = statement(
  'ticket-history-tickets',
  `insert into ticket (${TICKET_COLUMNS.join(', ')})
   select ${TICKET_COLUMNS.join(', ')} from json_populate_recordset(null::ticket, $1)`,
);
const EVENTS = statement(
  'ticket-history-events',
  `insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at,
     actor_side, actor_person_id, version)
   select $1, $2, e.ticket_id, e.seq, e.kind, e.v, e.data, e.internal, e.occurred_at, $3, e.actor_side, e.actor_person_id, 1
   from json_to_recordset($4) as e (ticket_id uuid, seq integer, kind text, v smallint, data jsonb, internal boolean,
     occurred_at timestamptz, actor_side text, actor_person_id uuid)`,
);
const CLOCKS = statement(
  'ticket-history-clocks',
  `insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms,
     started_at, due_at, met_at, breached_at, verdict, verdict_at, cancelled_at, contested, service_item_id,
     contract_version_id, terms_digest, calendar_revision, last_seq)
   select $1, $2, c.ticket_id, c.kind, c.cycle, c.state, c.priority, c.target_id, c.target_ms, c.used_ms,
     c.started_at, c.due_at, c.met_at, c.breached_at, c.verdict, c.verdict_at, c.cancelled_at, c.contested, c.service_item_id,
     c.contract_version_id, c.terms_digest, $3, c.last_seq
   from json_to_recordset($4) as c (ticket_id uuid, kind text, cycle integer, state text, priority text, target_id text,
     target_ms bigint, used_ms bigint, started_at timestamptz, due_at timestamptz, met_at timestamptz,
     breached_at timestamptz, verdict text, verdict_at timestamptz, cancelled_at timestamptz, contested boolean, service_item_id uuid,
     contract_version_id uuid, terms_digest text, last_seq integer)`,
);

/** A ticket with its past, worked out but not written. */
export interface PreparedTicket {
  readonly change: TicketChange;
  readonly applied: AppliedChange;
}

/** The rows of a batch as JSON texts, ready to be sent. */
export interface HistoryRows {
  readonly tickets: string;
  readonly events: string;
  readonly clocks: string;
}

/** The rows of tickets, logs and clocks. */
export function historyRows(prepared: readonly PreparedTicket[]): HistoryRows {
  return {
    tickets: JSON.stringify(prepared.map(({ applied }) => ticketJson(applied.row))),
    events: JSON.stringify(prepared.flatMap(({ change, applied: { row } }) => eventRows(change, row))),
    clocks: JSON.stringify(
      prepared.flatMap(({ change: { state, log }, applied }) =>
        clockRows({ ...applied, log, changedAt: state.lastEventAt }),
      ),
    ),
  };
}

/** Sends the rows of one client's new tickets; `asOf`: when their clocks were evaluated. */
export async function insertHistoryRows(
  tx: Tx,
  tenantId: string,
  { rows, asOf }: { readonly rows: HistoryRows; readonly asOf: Instant },
): Promise<void> {
  const { providerId } = tx.scope;
  await Promise.all([
    tx.query(TICKETS, [rows.tickets]),
    tx.query(EVENTS, [providerId, tenantId, timestamp(tx.now), rows.events]),
    tx.query(CLOCKS, [providerId, tenantId, timestamp(asOf), rows.clocks]),
  ]);
}
