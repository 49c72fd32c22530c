import { statement, timestamp, type Tx } from '@daylight/api-database';
import {
  factsOf,
  isUnfinished,
  rollupClocks,
  rollupFlow,
  type Clock,
  type ClockFact,
  type Terms,
  type TicketEvent,
  type TicketFact,
  type TicketState,
} from '@daylight/domain';
import { iso, type StoredTicket } from './stored-ticket.js';

const COLUMNS = [
  ...['provider_id', 'tenant_id', 'ticket_id', 'number', 'service_item_id', 'priority', 'type', 'channel', 'opened_at'],
  ...['earliest_opened_at', 'acknowledged_at', 'restored_at', 'resolved_at', 'closed_at', 'cancelled_at', 'merged_at'],
  ...['moves', 'client_replies', 'second_inbound_at', 'reassigned_at', 'out_of_contract', 'confidential'],
  ...['contract_version_id', 'terms_digest', 'last_seq', 'unfinished', 'last_event_at', 'zone', 'counted'],
] as const;
const ALL = [...COLUMNS, 'pilot', 'calendar_revision'];
const COUNT_COLUMNS = '(month text, measure text, clock text, service_item_id uuid, priority text, n bigint)';
// Of a ticket that is being opened the number is taken by the statement that writes its row.
const NUMBER = `coalesce(nullif(g.number, 0),
  (select t.number from ticket t where t.provider_id = g.provider_id and t.ticket_id = g.ticket_id))`;
const CELL = 'tenant_id, zone, month, measure, clock, service_item_id, priority';

/**
 * Rows and their counts in one statement: what a ticket counted before is taken back, what it counts now is added, cells
 * in one order so that two transactions can't wait for each other. Clocks of pilots are kept apart (domain.md section 2).
 * A ticket of earlier months also marks what figures are kept of them; the two days are for zones that differ.
 */
