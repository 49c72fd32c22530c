import { statement, timestamp, type Tx } from '@daylight/api-database';
import type {
  Approval,
  BacklogMove,
  Channel,
  ClientReply,
  ClockFact,
  ClockKind,
  Facts,
  Instant,
  Interval,
  OutcomeFact,
  Priority,
  RatingFact,
  TicketFact,
  TicketType,
  WaitFact,
} from '@daylight/domain';
import { approvalsApart } from './asked-apart.js';
import { factsFromEvents } from './from-events.js';

/** Which fact rows a period needs: $1 provider, $2 tenant, $3 from, $4 to. */
const OF_PERIOD =
  'f.provider_id = $1 and f.tenant_id = $2 and f.opened_at < $4 and (f.unfinished or f.last_event_at >= $3)';
const BY_ID = 'f.provider_id = $1 and f.ticket_id = any ($2::uuid[])';

const ticketsWhere = (condition: string) =>
  `select f.ticket_id, f.number, f.service_item_id, f.priority, f.type, f.channel, f.opened_at, f.earliest_opened_at,
     f.acknowledged_at, f.restored_at, f.resolved_at, f.closed_at, f.cancelled_at, f.merged_at, f.moves, f.client_replies, f.waits,
     f.approvals, f.change_outcomes, f.surveyed_at, f.ratings,
     f.second_inbound_at, f.reassigned_at, f.pilot, f.out_of_contract, f.confidential, f.terms_digest, f.calendar_revision,
     f.last_seq
   from ticket_fact f where ${condition} order by f.ticket_id`;
/**
 * A clock that runs past its due instant is missed, whether its timer has fired yet or not (decision 8): the verdict is
 * laid over at reading.
 */
const clocksWhere = (condition: string, now: string) =>
  `select f.ticket_id, f.number, f.service_item_id, f.type, f.pilot, f.confidential, f.terms_digest,
     f.calendar_revision, f.last_seq, f.cancelled_at as ticket_cancelled_at, f.merged_at as ticket_merged_at,
     c.kind, c.cycle, c.state, c.priority, c.target_id, c.target_ms, c.used_ms, c.due_at, c.met_at, c.cancelled_at, c.contested,
     coalesce(c.breached_at, case when o.overdue then c.due_at end) as breached_at,
     coalesce(c.verdict, case when o.overdue then 'MISSED' end) as verdict,
     coalesce(c.verdict_at, case when o.overdue then c.due_at end) as verdict_at
   from ticket_fact f
   join ticket_clock c on c.provider_id = f.provider_id and c.ticket_id = f.ticket_id and c.state <> 'NONE'
   cross join lateral (select c.verdict is null and c.state = 'RUNNING' and c.due_at < ${now} as overdue) o
   where ${condition} order by f.ticket_id, c.kind, c.cycle`;

const TICKETS = statement<FactRow>('kpi-facts', ticketsWhere(OF_PERIOD));
const CLOCKS = statement<ClockRow>('kpi-clock-facts', clocksWhere(OF_PERIOD, '$5'));
const TICKETS_BY_ID = statement<FactRow>('kpi-facts-by-id', ticketsWhere(BY_ID));
const CLOCKS_BY_ID = statement<ClockRow>('kpi-clock-facts-by-id', clocksWhere(BY_ID, '$3'));

interface FactRow {
  readonly ticket_id: string;
  readonly number: number;
  readonly service_item_id: string;
  readonly priority: Priority;
  readonly type: TicketType;
  readonly channel: Channel;
  readonly opened_at: Instant;
  readonly earliest_opened_at: Instant;
  readonly acknowledged_at: Instant | null;
  readonly restored_at: Instant | null;
  readonly resolved_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly cancelled_at: Instant | null;
  readonly merged_at: Instant | null;
  readonly moves: readonly BacklogMove[];
  readonly client_replies: readonly ClientReply[];
  readonly waits: readonly WaitFact[];
  readonly approvals: readonly Approval[];
  readonly change_outcomes: readonly OutcomeFact[];
  readonly surveyed_at: Instant | null;
  readonly ratings: readonly RatingFact[];
  readonly second_inbound_at: Instant | null;
  readonly reassigned_at: Instant | null;
  readonly pilot: boolean;
  readonly out_of_contract: boolean;
  readonly confidential: boolean;
  readonly terms_digest: string | null;
  readonly calendar_revision: string;
  readonly last_seq: number;
}

interface ClockRow extends Pick<
  FactRow,
  | 'ticket_id'
  | 'number'
  | 'service_item_id'
  | 'type'
  | 'pilot'
  | 'confidential'
  | 'terms_digest'
  | 'calendar_revision'
  | 'last_seq'
  | 'priority'
  | 'cancelled_at'
> {
  readonly ticket_cancelled_at: Instant | null;
  readonly ticket_merged_at: Instant | null;
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly state: string;
  readonly contested: boolean;
  readonly target_id: string;
  readonly target_ms: number;
  readonly used_ms: number;
  readonly due_at: Instant | null;
  readonly met_at: Instant | null;
  readonly breached_at: Instant | null;
  readonly verdict: 'MET' | 'MISSED' | null;
  readonly verdict_at: Instant | null;
}

