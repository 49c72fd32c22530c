import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { syncFacts } from '@daylight/api-tickets/facts';
import { canonicalJson, type Facts } from '@daylight/domain';
import { factsFromEvents, type FactsOfTicket } from '../facts/from-events.js';
import { loadFactsOf } from '../facts/load-facts.js';

const ALL = statement<{ ticket_id: string }>('kpi-tickets-all', 'select ticket_id from kpi_tickets($1, $2, $3)');
const CELLS = statement<{ cells: number }>(
  'kpi-cells-off',
  `with said as (select zone, month, measure, clock, service_item_id, priority, n from kpi_rollup where provider_id = $1 and tenant_id = $2 and n <> 0),
   summed as (
     select f.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, sum(x.n)::bigint as n
     from ticket_fact f cross join lateral jsonb_to_recordset(f.counted)
       as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
     where f.provider_id = $1 and f.tenant_id = $2 and not (f.pilot and x.clock <> '') group by 1, 2, 3, 4, 5, 6)
   select (select count(*) from (select * from said except select * from summed) a)
        + (select count(*) from (select * from summed except select * from said) b) as cells`,
);
const BATCH = 250;

/** A ticket whose kept facts weren't what its events say, and which of them. */
export interface FactDifference {
  readonly ticketId: string;
  readonly columns: readonly string[];
}

/** All tickets of a tenant. */
export async function allTickets(tx: Tx, tenantId: string): Promise<readonly string[]> {
  const rows = await tx.query(ALL, [tenantId, timestamp(0), timestamp(Date.parse('9999-01-01T00:00:00Z'))]);
  return rows.map((row) => row.ticket_id);
}

/** Cells of the monthly counts that aren't the sum of the facts; 0 is how it should be. */
export async function cellsOff(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx.query(CELLS, [tx.scope.providerId, tenantId]);
  return row?.cells ?? 0;
}

/** Names what differs. The revision of the calendar moves without the facts moving. */
function changedColumns(kept: object | undefined, told: object): readonly string[] {
  if (kept === undefined) return ['missing'];
  const before = new Map(Object.entries(kept));
  const differing = Object.entries(told).filter(
    ([name, value]) => name !== 'calendarRevision' && canonicalJson(before.get(name) ?? null) !== canonicalJson(value),
  );
  return differing.map(([name]) => name);
}

/** Used time of what still runs is a cache of its last look; verdicts and ends are facts. */
function settled(clocks: Facts['clocks']) {
  return clocks
    .filter(({ verdict, cancelCause }) => verdict !== null || (cancelCause !== null && cancelCause !== 'SUPERSEDED'))
    .map(({ clock, cycle, verdict, verdictAt, metAt, breachedAt, cancelCause }) =>
      [clock, cycle, verdict, verdictAt, metAt, breachedAt, cancelCause].join('/'),
    )
    .sort();
}

function differenceOf({ ticket, clocks }: FactsOfTicket, kept: Facts): FactDifference | null {
  const { ticketId } = ticket;
  const columns = changedColumns(
    kept.tickets.find((fact) => fact.ticketId === ticketId),
    ticket,
  );
  const same =
    canonicalJson(settled(clocks)) === canonicalJson(settled(kept.clocks.filter((fact) => fact.ticketId === ticketId)));
  const all = same ? columns : [...columns, 'clocks'];
  return all.length === 0 ? null : { ticketId, columns: all };
}

/** Makes the facts of these tickets what their events say; returns those that weren't. Multi-row, in batches. */
export async function rebuildFactsOf(
  tx: Tx<SystemScope>,
  tenantId: string,
  ticketIds: readonly string[],
): Promise<readonly FactDifference[]> {
  const differing: FactDifference[] = [];
  for (let at = 0; at < ticketIds.length; at += BATCH) {
    const ids = ticketIds.slice(at, at + BATCH);
    const [told, kept] = [
      await factsFromEvents(tx, { tenantId, ticketIds: ids, asOf: tx.now }),
      await loadFactsOf(tx, tenantId, ids),
    ];
    const wrong = told.flatMap((facts) => differenceOf(facts, kept) ?? []);
    differing.push(...wrong);
    const names = new Set(wrong.map(({ ticketId }) => ticketId));
    const inputs = told.filter(({ ticket }) => names.has(ticket.ticketId)).map((facts) => inputOf(tx, tenantId, facts));
    await syncFacts(tx, inputs);
  }
  return differing;
}

function inputOf(tx: Tx<SystemScope>, tenantId: string, { ticket, state, log, evaluated, law }: FactsOfTicket) {
  const row = {
    ...{
      provider_id: tx.scope.providerId,
      tenant_id: tenantId,
      ticket_id: ticket.ticketId,
      number: Number(ticket.ticketNumber),
    },
    ...{ contract_version_id: state.binding.contractVersionId, last_seq: state.seq },
  };
  return { row, log, state, clocks: evaluated, terms: law.terms };
}

/** Recomputes every fact of a tenant from its events and puts right what differs: for verification and after a repair. */
export async function rebuildFacts(tx: Tx<SystemScope>, tenantId: string): Promise<readonly FactDifference[]> {
  return rebuildFactsOf(tx, tenantId, await allTickets(tx, tenantId));
}