const SYNC = statement(
  'ticket-facts-sync',
  `with given as (
     select g.*, coalesce(c.kind = 'PILOT', false) as is_pilot
     from jsonb_populate_recordset(null::ticket_fact, $2) g
     left join contract_version v on v.provider_id = g.provider_id and v.version_id = g.contract_version_id
     left join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id),
   changes as (
     select g.tenant_id, g.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, x.n
     from given g cross join lateral jsonb_to_recordset(g.counted) as x ${COUNT_COLUMNS} where not (g.is_pilot and x.clock <> '')
     union all
     select f.tenant_id, f.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, -x.n
     from ticket_fact f cross join lateral jsonb_to_recordset(f.counted) as x ${COUNT_COLUMNS}
     where f.provider_id = $1 and f.ticket_id = any ($3::uuid[]) and not (f.pilot and x.clock <> '')),
   rolled as (
     insert into kpi_rollup (provider_id, ${CELL}, n)
     select $1, ${CELL}, sum(n) from changes group by ${CELL} having sum(n) <> 0 order by ${CELL}
     on conflict (provider_id, ${CELL}) do update set n = kpi_rollup.n + excluded.n),
   touched as (
     insert into kpi_touch (provider_id, tenant_id, since)
     select $1, t.tenant_id, min(t.since) from (
       select g.tenant_id, g.zone, least(g.opened_at, g.earliest_opened_at, f.opened_at, f.earliest_opened_at) as since
       from given g left join ticket_fact f on f.provider_id = $1 and f.ticket_id = g.ticket_id) t
     where t.since < date_trunc('month', $4::timestamptz at time zone t.zone) at time zone t.zone + interval '2 days'
     group by t.tenant_id)
   insert into ticket_fact (${ALL.join(', ')})
   select ${COLUMNS.map((column) => (column === 'number' ? NUMBER : `g.${column}`)).join(', ')}, g.is_pilot,
     (select coalesce(max(h.revision), 0)::text from holiday_revision h where h.provider_id = $1)
   from given g
   on conflict (provider_id, ticket_id) do update set
     ${ALL.slice(3)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
);
const ZONES = statement<{ tenant_id: string; zone: string }>(
  'ticket-fact-zones',
  'select t.tenant_id, reporting_zone($1, t.tenant_id) as zone from tenant t where t.provider_id = $1 and t.tenant_id = any ($2::uuid[])',
);

/** What facts are made of: a ticket as it is after the change. */
export interface FactInput {
  readonly row: Pick<
    StoredTicket,
    'provider_id' | 'tenant_id' | 'ticket_id' | 'number' | 'contract_version_id' | 'last_seq'
  >;
  readonly log: readonly TicketEvent[];
  readonly state: TicketState;
  readonly clocks: readonly Clock[];
  readonly terms: Terms | null;
}

type Count = Readonly<Record<'month' | 'measure' | 'clock' | 'service_item_id' | 'priority', string>> & {
  readonly n: number;
};

const CLOCK_MEASURES = ['met', 'missed', 'cancelled', 'merged', 'contested'] as const;
const FLOW_MEASURES = ['OPENED', 'REOPENED', 'RESOLVED', 'CANCELLED', 'MERGED'] as const;

/** What a ticket adds to the counts of months (libs/domain kpi/rollup.ts), one entry per cell. */
export function countsOf(ticket: TicketFact, clocks: readonly ClockFact[], zone: string): readonly Count[] {
  // A pilot's clocks are left out in SQL, where it is known which contract is one.
  const ofClocks = rollupClocks(clocks, zone).flatMap((row) =>
    CLOCK_MEASURES.map((measure) => ({ row, clock: row.clock, measure: measure.toUpperCase(), n: row[measure] })),
  );
  const ofTicket = rollupFlow([ticket], zone).flatMap((row) =>
    FLOW_MEASURES.map((measure) => ({ row, clock: '', measure, n: row[measure] })),
  );
  return [...ofClocks, ...ofTicket]
    .filter(({ n }) => n > 0)
    .map(({ row, clock, measure, n }) => ({
      ...{ month: row.month, measure, clock, service_item_id: row.serviceItemId, priority: row.priority, n },
    }));
}

function factJson({ row, log, state, clocks }: FactInput, zone: string): Readonly<Record<string, unknown>> | null {
  const source = { ticketId: row.ticket_id, ticketNumber: String(row.number), pilot: false, contested: [] };
  const facts = factsOf({ ...source, events: log, clocks, calendarRevision: '' });
  if (facts === null) return null;
  const { ticket } = facts;
  return {
    ...{ provider_id: row.provider_id, tenant_id: row.tenant_id, ticket_id: row.ticket_id, number: row.number },
    ...{ service_item_id: ticket.serviceItemId, priority: ticket.priority, type: ticket.type, channel: ticket.channel },
    ...{ opened_at: iso(ticket.openedAt), earliest_opened_at: iso(ticket.earliestOpenedAt) },
    ...{ acknowledged_at: iso(ticket.acknowledgedAt), restored_at: iso(ticket.restoredAt) },
    ...{ resolved_at: iso(ticket.resolvedAt), closed_at: iso(ticket.closedAt), cancelled_at: iso(ticket.cancelledAt) },
    ...{ merged_at: iso(ticket.mergedAt), moves: ticket.moves, client_replies: ticket.clientReplies },
    ...{ second_inbound_at: iso(ticket.secondInboundAt), reassigned_at: iso(ticket.reassignedAt) },
    ...{ out_of_contract: ticket.outOfContract, confidential: ticket.confidential },
    ...{ contract_version_id: row.contract_version_id, terms_digest: ticket.termsDigest },
    // A client's log lacks internal notes: the row knows how far it really goes.
    ...{ last_seq: row.last_seq, unfinished: isUnfinished(state.status), last_event_at: iso(state.lastEventAt) },
    ...{ zone, counted: countsOf(ticket, facts.clocks, zone) },
  };
}

/** The zone of the terms; out of contract, of the tenant's contract or its own. */
async function zonesOf(tx: Tx, tickets: readonly FactInput[]): Promise<ReadonlyMap<string, string>> {
  const unbound = [...new Set(tickets.flatMap(({ row, terms }) => (terms === null ? [row.tenant_id] : [])))];
  if (unbound.length === 0) return new Map();
  const rows = await tx.query(ZONES, [tx.scope.providerId, unbound]);
  return new Map(rows.map(({ tenant_id: tenantId, zone }) => [tenantId, zone]));
}

/** Makes fact rows and monthly counts what the tickets are now: one statement however many, two where some have no terms. */
export async function syncFacts(tx: Tx, tickets: readonly FactInput[]): Promise<void> {
  if (tickets.length === 0) return;
  const zones = await zonesOf(tx, tickets);
  const rows = tickets.flatMap((ticket) => {
    const zone = ticket.terms?.reportingZone ?? zones.get(ticket.row.tenant_id);
    return (zone === undefined ? null : factJson(ticket, zone)) ?? [];
  });
  const ids = tickets.map(({ row }) => row.ticket_id);
  await tx.query(SYNC, [tx.scope.providerId, JSON.stringify(rows), ids, timestamp(tx.now)]);
}