function ticketFact(row: FactRow): TicketFact {
  const { priority, type, channel, moves, waits, pilot, confidential } = row;
  return {
    ...{
      ticketId: row.ticket_id,
      ticketNumber: String(row.number),
      serviceItemId: row.service_item_id,
      priority,
      type,
      channel,
    },
    ...{ openedAt: row.opened_at, earliestOpenedAt: row.earliest_opened_at, acknowledgedAt: row.acknowledged_at },
    ...{
      restoredAt: row.restored_at,
      resolvedAt: row.resolved_at,
      closedAt: row.closed_at,
      cancelledAt: row.cancelled_at,
    },
    ...{
      mergedAt: row.merged_at,
      moves,
      waits,
      approvals: row.approvals,
      changeOutcomes: row.change_outcomes,
      surveyedAt: row.surveyed_at,
      ratings: row.ratings,
      clientReplies: row.client_replies,
      secondInboundAt: row.second_inbound_at,
    },
    ...{ reassignedAt: row.reassigned_at, pilot, outOfContract: row.out_of_contract, confidential },
    ...{ termsDigest: row.terms_digest, calendarRevision: row.calendar_revision, lastSeq: row.last_seq },
  };
}

/** How a clock ended without a verdict; the same rule as the domain's (libs/domain kpi/facts-of.ts). */
function stopOf(row: ClockRow): Pick<ClockFact, 'cancelledAt' | 'cancelCause'> {
  if (row.state !== 'CANCELLED' || row.verdict !== null) return { cancelledAt: null, cancelCause: null };
  if (row.ticket_cancelled_at !== null) return { cancelledAt: row.ticket_cancelled_at, cancelCause: 'CANCELLED' };
  if (row.ticket_merged_at !== null) return { cancelledAt: row.ticket_merged_at, cancelCause: 'MERGED' };
  return { cancelledAt: row.cancelled_at, cancelCause: 'SUPERSEDED' };
}

function clockFact(row: ClockRow): ClockFact {
  const { priority, type, cycle, verdict, pilot, confidential } = row;
  return {
    ...{
      ticketId: row.ticket_id,
      ticketNumber: String(row.number),
      serviceItemId: row.service_item_id,
      priority,
      type,
    },
    ...{
      clock: row.kind,
      cycle,
      targetId: row.target_id,
      targetMs: row.target_ms,
      usedMs: row.used_ms,
      dueAt: row.due_at,
    },
    ...{ metAt: row.met_at, breachedAt: row.breached_at, verdict, verdictAt: row.verdict_at, ...stopOf(row) },
    ...{ contested: row.contested, pilot, confidential, termsDigest: row.terms_digest },
    ...{ calendarRevision: row.calendar_revision, lastSeq: row.last_seq },
  };
}

/**
 * How contested clocks would be judged if the client were right: recomputed from the events, since it holds only until it is
 * settled, and they are few. No statement where nothing is contested.
 */
async function withConceded(tx: Tx, tenantId: string, clocks: readonly ClockFact[]): Promise<readonly ClockFact[]> {
  const ids = clocks.flatMap(({ ticketId, contested }) => (contested ? [ticketId] : []));
  if (ids.length === 0) return clocks;
  const tickets = await factsFromEvents(tx, { tenantId, ticketIds: ids, asOf: tx.now });
  const keyOf = ({ ticketId, clock, cycle }: ClockFact) => `${ticketId}/${clock}/${cycle}`;
  const found = new Map(tickets.flatMap((ticket) => ticket.clocks).map((fact) => [keyOf(fact), fact.ifConceded]));
  return clocks.map((fact) => {
    const ifConceded = fact.contested ? found.get(keyOf(fact)) : undefined;
    return ifConceded === undefined ? fact : { ...fact, ifConceded };
  });
}

/** The kept facts of certain tickets, as of now. */
export async function loadFactsOf(tx: Tx, tenantId: string, ticketIds: readonly string[]): Promise<Facts> {
  const values = [tx.scope.providerId, ticketIds];
  const [tickets, clocks] = await Promise.all([
    tx.query(TICKETS_BY_ID, values),
    tx.query(CLOCKS_BY_ID, [...values, timestamp(tx.now)]),
  ]);
  return { tickets: tickets.map(ticketFact), clocks: await withConceded(tx, tenantId, clocks.map(clockFact)) };
}

/**
 * The kept facts that a period needs, and what was asked apart from tickets, as of now: three statements however many, and
 * those for what is contested.
 */
export async function loadFacts(tx: Tx, tenantId: string, { from, to }: Interval): Promise<Facts> {
  const values = [tx.scope.providerId, tenantId, timestamp(from), timestamp(to)];
  const [tickets, clocks, approvals] = await Promise.all([
    tx.query(TICKETS, values),
    tx.query(CLOCKS, [...values, timestamp(tx.now)]),
    approvalsApart(tx, tenantId, { from, to }),
  ]);
  return {
    tickets: tickets.map(ticketFact),
    clocks: await withConceded(tx, tenantId, clocks.map(clockFact)),
    approvals,
  };
}
