import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { ClientScope } from '@daylight/api-platform';

const SUMMARY = statement<{
  open: number;
  waiting: number;
  resolved: number;
  overdue: number;
  mine: number;
  hidden: number;
}>(
  'ticket-summary',
  `select count(*) filter (where is_open)::int as open,
     count(*) filter (where status = 'WAITING_ON_CLIENT')::int as waiting,
     count(*) filter (where status = 'RESOLVED')::int as resolved,
     count(*) filter (where is_open and due_order < $4)::int as overdue,
     count(*) filter (where is_open and (requester_id = $3 or $3 = any (watcher_ids)))::int as mine,
     ticket_hidden_open()::int as hidden
   from ticket where provider_id = $1 and tenant_id = $2 and (is_open or status = 'RESOLVED')`,
);

/** Counts for a client's home page, of what the reader may see; and how many confidential ones are hidden (decision 26). */
export async function ticketSummary(tx: Tx<ClientScope>) {
  const { providerId, tenantId, personId } = tx.scope;
  const [row] = await tx.query(SUMMARY, [providerId, tenantId, personId, timestamp(tx.now)]);
  return {
    ...{ open: row?.open ?? 0, waitingForUs: row?.waiting ?? 0, resolvedToConfirm: row?.resolved ?? 0 },
    ...{ overdue: row?.overdue ?? 0, mineOpen: row?.mine ?? 0, confidentialHidden: row?.hidden ?? 0 },
  };
}
