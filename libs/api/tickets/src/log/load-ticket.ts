import { statement, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import { foldTicket, type TicketEvent, type TicketState } from '@daylight/domain';
import { lawOfLog, type Law } from '../binding.js';
import { TICKET_COLUMNS, type StoredTicket } from '../write/stored-ticket.js';
import { readLog } from './read-log.js';

const ROW = `select ${TICKET_COLUMNS.map((column) => `t.${column}`).join(', ')}, n.prefix
   from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   where t.provider_id = $1 and t.ticket_id = $2`;
type PrefixedRow = StoredTicket & { readonly prefix: string };
const LOCK = statement<PrefixedRow>('ticket-lock', `${ROW} for no key update of t`);
const READ = statement<PrefixedRow>('ticket-read', ROW);

/** A ticket ready to be decided on: its row, its log, the state that the log folds into, and the law that binds it. */
export interface LoadedTicket extends Law {
  readonly row: StoredTicket;
  readonly prefix: string;
  readonly log: readonly TicketEvent[];
  readonly state: TicketState;
}

/**
 * Locks a ticket and loads it; null when there is none in the caller's sight. The log is a statement of its own, sent
 * after the lock: a snapshot taken before it could miss what the lock waited for.
 */
export function lockTicket(tx: Tx, ticketId: string): Promise<LoadedTicket | null> {
  return loadTicket(tx, ticketId, LOCK);
}

/** Loads a ticket that is only looked at; null when there is none in the caller's sight. */
export function readTicket(tx: Tx, ticketId: string): Promise<LoadedTicket | null> {
  return loadTicket(tx, ticketId, READ);
}

async function loadTicket(tx: Tx, ticketId: string, how: typeof LOCK): Promise<LoadedTicket | null> {
  const [rows, log] = await Promise.all([tx.query(how, [tx.scope.providerId, ticketId]), readLog(tx, ticketId)]);
  const [found] = rows;
  if (found === undefined) return null;
  const { prefix, ...row } = found;
  const state = foldTicket(log);
  if (state === null) throw new DaylightError('INTERNAL', 'a ticket without a log');
  const law = await lawOfLog(tx, log, { digest: row.terms_digest, asOf: tx.now });
  // A client's log may lack the last events (internal notes): the row knows how far it really goes.
  return { row, prefix, log, state: { ...state, seq: row.last_seq }, ...law };
}
