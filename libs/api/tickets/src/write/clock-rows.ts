import { statement, type Tx } from '@daylight/api-database';
import type { Clock, Instant } from '@daylight/domain';
import { iso, type StoredTicket } from './stored-ticket.js';

const COLUMNS = [
  ...[
    'provider_id',
    'tenant_id',
    'ticket_id',
    'kind',
    'cycle',
    'state',
    'priority',
    'target_id',
    'target_ms',
    'used_ms',
  ],
  ...['started_at', 'due_at', 'met_at', 'breached_at', 'verdict', 'verdict_at', 'cancelled_at', 'service_item_id'],
  ...['contract_version_id', 'terms_digest', 'calendar_revision', 'last_seq'],
] as const;
const KEY: readonly string[] = ['provider_id', 'tenant_id', 'ticket_id', 'kind', 'cycle'];
const CHANGING = COLUMNS.filter((column) => !KEY.includes(column));

const SYNC = statement(
  'ticket-clocks-sync',
  `with given as (select * from jsonb_populate_recordset(null::ticket_clock, $2)), gone as (
     delete from ticket_clock c where c.provider_id = $1 and c.ticket_id = any ($3::uuid[])
       and not exists (select 1 from given g where g.ticket_id = c.ticket_id and g.kind = c.kind and g.cycle = c.cycle))
   insert into ticket_clock (${COLUMNS.join(', ')}) select ${COLUMNS.join(', ')} from given
   on conflict (provider_id, ticket_id, kind, cycle) do update set ${CHANGING.map((column) =>
     column === 'cancelled_at'
       ? 'cancelled_at = case when excluded.cancelled_at is null then null else coalesce(ticket_clock.cancelled_at, excluded.cancelled_at) end'
       : `${column} = excluded.${column}`,
   ).join(', ')}`,
);

/** A ticket with the clocks it has now. */
export interface ClocksOfTicket {
  readonly row: StoredTicket;
  readonly clocks: readonly Clock[];
  /** What of the calendars was known: the instant of the evaluation. */
  readonly asOf: Instant;
  /** When clocks that are cancelled now became so, unless they were before. */
  readonly changedAt: Instant;
}

function clockJson({ row, asOf, changedAt }: ClocksOfTicket, clock: Clock): Readonly<Record<string, unknown>> {
  return {
    ...{ provider_id: row.provider_id, tenant_id: row.tenant_id, ticket_id: row.ticket_id },
    ...{
      kind: clock.kind,
      cycle: clock.cycle,
      state: clock.state,
      priority: clock.priority,
      target_id: clock.targetId,
    },
    ...{ target_ms: clock.targetMs, used_ms: clock.usedMs, started_at: iso(clock.startedAt), due_at: iso(clock.dueAt) },
    ...{ met_at: iso(clock.metAt), breached_at: iso(clock.breachedAt), verdict: clock.verdict },
    ...{ verdict_at: iso(clock.verdictAt), cancelled_at: clock.state === 'CANCELLED' ? iso(changedAt) : null },
    ...{ service_item_id: row.service_item_id, contract_version_id: row.contract_version_id },
    ...{ terms_digest: row.terms_digest, calendar_revision: iso(asOf), last_seq: row.last_seq },
  };
}

/** Makes the clock rows of these tickets what was evaluated: one statement however many tickets and clocks. */
export async function syncClocks(tx: Tx, tickets: readonly ClocksOfTicket[]): Promise<void> {
  const rows = tickets.flatMap((ticket) => ticket.clocks.map((clock) => clockJson(ticket, clock)));
  const ids = tickets.map(({ row }) => row.ticket_id);
  await tx.query(SYNC, [tx.scope.providerId, JSON.stringify(rows), ids]);
}
