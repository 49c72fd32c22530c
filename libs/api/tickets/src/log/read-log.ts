import { statement, type Tx } from '@daylight/api-database';
import type { TicketEvent } from '@daylight/domain';
import { readEvent, type StoredEvent } from './event-codec.js';

const LOG = statement<StoredEvent>(
  'ticket-log',
  `select seq, kind, v, data, occurred_at, actor_side, actor_person_id from ticket_event
   where provider_id = $1 and ticket_id = $2 order by seq`,
);
const LOGS = statement<StoredEvent & { ticket_id: string }>(
  'ticket-logs',
  `select ticket_id, seq, kind, v, data, occurred_at, actor_side, actor_person_id from ticket_event
   where provider_id = $1 and ticket_id = any ($2::uuid[]) order by ticket_id, seq`,
);

/** A ticket's log as the scope may see it: a client's lacks what is about internal messages. */
export async function readLog(tx: Tx, ticketId: string): Promise<readonly TicketEvent[]> {
  return (await tx.query(LOG, [tx.scope.providerId, ticketId])).map(readEvent);
}

/** The logs of several tickets in one statement; a ticket that can't be seen has none. */
export async function readLogs(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TicketEvent[]>> {
  const rows = await tx.query(LOGS, [tx.scope.providerId, ticketIds]);
  const logs = new Map<string, TicketEvent[]>();
  for (const row of rows) {
    const log = logs.get(row.ticket_id) ?? [];
    log.push(readEvent(row));
    logs.set(row.ticket_id, log);
  }
  return logs;
}
