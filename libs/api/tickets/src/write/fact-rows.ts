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

const SYNC = statement('ticket-facts-sync', 'select ticket_facts_sync($1, $2, $3)');
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

/** A cell of the monthly counts and what is added to it. */
export type Count = Readonly<Record<'month' | 'measure' | 'clock' | 'service_item_id' | 'priority', string>> & {
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

/** The fact of a ticket and its counts in `zone`; null: its log is empty. */
export function countedFact({ row, log, clocks }: Omit<FactInput, 'state' | 'terms'>, zone: string) {
  const source = { ticketId: row.ticket_id, ticketNumber: String(row.number), pilot: false, contested: [] };
  const facts = factsOf({ ...source, events: log, clocks, calendarRevision: '' });
  return facts === null ? null : { ticket: facts.ticket, counted: countsOf(facts.ticket, facts.clocks, zone) };
}

function factJson({ row, log, state, clocks }: FactInput, zone: string): Readonly<Record<string, unknown>> | null {
  const fact = countedFact({ row, log, clocks }, zone);
  if (fact === null) return null;
  const { ticket, counted } = fact;
  return {
    ...{ provider_id: row.provider_id, tenant_id: row.tenant_id, ticket_id: row.ticket_id, number: row.number },
    ...{ service_item_id: ticket.serviceItemId, priority: ticket.priority, type: ticket.type, channel: ticket.channel },
    ...{ opened_at: iso(ticket.openedAt), earliest_opened_at: iso(ticket.earliestOpenedAt) },
    ...{ acknowledged_at: iso(ticket.acknowledgedAt), restored_at: iso(ticket.restoredAt) },
    ...{ resolved_at: iso(ticket.resolvedAt), closed_at: iso(ticket.closedAt), cancelled_at: iso(ticket.cancelledAt) },
    ...{
      merged_at: iso(ticket.mergedAt),
      moves: ticket.moves,
      client_replies: ticket.clientReplies,
      waits: ticket.waits,
    },
    ...{ approvals: ticket.approvals, change_outcomes: ticket.changeOutcomes, ratings: ticket.ratings },
    surveyed_at: iso(ticket.surveyedAt),
    ...{ second_inbound_at: iso(ticket.secondInboundAt), reassigned_at: iso(ticket.reassignedAt) },
    ...{ out_of_contract: ticket.outOfContract, confidential: ticket.confidential },
    ...{ contract_version_id: row.contract_version_id, terms_digest: ticket.termsDigest },
    // A client's log lacks internal notes: the row knows how far it really goes.
    ...{ last_seq: row.last_seq, unfinished: isUnfinished(state.status), last_event_at: iso(state.lastEventAt) },
    ...{ zone, counted },
  };
}

/** Of tickets out of contract, by tenant: the zone of the tenant's contract or its own; the others' terms say it. */
export async function zonesOf(
  tx: Tx,
  tickets: readonly Pick<FactInput, 'row' | 'terms'>[],
): Promise<ReadonlyMap<string, string>> {
  const unbound = [...new Set(tickets.flatMap(({ row, terms }) => (terms === null ? [row.tenant_id] : [])))];
  if (unbound.length === 0) return new Map();
  const rows = await tx.query(ZONES, [tx.scope.providerId, unbound]);
  return new Map(rows.map(({ tenant_id: tenantId, zone }) => [tenantId, zone]));
}

/**
 * Makes fact rows and monthly counts of one client's tickets what these are now (migration 0045): one statement however
 * many, two where some have no terms.
 */
export async function syncFacts(tx: Tx, tickets: readonly FactInput[]): Promise<void> {
  const [first] = tickets;
  if (first === undefined) return;
  const zones = await zonesOf(tx, tickets);
  const rows = tickets.flatMap((ticket) => {
    const zone = ticket.terms?.reportingZone ?? zones.get(ticket.row.tenant_id);
    return (zone === undefined ? null : factJson(ticket, zone)) ?? [];
  });
  await tx.query(SYNC, [first.row.tenant_id, JSON.stringify(rows), timestamp(tx.now)]);
}
